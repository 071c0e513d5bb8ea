import type { Bearer, LineKind, LineNature } from '../../core/appraisal/index.ts'
import type { Answers } from '../../core/forms/index.ts'

/** Years of the review, the first one included. */
export const years = 11

type Amount = (year: number) => number

/** The same each year from one on. */
const yearly =
  (pounds: number, from = 0): Amount =>
  (year) =>
    year < from ? 0 : pounds

/** Today’s amount until a change, and another after it. */
const changing =
  (today: number, after: number, from = 2): Amount =>
  (year) =>
    year < from ? today : after

/** In one or two years only. */
const once =
  (...pounds: readonly number[]): Amount =>
  (year) =>
    pounds[year] ?? 0

/** What one option has more of each year, until it has reached all. */
const growing =
  (pounds: number, most: number, from = 2): Amount =>
  (year) =>
    year < from ? 0 : Math.min(most, pounds * (year - from + 1))

type More = {
  readonly kind?: LineKind
  readonly bearer?: Bearer
  readonly nature?: LineNature
  readonly low?: number
  readonly high?: number
  readonly growth?: number
  readonly bias?: number
  readonly mitigated?: number
  readonly evidence?: string
}

type Line = readonly [title: string, amount: Amount, more?: More]

const pay = { low: 3, high: 8, growth: 0.5, evidence: 'Payroll of 2025 to 2026, and pay awards of the last five years' }
const rent = { low: 5, high: 15, evidence: 'Leases, and the condition survey of 2024' }
const supplies = { low: 10, high: 10, evidence: 'Ledger of the last three years' }
const overheads = { low: 10, high: 20, evidence: 'Recharges of 2025 to 2026; how much can be saved is not known' }
const fees = { kind: 'income', low: 15, high: 15, evidence: 'Bookings of the last three years' } as const
const vat = { nature: 'transfer', low: 10, high: 30, evidence: 'Advice of the council’s VAT adviser' } as const
const rates = { nature: 'transfer', low: 5, high: 5, evidence: 'Rateable values, less relief for charities' } as const
const pension = {
  nature: 'transfer',
  low: 0,
  high: 40,
  evidence: 'Letter of the actuary, as an admitted body',
} as const
const change = {
  low: 10,
  high: 60,
  bias: 30,
  mitigated: 40,
  evidence:
    'The council’s last three transfers cost 12% to 41% more than was planned; a programme board and early advice',
}
const reached = {
  kind: 'benefit',
  bearer: 'society',
  nature: 'not-cash',
  low: 30,
  high: 20,
  bias: 15,
  evidence: 'Young people reached, at the lower of two published values of a place; made up for this example',
} as const

const service = (staff: Amount, premises: Amount, goods: Amount, support: Amount, income: Amount): readonly Line[] => [
  ['Staff', staff, pay],
  ['Premises', premises, rent],
  ['Supplies and services', goods, supplies],
  ['Support services', support, overheads],
  ['Fees and charges', income, fees],
]

