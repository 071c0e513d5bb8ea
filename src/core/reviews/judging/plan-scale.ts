import { addDays, daysBetween, type IsoDay } from '../../time/day.ts'
import type { PlanStep } from './read-plan.ts'

/** A line of days for a picture of a plan: days are counted from {@link firstDay}. */
export type PlanScale = { readonly least: number; readonly most: number; readonly ticks: readonly number[] }

const firstDay: IsoDay = '2000-01-01'

export const dayNumber = (day: IsoDay): number => daysBetween(firstDay, day)

export const dayOfNumber = (number: number): IsoDay => addDays(firstDay, number)

/** How many ticks there are at most: their words must fit on a small screen. */
const mostTicks = 4

/** From the month in which the first step begins to the end of that in which the last one ends, with ticks on firsts of months. */
export function planScale(steps: readonly Pick<PlanStep, 'startsOn' | 'endsOn'>[]): PlanScale {
  const starts = steps.map(({ startsOn }) => startsOn).sort()
  const ends = steps.map(({ endsOn }) => endsOn).sort()
  const from = monthOf(starts[0] ?? firstDay)
  const until = monthOf(ends.at(-1) ?? firstDay) + 1
  const step = [1, 2, 3, 6, 12, 24, 60, 120, 600, 2400].find((months) => (until - from) / months < mostTicks) ?? 2400
  const ticks = Array.from({ length: Math.floor((until - from) / step) + 1 }, (_, at) => from + at * step)
  return { least: firstOf(from), most: firstOf(until), ticks: ticks.map(firstOf) }
}

const monthOf = (day: IsoDay): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1

const firstOf = (month: number): number =>
  dayNumber(`${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`)
