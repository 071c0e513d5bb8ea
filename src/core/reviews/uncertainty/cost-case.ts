import { nominalPounds, reconcile } from '../../appraisal/index.ts'
import { answerOf } from '../../forms/index.ts'
import { entriesOf } from '../../sheets/index.ts'
import {
  type CashCase,
  type Correlation,
  type FactorShape,
  factorShapes,
  lineFactor,
  riskFactor,
  type UncertainCash,
} from '../../uncertainty/index.ts'
import {
  type AppraisedLine,
  appraisalOf,
  isRisks,
  type ReviewAppraisal,
  type ReviewRisk,
  riskLine,
} from '../money/index.ts'
import type { ReviewRecord } from '../review-record.ts'

/** Samples of a run: a power of two, at which the numbers are the most evenly spread. */
export const samplesOfRun = 65_536

/** Any number: the same for every review, so that two runs of one record are one. */
const seed = 2_014

/**
 * What a simulation of the costs of a review is made of: every line of every option by its present value and, in the financial
 * case, by its pounds a year; and every risk, which happens or does not. A line of no range stays as it stands. Risks of one
 * title happen together, in whichever options they are, and have nothing to do with anything else.
 *
 * @returns undefined where nothing is appraised yet
 */
export function costCaseOf(record: ReviewRecord): CashCase | undefined {
  const appraisal = appraisalOf(record)
  if (appraisal === undefined) return undefined
  const shapes = shapesOf(record)
  return {
    options: appraisal.options.map(({ option, lines, risks }) => ({
      id: option.id,
      lines: [
        ...lines.filter(({ line }) => !isRisks(line)).map((line) => uncertainLine(line, shapes, appraisal)),
        ...risks.list.flatMap((risk) => uncertainRisk(risk, appraisal)),
      ],
    })),
    correlations: pairsOf(record),
    samples: samplesOfRun,
    seed,
  }
}

function uncertainLine(
  { title, line, range, reconciled }: AppraisedLine,
  shapes: ReadonlyMap<string, FactorShape>,
  { prices }: ReviewAppraisal,
): UncertainCash {
  return {
    driver: title,
    worth: reconciled.economic,
    factor: lineFactor(shapes.get(title) ?? 'triangular', range),
    pounds: reconciled.financial === 0 ? [] : nominalPounds(line, prices),
  }
}

/** A risk by what is to be expected of it; none where nothing is. */
function uncertainRisk(risk: ReviewRisk, { prices, period }: ReviewAppraisal): readonly UncertainCash[] {
  const line = riskLine([risk], period.years.length)
  if (line === undefined || risk.probability * risk.pounds === 0) return []
  const [ledger] = reconcile([line], prices)
  return [
    {
      driver: riskDriver(risk.title),
      worth: ledger?.economic ?? 0,
      factor: riskFactor(risk.probability, risk.range),
      pounds: nominalPounds(line, prices),
    },
  ]
}

const riskMark = 'Risk: '

/** What moves a risk: its name is not that of a line. */
const riskDriver = (title: string): string => `${riskMark}${title}`

/** Whether what moves an option is that something happens. */
export const isRiskDriver = (driver: string): boolean => driver.startsWith(riskMark)

function shapesOf(record: ReviewRecord): ReadonlyMap<string, FactorShape> {
  return new Map(
    entriesOf(record, 'shapes').flatMap(({ content }) => {
      const [line, shape] = [
        answerOf(content, 'line'),
        factorShapes.find((each) => each === answerOf(content, 'shape')),
      ]
      return typeof line === 'string' && shape !== undefined ? [[line, shape] as const] : []
    }),
  )
}

/** Each two lines once: the last that was said of them counts. */
function pairsOf(record: ReviewRecord): readonly Correlation[] {
  const pairs = new Map<string, Correlation>()
  for (const { content } of entriesOf(record, 'pairs')) {
    const [one, other, by] = ['one', 'other', 'by'].map((id) => answerOf(content, id))
    if (typeof one !== 'string' || typeof other !== 'string' || typeof by !== 'number' || one === other) continue
    const [first, second] = one < other ? [one, other] : [other, one]
    pairs.set(JSON.stringify([first, second]), [first, second, by])
  }
  return [...pairs.values()]
}
