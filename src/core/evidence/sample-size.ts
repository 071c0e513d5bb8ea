/** How sure one wants to be, and how many of a hundred may be wrong before it matters. */
export type SampleAim = {
  /** Above 0 and below 100. */
  readonly confidencePercent: number
  /** Above 0 and below 100: at this rate or above, what was sampled from is not in order. */
  readonly tolerablePercent: number
}

/** So that a chance that is the limit itself is not missed by the last bit of it. */
const slack = 1e-12

/**
 * The fewest items to look at, all of which must be right, to be so sure that fewer are wrong than may be: of a population
 * so large that an item more or less makes no difference.
 *
 * @throws {RangeError} for percentages that are not between 0 and 100
 * @see Arkin, Handbook of Sampling for Auditing and Accounting (discovery sampling)
 * @example largePopulationSize({ confidencePercent: 95, tolerablePercent: 5 }) // => 59
 */
export function largePopulationSize(aim: SampleAim): number {
  checkAim(aim)
  const size = Math.log(riskOf(aim)) / Math.log(1 - aim.tolerablePercent / 100)
  return Math.ceil(size - slack)
}

/**
 * The same of a population of a known size, by the hypergeometric distribution: the fewest of which it is unlikely enough
 * that none is wrong, if as many are as must not be.
 *
 * @param population a whole number, 0 or more
 * @returns at most the population
 * @throws {RangeError} for percentages that are not between 0 and 100, or a population that is no whole number
 * @example sampleSize(10, { confidencePercent: 95, tolerablePercent: 20 }) // => 8
 */
export function sampleSize(population: number, aim: SampleAim): number {
  checkAim(aim)
  if (!Number.isSafeInteger(population) || population < 0) throw new RangeError('a population is a whole number')
  const wrong = Math.max(1, Math.ceil((population * aim.tolerablePercent) / 100 - slack))
  let noneFound = 1
  for (let size = 0; size < population; size += 1) {
    if (noneFound <= riskOf(aim) + slack) return size
    noneFound *= Math.max(0, population - wrong - size) / (population - size)
  }
  return population
}

const riskOf = ({ confidencePercent }: SampleAim): number => (100 - confidencePercent) / 100

function checkAim({ confidencePercent, tolerablePercent }: SampleAim): void {
  for (const percent of [confidencePercent, tolerablePercent])
    if (!(percent > 0 && percent < 100)) throw new RangeError('a percentage is above 0 and below 100')
}
