import type { ReviewAppraisal } from '../money/appraise-review.ts'

/** What an option comes to as it stands, and how much of that one driver makes. */
export type WhatIfOption = {
  readonly id: string
  readonly npsv: number
  readonly drivers: Readonly<Record<string, number>>
}

/** All that is needed to see what a change of one driver does: a few numbers for each option. */
export const whatIfOf = ({ options }: Pick<ReviewAppraisal, 'options'>): readonly WhatIfOption[] =>
  options.map(({ option, lines }) => {
    const drivers: Record<string, number> = {}
    for (const { title, reconciled } of lines) drivers[title] = (drivers[title] ?? 0) + reconciled.economic
    return { id: option.id, npsv: lines.reduce((sum, { reconciled }) => sum + reconciled.economic, 0), drivers }
  })

/** What an option comes to when a driver is so many percent more in all options. Its place among the options, from 1. */
export type Changed = { readonly id: string; readonly npsv: number; readonly place: number }

/**
 * What every option comes to after a change.
 *
 * @param percent more than stands in the table; below nothing is less
 */
export function changedBy(options: readonly WhatIfOption[], driver: string, percent: number): readonly Changed[] {
  const after = options.map(({ id, npsv, drivers }) => ({ id, npsv: npsv + ((drivers[driver] ?? 0) * percent) / 100 }))
  return after.map((each) => ({ ...each, place: 1 + after.filter((other) => other.npsv > each.npsv).length }))
}

/**
 * The change of a driver at which the leader is no longer ahead: the nearest one above and below nothing.
 *
 * @returns percent; null where no change does it
 */
export function switchesAt(
  options: readonly WhatIfOption[],
  driver: string,
): { readonly up: number | null; readonly down: number | null } {
  const [leader, ...others] = [...options].sort((one, other) => other.npsv - one.npsv)
  const crossings = others.flatMap((other) => {
    const slope = (leader?.drivers[driver] ?? 0) - (other.drivers[driver] ?? 0)
    return slope === 0 ? [] : [((other.npsv - (leader?.npsv ?? 0)) / slope) * 100]
  })
  const nearest = (kept: readonly number[]): number | null =>
    kept.length === 0 ? null : kept.reduce((one, next) => (Math.abs(next) < Math.abs(one) ? next : one))
  return {
    up: nearest(crossings.filter((percent) => percent > 0)),
    // Less than nothing of something cannot be.
    down: nearest(crossings.filter((percent) => percent < 0 && percent >= -100)),
  }
}
