import type { Rating, SuccessFactor } from '../../core/reviews/index.ts'
import type { SeedEntry } from './insert-entries.ts'

/** What each critical success factor takes for the made-up service. */
const factors: Readonly<Record<SuccessFactor, string>> = {
  'strategic-fit':
    'It reaches those from the two wards with the least income, and fits the council’s plan for children.',
  'value-for-money': 'What it is worth to young people may be more than all that it costs, over ten years.',
  'supplier-capacity': 'At least two bodies could deliver it within forty miles, or the council can itself.',
  affordability:
    'Net cost is at or below £2.67m a year in the pounds of the first year from the third year on, and the change is paid from the reserve.',
  achievability: 'It can begin by April 2027 without losing half of the workers whom young people know.',
  constraints: 'It meets section 507B, and closes no centre before its users were asked.',
}

const choices = [
  ['scope-today', 'All from 11 to 25, six centres', 'scope', true],
  ['scope-targeted', 'Those in need only', 'scope', false],
  ['solution-today', 'Centres and a street team', 'solution', true],
  ['solution-schools', 'In schools, with fewer centres', 'solution', false],
  ['pace-today', 'No change', 'implementation', true],
  ['pace-steps', 'In two steps, from April 2027', 'implementation', false],
  ['pace-at-once', 'All at once, in April 2027', 'implementation', false],
  ['money-today', 'The council’s budget', 'funding', true],
  ['money-mixed', 'The council, with grants and what is earned', 'funding', false],
] as const

type Rated = readonly [
  choice: string,
  rating: Rating,
  reason: string,
  more?: { readonly fails?: readonly SuccessFactor[]; readonly role?: string },
]

const rated: readonly Rated[] = [
  ['scope-today', 'green', 'All young people were asked and want an open service; it is what the duty is about.'],
  [
    'scope-targeted',
    'red',
    'An open door is what brings those in need; without it they are not found.',
    { fails: ['strategic-fit'] },
  ],
  ['solution-today', 'green', 'Young people name the centres and the workers whom they know as what helps them.'],
  ['solution-schools', 'amber', 'Cheaper, and schools would host it, but weekends would stay closed in most places.'],
  ['pace-today', 'amber', 'Kept as business as usual, against which every other pace is measured.'],
  ['pace-steps', 'green', 'Staff can be told and trained in time, and the first step shows what the second needs.'],
  [
    'pace-at-once',
    'red',
    'Six centres and forty-six posts cannot move in one month without closing doors.',
    { fails: ['achievability'] },
  ],
  ['money-today', 'amber', 'Kept as business as usual; it falls short of what is needed from the third year on.'],
  ['money-mixed', 'green', 'Grants for young people are open to others than councils, and room hire can earn more.'],
  [
    'as-it-is',
    'amber',
    'Business as usual: it misses the budget from the third year on, and stays as the measure.',
    { fails: ['affordability'] },
  ],
  [
    'do-minimum',
    'amber',
    'The least change that meets the budget; it reaches fewer young people than today.',
    { role: 'do-minimum' },
  ],
  [
    'shared',
    'red',
    'Tarnshire decided in June not to go on with a joint service, so there is nobody to share with.',
    { fails: ['supplier-capacity'] },
  ],
  [
    'company',
    'amber',
    'It keeps control and may earn more, but gains less from grants than a charity or a mutual.',
    { role: 'less-ambitious' },
  ],
  [
    'mutual',
    'green',
    'Staff want it, young people would sit on its board, and it may raise grants and keep what it earns.',
  ],
  [
    'charity',
    'amber',
    'It raises most beside the council’s money, and is the furthest from what staff know today.',
    { role: 'more-ambitious' },
  ],
  [
    'contract',
    'red',
    'Only one company came to the market day, and it wanted a volume that is not certain.',
    { fails: ['supplier-capacity'] },
  ],
]

/** How the made-up longlist became a shortlist. */
export const youthFilter: readonly SeedEntry[] = [
  { sheet: 'factors', entry: 'page', content: factors },
  ...choices.map(([entry, title, category, today]) => ({
    sheet: 'choices',
    entry,
    content: { title, category, today },
  })),
  ...rated.map(([entry, rating, reason, more]) => ({ sheet: 'filter', entry, content: { rating, reason, ...more } })),
]
