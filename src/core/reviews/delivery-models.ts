import type { Bearer, LineKind, LineNature } from '../appraisal/index.ts'
import type { DeliveryModelId } from './delivery-model-ids.ts'
import { legalForms } from './legal-forms.ts'

/** A cost that a model usually has; its size is the council's to find. `once`: in the years of change only. */
export type UsualLine = {
  readonly title: string
  readonly group: 'running' | 'transition' | 'client-side' | 'exit'
  readonly once: boolean
  readonly kind: LineKind
  readonly bearer: Bearer
  readonly nature: LineNature
}

/** Questions of law that a model raises, to be answered before it is on the shortlist. */
export const legalQuestions = {
  tupe: 'Who transfers under TUPE, and what is said to them and to their unions, and when?',
  pension:
    'Does the new body become an admitted body of the pension scheme, who bears the deficit and who guarantees it?',
  teckal: 'Does the council control it as it does its own departments, and does it work for the council in the main?',
  vat: 'Can the VAT on what it buys be recovered as it is now?',
  'business-rates': 'Is it liable for business rates on its buildings, and is there relief?',
  procurement: 'By which route is it procured, or why need it not be?',
  'subsidy-control': 'Is any of it a subsidy, and on what terms is that allowed?',
  'public-sector-equality': 'What does the duty of section 149 of the Equality Act 2010 ask of this change?',
  'best-value': 'Whom does the duty to consult under section 3 of the Local Government Act 1999 name?',
} as const
export type LegalQuestion = keyof typeof legalQuestions

export type DeliveryModel = {
  readonly id: DeliveryModelId
  readonly name: string
  readonly what: string
  /** In being on every longlist. */
  readonly compulsory: boolean
  readonly legalForms: readonly string[]
  readonly questions: readonly LegalQuestion[]
  readonly lines: readonly UsualLine[]
}

const running = (title: string, over: Partial<UsualLine> = {}): UsualLine => ({
  title,
  group: 'running',
  once: false,
  kind: 'cost',
  bearer: 'council',
  nature: 'resource',
  ...over,
})
const transition = (title: string): UsualLine => running(title, { group: 'transition', once: true })
const clientSide = (title: string): UsualLine => running(title, { group: 'client-side' })
const exit = (title: string): UsualLine => running(title, { group: 'exit', once: true })
const transfer = (title: string): UsualLine => running(title, { nature: 'transfer' })

const service: readonly UsualLine[] = [
  running('Staff'),
  running('Premises'),
  running('Supplies and services'),
  running('Support services, such as HR, finance and IT'),
  running('Income from fees and charges', { kind: 'income' }),
]

const newBody: readonly UsualLine[] = [
  transition('Legal, finance and tax advice'),
  transition('Setting up the body and its systems'),
  transition('Consultation and transfer of staff'),
  running('Board, audit and insurance of the body'),
  transfer('VAT that cannot be recovered'),
  transfer('Business rates, less relief'),
  transfer('Pension contributions beyond those of today'),
  running('Support services that the council keeps paying for'),
  clientSide('Commissioning and contract management'),
  exit('Taking the service back at the end'),
]

const outside: readonly LegalQuestion[] = [
  'tupe',
  'pension',
  'vat',
  'business-rates',
  'procurement',
  'public-sector-equality',
  'best-value',
]

/**
 * The usual ways with what each usually costs and asks. They are where a longlist begins: a council changes the lines, and
 * adds ways of its own.
 *
 * @see docs/sources.md#delivery-models
 */
