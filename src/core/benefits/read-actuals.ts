import { type AnsweredFile, answerOf, filesOf } from '../forms/index.ts'
import { entriesOf, evidenceFiles } from '../sheets/index.ts'
import type { IsoDay } from '../time/day.ts'
import type { BenefitRecord } from './benefit-record.ts'
import { type FinancialYear, readYearId } from './financial-year.ts'
import { numberOf, textOf } from './read-answers.ts'
import type { Benefit } from './read-benefits.ts'

/** What a benefit was in a year, or in part of it. */
export type Actual = {
  readonly id: string
  /** A change is another version, and has to be confirmed anew. */
  readonly version: number
  readonly benefit: string
  readonly year: FinancialYear
  readonly value: number
  readonly until: IsoDay
  readonly evidence: string
  /** '' where it is uploaded alone. */
  readonly link: string
  readonly files: readonly AnsweredFile[]
}

/** The actuals of benefits that are in the register, in the order in which they were written. */
export function actualsOf(record: BenefitRecord): readonly Actual[] {
  const known = new Set(entriesOf(record, 'benefits').map(({ id }) => id))
  return entriesOf(record, 'actuals').flatMap(({ id, version, content }) => {
    const [benefit, year] = [textOf(content, 'benefit'), readYearId(textOf(content, 'year'))]
    if (!known.has(benefit) || year === undefined) return []
    return {
      id,
      version,
      benefit,
      year,
      value: numberOf(content, 'value') ?? 0,
      until: textOf(content, 'until'),
      evidence: textOf(content, 'evidence'),
      link: textOf(content, 'link'),
      files: filesOf(answerOf(content, evidenceFiles.id)),
    }
  })
}

/**
 * What a benefit was in each year: amounts of money in a year add up; of a measure the last reading of the year counts.
 *
 * @example valueByYear({ id: 'a', isMoney: true }, [{ benefit: 'a', year: 2024, value: 2, until: '2024-09-30' }, …])
 */
export function valueByYear(
  { id, isMoney }: Pick<Benefit, 'id' | 'isMoney'>,
  actuals: readonly Pick<Actual, 'benefit' | 'year' | 'value' | 'until'>[],
): ReadonlyMap<FinancialYear, number> {
  const values = new Map<FinancialYear, number>()
  const own = actuals.filter(({ benefit }) => benefit === id)
  for (const { year, value } of own.toSorted((one, other) => compareDays(one.until, other.until)))
    values.set(year, isMoney ? (values.get(year) ?? 0) + value : value)
  return values
}

const compareDays = (one: IsoDay, other: IsoDay): number => (one < other ? -1 : one > other ? 1 : 0)