/** The made-up money of each option, line by line, in pounds of the first year. */
export const youthLines: Readonly<Record<string, readonly Line[]>> = {
  'as-it-is': [
    ...service(yearly(1_905_000), yearly(322_000), yearly(214_000), yearly(281_000), yearly(118_000)),
    ['Repairs that are due', once(0, 90_000, 90_000, 80_000, 80_000), { ...rent, high: 30 }],
    ['Young people reached', yearly(3_150_000), reached],
  ],
  'do-minimum': [
    ...service(
      changing(1_905_000, 1_690_000),
      changing(322_000, 196_000),
      changing(214_000, 190_000),
      yearly(281_000),
      changing(118_000, 96_000),
    ),
    ['Repairs that are due', once(0, 60_000, 60_000, 40_000), { ...rent, high: 30 }],
    ['Redesign, training and redundancy', once(60_000, 165_000), change],
    ['Young people reached', changing(3_150_000, 2_830_000), reached],
  ],
  shared: [
    ...service(
      changing(1_905_000, 1_742_000),
      changing(322_000, 300_000),
      changing(214_000, 196_000),
      changing(281_000, 214_000),
      yearly(118_000),
    ),
    ['Repairs that are due', once(0, 90_000, 90_000, 80_000, 80_000), { ...rent, high: 30 }],
    ['Joining systems, terms and buildings', once(120_000, 210_000), change],
    ['The council’s part in running it together', yearly(38_000, 2), supplies],
    ['Young people reached', changing(3_150_000, 3_060_000), reached],
  ],
  company: [
    ...service(
      changing(1_905_000, 1_812_000),
      yearly(322_000),
      changing(214_000, 205_000),
      changing(281_000, 236_000),
      changing(118_000, 196_000),
    ),
    ['Repairs that are due', once(0, 90_000, 90_000, 80_000, 80_000), { ...rent, high: 30 }],
    ['Legal, finance and tax advice', once(95_000, 60_000), change],
    ['Setting up the body and its systems', once(40_000, 130_000), change],
    ['Board, audit and insurance', yearly(58_000, 2), supplies],
    ['VAT that cannot be recovered', yearly(24_000, 2), vat],
    ['Business rates, less relief', yearly(46_000, 2), rates],
    ['Pension contributions beyond those of today', yearly(30_000, 2), pension],
    ['Commissioning and contract management', yearly(42_000, 2), supplies],
    ['Young people reached', changing(3_150_000, 3_240_000), reached],
  ],
  mutual: [
    ...service(
      changing(1_905_000, 1_776_000),
      changing(322_000, 298_000),
      changing(214_000, 196_000),
      changing(281_000, 198_000),
      (year) => 118_000 + growing(34_000, 170_000)(year),
    ),
    ['Repairs that are due', once(0, 90_000, 90_000, 80_000, 80_000), { ...rent, high: 30 }],
    ['Legal, finance and tax advice', once(110_000, 70_000), change],
    ['Setting up the body and its systems', once(45_000, 140_000), change],
    ['Consultation and transfer of staff', once(30_000, 55_000), change],
    ['Board, audit and insurance', yearly(52_000, 2), supplies],
    ['VAT that cannot be recovered', yearly(31_000, 2), vat],
    ['Business rates, less relief', yearly(9_000, 2), rates],
    ['Pension contributions beyond those of today', yearly(44_000, 2), pension],
    ['Commissioning and contract management', yearly(46_000, 2), supplies],
    [
      'Grants and donations of others',
      growing(30_000, 120_000),
      {
        kind: 'income',
        nature: 'transfer',
        low: 60,
        high: 40,
        evidence: 'Two funders have written that they would consider it',
      },
    ],
    ['Young people reached', changing(3_150_000, 3_480_000), reached],
  ],
  charity: [
    ...service(
      changing(1_905_000, 1_668_000),
      changing(322_000, 285_000),
      changing(214_000, 188_000),
      changing(281_000, 176_000),
      changing(118_000, 140_000),
    ),
    ['Repairs that are due', once(0, 90_000, 90_000, 80_000, 80_000), { ...rent, high: 30 }],
    ['Legal, finance and tax advice', once(70_000, 50_000), change],
    ['Consultation and transfer of staff', once(30_000, 60_000), change],
    ['VAT that cannot be recovered', yearly(38_000, 2), vat],
    ['Business rates, less relief', yearly(6_000, 2), rates],
    ['Pension contributions beyond those of today', yearly(52_000, 2), pension],
    ['Commissioning and contract management', yearly(64_000, 2), supplies],
    [
      'Grants and donations of others',
      growing(45_000, 180_000),
      {
        kind: 'income',
        nature: 'transfer',
        low: 60,
        high: 40,
        evidence: 'Accounts of the three largest local charities',
      },
    ],
    ['Young people reached', changing(3_150_000, 3_180_000), reached],
  ],
  contract: [
    ['Staff', changing(1_905_000, 0), pay],
    ['Premises', changing(322_000, 120_000), rent],
    ['Supplies and services', changing(214_000, 0), supplies],
    ['Support services', changing(281_000, 168_000), overheads],
    ['Fees and charges', changing(118_000, 0), fees],
    [
      'Price of the contract',
      yearly(1_935_000, 2),
      {
        low: 5,
        high: 15,
        bias: 41,
        mitigated: 70,
        evidence: 'Bounds of Mott MacDonald 2002 for outsourcing, less what two soundings of the market showed',
      },
    ],
    ['Repairs that are due', once(0, 90_000, 90_000, 80_000, 80_000), { ...rent, high: 30 }],
    ['Procurement', once(85_000, 105_000), change],
    ['Consultation and transfer of staff', once(20_000, 60_000), change],
    ['Pension contributions beyond those of today', yearly(36_000, 2), pension],
    ['Commissioning and contract management', yearly(118_000, 2), supplies],
    ['Young people reached', changing(3_150_000, 3_020_000), reached],
  ],
}