export const deliveryModels: readonly DeliveryModel[] = [
  {
    id: 'in-house-as-is',
    name: 'In-house, as it is',
    what: 'The council goes on delivering the service as today: business as usual, against which all else is measured.',
    compulsory: true,
    legalForms: legalForms['in-house-as-is'],
    questions: [],
    lines: service,
  },
  {
    id: 'in-house-improved',
    name: 'In-house, do minimum',
    what: 'The council keeps the service and makes the least change that meets what is needed.',
    compulsory: true,
    legalForms: legalForms['in-house-improved'],
    questions: ['public-sector-equality', 'best-value'],
    lines: [...service, transition('Redesign, training and redundancy')],
  },
  {
    id: 'shared-service',
    name: 'Shared service',
    what: 'Two or more councils run the service together, one of them or a joint committee on behalf of all.',
    compulsory: false,
    legalForms: legalForms['shared-service'],
    questions: ['tupe', 'pension', 'procurement', 'public-sector-equality', 'best-value'],
    lines: [
      ...service,
      transition('Joining systems, terms and buildings'),
      clientSide('The council’s part in running it together'),
      exit('Leaving the arrangement'),
    ],
  },
  {
    id: 'council-company',
    name: 'Company of the council',
    what: 'A company that the council owns and controls delivers the service, without competition where the Teckal tests are met.',
    compulsory: false,
    legalForms: legalForms['council-company'],
    questions: ['tupe', 'pension', 'teckal', 'vat', 'business-rates', 'subsidy-control', 'public-sector-equality'],
    lines: [...service, ...newBody, transfer('Corporation tax')],
  },
  {
    id: 'mutual',
    name: 'Public service mutual',
    what: 'Staff leave the council and deliver the service in a body that they control to a significant degree.',
    compulsory: false,
    legalForms: legalForms.mutual,
    questions: outside,
    lines: [...service, ...newBody],
  },
  {
    id: 'mutual-joint-venture',
    name: 'Mutual joint venture',
    what: 'A mutual of the staff and a partner from outside own the body together.',
    compulsory: false,
    legalForms: legalForms['mutual-joint-venture'],
    questions: [...outside, 'subsidy-control'],
    lines: [...service, ...newBody, running('Return to the partner'), transfer('Corporation tax')],
  },
  {
    id: 'charity',
    name: 'Charity or voluntary body',
    what: 'A charity or another voluntary or community body delivers the service, by contract or grant.',
    compulsory: false,
    legalForms: legalForms.charity,
    questions: outside,
    lines: [...service, ...newBody, running('Donations and grants of others', { kind: 'income', nature: 'transfer' })],
  },
  {
    id: 'private-contract',
    name: 'Contract with a company',
    what: 'A company delivers the service under a contract that was open to competition.',
    compulsory: false,
    legalForms: legalForms['private-contract'],
    questions: outside,
    lines: [
      running('Price of the contract'),
      running('Support services that the council keeps paying for'),
      transfer('Pension contributions beyond those of today'),
      transition('Procurement'),
      transition('Consultation and transfer of staff'),
      clientSide('Contract management'),
      exit('Procuring again, or taking the service back'),
    ],
  },
  {
    id: 'partnership',
    name: 'Partnership',
    what: 'The council and others, such as health bodies, pool money and people for the service.',
    compulsory: false,
    legalForms: legalForms.partnership,
    questions: ['tupe', 'pension', 'vat', 'procurement', 'public-sector-equality', 'best-value'],
    lines: [
      ...service,
      transition('Agreeing how money and risk are shared'),
      clientSide('The council’s part in running it together'),
      exit('Leaving the arrangement'),
    ],
  },
  {
    id: 'mixed',
    name: 'Mixed',
    what: 'Parts of the service are delivered in different ways, some commissioned in lots.',
    compulsory: false,
    legalForms: legalForms.mixed,
    questions: outside,
    lines: [...service, transition('Procurement of the lots'), clientSide('Commissioning and contract management')],
  },
  {
    id: 'devolve',
    name: 'Hand on to parishes or communities',
    what: 'Parish or town councils, or groups of residents, take the service or its buildings on.',
    compulsory: false,
    legalForms: legalForms.devolve,
    questions: ['tupe', 'pension', 'business-rates', 'public-sector-equality', 'best-value'],
    lines: [
      running('Grants to those who take it on', { nature: 'transfer' }),
      transition('Transfer of buildings and staff'),
      clientSide('Support to those who take it on'),
      exit('Taking the service back if it fails'),
    ],
  },
  {
    id: 'stop',
    name: 'Stop the service',
    what: 'The council no longer delivers the service, as far as the law allows.',
    compulsory: false,
    legalForms: legalForms.stop,
    questions: ['public-sector-equality', 'best-value'],
    lines: [
      transition('Redundancy and pension strain'),
      transition('Ending of contracts and leases'),
      running('What people lose who used it', { bearer: 'society', nature: 'not-cash' }),
    ],
  },
]
