import { blockSize, type WeightBlock } from './draw-weights.ts'

/** Samples whose ranks are to be counted: the totals of each option, and the weights that they are by. */
export type Block = { readonly length: number; readonly weights: WeightBlock; readonly totals: readonly Float64Array[] }

/** What is counted over all samples, an option a row. */
export type Counts = {
  /** A column for each rank. Options of one total share their ranks. */
  readonly ranks: readonly Float64Array[]
  /** How often the row is better than the column. */
  readonly wins: readonly Float64Array[]
  /** How often it is first. */
  readonly firsts: Float64Array
  /** Of each criterion: the weights, together 1, of the samples in which it is first. */
  readonly weightSums: readonly Float64Array[]
}

/** Counts ranks block by block. @returns what takes a block, and what was counted so far */
export function rankCounter(
  options: number,
  criteria: number,
): { readonly count: (block: Block) => void; readonly counts: Counts } {
  const rows = (columns: number): readonly Float64Array[] =>
    Array.from({ length: options }, () => new Float64Array(columns))
  const counts = {
    ranks: rows(options),
    wins: rows(options),
    firsts: new Float64Array(options),
    weightSums: rows(criteria),
  }
  // How many options are better than each, and how many others are as good, in every sample of the block.
  const better = Array.from({ length: options }, () => new Int32Array(blockSize))
  const equal = Array.from({ length: options }, () => new Int32Array(blockSize))
  const places = new Int32Array(blockSize)

  function compare(one: number, other: number, { length, totals }: Block): boolean {
    const counters = { length, above: better[one] ?? noCounts, below: better[other] ?? noCounts }
    const { losses, gains } = comparePair(totals[one] ?? none, totals[other] ?? none, counters)
    add(counts.wins[other], one, losses)
    add(counts.wins[one], other, gains)
    if (losses + gains === length) return false
    markTies(totals[one] ?? none, totals[other] ?? none, length, [equal[one] ?? noCounts, equal[other] ?? noCounts])
    return true
  }

  function count(block: Block): void {
    for (const each of [...better, ...equal]) each.fill(0)
    let ties = false
    for (let one = 0; one < options; one += 1)
      for (let other = 0; other < one; other += 1) ties = compare(one, other, block) || ties
    for (let option = 0; option < options; option += 1) {
      if (ties) addShared(option, block)
      else addRanks(option, block)
      addFirsts(option, block)
    }
  }

  function addRanks(option: number, { length }: Block): void {
    const ahead = better[option] ?? noCounts
    const row = counts.ranks[option] ?? none
    for (let at = 0; at < length; at += 1) {
      const rank = ahead[at] ?? 0
      row[rank] = (row[rank] ?? 0) + 1
    }
  }

  /** Those of one total share the ranks that they take up together. */
  function addShared(option: number, { length }: Block): void {
    const [ahead, beside] = [better[option] ?? noCounts, equal[option] ?? noCounts]
    const row = counts.ranks[option] ?? none
    for (let at = 0; at < length; at += 1) {
      const rank = ahead[at] ?? 0
      const sharing = (beside[at] ?? 0) + 1
      for (let each = rank; each < rank + sharing; each += 1) row[each] = (row[each] ?? 0) + 1 / sharing
    }
  }

  function addFirsts(option: number, { length, weights }: Block): void {
    const [ahead, beside] = [better[option] ?? noCounts, equal[option] ?? noCounts]
    const found = placesOfNone(ahead, length, places)
    let firsts = 0
    for (let each = 0; each < found; each += 1) firsts += 1 / ((beside[places[each] ?? 0] ?? 0) + 1)
    add(counts.firsts, option, firsts)
    const sums = counts.weightSums[option]
    for (const [criterion, column] of weights.entries()) {
      let sum = 0
      for (let each = 0; each < found; each += 1) {
        const at = places[each] ?? 0
        sum += (column[at] ?? 0) / ((beside[at] ?? 0) + 1)
      }
      add(sums, criterion, sum)
    }
  }

  return { count, counts }
}

const none = new Float64Array()
const noCounts = new Int32Array()

function add(row: Float64Array | undefined, place: number, amount: number): void {
  if (row !== undefined) row[place] = (row[place] ?? 0) + amount
}

type Counters = { readonly length: number; readonly above: Int32Array; readonly below: Int32Array }

/**
 * Adds 1 to `above` where the first is less, and to `below` where it is more. Which of two options is better is as good as
 * chance: a processor that had to guess would be wrong half of the time, so that comparisons are made into numbers.
 */
function comparePair(mine: Float64Array, theirs: Float64Array, { length, above, below }: Counters) {
  let losses = 0
  let gains = 0
  for (let at = 0; at < length; at += 1) {
    const one = mine[at] ?? 0
    const other = theirs[at] ?? 0
    const lost = Number(one < other) | 0
    const won = Number(other < one) | 0
    losses = (losses + lost) | 0
    gains = (gains + won) | 0
    above[at] = (above[at] ?? 0) + lost
    below[at] = (below[at] ?? 0) + won
  }
  return { losses, gains }
}

function markTies(mine: Float64Array, theirs: Float64Array, length: number, both: readonly Int32Array[]): void {
  for (let at = 0; at < length; at += 1)
    if (mine[at] === theirs[at]) for (const equal of both) equal[at] = (equal[at] ?? 0) + 1
}

/** Writes where nothing was counted, one place after the other. @returns how many there are */
function placesOfNone(counted: Int32Array, length: number, places: Int32Array): number {
  let found = 0
  for (let at = 0; at < length; at += 1) {
    places[found] = at
    found = (found + (Number(counted[at] === 0) | 0)) | 0
  }
  return found
}
