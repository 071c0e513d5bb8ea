import { moneyWords } from '../../core/forms/number-words.ts'
import type { FieldProblem } from '../../core/rounds/field-problem.ts'
import type { VatRule } from '../../core/rounds/fund.ts'
import type {
  Bar,
  DayProblem,
  DeliverableStand,
  InterestStand,
  NeedLevel,
  OrderStand,
  SupportSide,
  SupportWork,
} from '../../core/support/index.ts'
import { type FieldText, fieldText } from '../../ui/patterns/index.ts'

/** Money that is kept in pence. @example penceWords(123_450) // => '£1,234.50' */
export const penceWords = (pence: number): string => moneyWords(pence / 100)

/** Days that are kept in tenths. @example daysWords(105) // => '10.5 days' */
export const daysWords = (tenthDays: number): string => `${tenthDays / 10} ${tenthDays === 10 ? 'day' : 'days'}`

export const workWords: Record<SupportWork, string> = {
  legal: 'Legal advice',
  finance: 'Finance',
  hr: 'Staff and pensions (HR)',
  tax: 'Tax and VAT',
  engagement: 'Engaging staff and users',
  'options-appraisal': 'Options appraisal',
  'implementation-plan': 'Implementation plan',
}

/** The kinds of help of a lot. */
export const worksWords = (works: readonly SupportWork[]): string =>
  works.length === 0 ? 'Any' : works.map((work) => workWords[work]).join(', ')

export const levelWords: Record<NeedLevel, string> = { none: 'None', some: 'Some', much: 'A lot' }

export const sideWords: Record<SupportSide, string> = {
  team: 'Programme team',
  council: 'Council',
  supplier: 'Supplier',
}

/** How the orders of a fund count, by what its amounts include. */
export const countsWords: Record<VatRule, string> = {
  included: 'Amounts in this fund include VAT.',
  excluded: 'Amounts in this fund exclude VAT.',
  'not-stated': 'This fund does not say whether its amounts include VAT, so VAT is counted.',
}

/** What the columns of the spend picture are of a grant. */
export const grantColumnsWords =
  'Of a grant, what is in instalments stands under ordered, what is claimed under accepted and what is approved under invoiced. What came back is taken off.'

export const standTags: Record<InterestStand, { readonly text: string; readonly classes: string }> = {
  'not-declared': { text: 'Not declared', classes: 'govuk-tag--grey' },
  none: { text: 'No interest', classes: 'govuk-tag--green' },
  interested: { text: 'Has an interest', classes: 'govuk-tag--red' },
  waived: { text: 'Interest waived', classes: 'govuk-tag--yellow' },
}

export const barWords: Record<Bar, string> = {
  'not-declared':
    'This supplier has not said whether it has an interest in the service. Ask it to do so on its support page',
  interested:
    'This supplier has an interest in the service, so it cannot advise on the options. Choose another supplier, or waive the interest on the page of the award’s support',
}

/** What a field is called in a sentence that begins with "Enter". */
const nouns: Readonly<Record<string, string>> = {
  name: 'a name',
  terms: 'the terms',
  offer: 'a supplier and lot',
  work: 'the kind of help',
  title: 'a title',
  what: 'what is to be done',
  days: 'the days',
  rate: 'the day rate',
  'lot-name': 'a name for the lot',
  expenses: 'the expenses',
  vat: 'the rate of VAT',
  reason: 'a reason',
  interest: 'the interest',
  deliverable: 'what is to be delivered',
  price: 'the price',
  invoice: 'your invoice number',
  deliverables: 'what the invoice is for',
  answer: 'your answer',
  'answer-reason': 'the reason for your answer',
  'change-reason': 'why the order changes',
  'close-reason': 'why the order is closed',
  'withdraw-reason': 'why the order is withdrawn',
  note: 'what is delivered',
  upon: 'when it can be claimed',
  pounds: 'the amount',
  condition: 'the condition',
  'condition-reason': 'how you know',
  'take-back-reason': 'why you take it back',
  claim: 'the amount',
  'claim-what': 'what it pays for',
  reference: 'the payment reference',
  returned: 'the amount',
  'return-reference': 'the payment reference',
  'return-reason': 'why it comes back',
  spent: 'what was spent',
  'spent-what': 'what it was spent on',
  'job-title': 'your job title',
  'less-because': 'why it is less',
  agreed: 'that you agree',
  year: 'the year',
  ledger: 'what the ledger paid',
  finding: 'whether the grant goes on',
  'year-reason': 'the reason for what you found',
}

const chosen = ['upon', 'agreed', 'year', 'finding', 'offer', 'work', 'vat', 'answer', 'deliverables']

/** What people read of a field that will not do. */
export function fieldProblemText(problem: FieldProblem<string>): FieldText {
  const noun = nouns[problem.field] ?? problem.field
  return fieldText(problem.field, wordsOf(problem, noun))
}

function wordsOf(problem: FieldProblem<string>, noun: string): string {
  const the = noun.replace(/^an? /, 'the ')
  const start = `${the.slice(0, 1).toUpperCase()}${the.slice(1)}`
  switch (problem.code) {
    case 'missing':
    case 'choice-unknown':
      return `${chosen.includes(problem.field) ? 'Select' : 'Enter'} ${noun}`
    case 'not-a-number':
      return `${start} must be a number`
    case 'not-whole':
      return problem.field === 'days'
        ? 'The days must be whole days or tenths of a day'
        : `${start} must be in pounds and pence`
    case 'too-long':
      return `${start} must be ${problem.most} characters or less`
    case 'too-small':
      return `${start} must be ${problem.least} or more`
    case 'too-large':
      return `${start} must be ${problem.most} or less`
    default:
      return `${start} is not right. Check it and enter it again`
  }
}

/** What people read of an order or a deliverable that will not do as it was typed. */
export function typedProblemText(problem: FieldProblem<string> | DayProblem<string>): FieldText {
  switch (problem.code) {
    case 'day-missing':
      return fieldText(`${problem.field}-day`, 'Enter the date by which it must be done')
    case 'day-malformed':
      return fieldText(`${problem.field}-day`, 'The date by which it must be done must be a real date')
    case 'day-past':
      return fieldText(`${problem.field}-day`, 'The date by which it must be done must be today or later')
    default:
      return fieldProblemText(problem)
  }
}

/** How an order stands. */
export const orderTags: Record<OrderStand, { readonly text: string; readonly classes: string }> = {
  ordered: { text: 'Ordered', classes: 'govuk-tag--blue' },
  closed: { text: 'Closed early', classes: 'govuk-tag--yellow' },
  paid: { text: 'Paid', classes: 'govuk-tag--green' },
  withdrawn: { text: 'Withdrawn', classes: 'govuk-tag--grey' },
}

/** How a deliverable stands. */
export const deliverableTags: Record<DeliverableStand, { readonly text: string; readonly classes: string }> = {
  'to-come': { text: 'To come', classes: 'govuk-tag--grey' },
  late: { text: 'Late', classes: 'govuk-tag--red' },
  delivered: { text: 'Delivered', classes: 'govuk-tag--purple' },
  'sent-back': { text: 'Sent back', classes: 'govuk-tag--yellow' },
  accepted: { text: 'Accepted', classes: 'govuk-tag--green' },
  'not-delivered': { text: 'Not delivered', classes: 'govuk-tag--grey' },
}
