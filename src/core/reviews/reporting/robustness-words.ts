import { wholePounds } from '../../forms/index.ts'
import { plainList } from '../../text/plain-list.ts'
import type { DriverSwitch, Robustness } from './robustness.ts'

/** Drivers that a sentence names; the table has all. */
const named = 2

/** What would change the answer, in a sentence. @example 'Preferred unless “Premises” comes to 31% more (then …' */
export function robustnessWords({
  preferred,
  next,
  ahead,
  costsMayRise,
  benefitsMayFall,
  drivers,
}: Robustness): string {
  if (ahead <= 0)
    return ahead === 0
      ? `“${preferred.option.title}” is worth as much as “${next.option.title}”: the preference does not rest on its net present social value.`
      : `“${next.option.title}” has a net present social value that is ${wholePounds(-ahead)} higher: the preference for “${preferred.option.title}” does not rest on it.`
  const changes = [
    ...(costsMayRise === null ? [] : [`all its costs turn out more than ${percentWords(costsMayRise)} higher`]),
    ...(benefitsMayFall === null ? [] : [`all its benefits turn out more than ${percentWords(benefitsMayFall)} lower`]),
    ...drivers.slice(0, named).map(driverWords),
  ]
  return changes.length === 0
    ? `No single change of costs or benefits puts another option before “${preferred.option.title}”.`
    : `“${preferred.option.title}” is preferred unless ${plainList(changes, 'or')}: the next best, “${next.option.title}”, is worth ${wholePounds(ahead)} less.`
}

const driverWords = ({ title, change, rival }: DriverSwitch): string =>
  `“${title}” comes to more than ${percentWords(Math.abs(change))} ${change < 0 ? 'less' : 'more'} (then “${rival.option.title}” is worth more)`

/** @example percentWords(0.3125) // => '31.3%' */
export const percentWords = (fraction: number): string => `${Number((fraction * 100).toFixed(1))}%`
