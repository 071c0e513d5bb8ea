import { betaDensity, betaQuantile } from './beta.ts'
import { normalQuantile } from './normal-quantile.ts'

/** How a number that is not known is spread. `low` and `high` are the ends, `mode` the most likely. */
export type Distribution =
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'triangular' | 'pert'; readonly low: number; readonly mode: number; readonly high: number }
  | { readonly kind: 'normal'; readonly mean: number; readonly sd: number }
  | { readonly kind: 'lognormal'; readonly mu: number; readonly sigma: number }
  | {
      readonly kind: 'beta'
      readonly alpha: number
      readonly beta: number
      /** 0 and 1 unless told. */
      readonly low?: number
      readonly high?: number
    }
  | {
      /** Something that happens with this chance, above 0 and at most 1, and is then an amount; nothing where it does not. */
      readonly kind: 'event'
      readonly chance: number
      readonly amount: Distribution
    }

type Beta = { readonly alpha: number; readonly beta: number; readonly low: number; readonly high: number }

/** A PERT is a beta whose mode has four times the weight of each end. */
function asBeta(given: Extract<Distribution, { kind: 'pert' | 'beta' | 'triangular' }>): Beta {
  if (given.kind === 'beta') return { low: 0, high: 1, ...given }
  const { low, mode, high } = given
  const width = high - low
  if (width === 0) return { alpha: 1, beta: 1, low, high }
  return { alpha: 1 + (4 * (mode - low)) / width, beta: 1 + (4 * (high - mode)) / width, low, high }
}

/** The mean of a distribution. */
export function meanOf(given: Distribution): number {
  switch (given.kind) {
    case 'uniform':
      return (given.low + given.high) / 2
    case 'triangular':
      return (given.low + given.mode + given.high) / 3
    case 'normal':
      return given.mean
    case 'lognormal':
      return Math.exp(given.mu + given.sigma ** 2 / 2)
    case 'event':
      return given.chance * meanOf(given.amount)
    default: {
      const { alpha, beta, low, high } = asBeta(given)
      return low + ((high - low) * alpha) / (alpha + beta)
    }
  }
}

/** The value below which a variable of this distribution lies with a chance above 0 and below 1, exactly. */
export function quantileOf(given: Distribution, share: number): number {
  switch (given.kind) {
    case 'uniform':
      return given.low + (given.high - given.low) * share
    case 'triangular':
      return triangle(given)(share)
    case 'normal':
      return given.mean + given.sd * normalQuantile(share)
    case 'lognormal':
      return Math.exp(given.mu + given.sigma * normalQuantile(share))
    case 'event': {
      const happened = shareHappened(given.chance, share)
      return happened <= 0 ? 0 : quantileOf(given.amount, happened)
    }
    default: {
      const { alpha, beta, low, high } = asBeta(given)
      return low + (high - low) * betaQuantile(share, alpha, beta)
    }
  }
}

/** Where within its amounts an event is; at or below nothing where it does not happen. The largest shares are those that do. */
const shareHappened = (chance: number, share: number): number => (share - (1 - chance)) / chance

/**
 * Between what a number lies when it alone is moved: its 10th and its 90th percentile. An event that is rare has nothing at
 * both: of an event it is nothing, and the mean where it happens.
 */
export const endsOf = (given: Distribution): readonly [low: number, high: number] =>
  given.kind === 'event' ? [0, meanOf(given.amount)] : [quantileOf(given, 0.1), quantileOf(given, 0.9)]

type Triangle = { readonly low: number; readonly mode: number; readonly high: number }

/** Quantiles of a triangle. What no share changes is worked out once, with the arithmetic of a single one. */
function triangle({ low, mode, high }: Triangle): (share: number) => number {
  const width = high - low
  if (width === 0) return () => low
  const [below, above] = [mode - low, high - mode]
  const atMode = below / width
  return (share) =>
    share < atMode ? low + Math.sqrt(share * width * below) : high - Math.sqrt((1 - share) * width * above)
}

/** Cells of a table of quantiles, and how many at each end are worked out afresh, where the curve is steep. */
const cells = 1024
const steepCells = 8

/**
 * The same as a function that is quick for many shares. A beta is read from a table, between its entries by the cubic that
 * has their slopes too: the error is below a millionth of its width.
 */
export function samplerOf(given: Distribution): (share: number) => number {
  if (given.kind === 'event') return eventSampler(given.chance, samplerOf(given.amount))
  if (given.kind === 'triangular') return triangle(given)
  if (given.kind !== 'pert' && given.kind !== 'beta') return (share) => quantileOf(given, share)
  const { alpha, beta, low, high } = asBeta(given)
  const values = Float64Array.from({ length: cells + 1 }, (_, at) => betaQuantile(at / cells, alpha, beta))
  const slopes = values.map((value) => 1 / betaDensity(value, alpha, beta) / cells)
  return (share) => low + (high - low) * tabled(share)

  function tabled(share: number): number {
    const place = share * cells
    const at = Math.floor(place)
    if (at < steepCells || at >= cells - steepCells) return betaQuantile(share, alpha, beta)
    const t = place - at
    const [from, to] = [values[at] ?? 0, values[at + 1] ?? 0]
    const [leaving, arriving] = [slopes[at] ?? 0, slopes[at + 1] ?? 0]
    const rest = 1 - t
    return (
      from * (1 + 2 * t) * rest * rest + leaving * t * rest * rest + to * t * t * (3 - 2 * t) - arriving * t * t * rest
    )
  }
}

const eventSampler =
  (chance: number, amount: (share: number) => number) =>
  (share: number): number => {
    const happened = shareHappened(chance, share)
    return happened <= 0 ? 0 : amount(happened)
  }
