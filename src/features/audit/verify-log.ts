import { type Broken, firstBroken, firstPreviousHash, type Sha256 } from '../../core/audit/chain.ts'
import type { Database } from '../../platform/database/database.ts'
import { countUnsealed, sealedEvents } from './audit.store.ts'

/** What a check of the whole log found. `unsealed` events are committed and wait for the sealer. */
export type LogReport = {
  readonly ok: boolean
  readonly events: number
  readonly unsealed: number
  readonly firstBroken: Broken | null
  /** The hash at the end of the chain: write it down elsewhere, and nobody can rewrite the log unseen. */
  readonly lastHash: string
}

const batch = 5000

/** Walks the whole chain in batches and stops at the first break. */
export async function verifyLog(db: Database, sha256: Sha256): Promise<LogReport> {
  let last = { sequence: 0, hash: firstPreviousHash }
  for (;;) {
    const events = await sealedEvents(db, last.sequence, batch)
    const broken = firstBroken(events, last, sha256)
    const end = events.at(-1)
    if (broken === null && end !== undefined) last = { sequence: end.sequence, hash: end.hash }
    if (broken === null && end !== undefined) continue
    const unsealed = await countUnsealed(db)
    return { ok: broken === null, events: last.sequence, unsealed, firstBroken: broken, lastHash: last.hash }
  }
}
