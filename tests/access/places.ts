import { subscriptionToken } from '../../src/features/guidance/subscription-token.ts'
import { testConfig } from '../support/server.ts'
import { cast, type Side } from './cast.ts'

const uuid = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
/** Of the shape of a token. */
const token = (text: string): string => text.padEnd(43, '0')
const { secretKey = '' } = testConfig()

/** What addresses name: a fund with its round, and an authority with its applications. */
export type Place = {
  readonly fund: string
  readonly round: string
  /** A funder of the fund for whom somebody of the cast speaks. */
  readonly funder: string
  readonly lead: string
  readonly leadPerson: string
  readonly partners: readonly { readonly organisation: string; readonly state: string }[]
  readonly draft: string
  readonly submitted: string
  /** A submitted application in the round of this place. */
  readonly listed: string
  readonly applicant: string
  readonly question: string
  readonly invitation: string
  readonly subscriptionId: string
  readonly subscription: string
  readonly link: string
  readonly message: string
}

/** Somebody who runs the fund of a place. */
export const teamOf = ({ fund }: Place): string =>
  fund === 'delivering-differently' ? cast.team.id : cast.teamElsewhere.id

export const places: Readonly<Record<Side, Place>> = {
  ours: {
    fund: 'delivering-differently',
    round: 'open-round',
    funder: 'cabinet-office',
    lead: 'X-EXBRIDGE',
    leadPerson: cast.member.id,
    partners: [
      { organisation: 'X-TARNSHIRE', state: 'asked' },
      { organisation: 'X-MARLBURY', state: 'accepted' },
      { organisation: 'X-LINDENFORD', state: 'declined' },
    ],
    draft: 'DD-2026-AAAA1',
    submitted: 'DD-2026-AAAA2',
    listed: 'DD-2026-AAAA2',
    applicant: uuid(101),
    question: uuid(111),
    invitation: token('invitation-of-ours'),
    subscriptionId: uuid(121),
    subscription: subscriptionToken(uuid(121), secretKey),
    link: token('link-of-ours'),
    message: uuid(131),
  },
  theirs: {
    fund: 'example-fund',
    round: 'finished-round',
    funder: 'x-department',
    lead: 'X-COGMOUTH',
    leadPerson: cast.outsider.id,
    partners: [],
    draft: 'DD-2026-BBBB1',
    submitted: 'DD-2026-BBBB2',
    listed: 'DD-2026-BBBB3',
    applicant: uuid(102),
    question: uuid(112),
    invitation: token('invitation-of-theirs'),
    subscriptionId: uuid(122),
    subscription: subscriptionToken(uuid(122), secretKey),
    link: token('link-of-theirs'),
    message: uuid(132),
  },
}

/** A round of our fund that its team prepares. */
export const prepared = { fund: places.ours.fund, round: 'prepared' }

/** Rows that nobody of the cast is. */
export const spare = {
  preparedRound: uuid(141),
  bystander: uuid(103),
  /** Made up, and so may be signed in as in evaluation. */
  illustrative: uuid(104),
  people: [
    { id: uuid(101), name: 'applicantOurs', membership: ['X-EXBRIDGE', 'requested'], role: undefined },
    { id: uuid(102), name: 'applicantTheirs', membership: ['X-COGMOUTH', 'requested'], role: undefined },
    { id: uuid(103), name: 'bystander', membership: undefined, role: undefined },
    { id: uuid(104), name: 'illustrative', membership: undefined, role: undefined },
  ],
} as const
