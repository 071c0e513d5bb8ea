import { firstPreviousHash, hashOf, type SealedEvent } from '../audit/chain.ts'
import type { Sha256 } from '../canonical/index.ts'

/** The events of a round, with what shows that they stand in the audit log as they are told. */
export type AuditTrail = {
  readonly document: 'audit-trail'
  readonly format: 1
  readonly round: { readonly id: string; readonly fund: string; readonly name: string; readonly illustrative: boolean }
  /** In the order of the log. */
  readonly events: readonly SealedEvent[]
  /**
   * The hash of every event of the log, from the first to the last of these: of those of other rounds the hash alone is
   * told, which follows from what is random and tells nothing.
   */
  readonly chain: readonly string[]
}

export type TrailVerification = {
  readonly ok: boolean
  /** How many events of the round there are. */
  readonly events: number
  readonly firstBroken: { readonly sequence: number; readonly text: string } | null
  /** How many events of other rounds are here by their hash alone. */
  readonly others: number
  /** The hash of the last event: compare it with what anybody wrote down of the log elsewhere. */
  readonly lastHash: string
}

/** Takes the hash of each event again, from the hash before it in the log, and names the first that is not as it was sealed. */
export function verifyTrail({ events, chain }: AuditTrail, sha256: Sha256): TrailVerification {
  const all = Array.isArray(chain) ? chain : []
  const told = Array.isArray(events) ? events : []
  const lastHash = String(all.at(-1) ?? firstPreviousHash)
  const firstBroken = firstBrokenIn(told, all, sha256)
  return { ok: firstBroken === null, events: told.length, firstBroken, others: all.length - told.length, lastHash }
}

function firstBrokenIn(
  events: readonly SealedEvent[],
  chain: readonly unknown[],
  sha256: Sha256,
): TrailVerification['firstBroken'] {
  let before = 0
  for (const event of events) {
    const sequence = Number(event?.sequence)
    const broken = (text: string) => ({ sequence: Number.isSafeInteger(sequence) ? sequence : before + 1, text })
    if (!Number.isSafeInteger(sequence)) return broken(`what follows event ${before} has no sequence`)
    if (sequence <= before) return broken(`event ${sequence} does not come after ${before}`)
    const previous = sequence === 1 ? firstPreviousHash : chain[sequence - 2]
    if (event.previousHash !== previous) return broken(`event ${sequence} does not follow the one before it in the log`)
    if (event.hash !== chain[sequence - 1]) return broken(`event ${sequence} is not the one in that place of the log`)
    if (!isSealed(event, sha256)) return broken(`event ${sequence} is not as it was sealed`)
    before = sequence
  }
  if (chain.length !== before)
    return { sequence: before + 1, text: `the log is told of up to ${chain.length}, and the last event is ${before}` }
  return null
}

/** One of which something is missing has no hash: it is not as it was sealed either. */
export function isSealed(event: SealedEvent, sha256: Sha256): boolean {
  try {
    return hashOf(event, event.sequence, event.previousHash, sha256) === event.hash
  } catch {
    return false
  }
}
