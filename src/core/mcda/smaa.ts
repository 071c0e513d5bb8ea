import { type Distribution, evenNumbers, meanOf, samplerOf } from '../uncertainty/index.ts'

/** What is known of the weights: nothing, the order of the criteria (the most important first), or each. */
export type KnownWeights = 'free' | { readonly order: readonly string[] } | { readonly exact: readonly number[] }

export type SmaaCase = {
  readonly options: readonly string[]
  readonly criteria: readonly string[]
  /** A row for each option, a column for each criterion: the higher the better. */
  readonly values: readonly (readonly (number | Distribution)[])[]
  readonly weights: KnownWeights
  readonly samples: number
  readonly seed: number
}

/** Shares of samples, row by row in the order of the options. */
export type Smaa = {
  /** A column for each rank, the first the best. Options of one total share their ranks. */
  readonly rankAcceptability: readonly (readonly number[])[]
  /** The mean weights of the samples in which the option is first; null if it never is. */
  readonly centralWeights: readonly (readonly number[] | null)[]
  /** How often it is first at those weights. */
  readonly confidence: readonly (number | null)[]
  /** How often the row is better than the column. */
  readonly pairwise: readonly (readonly number[])[]
}

const blockSize = 1024

/** One block of samples: the weights and the values of each option, a number for each sample. */
type Block = {
  readonly length: number
  readonly weights: readonly Float64Array[]
  readonly totals: readonly Float64Array[]
}

/**
 * Stochastic multicriteria acceptability analysis: which options are best under which weights, where weights and values are
 * not fully known. By scrambled Sobol numbers: the same for the same seed.
 *
 * @see Lahdelma and Salminen 2001, SMAA-2; Tervonen and Lahdelma 2007, Implementing stochastic multicriteria acceptability analysis
 */
export function acceptability(given: SmaaCase): Smaa {
  const { options, criteria, samples } = given
  const ranks = options.map(() => new Float64Array(options.length))
  const wins = options.map(() => new Float64Array(options.length))
  const weightSums = options.map(() => new Float64Array(criteria.length))
  const firsts = new Float64Array(options.length)
  forBlocks(given, undefined, ({ length, weights, totals }) => {
    for (let at = 0; at < length; at += 1) {
      options.forEach((_, option) => {
        const mine = totals[option]?.[at] ?? 0
        const [better, equal] = beside(totals, at, option, mine, wins[option])
        const row = ranks[option] ?? new Float64Array()
        for (let rank = better; rank < better + equal; rank += 1) row[rank] = (row[rank] ?? 0) + 1 / equal
        if (better > 0) return
        firsts[option] = (firsts[option] ?? 0) + 1 / equal
        const sums = weightSums[option] ?? new Float64Array()
        for (let each = 0; each < criteria.length; each += 1)
          sums[each] = (sums[each] ?? 0) + (weights[each]?.[at] ?? 0) / equal
      })
    }
  })
  const centralWeights = options.map((_, option) => {
    const first = firsts[option] ?? 0
    return first === 0 ? null : [...(weightSums[option] ?? [])].map((sum) => sum / first)
  })
  return {
    rankAcceptability: ranks.map((row) => [...row].map((count) => count / samples)),
    centralWeights,
    confidence: centralWeights.map((exact, option) => (exact === null ? null : firstShare(given, exact, option))),
    pairwise: wins.map((row) => [...row].map((count) => count / samples)),
  }
}

/** How many options are better than one in a sample, and how many are as good, itself among them. */
function beside(
  totals: readonly Float64Array[],
  at: number,
  option: number,
  mine: number,
  wins: Float64Array | undefined,
): readonly [better: number, equal: number] {
  let [better, equal] = [0, 0]
  for (let other = 0; other < totals.length; other += 1) {
    const theirs = totals[other]?.[at] ?? 0
    if (other === option || theirs === mine) equal += 1
    else if (theirs > mine) better += 1
    else if (wins !== undefined) wins[other] = (wins[other] ?? 0) + 1
  }
  return [better, equal]
}

/** How often an option is first when the weights are these. */
function firstShare(given: SmaaCase, exact: readonly number[], option: number): number {
  let count = 0
  forBlocks(given, exact, ({ length, totals }) => {
    for (let at = 0; at < length; at += 1) {
      const [better, equal] = beside(totals, at, option, totals[option]?.[at] ?? 0, undefined)
      if (better === 0) count += 1 / equal
    }
  })
  return count / given.samples
}

/** Works through all samples. The same sample has the same values, whatever the weights are. */
function forBlocks(given: SmaaCase, exact: readonly number[] | undefined, use: (block: Block) => void): void {
  const { options, criteria, values, samples, seed } = given
  const known: KnownWeights = exact === undefined ? given.weights : { exact }
  const weightStreams = criteria.map((_, place) => evenNumbers(seed, place))
  const cells = values.map((row, option) =>
    row.map((value, criterion) =>
      typeof value === 'number' || isFixed(value)
        ? { fixed: typeof value === 'number' ? value : meanOf(value) }
        : {
            sample: samplerOf(value),
            stream: evenNumbers(seed, criteria.length + option * criteria.length + criterion),
          },
    ),
  )
  const weights = criteria.map(() => new Float64Array(blockSize))
  const totals = options.map(() => new Float64Array(blockSize))
  const share = new Float64Array(blockSize)
  for (let from = 0; from < samples; from += blockSize) {
    const length = Math.min(blockSize, samples - from)
    drawWeights(known, criteria, weightStreams, from, weights)
    cells.forEach((row, option) => {
      const total = totals[option] ?? new Float64Array()
      total.fill(0)
      row.forEach((cell, criterion) => {
        const weight = weights[criterion] ?? new Float64Array()
        if ('fixed' in cell) {
          for (let at = 0; at < length; at += 1) total[at] = (total[at] ?? 0) + (weight[at] ?? 0) * cell.fixed
          return
        }
        cell.stream(from, share)
        for (let at = 0; at < length; at += 1)
          total[at] = (total[at] ?? 0) + (weight[at] ?? 0) * cell.sample(share[at] ?? 0.5)
      })
    })
    use({ length, weights, totals })
  }
}

/** A distribution of no width is a number. */
const isFixed = (value: Distribution): boolean =>
  ('low' in value && value.low !== undefined && value.low === value.high) || (value.kind === 'normal' && value.sd === 0)

/** Weights that sum to 1: all alike by exponentials, in their order by sorting, or as given. */
function drawWeights(
  known: KnownWeights,
  criteria: readonly string[],
  streams: readonly ((from: number, into: Float64Array) => void)[],
  from: number,
  into: readonly Float64Array[],
): void {
  if (known !== 'free' && 'exact' in known) {
    const sum = known.exact.reduce((total, weight) => total + weight, 0)
    into.forEach((column, place) => {
      column.fill((known.exact[place] ?? 0) / sum)
    })
    return
  }
  streams.forEach((stream, place) => {
    stream(from, into[place] ?? new Float64Array())
  })
  const places = known === 'free' ? undefined : known.order.map((id) => criteria.indexOf(id))
  const one = new Float64Array(criteria.length)
  for (let at = 0; at < blockSize; at += 1) {
    let sum = 0
    for (let place = 0; place < one.length; place += 1) {
      const drawn = -Math.log(into[place]?.[at] ?? 0.5)
      one[place] = drawn
      sum += drawn
    }
    if (places !== undefined) one.sort().reverse()
    for (let place = 0; place < one.length; place += 1) {
      const column = into[places?.[place] ?? place]
      if (column !== undefined) column[at] = (one[place] ?? 0) / sum
    }
  }
}
