import { done, type Result, refused } from '../result.ts'
import { type FieldProblem, readText, together } from '../rounds/field-problem.ts'
import { daysBetween, type IsoDay } from '../time/day.ts'
import { isUntyped, readTypedDay, type TypedDay } from '../time/typed-day.ts'

/** An invoice as typed: what the supplier calls it, its day, and the numbers of what it is for. */
export type InvoiceTyped = {
  readonly name: string
  readonly dated: TypedDay
  readonly deliverables: readonly string[]
}

export type InvoiceRead = {
  readonly name: string
  readonly datedOn: IsoDay
  readonly deliverables: readonly number[]
}

/** What is wrong with a day on which something was. */
export type PastDayProblem<Field extends string> = {
  readonly code: 'day-missing' | 'day-malformed' | 'day-to-come'
  readonly field: Field
}

/** A day before what it follows, such as that of an invoice before its order. */
export type TooEarly<Field extends string> = {
  readonly code: 'day-too-early'
  readonly field: Field
  readonly from: IsoDay
}

/** Two days that what was typed lies between, both of them allowed; `from` is undefined where nothing comes before. */
export type Between = { readonly from: IsoDay | undefined; readonly today: IsoDay }

export type InvoiceReadProblem = FieldProblem<'invoice' | 'deliverables'> | PastDayProblem<'dated'> | TooEarly<'dated'>

/** An invoice from what was typed. @param between the day of its order, and today */
export const readInvoice = (
  { name, dated, deliverables }: InvoiceTyped,
  between: Between,
): Result<InvoiceRead, InvoiceReadProblem> =>
  together<InvoiceRead, InvoiceReadProblem>({
    deliverables:
      deliverables.length === 0
        ? refused({ code: 'missing', field: 'deliverables' } as const)
        : done([...new Set(deliverables.map(Number))]),
    name: readText('invoice', name, { most: 60, needed: true }),
    datedOn: readDayBetween('dated', dated, between),
  })

/** The day on which something was that follows something else, from what was typed. */
export function readDayBetween<Field extends string>(
  field: Field,
  typed: TypedDay,
  { from, today }: Between,
): Result<IsoDay, PastDayProblem<Field> | TooEarly<Field>> {
  const read = readPastDay(field, typed, today)
  return read.ok && from !== undefined && daysBetween(from, read.value) < 0
    ? refused({ code: 'day-too-early', field, from })
    : read
}

/** The day on which something was, from what was typed. @param today no such day is after it */
export function readPastDay<Field extends string>(
  field: Field,
  typed: TypedDay,
  today: IsoDay,
): Result<IsoDay, PastDayProblem<Field>> {
  if (isUntyped(typed)) return refused({ code: 'day-missing', field })
  const day = readTypedDay(typed)
  if (day === undefined) return refused({ code: 'day-malformed', field })
  return daysBetween(day, today) < 0 ? refused({ code: 'day-to-come', field }) : done(day)
}
