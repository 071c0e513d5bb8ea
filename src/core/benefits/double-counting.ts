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
  if (!one.isMoney || !other.isMoney) return marked ? ['marked'] : []
  const sameLine = isSame(one.line, other.line)
  const kinds = [one.kind, other.kind]
  const cashedAndAvoided = sameLine && kinds.includes('cashable') && kinds.includes('cost-avoided')
  return [
    ...(marked ? (['marked'] as const) : []),
    ...(cashedAndAvoided ? (['cashed-and-avoided'] as const) : sameLine ? (['same-line'] as const) : []),
    ...(isSame(one.measure, other.measure) ? (['same-measure'] as const) : []),
  ]
}

/** Whether two texts name the same thing, however they are written; nothing is the same as what was not said. */
const isSame = (one: string, other: string): boolean => plain(one) !== '' && plain(one) === plain(other)

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
  const chosen = new Map<string, Of>()
  for (const group of groupsOf(money)) {
    const largest = group.reduce((best, each) => (sizeOf(each) > sizeOf(best) ? each : best))
    for (const { id } of group) chosen.set(id, largest)
  }
  const isChosen = (benefit: Of) => chosen.get(benefit.id) === benefit
  return {
    counted: money.filter(isChosen),
    leftOut: money
      .filter((benefit) => !isChosen(benefit))
      .map((benefit) => ({ benefit, for: chosen.get(benefit.id)?.id ?? benefit.id })),
  }
}

const sizeOf = ({ forecast }: Counted): number => forecast.reduce((sum, { central }) => sum + central, 0)

/** Benefits that overlap, directly or by way of others, in groups; one that overlaps with none is a group by itself. */
function groupsOf<Of extends Counted>(benefits: readonly Of[]): readonly (readonly [Of, ...Of[]])[] {
  const pairs = overlapsOf(benefits)
  const groups: [Of, ...Of[]][] = []
  for (const benefit of benefits) {
    const near = groups.filter((group) =>
      pairs.some(({ first, second }) => second === benefit.id && group.some(({ id }) => id === first)),
    )
    const [joined, ...others] = near
    if (joined === undefined) groups.push([benefit])
    else {
      for (const other of others) joined.push(...groups.splice(groups.indexOf(other), 1).flat())
      joined.push(benefit)
    }
  }
  return groups.map((group) => inOrder(benefits, group))
}

const inOrder = <Of>(all: readonly Of[], group: [Of, ...Of[]]): [Of, ...Of[]] =>
  group.toSorted((one, other) => all.indexOf(one) - all.indexOf(other)) as [Of, ...Of[]]
