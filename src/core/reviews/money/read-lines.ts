import { type Bearer, biasLeft, type CashLine, type LineKind, type LineNature } from '../../appraisal/index.ts'
import { isObject, type Json } from '../../canonical/index.ts'
import { type Answers, answerOf } from '../../forms/index.ts'
import { entriesOf } from '../../sheets/index.ts'
import { textIn } from '../read-options.ts'
import type { ReviewRecord } from '../review-record.ts'
import { readPeriod } from './read-period.ts'

/** A line of an option's money. Lines of one title are the same thing in several options. */
export type ReviewLine = {
  readonly option: string
  readonly title: string
  readonly line: CashLine
  /** How far below and above its amounts it may turn out, in percent; nothing where it was not said. */
  readonly range: { readonly low: number; readonly high: number }
  readonly evidence: string
}

/** A risk of an option. */
export type ReviewRisk = {
  readonly id: string
  readonly option: string
  readonly title: string
  /** From 0 to 1. */
  readonly probability: number
  readonly pounds: number
  /** How far below and above that it may cost if it happens, in percent; nothing where it was not said. */
  readonly range: { readonly low: number; readonly high: number }
  /** Index of the year in which it would fall. */
  readonly year: number
}

const numberIn = (content: Answers, id: string): number => {
  const answer = answerOf(content, id)
  return typeof answer === 'number' ? answer : 0
}

/** The amounts of a table by year, for so many years; years that it does not have are nothing. */
export function yearlyAmounts(table: Json | undefined, years: number): readonly number[] {
  const amounts = Array.from({ length: years }, () => 0)
  for (const item of Array.isArray(table) ? table : []) {
    if (!isObject(item) || typeof item.row !== 'string' || typeof item.amount !== 'number') continue
    const year = Number(item.row.replace('year-', ''))
    if (year < years) amounts[year] = item.amount
  }
  return amounts
}

/** Every line of every option, in the order in which it was written. */
export function reviewLinesOf(record: ReviewRecord): readonly ReviewLine[] {
  const years = readPeriod(record).years.length
  return entriesOf(record, 'lines').map(({ id, content }) => ({
    option: textIn(content, 'option'),
    title: textIn(content, 'title'),
    range: { low: numberIn(content, 'low'), high: numberIn(content, 'high') },
    evidence: textIn(content, 'evidence'),
    line: {
      id,
      kind: textIn(content, 'kind') as LineKind,
      bearer: textIn(content, 'bearer') as Bearer,
      nature: textIn(content, 'nature') as LineNature,
      basis: textIn(content, 'basis') === 'nominal' ? 'nominal' : 'real',
      relativeGrowth: textIn(content, 'basis') === 'nominal' ? 0 : numberIn(content, 'growth') / 100,
      optimismBias:
        biasLeft(numberIn(content, 'bias'), [{ percent: 100, mitigated: numberIn(content, 'mitigated') / 100 }]) / 100,
      pounds: yearlyAmounts(content.pounds, years),
    },
  }))
}

export const reviewRisksOf = (record: ReviewRecord): readonly ReviewRisk[] =>
  entriesOf(record, 'risks').map(({ id, content }) => ({
    id,
    option: textIn(content, 'option'),
    title: textIn(content, 'title'),
    probability: numberIn(content, 'probability') / 100,
    pounds: numberIn(content, 'cost'),
    range: { low: numberIn(content, 'low'), high: numberIn(content, 'high') },
    year: Number(textIn(content, 'year').replace('year-', '')) || 0,
  }))

const risksId = 'risks'

/** Whether a line of an option is what is to be expected of its risks. */
export const isRisks = ({ id }: Pick<CashLine, 'id'>): boolean => id === risksId

/** What is to be expected of the risks of an option, as a line of its costs; undefined where there is none. */
export function riskLine(risks: readonly ReviewRisk[], years: number): CashLine | undefined {
  if (risks.length === 0) return undefined
  const pounds = Array.from({ length: years }, () => 0)
  for (const { probability, pounds: cost, year } of risks)
    pounds[Math.min(year, years - 1)] = (pounds[Math.min(year, years - 1)] ?? 0) + probability * cost
  return { id: risksId, kind: 'cost', bearer: 'council', nature: 'resource', basis: 'real', pounds }
}
