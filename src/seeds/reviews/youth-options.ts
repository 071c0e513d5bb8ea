import type { Answers } from '../../core/forms/index.ts'
import type { DeliveryModelId } from '../../core/reviews/index.ts'

type SeedOption = {
  readonly id: string
  readonly title: string
  readonly model: DeliveryModelId
  readonly description: string
  readonly form?: string
  readonly route?: string
}

/** The made-up longlist: seven ways of delivering a youth service. */
export const youthOptions: readonly SeedOption[] = [
  {
    id: 'as-it-is',
    title: 'In-house, as it is',
    model: 'in-house-as-is',
    description: 'The council goes on running six centres and a street team with its own staff, on today’s budget.',
  },
  {
    id: 'do-minimum',
    title: 'In-house, three centres',
    model: 'in-house-improved',
    description:
      'The council keeps the service, closes three of six centres, and moves their work into schools and the street team.',
  },
  {
    id: 'shared',
    title: 'Shared with Tarnshire',
    model: 'shared-service',
    description: 'One team for both councils, run by Tarnshire under a delegation, with a joint board of members.',
    form: 'Delegation to another authority',
    route: 'None is needed: a delegation under section 101 of the Local Government Act 1972',
  },
  {
    id: 'company',
    title: 'Company of the council',
    model: 'council-company',
    description: 'A company that the council owns delivers the service, and may sell training and room hire to others.',
    form: 'Company limited by guarantee',
    route: 'None is needed while the council controls it and it works for the council in the main',
  },
  {
    id: 'mutual',
    title: 'Staff mutual',
    model: 'mutual',
    description:
      'Staff leave the council and run the service in a community interest company that they own, with young people on its board.',
    form: 'Community interest company',
    route: 'A contract of up to five years reserved for mutuals, then open to competition',
  },
  {
    id: 'charity',
    title: 'Charity',
    model: 'charity',
    description: 'A consortium of local charities delivers the service for a grant, and raises money beside it.',
    form: 'Charitable company',
    route: 'An open invitation to charities and community bodies',
  },
  {
    id: 'contract',
    title: 'Contract with a company',
    model: 'private-contract',
    description: 'A company delivers the service for a price, with pay tied to attendance and outcomes.',
    form: 'Contract',
    route: 'The competitive flexible procedure of the Procurement Act 2023',
  },
]

/** What the service is today, as its sheet asks. */
export const youthService: Answers = {
  name: 'Youth service',
  scope:
    'Six youth centres, a street team of five and the youth council. Targeted support for children in need and the youth justice service stay with the council in every option.',
  duty: 'Section 507B of the Education Act 1996: sufficient educational and recreational leisure-time activities for those from 13 to 19, as far as reasonably practicable.',
  users:
    'About 4,200 young people a year from 11 to 25, a third of them from the two wards with the least income. They ask for places that are open at weekends and for workers whom they know.',
  staff: 46.5,
  pension: 'lgps',
  vat: 'recovered',
}
