import { deliveryModels, type LegalQuestion } from '../../core/reviews/index.ts'
import type { SeedEntry } from './insert-entries.ts'
import { youthOptions } from './youth-options.ts'

/** What was found for most options. All made up. */
const usual: Readonly<Record<LegalQuestion, string>> = {
  tupe: '34 people are assigned to the service and would transfer; nine sessional workers are looked at one by one. Unions are consulted from the decision in principle on, for at least thirty days.',
  pension:
    'An admitted body of the pension fund, closed to new members. The council keeps the deficit to the day of transfer and guarantees the rest by a pass-through agreement.',
  teckal:
    'The council appoints the board and sets the business plan; less than a fifth of turnover may come from others.',
  vat: 'Supplies of youth work may be exempt outside the council, so that VAT on premises and goods is lost: from £24,000 to £38,000 a year, by option. Ask for a ruling before the decision.',
  'business-rates':
    'Liable on six centres, with mandatory relief of 80% for a charity and discretionary relief for others.',
  procurement: 'See the procurement route of the option. A notice is published before any award.',
  'subsidy-control':
    'Low rents count as a subsidy. They stay below the limit for services of public economic interest.',
  'public-sector-equality':
    'An assessment with each option: those who would lose a place nearby are young, and more often disabled or from the two wards.',
  'best-value': 'Users, their parents, local charities and residents, for eight weeks.',
}

/** Where an option differs from what is usual. */
const own: Readonly<Record<string, Partial<Record<LegalQuestion, string>>>> = {
  shared: { pension: 'Staff stay in the same scheme, with Tarnshire as their employer.' },
  charity: {
    'business-rates': 'Liable on six centres, less 80% of mandatory relief; the council may relieve the rest.',
  },
  contract: { vat: 'The price carries VAT, which the council recovers.' },
}

/** What each option of the made-up longlist asks of the law. */
export const youthLegal: readonly SeedEntry[] = youthOptions.flatMap(({ id, model }) => {
  const questions = deliveryModels.find((each) => each.id === model)?.questions ?? []
  if (questions.length === 0) return []
  const answers = questions.map((question) => [question, own[id]?.[question] ?? usual[question]])
  const adviser = 'Monitoring officer and VAT adviser of the council, September 2026'
  return { sheet: 'legal-questions', entry: id, content: { ...Object.fromEntries(answers), adviser } }
})
