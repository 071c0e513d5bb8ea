/** Made-up experts: none of them is anybody, and none of their councils is real. */
export const madeExperts = [
  {
    email: 'oluwaseun.bright@expert.example',
    name: 'Oluwaseun Bright',
    about: 'Finance director of a public service mutual for six years; led its spin-out from a county.',
    areas: ['children', 'adult-social-care'],
    models: ['mutual', 'joint-venture'],
    disciplines: ['finance'],
    hours: 12,
  },
  {
    email: 'fern.halloran@expert.example',
    name: 'Fern Halloran',
    about: 'Solicitor who has advised on council companies, procurement and TUPE since 2004.',
    areas: ['corporate', 'housing', 'leisure-and-parks'],
    models: ['council-company', 'private-contract', 'shared-service'],
    disciplines: ['legal', 'commercial'],
    hours: 10,
  },
  {
    email: 'idris.penrose@expert.example',
    name: 'Idris Penrose',
    about: 'Ran libraries and leisure for two unitary councils and moved both to a charity.',
    areas: ['culture-and-libraries', 'leisure-and-parks'],
    models: ['charity', 'partnership'],
    disciplines: ['service-design', 'strategy'],
    hours: 8,
  },
  {
    email: 'mei.castellan@expert.example',
    name: 'Mei Castellan',
    about: 'Pensions and staff transfer specialist; has negotiated admission agreements with eleven funds.',
    areas: ['corporate', 'adult-social-care', 'environment-and-waste'],
    models: ['mutual', 'council-company', 'joint-venture'],
    disciplines: ['people', 'finance'],
    hours: 16,
  },
] as const

/** `by`: which expert; undefined while none was found. `daysAgo`: when it was asked. `published`: without names. */
export type MadeQuestion = {
  readonly award: number
  readonly daysAgo: number
  readonly by?: number
  readonly title: string
  readonly words: string
  readonly areas: readonly string[]
  readonly models: readonly string[]
  readonly disciplines: readonly string[]
  readonly hours?: number
  readonly advice?: string
  readonly spent?: number
  readonly published?: { readonly question: string; readonly advice: string }
  readonly done?: string
}

export const madeQuestions: readonly MadeQuestion[] = [
  {
    award: 0,
    daysAgo: 800,
    by: 0,
    title: 'Can a youth mutual reclaim VAT on what it buys?',
    words:
      'We compare a staff-led mutual with keeping the service. Our model assumes it reclaims VAT as we do. Is that right?',
    areas: ['children'],
    models: ['mutual'],
    disciplines: ['finance'],
    advice:
      'Do not assume it. A council reclaims VAT under section 33 of the Value Added Tax Act 1994; a mutual does not. What it can reclaim depends on whether what it supplies is taxable or exempt.\n\nModel both: welfare services as exempt, so that VAT on purchases is a cost, and a contract with the council as taxable, so that it is not. Ask HMRC before you choose, and put the difference in the risk register until it answers.',
    spent: 3,
    published: {
      question:
        'We compare a staff-led mutual with keeping the service. Our model assumes it reclaims VAT as a council does. Is that right?',
      advice:
        'Do not assume it. A council reclaims VAT under section 33 of the Value Added Tax Act 1994; a mutual does not. What it can reclaim depends on whether what it supplies is taxable or exempt.\n\nModel both: welfare services as exempt, so that VAT on purchases is a cost, and a contract with the council as taxable, so that it is not. Ask HMRC before you choose, and put the difference in the risk register until it answers.',
    },
    done: 'We modelled both and asked HMRC. The saving fell by a fifth in the worse case, and the review says so.',
  },
  {
    award: 1,
    daysAgo: 640,
    by: 3,
    title: 'What happens to the pensions of staff who transfer?',
    words:
      'Forty-one people would transfer to a new body. Union representatives ask whether they stay in the Local Government Pension Scheme.',
    areas: ['corporate'],
    models: ['mutual'],
    disciplines: ['people'],
    hours: 2,
    advice:
      'They can stay if the new body becomes an admission body. Ask the administering authority for a rate and whether it wants a bond or a guarantee; the council usually gives one.\n\nDecide early whether the scheme is open to people who join later: it moves the rate and the politics more than anything else. Give staff an individual statement before the formal consultation.',
    spent: 4.5,
    published: {
      question:
        'Staff would transfer to a new body. Their representatives ask whether they stay in the Local Government Pension Scheme.',
      advice:
        'They can stay if the new body becomes an admission body. Ask the administering authority for a rate and whether it wants a bond or a guarantee; the council usually gives one.\n\nDecide early whether the scheme is open to people who join later: it moves the rate and the politics more than anything else. Give staff an individual statement before the formal consultation.',
    },
    done: 'The council guaranteed the admission agreement, and the scheme stays open for three years.',
  },
  {
    award: 2,
    daysAgo: 420,
    by: 1,
    title: 'May we award the first contract to our own company?',
    words: 'We think of a wholly owned company for repairs. Does the first contract have to be tendered?',
    areas: ['housing'],
    models: ['council-company'],
    disciplines: ['legal'],
    advice:
      'Not if it is a vertical arrangement under schedule 2 of the Procurement Act 2023: the council controls the company as it does its own departments, more than 80% of what it does is for the council, and no private person has a share in it.\n\nWrite the control into the articles, count the 80% each year, and plan what happens if outside work grows.',
    spent: 2.25,
  },
  {
    award: 0,
    daysAgo: 20,
    by: 2,
    title: 'How do other trusts share a building with schools?',
    words: 'The youth trust would use two school halls in the evening. Who insures them, and who pays for heating?',
    areas: ['children', 'leisure-and-parks'],
    models: ['charity'],
    disciplines: ['service-design'],
    hours: 1,
  },
  {
    award: 3,
    daysAgo: 3,
    title: 'Who keeps the records of children when a service leaves?',
    words: 'Our information governance lead and the shadow board do not agree on who is the controller after transfer.',
    areas: ['children'],
    models: ['mutual'],
    disciplines: ['legal', 'data-and-digital'],
  },
]
