import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { discountSchedules } from '../../../src/core/appraisal/index.ts'
import { acceptability, type SmaaCase } from '../../../src/core/mcda/index.ts'
import { randomFrom } from '../../../src/core/random/random.ts'
import type { WhatIfOption } from '../../../src/core/reviews/index.ts'
import { type Distribution, simulate } from '../../../src/core/uncertainty/index.ts'
import { type Row, shortest } from '../targets.ts'
import { measureSlider } from './measure-slider.ts'

const [options, criteria, costLines, years] = [8, 12, 15, 10]

const named = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`)

/** Made-up values from 0 to 1, the same in every run. */
function valuesByChance(): readonly (readonly number[])[] {
  const random = randomFrom(2_014, 0)
  return Array.from({ length: options }, () => Array.from({ length: criteria }, () => random.uniform()))
}

/** Made-up options whose every line can be changed by a slider. */
function optionsByChance(): readonly WhatIfOption[] {
  const random = randomFrom(2_014, 1)
  return named('Option ', options).map((id) => {
    const drivers = Object.fromEntries(named('Line ', costLines).map((line) => [line, -1_000_000 * random.uniform()]))
    return { id, npsv: Object.values(drivers).reduce((sum, each) => sum + each, 0), drivers }
  })
}

const caseOf = (values: SmaaCase['values'], samples: number): SmaaCase => ({
  options: named('option ', options),
  criteria: named('criterion ', criteria),
  values,
  weights: 'free',
  samples,
  seed: 1,
})

/** A value that may be a tenth less or more. */
const unsure = (mode: number): Distribution => ({ kind: 'triangular', low: mode - 0.1, mode, high: mode + 0.1 })

/** The work of an appraisal beside its targets. */
export async function measureAppraisal(): Promise<readonly Row[]> {
  const values = valuesByChance()
  return [await freeWeights(values), uncertainValues(values), costs(), await measureSlider(optionsByChance())]
}

/** The same by plain chance agrees with even numbers within its own sampling error. */
async function freeWeights(values: readonly (readonly number[])[]): Promise<Row> {
  const given = caseOf(values, 1_000_000)
  const { result, ...timed } = shortest(3, () => acceptability(given))
  const numpy = await byNumpy({ values, samples: given.samples, seed: given.seed })
  const furthest = numpy === undefined ? 0 : furthestApart(result.rankAcceptability, numpy.ranks)
  return {
    what: `Acceptability of ${options} options by ${criteria} criteria under ${given.samples.toLocaleString('en-GB')} weights`,
    targetMilliseconds: 350,
    ...timed,
    found: `the first option is first in ${((result.rankAcceptability[0]?.[0] ?? 0) * 100).toFixed(2)}% of weightings`,
    check:
      numpy === undefined
        ? 'each option has every rank with chances that sum to 1; there is no NumPy here'
        : `NumPy finds the same ranks by plain chance, within ${furthest.toFixed(4)}`,
    holds: furthest < 0.003 && sumsToOne(result.rankAcceptability),
    ...(numpy && { peers: [{ name: 'NumPy', cpuMilliseconds: numpy.seconds * 1_000 }] }),
  }
}

/** Half of the numbers of draws gives nearly the same. */
function uncertainValues(values: readonly (readonly number[])[]): Row {
  const rows = values.map((row) => row.map(unsure))
  const { result, ...timed } = shortest(1, () => acceptability(caseOf(rows, 100_000)))
  const half = acceptability(caseOf(rows, 50_000))
  const furthest = furthestApart(result.rankAcceptability, half.rankAcceptability)
  return {
    what: 'The same with values that are not sure, 100,000 draws',
    targetMilliseconds: 2_000,
    ...timed,
    found: `the first option is first in ${((result.rankAcceptability[0]?.[0] ?? 0) * 100).toFixed(1)}% of draws`,
    check: `half as many draws give the same within ${furthest.toFixed(4)}`,
    holds: furthest < 0.01 && sumsToOne(result.rankAcceptability),
  }
}

/** The mean of a sum of triangular costs is known without a draw: a third of their three corners, discounted. */
function costs(): Row {
  const schedule = discountSchedules['green-book-2026']
  const lines = named('line ', costLines).map((id) => ({
    id,
    distribution: { kind: 'triangular', low: 80, mode: 100, high: 150 } as const,
    years: Array.from({ length: years }, () => 1 / years),
  }))
  const all = () =>
    named('option ', options).map((_, option) =>
      simulate({ lines, correlations: [], schedule, samples: 100_000, seed: option + 1 }),
    )
  const { result, ...timed } = shortest(1, all)
  const factor = Array.from({ length: years }, (_, year) => 1.035 ** -year).reduce((sum, each) => sum + each, 0) / years
  const known = costLines * 110 * factor
  const found = result[0]?.mean ?? Number.NaN
  return {
    what: `Costs of ${options} options with ${costLines} lines in ${years} years, 100,000 trials`,
    targetMilliseconds: 320,
    ...timed,
    found: `mean ${found.toFixed(2)}`,
    check: `the mean is known to be ${known.toFixed(2)}`,
    holds: Math.abs(found / known - 1) < 1e-4,
  }
}

const furthestApart = (one: readonly (readonly number[])[], other: readonly (readonly number[])[]): number =>
  Math.max(...one.flatMap((row, option) => row.map((share, rank) => Math.abs(share - (other[option]?.[rank] ?? 2)))))

const sumsToOne = (rows: readonly (readonly number[])[]): boolean =>
  rows.every((row) => Math.abs(row.reduce((sum, share) => sum + share, 0) - 1) < 1e-9)

type ByNumpy = { readonly seconds: number; readonly ranks: readonly (readonly number[])[] }

/** What NumPy takes for the same on one thread; undefined where there is none. */
async function byNumpy(given: object): Promise<ByNumpy | undefined> {
  const child = execFile('python3', [join(import.meta.dirname, 'acceptability-by-numpy.py')])
  child.on('error', () => undefined)
  child.stdin?.on('error', () => undefined)
  child.stdin?.end(JSON.stringify(given))
  const output = child.stdout === null ? '' : await text(child.stdout).catch(() => '')
  return output === '' ? undefined : (JSON.parse(output) as ByNumpy)
}
