import { groupsOf, largestOf } from './groups.ts'
import type { Benefit } from './read-benefits.ts'

/**
 * Why two benefits may be one. `marked`: one says that it overlaps with the other. `same-line`: both come out of one budget.
 * `cashed-and-avoided`: the one cuts the budget out of which the other is not to be paid. `same-measure`: both count the
 * same thing.
 */
export type OverlapReason = 'marked' | 'same-line' | 'cashed-and-avoided' | 'same-measure'

export type Overlap = {
  readonly first: string
  readonly second: string
  readonly reasons: readonly OverlapReason[]
}

type Counted = Pick<Benefit, 'id' | 'kind' | 'isMoney' | 'line' | 'measure' | 'overlaps' | 'forecast'>

/** Pairs of benefits of one award that may be counted twice, in the order of the register, each with every reason. */
export const overlapsOf = (benefits: readonly Counted[]): readonly Overlap[] =>
  benefits.flatMap((first, at) =>
    benefits.slice(at + 1).flatMap((second) => {
      const reasons = reasonsOf(first, second)
      return reasons.length === 0 ? [] : { first: first.id, second: second.id, reasons }
    }),
  )

function reasonsOf(one: Counted, other: Counted): readonly OverlapReason[] {
  const marked = one.overlaps.includes(other.id) || other.overlaps.includes(one.id)
  return [...(marked ? (['marked'] as const) : []), ...budgetReasons(one, other)]
}

type OfBudget = Pick<Benefit, 'kind' | 'isMoney' | 'line' | 'measure'>

/** Why two benefits may be one by what they come out of and are measured by: none where either is not money. */
export function budgetReasons(one: OfBudget, other: OfBudget): readonly Exclude<OverlapReason, 'marked'>[] {
  if (!one.isMoney || !other.isMoney) return []
  const sameLine = isSame(one.line, other.line)
  const kinds = [one.kind, other.kind]
  const cashedAndAvoided = sameLine && kinds.includes('cashable') && kinds.includes('cost-avoided')
  return [
    ...(cashedAndAvoided ? (['cashed-and-avoided'] as const) : sameLine ? (['same-line'] as const) : []),
    ...(isSame(one.measure, other.measure) ? (['same-measure'] as const) : []),
  ]
}

/** Whether two texts name the same thing, however they are written; nothing is the same as what was not said. */
export const isSame = (one: string, other: string): boolean => plain(one) !== '' && plain(one) === plain(other)

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * Which benefits of money count when they are added up: of those that may be one, whether directly or by way of another,
 * the one with the largest forecast; of equal ones the first. The others are left out.
 */
export function countedOnce<Of extends Counted>(
  benefits: readonly Of[],
): { readonly counted: readonly Of[]; readonly leftOut: readonly { readonly benefit: Of; readonly for: string }[] } {
  const money = benefits.filter(({ isMoney }) => isMoney)
  const pairs = overlapsOf(money)
  const areOne = (one: Of, other: Of) => pairs.some(({ first, second }) => first === one.id && second === other.id)
  const chosen = new Map<string, Of>()
  for (const group of groupsOf(money, areOne)) for (const { id } of group) chosen.set(id, largestOf(group, sizeOf))
  const isChosen = (benefit: Of) => chosen.get(benefit.id) === benefit
  return {
    counted: money.filter(isChosen),
    leftOut: money
      .filter((benefit) => !isChosen(benefit))
      .map((benefit) => ({ benefit, for: chosen.get(benefit.id)?.id ?? benefit.id })),
  }
}

/** How much is forecast of a benefit in all years. */
export const sizeOf = ({ forecast }: Pick<Benefit, 'forecast'>): number =>
  forecast.reduce((sum, { central }) => sum + central, 0)
