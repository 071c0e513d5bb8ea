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
  const better = Array.from({ length: options }, () => new Uint8Array(blockSize))
  const equal = Array.from({ length: options }, () => new Uint8Array(blockSize))
  const differences = signedNumbers(blockSize)

  function compare(one: number, other: number, { length, totals }: Block): void {
    const below = better[other] ?? noCounts
    const { losses, ties } = differences.compare(totals[one] ?? none, totals[other] ?? none, {
      length,
      above: better[one] ?? noCounts,
      below,
    })
    add(counts.wins[other], one, losses)
    add(counts.wins[one], other, length - losses - ties)
    if (ties > 0) differences.markTies(length, below, [equal[one] ?? noCounts, equal[other] ?? noCounts])
  }

  function count(block: Block): void {
    for (const each of [...better, ...equal]) each.fill(0)
    for (let one = 0; one < options; one += 1) for (let other = 0; other < one; other += 1) compare(one, other, block)
    for (let option = 0; option < options; option += 1) addRanks(option, block)
  }

  function addRanks(option: number, { length, weights: { columns, sums } }: Block): void {
    const ahead = better[option] ?? noCounts
    const beside = equal[option] ?? noCounts
    const row = counts.ranks[option] ?? none
    for (let at = 0; at < length; at += 1) {
      const rank = ahead[at] ?? 0
      const sharing = (beside[at] ?? 0) + 1
      for (let each = rank; each < rank + sharing; each += 1) row[each] = (row[each] ?? 0) + 1 / sharing
    }
    const sumsOfFirst = counts.weightSums[option] ?? none
    let firsts = 0
    for (let at = 0; at < length; at += 1) {
      if ((ahead[at] ?? 0) > 0) continue
      const share = 1 / ((beside[at] ?? 0) + 1)
      firsts += share
      const scale = share / (sums[at] ?? 1)
      for (let criterion = 0; criterion < criteria; criterion += 1)
        sumsOfFirst[criterion] = (sumsOfFirst[criterion] ?? 0) + (columns[criterion]?.[at] ?? 0) * scale
    }
    add(counts.firsts, option, firsts)
  }

  return { count, counts }
}

const none = new Float64Array()
const noCounts = new Uint8Array()

function add(row: Float64Array | undefined, place: number, amount: number): void {
  if (row !== undefined) row[place] = (row[place] ?? 0) + amount
}

/** Where the sign of a number stands among its two halves: machines differ. */
const signHalf = new Int32Array(new Float64Array([-0]).buffer)[1] === 0 ? 0 : 1

/**
 * Compares many pairs of numbers by the sign bit of their difference. Which of two options is better is as good as chance,
 * and a processor that guesses wrong half of the time takes three times as long.
 */
function signedNumbers(size: number) {
  const differences = new Float64Array(size)
  const halves = new Int32Array(differences.buffer)
  return {
    /** Adds 1 to `above` where the first is less, and else to `below`: also where they are equal, to be put right after. */
    compare(
      mine: Float64Array,
      theirs: Float64Array,
      { length, above, below }: { readonly length: number; readonly above: Uint8Array; readonly below: Uint8Array },
    ): { readonly losses: number; readonly ties: number } {
      let losses = 0
      let ties = 0
      for (let at = 0; at < length; at += 1) {
        const difference = (mine[at] ?? 0) - (theirs[at] ?? 0)
        differences[at] = difference
        if (difference === 0) ties += 1
      }
      for (let at = 0; at < length; at += 1) {
        const lost = (halves[2 * at + signHalf] ?? 0) >>> 31
        losses += lost
        above[at] = (above[at] ?? 0) + lost
        below[at] = (below[at] ?? 0) + 1 - lost
      }
      return { losses, ties }
    },

    /** Takes back from `below` what was counted for ties, and counts them for both. */
    markTies(length: number, below: Uint8Array, both: readonly Uint8Array[]): void {
      for (let at = 0; at < length; at += 1) {
        if (differences[at] !== 0) continue
        below[at] = (below[at] ?? 0) - 1
        for (const equal of both) equal[at] = (equal[at] ?? 0) + 1
      }
    },
  }
}
