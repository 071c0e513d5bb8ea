import { canonicalJson } from '../canonical/canonical-json.ts'
import type { Json } from '../canonical/json.ts'

/** One change, as the audit log keeps it. `facts` say what changed, never a secret and never the words of an answer. */
export type LoggedEvent = {
  readonly id: string
  /** ISO 8601 in UTC, to the millisecond. */
  readonly at: string
  readonly action: string
  readonly actorId: string | null
  readonly fundId: string | null
  readonly objectType: string
  readonly objectId: string
  readonly facts: Json
}

/** An event with its place in the chain. */
export type SealedEvent = LoggedEvent & {
  /** From 1, without gaps. */
  readonly sequence: number
  readonly previousHash: string
  readonly hash: string
}

export type Sha256 = (text: string) => string

/** What stands before the first event: 64 noughts. */
export const firstPreviousHash = '0'.repeat(64)

/**
 * The hash of an event in its place: SHA-256 of the canonical JSON (RFC 8785) of the event, its sequence and the hash
 * before it. Changing, removing, adding or moving any event changes every hash after it.
 *
 * @returns 64 hex digits
 */
export function hashOf(event: LoggedEvent, sequence: number, previousHash: string, sha256: Sha256): string {
  const { id, at, action, actorId, fundId, objectType, objectId, facts } = event
  return sha256(canonicalJson({ id, at, action, actorId, fundId, objectType, objectId, facts, sequence, previousHash }))
}

/** Puts events at the end of the chain, in the order given. */
export function seal(
  events: readonly LoggedEvent[],
  last: { readonly sequence: number; readonly hash: string },
  sha256: Sha256,
): readonly SealedEvent[] {
  const sealed: SealedEvent[] = []
  let { sequence, hash } = last
  for (const event of events) {
    const previousHash = hash
    sequence += 1
    hash = hashOf(event, sequence, previousHash, sha256)
    sealed.push({ ...event, sequence, previousHash, hash })
  }
  return sealed
}

/** Where a chain first goes wrong. */
export type Broken = { readonly sequence: number; readonly text: string }

/**
 * Checks a stretch of the chain.
 *
 * @param events in the order of their sequence
 * @param last the end of the stretch before it
 * @returns the first break, or null if every event is as it was sealed
 */
export function firstBroken(
  events: readonly SealedEvent[],
  last: { readonly sequence: number; readonly hash: string },
  sha256: Sha256,
): Broken | null {
  let { sequence, hash } = last
  for (const event of events) {
    if (event.sequence !== sequence + 1)
      return { sequence: sequence + 1, text: `event ${sequence + 1} is missing: the next one is ${event.sequence}` }
    if (event.previousHash !== hash)
      return { sequence: event.sequence, text: `event ${event.sequence} does not follow the one before it` }
    if (event.hash !== hashOf(event, event.sequence, hash, sha256))
      return { sequence: event.sequence, text: `event ${event.sequence} is not as it was sealed` }
    sequence = event.sequence
    hash = event.hash
  }
  return null
}
