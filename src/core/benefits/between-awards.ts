import { budgetReasons, isSame, type OverlapReason, sizeOf } from './double-counting.ts'
import { groupsOf, largestOf } from './groups.ts'
import type { Benefit } from './read-benefits.ts'

/** What an award may share with others of its fund. */
export type Claims = {
  /** The reference of its application. */
  readonly reference: string
  /** What is delivered otherwise. */
  readonly service: string
  /** The council and its partners, by their names. */
  readonly bodies: readonly string[]
}

/** A benefit of one of several awards. */
export type Claimed = { readonly claims: Claims; readonly benefit: Benefit }

/** `same-service`: both are called the same, of a service that is called the same. */
export type BetweenReason = Exclude<OverlapReason, 'marked'> | 'same-service'

/** A benefit as it is known in a fund. */
export type BenefitName = { readonly reference: string; readonly benefit: string }

/** That two benefits of different awards are not one, and why. Which is first does not matter. */
export type KeptBoth = { readonly first: BenefitName; readonly second: BenefitName; readonly reason: string }

export type BetweenAwards = {
  readonly first: Claimed
  readonly second: Claimed
  readonly reasons: readonly BetweenReason[]
  /** Why both are counted all the same; undefined where they are counted once. */
  readonly kept: string | undefined
}

/** What is counted as a benefit of another award. */
export type CountedElsewhere = { readonly benefit: Claimed; readonly as: Claimed }

export const nameOfBenefit = ({ claims, benefit }: Claimed): BenefitName => ({
  reference: claims.reference,
  benefit: benefit.id,
})

/**
 * Pairs of benefits of money of different awards that may be one: they fall to a body that both awards have to do with, be it
 * a council, a partner or whoever gets them, and are of one budget, one measure or one service.
 */
export const betweenAwards = (all: readonly Claimed[], kept: readonly KeptBoth[]): readonly BetweenAwards[] =>
  all.flatMap((first, at) =>
    all.slice(at + 1).flatMap((second) => {
      const reasons = reasonsOf(first, second)
      return reasons.length === 0 ? [] : { first, second, reasons, kept: reasonToKeep(kept, first, second) }
    }),
  )

function reasonsOf(one: Claimed, other: Claimed): readonly BetweenReason[] {
  if (one.claims.reference === other.claims.reference || !shareBody(one, other)) return []
  const isSameService =
    isSame(one.claims.service, other.claims.service) && isSame(one.benefit.title, other.benefit.title)
  return [...budgetReasons(one.benefit, other.benefit), ...(isSameService ? (['same-service'] as const) : [])]
}

const shareBody = (one: Claimed, other: Claimed): boolean =>
  bodiesOf(one).some((body) => bodiesOf(other).some((each) => isSame(body, each)))

/** Words for whoever holds the award, which name nobody. */
const ourselves = ['', 'the council', 'council', 'our council']

const bodiesOf = ({ claims, benefit }: Claimed): readonly string[] =>
  ourselves.some((words) => isSame(words, benefit.fallsTo)) || benefit.fallsTo === ''
    ? claims.bodies
    : [...claims.bodies, benefit.fallsTo]

const reasonToKeep = (kept: readonly KeptBoth[], first: Claimed, second: Claimed): string | undefined => {
  const [one, other] = [nameOfBenefit(first), nameOfBenefit(second)]
  return kept.find(
    (pair) =>
      (isBenefit(pair.first, one) && isBenefit(pair.second, other)) ||
      (isBenefit(pair.first, other) && isBenefit(pair.second, one)),
  )?.reason
}

const isBenefit = (one: BenefitName, other: BenefitName): boolean =>
  one.reference === other.reference && one.benefit === other.benefit

/** Of benefits that may be one and are not kept apart, all but the one with the largest forecast, with what they count as. */
export function countedElsewhere(
  all: readonly Claimed[],
  between: readonly BetweenAwards[],
): readonly CountedElsewhere[] {
  const pairs = between.filter(({ kept }) => kept === undefined)
  const areOne = (one: Claimed, other: Claimed) =>
    pairs.some(({ first, second }) => (first === one && second === other) || (first === other && second === one))
  return groupsOf(all, areOne).flatMap((group) => {
    const as = largestOf(group, ({ benefit }) => sizeOf(benefit))
    return group.filter((each) => each !== as).map((benefit) => ({ benefit, as }))
  })
}
