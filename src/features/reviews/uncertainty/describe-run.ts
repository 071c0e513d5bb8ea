import { wholePounds } from '../../../core/forms/index.ts'
import {
  bandFinding,
  type CostResult,
  certainFinding,
  chanceWords,
  deviationWords,
  meanFinding,
  type ReviewOption,
  spreadsFinding,
  tornadoFinding,
} from '../../../core/reviews/index.ts'
import { type CashCase, meanShift } from '../../../core/uncertainty/index.ts'
import type { ReviewRun } from '../runs/runs.store.ts'
import type { RunModel } from './pages/run-model.ts'

type Shown = Omit<RunModel, 'made'> & { readonly given: CashCase }
type Spread = CostResult['spreads'][number]

/** Lines in a picture that can be told apart. */
const mostLines = 6
/** Bars of a tornado: the others hardly move anything. */
const mostBars = 8

/**
 * What came of a simulation, in words, tables and pictures.
 *
 * @param chosen the option whose causes and cash are shown; the one that is the most often best where none is
 */
export function describeRun(run: ReviewRun, options: readonly ReviewOption[], chosen: string | null): Shown {
  const result = JSON.parse(run.result) as CostResult
  const given = JSON.parse(run.input) as CashCase
  const titleOf = (id: string): string =>
    options.find((option) => option.id === id)?.title ?? 'An option that was removed'
  const byFirst = [...result.spreads].sort((one, other) => other.first - one.first)
  const shown = result.spreads.find(({ id }) => id === chosen) ?? byFirst[0]
  return {
    given,
    finding: spreadsFinding(byFirst, titleOf),
    certain: certainFinding(result.spreads, titleOf),
    rows: result.spreads.map((spread) => rowOf(spread, titleOf(spread.id))),
    curves: byFirst.slice(0, mostLines).map(({ id, curve }) => ({ label: titleOf(id), curve })),
    option: shown === undefined ? undefined : optionOf(shown, titleOf(shown.id), result, given),
    choices: result.spreads.map(({ id }) => ({ value: id, text: titleOf(id) })),
  }
}

const rowOf = (spread: Spread, title: string): RunModel['rows'][number] => ({
  title,
  mean: wholePounds(spread.mean),
  sd: deviationWords(spread),
  percentiles: [10, 50, 80, 90].map((percent) => wholePounds(spread.curve[percent] ?? 0)),
  first: chanceWords(spread.first),
})

function optionOf(
  { id, mean, tornado }: Spread,
  title: string,
  { cash }: CostResult,
  given: CashCase,
): NonNullable<RunModel['option']> {
  const lines = given.options.find((option) => option.id === id)?.lines ?? []
  const shift = meanShift(lines)
  const bars = tornado.slice(0, mostBars).map(({ driver, low, high }) => ({ label: driver, low, high }))
  const band = cash.find((each) => each.id === id)
  return {
    id,
    title,
    middle: shift.middle,
    bars,
    barRows: bars.map(({ label, low, high }) => ({ label, low: wholePounds(low), high: wholePounds(high) })),
    meanFinding: meanFinding(mean, shift),
    tornadoFinding: tornadoFinding(tornado),
    band: band === undefined ? undefined : { low: band.low, middle: band.middle, high: band.high },
    bandRows: (band?.middle ?? []).map((pounds, at) => ({
      year: `Year ${at}`,
      cells: [band?.low[at], pounds, band?.high[at]].map((each) => wholePounds(each ?? 0)),
    })),
    bandFinding: band === undefined ? '' : bandFinding(band),
  }
}
