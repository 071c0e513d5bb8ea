import { sql } from 'kysely'
import { type Sha256, seal } from '../../core/audit/chain.ts'
import type { Database } from '../../platform/database/database.ts'
import { endOfChain, saveSeals, unsealedEvents } from './audit.store.ts'

/** Held by the one sealer at work, whatever the number of servers. Any number, as long as nothing else uses it. */
const sealerLock = 7_310_000_001

const batch = 1000

/**
 * Links committed events to the end of the chain, in order of their time. An event that commits late is linked after
 * those sealed before it: its place says when it was sealed, its time when it happened.
 *
 * @returns how many were sealed; 0 too when another sealer is at work
 */
export async function sealEvents(db: Database, sha256: Sha256): Promise<number> {
  return await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${sealerLock}) as mine`.execute(tx)
    if (rows[0]?.mine !== true) return 0
    const events = await unsealedEvents(tx, batch)
    if (events.length === 0) return 0
    await saveSeals(tx, seal(events, await endOfChain(tx), sha256))
    return events.length
  })
}

/** Seals until nothing is left, or somebody else is at it: what was done so far has its place in the chain. */
export async function sealAll(db: Database, sha256: Sha256): Promise<void> {
  while ((await sealEvents(db, sha256)) > 0);
}

/**
 * Seals every half second until stopped. A failure is given to `onFault` and tried again.
 *
 * @returns a function that ends it, after sealing what is left
 */
export function startSealer(db: Database, sha256: Sha256, onFault: (error: unknown) => void): () => Promise<void> {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const turn = async (): Promise<void> => {
    let sealed = 0
    try {
      sealed = await sealEvents(db, sha256)
    } catch (error) {
      onFault(error)
    }
    if (!stopped) timer = setTimeout(next, sealed === batch ? 0 : 500)
  }
  let running: Promise<void> = turn()
  function next(): void {
    running = turn()
  }
  return async () => {
    stopped = true
    clearTimeout(timer)
    await running
    await sealEvents(db, sha256)
  }
}