/** A line as its page asks for it. */
export const lineContent = (option: string, [title, amount, more = {}]: Line): Answers => ({
  option,
  title,
  kind: more.kind ?? 'cost',
  bearer: more.bearer ?? 'council',
  nature: more.nature ?? 'resource',
  basis: 'real',
  pounds: Array.from({ length: years }, (_, year) => ({ row: `year-${year}`, amount: amount(year) })).filter(
    (row) => row.amount !== 0,
  ),
  ...(more.growth !== undefined && { growth: more.growth }),
  ...(more.low !== undefined && { low: more.low }),
  ...(more.high !== undefined && { high: more.high }),
  ...(more.bias !== undefined && { bias: more.bias }),
  ...(more.mitigated !== undefined && { mitigated: more.mitigated }),
  ...(more.evidence !== undefined && { evidence: more.evidence }),
})

/** What may go wrong. */
export const youthRisks: readonly Answers[] = [
  {
    title: 'A centre closes for urgent repairs',
    option: 'as-it-is',
    probability: 40,
    cost: 150_000,
    year: 'year-2',
    owner: 'Head of property',
    response: 'A survey each spring',
  },
  {
    title: 'A centre closes for urgent repairs',
    option: 'do-minimum',
    probability: 20,
    cost: 150_000,
    year: 'year-2',
    owner: 'Head of property',
    response: 'The worst three centres are those that close',
  },
  {
    title: 'Members of one council leave the arrangement',
    option: 'shared',
    probability: 20,
    cost: 260_000,
    year: 'year-5',
    owner: 'Head of transformation',
    response: 'Two years’ notice, and costs shared',
  },
  {
    title: 'The company trades at a loss',
    option: 'company',
    probability: 25,
    cost: 200_000,
    year: 'year-4',
    owner: 'Chief finance officer',
    response: 'A working capital limit and a report each quarter',
  },
  {
    title: 'The mutual fails and the service comes back',
    option: 'mutual',
    probability: 12,
    cost: 520_000,
    year: 'year-4',
    owner: 'Head of transformation',
    response: 'Step-in rights, open books, a reserve of three months',
  },
  {
    title: 'Staff do not want to leave the council',
    option: 'mutual',
    probability: 30,
    cost: 90_000,
    year: 'year-1',
    owner: 'Head of people',
    response: 'A vote before the decision',
  },
  {
    title: 'A member of the consortium leaves',
    option: 'charity',
    probability: 30,
    cost: 140_000,
    year: 'year-3',
    owner: 'Commissioning manager',
    response: 'Joint and several liability',
  },
  {
    title: 'The contractor asks for more money',
    option: 'contract',
    probability: 45,
    cost: 310_000,
    year: 'year-4',
    owner: 'Commissioning manager',
    response: 'Open books and a price mechanism',
  },
]

/** Lines whose amounts are spread in another way than most. */
export const youthSpreads: readonly Answers[] = [
  {
    line: 'Price of the contract',
    shape: 'lognormal',
    why: 'Bids have no end above, and few lie below what was sounded',
  },
  { line: 'Repairs that are due', shape: 'pert', why: 'The survey is two years old and was thorough' },
]

/** Lines that turn out dearer together. */
export const youthPairs: readonly Answers[] = [
  { one: 'Staff', other: 'Support services', by: 0.5, why: 'Both are mostly pay' },
  { one: 'Staff', other: 'Price of the contract', by: 0.4, why: 'The pay of the contractor follows that of others' },
]
