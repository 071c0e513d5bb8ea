import { wholePounds } from '../../forms/index.ts'
import { plainList } from '../../text/plain-list.ts'
import { shortPounds } from '../../text/short-pounds.ts'
import type { CashBand, MeanShift, OptionSpread } from '../../uncertainty/index.ts'
import { isRiskDriver } from './cost-case.ts'

/** Percent without false precision. @example chanceWords(0.6843) // => '68%' */
export function chanceWords(share: number): string {
  if (share > 0 && share < 0.005) return 'less than 1%'
  if (share < 1 && share > 0.995) return 'more than 99%'
  return `${Math.round(share * 100)}%`
}

/**
 * Which option comes out ahead how often.
 *
 * @param byFirst the option that is ahead most often first
 * @example '“Staff mutual” has the highest net present social value in 68% of samples; “Charity” in 27%.'
 */
export function spreadsFinding(byFirst: readonly OptionSpread[], titleOf: (id: string) => string): string {
  const [best, next] = byFirst
  if (best === undefined) return ''
  const leads = `“${titleOf(best.id)}” has the highest net present social value in ${chanceWords(best.first)} of samples`
  return next === undefined || next.first === 0
    ? `${leads}.`
    : `${leads}; “${titleOf(next.id)}” in ${chanceWords(next.first)}.`
}

/**
 * Which options come to the same in every sample, so that their range says nothing of how sure they are; undefined where none
 * does.
 *
 * @example 'Nothing is uncertain in “Staff mutual”: none of its lines has a range and no risk can happen, so that it comes to the same in every sample. Say how far its lines may turn out below or above.'
 */
export function certainFinding(spreads: readonly OptionSpread[], titleOf: (id: string) => string): string | undefined {
  const certain = spreads.filter(isCertain)
  if (certain.length === 0) return undefined
  const [their, they] = certain.length === 1 ? (['its', 'it comes'] as const) : (['their', 'they come'] as const)
  return `Nothing is uncertain in ${plainList(certain.map(({ id }) => `“${titleOf(id)}”`))}: none of ${their} lines has a range and no risk can happen, so ${they} to the same in every sample. Say how far ${their} lines may turn out below or above.`
}

/** Whether nothing that is drawn moves an option. */
export const isCertain = ({ tornado }: Pick<OptionSpread, 'tornado'>): boolean => tornado.length === 0

/** How far samples lie apart; a word where nothing is drawn, since £0 would look as if it were known to the pound. */
export const deviationWords = (spread: Pick<OptionSpread, 'tornado' | 'sd'>): string =>
  isCertain(spread) ? 'no range' : wholePounds(spread.sd)

/** What moves an option the most. @param tornado the widest first */
export function tornadoFinding([widest]: OptionSpread['tornado']): string {
  if (widest === undefined) return 'No line of this option has a range, and no risk can happen.'
  const { driver, low, high } = widest
  const when = isRiskDriver(driver) ? 'whether it happens' : 'between its 10th and 90th percentile it'
  return `“${driver}” matters most: ${when} moves the net present social value from ${shortPounds(low)} to ${shortPounds(high)}.`
}

/** What will have been paid in the end. */
export function bandFinding({ low, middle, high }: CashBand): string {
  const [least, usual, most] = [low, middle, high].map((pounds) => shortPounds(pounds.at(-1) ?? 0))
  return least === most
    ? `By the end, ${usual}: nothing that was drawn changes it.`
    : `By the end, ${usual} in the middle; eight times in ten between ${least} and ${most}.`
}

/** Causes of a difference that are named; the others are said together. */
const mostCauses = 3

/**
 * Why the mean of an option lies away from what it comes to in the tables; undefined where nothing moves it by a pound.
 *
 * @param drawn the mean of the samples
 * @example meanFinding(-110, { middle: -100, mean: -110, causes: [{ driver: 'Staff', amount: -10 }] }) // => 'The mean, -£110, is £10 below the -£100 of the tables, because a range that reaches further to one side has its mean on that side: “Staff” lowers it by £10.'
 */
export function meanFinding(drawn: number, { middle, mean, causes }: MeanShift): string | undefined {
  if (Math.abs(mean - middle) < 0.5) return undefined
  const moved = (amount: number): string => `${amount < 0 ? 'lowers' : 'raises'} it by ${shortPounds(Math.abs(amount))}`
  const named = causes.slice(0, mostCauses).map(({ driver, amount }) => `“${driver}” ${moved(amount)}`)
  const others = causes.slice(mostCauses).reduce((sum, { amount }) => sum + amount, 0)
  const parts = Math.abs(others) < 0.5 ? named : [...named, `what is left ${moved(others)}`]
  return `The mean, ${wholePounds(drawn)}, is ${wholePounds(Math.abs(drawn - middle))} ${drawn < middle ? 'below' : 'above'} the ${wholePounds(middle)} of the tables, because a range that reaches further to one side has its mean on that side: ${plainList(parts)}.`
}

/** What percentiles are, for a table that has them. */
export const percentilesMean =
  'P10 is the amount below which the result falls one time in ten, P50 five times in ten, P80 eight and P90 nine.'
