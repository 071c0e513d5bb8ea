import { done, type Result, refused } from '../result.ts'
import { type FieldProblem, readChoice, readNumber, readText, together } from '../rounds/field-problem.ts'
import type { IsoDay } from '../time/day.ts'
import { isUntyped, readTypedDay, type TypedDay } from '../time/typed-day.ts'
import { type Between, type PastDayProblem, readDayBetween, readPastDay, type TooEarly } from './read-invoice.ts'

/** Upon what an instalment is paid. */
export const instalmentGrounds = ['date', 'milestone'] as const
export type InstalmentGround = (typeof instalmentGrounds)[number]

/** The most instalments of one grant. */
export const mostInstalments = 12

const mostPounds = 100_000_000

/** One instalment as typed. */
export type InstalmentTyped = {
  readonly title: string
  readonly upon: string
  readonly due: TypedDay
  readonly pounds: string
  readonly condition: string
}

export type Instalment = {
  /** The same in every version. */
  readonly number: number
  readonly title: string
  readonly upon: InstalmentGround
  readonly dueOn: IsoDay
  readonly pence: number
  /** What has to be met before it is approved; '' for nothing. */
  readonly condition: string
}

/** A day that is not there, or is none. */
type DayWrong =
  | { readonly code: 'day-missing'; readonly field: 'due' }
  | { readonly code: 'day-malformed'; readonly field: 'due' }

type InstalmentField = 'title' | 'upon' | 'pounds' | 'condition'

/** What is wrong with an instalment; `line` counts from 1. */
export type InstalmentProblem = { readonly line: number; readonly problem: FieldProblem<InstalmentField> | DayWrong }

const pence = <Field extends string, Problem>(read: Result<number, FieldProblem<Field> | Problem>) =>
  read.ok ? done(Math.round(read.value * 100)) : refused(...read.problems)

const readPounds = <Field extends string>(field: Field, typed: string, least = 0.01) =>
  pence<Field, never>(readNumber(field, typed, { least, most: mostPounds, decimals: 2 }))

const isBlank = ({ title, due, pounds, condition }: InstalmentTyped): boolean =>
  `${title}${pounds}${condition}`.trim() === '' && isUntyped(due)

/**
 * The instalments of a grant from what was typed, line by line. A line that is blank is no instalment; the others keep the
 * number of their line, so that what was claimed of one stays with it.
 */
export function readInstalments(typed: readonly InstalmentTyped[]): Result<readonly Instalment[], InstalmentProblem> {
  const problems: InstalmentProblem[] = []
  const read: Instalment[] = []
  for (const [index, line] of typed.entries()) {
    if (isBlank(line)) continue
    const instalment = readInstalment(line)
    if (instalment.ok) read.push({ ...instalment.value, number: index + 1 })
    else problems.push(...instalment.problems.map((problem) => ({ line: index + 1, problem })))
  }
  return problems.length > 0 ? refused(...problems) : done(read)
}

/** Pence of each line whose amount can be read, whatever else is wrong with it: none of a line that is blank. */
export const penceOfLines = (
  typed: readonly InstalmentTyped[],
): readonly { readonly line: number; readonly pence: number }[] =>
  typed.flatMap((each, index) => {
    if (isBlank(each)) return [{ line: index + 1, pence: 0 }]
    const read = readPounds('pounds', each.pounds)
    return read.ok ? [{ line: index + 1, pence: read.value }] : []
  })

const readInstalment = ({
  title,
  upon,
  due,
  pounds,
  condition,
}: InstalmentTyped): Result<Omit<Instalment, 'number'>, InstalmentProblem['problem']> =>
  together<Omit<Instalment, 'number'>, InstalmentProblem['problem']>({
    title: readText('title', title, { most: 200, needed: true }),
    upon: readChoice('upon', upon, instalmentGrounds),
    dueOn: readAnyDay(due),
    pence: readPounds('pounds', pounds),
    condition: readText('condition', condition, { most: 1000, needed: false }),
  })

function readAnyDay(typed: TypedDay): Result<IsoDay, DayWrong> {
  if (isUntyped(typed)) return refused({ code: 'day-missing', field: 'due' })
  const day = readTypedDay(typed)
  return day === undefined ? refused({ code: 'day-malformed', field: 'due' }) : done(day)
}

/** What is claimed, as typed. */
export type ClaimTyped = { readonly pounds: string; readonly what: string }
export type ClaimRead = { readonly pence: number; readonly what: string }

export const readClaim = ({ pounds, what }: ClaimTyped): Result<ClaimRead, FieldProblem<'claim' | 'claim-what'>> =>
  together<ClaimRead, FieldProblem<'claim' | 'claim-what'>>({
    pence: readPounds('claim', pounds),
    what: readText('claim-what', what, { most: 4000, needed: true }),
  })

