import { type Broken, firstBroken, firstPreviousHash, type Sha256 } from '../../core/audit/chain.ts'
import type { Database } from '../../platform/database/database.ts'
import { countUnsealed, sealedEvents } from './audit.store.ts'

/** What a check of the whole log found. `unsealed` events are committed and wait for the sealer. */
export type LogReport = {
  readonly ok: boolean
  /** How many are whole: all that are sealed, or those before the first break. */
  readonly events: number
  readonly unsealed: number
  readonly firstBroken: Broken | null
  /** The hash at the end of the chain, if it is whole: write it down elsewhere, and nobody can rewrite the log unseen. */
  readonly lastHash: string
}

const batch = 5000

/** Walks the whole chain in batches and stops at the first break. */
export async function verifyLog(db: Database, sha256: Sha256): Promise<LogReport> {
  let last = { sequence: 0, hash: firstPreviousHash }
  for (;;) {
    const stretch = await sealedEvents(db, last.sequence, batch)
    const broken = firstBroken(stretch, last, sha256)
    const end = stretch.at(-1)
    if (broken === null && end !== undefined) last = { sequence: end.sequence, hash: end.hash }
    if (broken === null && end !== undefined) continue
    const unsealed = await countUnsealed(db)
    const events = broken === null ? last.sequence : broken.sequence - 1
    return { ok: broken === null, events, unsealed, firstBroken: broken, lastHash: last.hash }
  }
}
