import type { Expertise } from '../assessment/subjects.ts'

/** What an application is about, as far as a match asks. */
export type Subject = {
  readonly serviceAreas: readonly string[]
  readonly deliveryModels: readonly string[]
  readonly authorityKind: string
}

export type Bidding = 'yes' | 'maybe' | 'no' | null

/** How well an assessor fits an application, from 0 to 1, and of what that is made. */
export type Match = {
  readonly match: number
  /** Each from 0 to 1. */
  readonly parts: {
    readonly serviceAreas: number
    readonly authority: number
    readonly deliveryModels: number
    readonly bid: number
  }
}

const worthOfBid = { yes: 1, maybe: 0.5, none: 0.3, no: 0.05 }

/** A part of an application of which nothing is known counts for everybody as half known. */
export const covered = (asked: readonly string[], known: readonly string[]): number =>
  asked.length === 0 ? 0.5 : asked.filter((each) => known.includes(each)).length / asked.length

/**
 * 0.45 for service areas, 0.15 for the type of authority, 0.2 for delivery models, 0.2 for the bid: so little that it does
 * not pay to bid for friends. In thousandths, so that equals are equal.
 *
 * @example matchOf({ serviceAreas: ['health'], deliveryModels: [], authorityKind: 'district' }, noExpertise, null).match // => 0.16
 */
export function matchOf(subject: Subject, expertise: Expertise, bid: Bidding): Match {
  const parts = {
    serviceAreas: covered(subject.serviceAreas, expertise.serviceAreas),
    authority: expertise.authorityTypes.includes(subject.authorityKind) ? 1 : 0,
    deliveryModels: covered(subject.deliveryModels, expertise.deliveryModels),
    bid: worthOfBid[bid ?? 'none'],
  }
  const { serviceAreas, authority, deliveryModels } = parts
  const match = 0.45 * serviceAreas + 0.15 * authority + 0.2 * deliveryModels + 0.2 * parts.bid
  return { match: Math.round(match * 1000) / 1000, parts }
}
