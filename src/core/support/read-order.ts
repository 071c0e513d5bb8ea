import { done, type Result, refused } from '../result.ts'
import { type FieldProblem, readChoice, readNumber, readText, together } from '../rounds/field-problem.ts'
import type { IsoDay } from '../time/day.ts'
import type { TypedDay } from '../time/typed-day.ts'
import { type OrderTerms, vatPercents } from './order-cost.ts'
import { type DayProblem, readDueDay } from './read-day.ts'
import { type SupportWork, supportWork } from './work.ts'

/** The terms of an order as typed. */
export type TermsTyped = {
  readonly days: string
  readonly rate: string
  readonly expenses: string
  readonly vat: string
  readonly due: TypedDay
}

/** An order as typed. */
export type OrderTyped = TermsTyped & {
  /** A supplier with one of its lots. */
  readonly offer: string
  readonly work: string
  readonly title: string
  readonly what: string
}

export type DatedTerms = OrderTerms & { readonly dueOn: IsoDay }

export type OrderRead = DatedTerms & {
  readonly offer: string
  readonly work: SupportWork
  readonly title: string
  readonly what: string
}

export type OrderField = 'offer' | 'work' | 'title' | 'what' | 'days' | 'rate' | 'expenses' | 'vat' | 'due'

export type OrderProblem = FieldProblem<OrderField> | DayProblem<'due'>

const most = { days: 2000, rate: 10_000, expenses: 1_000_000, title: 120, what: 4000 } as const

/** The terms of an order from what was typed, with everything that is wrong. @param today no order is due before it */
export function readTerms(typed: TermsTyped, today: IsoDay): Result<DatedTerms, OrderProblem> {
  return together<DatedTerms, OrderProblem>({
    tenthDays: times(10, readNumber('days', typed.days, { least: 0.1, most: most.days, decimals: 1 })),
    ratePence: times(100, readNumber('rate', typed.rate, { least: 0, most: most.rate, decimals: 2 })),
    expensesPence: times(
      100,
      readNumber('expenses', typed.expenses === '' ? '0' : typed.expenses, {
        least: 0,
        most: most.expenses,
        decimals: 2,
      }),
    ),
    vatPercent: readVat(typed.vat),
    dueOn: readDueDay('due', typed.due, today),
  })
}

/** A whole order from what was typed. */
export function readOrder(typed: OrderTyped, today: IsoDay): Result<OrderRead, OrderProblem> {
  const terms = readTerms(typed, today)
  const named = together<Omit<OrderRead, keyof DatedTerms>, OrderProblem>({
    offer: readText('offer', typed.offer, { most: 100, needed: true }),
    work: readChoice('work', typed.work, supportWork),
    title: readText('title', typed.title, { most: most.title, needed: true }),
    what: readText('what', typed.what, { most: most.what, needed: true }),
  })
  if (named.ok && terms.ok) return done({ ...named.value, ...terms.value })
  return refused(...(named.ok ? [] : named.problems), ...(terms.ok ? [] : terms.problems))
}

const times = <Problem>(factor: number, read: Result<number, Problem>): Result<number, Problem> =>
  read.ok ? done(Math.round(read.value * factor)) : read

function readVat(typed: string): Result<OrderTerms['vatPercent'], OrderProblem> {
  const percent = vatPercents.find((each) => String(each) === typed)
  return percent === undefined ? refused({ code: 'missing', field: 'vat' }) : done(percent)
}
