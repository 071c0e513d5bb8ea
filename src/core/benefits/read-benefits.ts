import { isObject } from '../canonical/index.ts'
import { type Answers, answerOf } from '../forms/index.ts'
import { entriesOf } from '../sheets/index.ts'
import type { IsoDay } from '../time/day.ts'
import { type BenefitKind, isMoney, readBenefitKind } from './benefit-kinds.ts'
import type { BenefitRecord } from './benefit-record.ts'
import { type FinancialYear, readYearId } from './financial-year.ts'
import { numberOf, textOf, textsOf } from './read-answers.ts'

/** What a benefit is expected to be in a year, in its unit. */
export type ForecastYear = {
  readonly year: FinancialYear
  readonly low: number
  readonly central: number
  readonly high: number
}

/** A benefit as the register has it. */
export type Benefit = {
  readonly id: string
  readonly title: string
  readonly kind: BenefitKind
  readonly isMoney: boolean
  readonly definition: string
  readonly measure: string
  readonly unit: string
  readonly owner: string
  readonly fallsTo: string
  /** The budget or line that a benefit of money comes out of. */
  readonly line: string
  readonly baseline: { readonly value: number; readonly on: IsoDay; readonly source: string }
  readonly target: { readonly value: number; readonly on: IsoDay }
  readonly forecast: readonly ForecastYear[]
  /** How much of it is due to what the award paid for, from 0 to 1. */
  readonly attribution: number
  /** By how much forecasts of this kind turn out too high, from 0 to 1: taken off what is counted on. */
  readonly optimism: number
  /** Other benefits that are the same or part of it. */
  readonly overlaps: readonly string[]
}

/** The register, in its order. Everything in it was checked when it was written. */
export const benefitsOf = (record: BenefitRecord): readonly Benefit[] =>
  entriesOf(record, 'benefits').flatMap(({ id, content }) => {
    const kind = readBenefitKind(textOf(content, 'kind'))
    return kind === undefined ? [] : benefitOf(id, kind, content)
  })

function benefitOf(id: string, kind: BenefitKind, content: Answers): Benefit {
  const money = isMoney(kind)
  const text = (question: string) => textOf(content, question)
  const number = (question: string) => numberOf(content, question) ?? 0
  return {
    id,
    kind,
    isMoney: money,
    title: text('title'),
    definition: text('definition'),
    measure: text('measure'),
    unit: money ? '£' : text('unit'),
    owner: text('owner'),
    fallsTo: text('falls-to'),
    line: text('line'),
    baseline: { value: number('baseline'), on: text('baseline-on'), source: text('baseline-source') },
    target: { value: number('target'), on: text('target-on') },
    forecast: forecastIn(content, money ? 'pounds' : 'figures'),
    attribution: number('attribution') / 100,
    optimism: number('optimism') / 100,
    overlaps: textsOf(content, 'overlaps'),
  }
}

/** A year without a low or a high is as sure as its central figure; one without a central figure is not forecast. */
function forecastIn(content: Answers, question: string): readonly ForecastYear[] {
  const table = answerOf(content, question)
  return (Array.isArray(table) ? table : []).flatMap((item) => {
    const year = isObject(item) && typeof item.row === 'string' ? readYearId(item.row) : undefined
    if (!isObject(item) || year === undefined || typeof item.central !== 'number') return []
    const { low, central, high } = item
    return {
      year,
      central,
      low: typeof low === 'number' ? low : central,
      high: typeof high === 'number' ? high : central,
    }
  })
}
