import { wholePounds } from '../../forms/index.ts'
import type { DriverSwitch, Robustness } from './robustness.ts'

/** Drivers that are named; the table has all. */
const named = 2

/** A fall that is said as 100%: nothing falls by more than that. */
const wholeFall = 0.9995

/** What is said of an answer; `points`, if any, are what would change it. */
export type RobustnessWords = { readonly text: string; readonly points?: readonly string[] }

/**
 * What would change the answer.
 *
 * @example // { text: 'The next best option, “Trust”, is worth £19 less. “Mutual” is preferred unless:', points: ['all its costs …'] }
 */
export function robustnessWords({
  preferred,
  next,
  ahead,
  costsMayRise,
  benefitsMayFall,
  drivers,
}: Robustness): RobustnessWords {
  if (ahead <= 0)
    return {
      text:
        ahead === 0
          ? `“${preferred.option.title}” is worth as much as “${next.option.title}”: the preference does not rest on its net present social value.`
          : `“${next.option.title}” has a net present social value that is ${wholePounds(-ahead)} higher: the preference for “${preferred.option.title}” does not rest on it.`,
    }
  const points = [
    ...(costsMayRise === null ? [] : [`all its costs turn out more than ${percentWords(costsMayRise)} higher`]),
    ...(benefitsMayFall === null || benefitsMayFall >= wholeFall
      ? []
      : [`all its benefits turn out more than ${percentWords(benefitsMayFall)} lower`]),
    ...drivers
      .filter(({ change }) => change > -wholeFall)
      .slice(0, named)
      .map(driverWords),
  ]
  return points.length === 0
    ? { text: `No single change of costs or benefits puts another option before “${preferred.option.title}”.` }
    : {
        text: `The next best option, “${next.option.title}”, is worth ${wholePounds(ahead)} less. “${preferred.option.title}” is preferred unless:`,
        points,
      }
}

const driverWords = ({ title, change, rival }: DriverSwitch): string =>
  `“${title}” turns out more than ${percentWords(Math.abs(change))} ${change < 0 ? 'lower' : 'higher'}, when “${rival.option.title}” would be worth more`

/** @example percentWords(0.3125) // => '31.3%' */
export const percentWords = (fraction: number): string => `${Number((fraction * 100).toFixed(1))}%`
