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

/** An invoice of a day before the order that it is for. */
export type BeforeOrder = { readonly code: 'day-before-order'; readonly field: 'dated'; readonly orderedOn: IsoDay }

export type InvoiceReadProblem = FieldProblem<'invoice' | 'deliverables'> | PastDayProblem<'dated'> | BeforeOrder

/** An invoice from what was typed. @param between its day is none before that of its order, and none after today */
export const readInvoice = (
  { name, dated, deliverables }: InvoiceTyped,
  between: { readonly orderedOn: IsoDay; readonly today: IsoDay },
): Result<InvoiceRead, InvoiceReadProblem> =>
  together<InvoiceRead, InvoiceReadProblem>({
    deliverables:
      deliverables.length === 0
        ? refused({ code: 'missing', field: 'deliverables' } as const)
        : done([...new Set(deliverables.map(Number))]),
    name: readText('invoice', name, { most: 60, needed: true }),
    datedOn: readInvoiceDay(dated, between),
  })

function readInvoiceDay(
  dated: TypedDay,
  { orderedOn, today }: { readonly orderedOn: IsoDay; readonly today: IsoDay },
): Result<IsoDay, PastDayProblem<'dated'> | BeforeOrder> {
  const read = readPastDay('dated', dated, today)
  return read.ok && daysBetween(orderedOn, read.value) < 0
    ? refused({ code: 'day-before-order', field: 'dated', orderedOn })
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
