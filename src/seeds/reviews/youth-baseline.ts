import type { SeedEntry } from './insert-entries.ts'

const past = [
  { row: 'before-3', demand: 4_610, gross: 2_548_000, income: 131_000 },
  { row: 'before-2', demand: 4_420, gross: 2_611_000, income: 124_000 },
  { row: 'before-1', demand: 4_270, gross: 2_668_000, income: 120_000 },
]

const forecast = [4_200, 4_240, 4_290, 4_350, 4_400, 4_440, 4_470, 4_490, 4_500, 4_500, 4_500].map((demand, year) => ({
  row: `year-${year}`,
  demand,
}))

const drivers = {
  drivers:
    'The budget falls by a tenth in two years while those from 11 to 17 grow in number. Two of six centres need repairs that nobody has set money aside for. Fewer young people come each year, and those who stay away say that evenings and weekends are closed.',
  objectives: [
    {
      objective: 'Reach more young people from the two wards with the least income',
      measure: 'From 1,400 to 1,900 a year by March 2029, counted by postcode',
    },
    {
      objective: 'Open when young people want to come',
      measure: 'Every centre open on one weekend day by September 2027',
    },
    {
      objective: 'Cost the council no more than its budget',
      measure: 'Net cost at or below £2.67m in the pounds of the first year from 2028 to 2029 on, in the outturn',
    },
  ],
  today:
    'Workers who have known families for years, and a street team that partners trust. Buildings in the wrong places, a booking system that few use, and no way of keeping what is earned.',
  fixed:
    'The duty of section 507B. Targeted support and youth justice stay with the council. The lease of Canal Street ends in 2028. Members decided in 2025 that no centre closes before its users were asked.',
}

const staff = [
  ['Youth workers', 21.5, 812_000, 'yes', 'Four on protected pay until 2027'],
  ['Street team', 5, 214_000, 'yes', 'Evening and weekend allowances under a local agreement'],
  ['Sessional workers', 9, 268_000, 'in-part', 'Contracts without set hours; some also work for schools'],
  ['Centre managers and front desk', 8, 402_000, 'yes', ''],
  ['Head of service and support', 3, 209_000, 'unknown', 'Half of the time of two posts is for other services'],
] as const

const contracts = [
  ['Cleaning of six centres', 'Brightways (made up)', 61_000, '2027-09-30', 'Three months’ notice, without a charge'],
  ['Minibuses', 'Northgate Leasing (made up)', 27_000, '2028-03-31', 'Can be handed on; £4,500 to end early'],
  [
    'Booking system',
    'Slotwise (made up)',
    9_800,
    '2027-06-30',
    'The licence is the council’s own and cannot be handed on',
  ],
] as const

const assets = [
  [
    'Four centres of the council',
    'building',
    'owned',
    168_000,
    'Sound but for two roofs; would be leased at a low rent',
  ],
  [
    'Canal Street and Mill Lane',
    'building',
    'leased',
    96_000,
    'Repairs of £340,000 are due within five years; Canal Street ends in 2028',
  ],
  ['Two minibuses', 'vehicle', 'leased', 27_000, 'Would go with the service'],
  [
    'Case system of children’s services',
    'system',
    'shared',
    14_000,
    'A new body needs access under an agreement on data',
  ],
  ['Records of 4,200 young people', 'data', 'owned', 0, 'The council stays controller of what it must keep'],
] as const

/** What the made-up service is today. */
export const youthBaseline: readonly SeedEntry[] = [
  { sheet: 'drivers', entry: 'page', content: drivers },
  {
    sheet: 'demand',
    entry: 'page',
    content: {
      past,
      forecast,
      source:
        'Population projections of the council for those from 11 to 25, at the share reached today, and 500 more homes in the north from 2028.',
    },
  },
  ...staff.map(([title, posts, cost, transfers, terms], at) => ({
    sheet: 'staff',
    entry: `staff-${at + 1}`,
    content: { title, posts, cost, transfers, terms },
  })),
  ...contracts.map(([title, supplier, value, ends, leaving], at) => ({
    sheet: 'contracts',
    entry: `contract-${at + 1}`,
    content: { title, supplier, value, ends, leaving },
  })),
  ...assets.map(([title, kind, tenure, cost, condition], at) => ({
    sheet: 'assets',
    entry: `asset-${at + 1}`,
    content: { title, kind, tenure, cost, condition },
  })),
]