/** A payment as typed. */
export type PaymentTyped = { readonly paid: TypedDay; readonly reference: string }
export type PaymentRead = { readonly paidOn: IsoDay; readonly reference: string }
export type PaymentProblem = FieldProblem<'reference'> | PastDayProblem<'paid'> | TooEarly<'paid'>

/** A payment from what was typed. @param between the day on which it was claimed, and today */
export const readPayment = ({ paid, reference }: PaymentTyped, between: Between): Result<PaymentRead, PaymentProblem> =>
  together<PaymentRead, PaymentProblem>({
    paidOn: readDayBetween('paid', paid, between),
    reference: readText('reference', reference, { most: 60, needed: true }),
  })

/** Money that came back, as typed. */
export type ReturnTyped = {
  readonly pounds: string
  readonly on: TypedDay
  readonly reference: string
  readonly reason: string
}
export type ReturnRead = {
  readonly pence: number
  readonly returnedOn: IsoDay
  readonly reference: string
  readonly reason: string
}
export type ReturnProblem =
  | FieldProblem<'returned' | 'return-reference' | 'return-reason'>
  | PastDayProblem<'returned-on'>
  | TooEarly<'returned-on'>

/** Money that came back, from what was typed. @param between the day of the first payment, and today */
export const readReturn = (
  { pounds, on, reference, reason }: ReturnTyped,
  between: Between,
): Result<ReturnRead, ReturnProblem> =>
  together<ReturnRead, ReturnProblem>({
    pence: readPounds('returned', pounds),
    returnedOn: readDayBetween('returned-on', on, between),
    reference: readText('return-reference', reference, { most: 60, needed: true }),
    reason: readText('return-reason', reason, { most: 2000, needed: true }),
  })

/** A statement of grant use as typed. */
export type StatementTyped = {
  readonly until: TypedDay
  readonly spent: string
  readonly what: string
  /** Why it is less than was stated before; only read where it is. */
  readonly lessBecause: string
  readonly name: string
  readonly jobTitle: string
  readonly agreed: boolean
}
export type StatementRead = {
  readonly untilOn: IsoDay
  readonly spentPence: number
  readonly what: string
  /** '' where no more was stated before. */
  readonly lessBecause: string
  readonly name: string
  readonly jobTitle: string
}
export type StatementProblem =
  | FieldProblem<'spent' | 'spent-what' | 'less-because' | 'name' | 'job-title' | 'agreed'>
  | PastDayProblem<'until'>

export function readStatement(typed: StatementTyped, today: IsoDay): Result<StatementRead, StatementProblem> {
  const { agreed, ...read } = {
    untilOn: readPastDay('until', typed.until, today),
    spentPence: readPounds('spent', typed.spent, 0),
    what: readText('spent-what', typed.what, { most: 4000, needed: true }),
    lessBecause: readText('less-because', typed.lessBecause, { most: 2000, needed: false }),
    name: readText('name', typed.name, { most: 200, needed: true }),
    jobTitle: readText('job-title', typed.jobTitle, { most: 200, needed: true }),
    agreed: typed.agreed ? done(null) : refused({ code: 'missing', field: 'agreed' } as const),
  }
  const all = together<StatementRead, StatementProblem>(read)
  if (agreed.ok) return all
  return refused(...(all.ok ? [] : all.problems), ...agreed.problems)
}

/** What a review at the end of a year finds. */
export const yearEndFindings = ['go-on', 'change', 'stop'] as const
export type YearEndFinding = (typeof yearEndFindings)[number]

/** A review at the end of a financial year as typed. `year` is in which it begins. */
export type YearEndTyped = {
  readonly year: string
  readonly ledger: string
  readonly finding: string
  readonly reason: string
}
export type YearEndRead = {
  readonly year: number
  readonly ledgerPence: number
  readonly finding: YearEndFinding
  readonly reason: string
}
export type YearEndProblem = FieldProblem<'year' | 'ledger' | 'finding' | 'year-reason'>

/** @param years those that there are to choose from */
export function readYearEnd(
  { year, ledger, finding, reason }: YearEndTyped,
  years: readonly number[],
): Result<YearEndRead, YearEndProblem> {
  const chosen = readChoice('year', year, years.map(String))
  return together<YearEndRead, YearEndProblem>({
    year: chosen.ok ? done(Number(chosen.value)) : chosen,
    ledgerPence: readPounds('ledger', ledger, 0),
    finding: readChoice('finding', finding, yearEndFindings),
    reason: readText('year-reason', reason, { most: 4000, needed: true }),
  })
}
