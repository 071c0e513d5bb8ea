import type { Answers } from '../../core/forms/index.ts'
import type { SeedEntry } from './insert-entries.ts'

const engagement: readonly Answers[] = [
  {
    title: 'Meetings with staff of all six centres',
    group: 'staff',
    state: 'took-place',
    on: '2026-05-12',
    people: 41,
    said: 'Most would rather stay together than stay with the council at any price. They fear for the pension of those who join later, and ask who decides when money is short.',
    done: 'The actuary was asked about a closed admission agreement. The draft rules give staff a majority of the board.',
  },
  {
    title: 'Joint consultative committee with the unions',
    group: 'unions',
    state: 'took-place',
    on: '2026-06-03',
    people: 6,
    said: 'They are against any transfer, and hold that three centres could be kept in-house if support services cost less.',
    done: 'Support services were costed again with finance; both figures are in the evidence. Their reply is printed in the report.',
  },
  {
    title: 'Youth council and evenings at the centres',
    group: 'users',
    state: 'took-place',
    on: '2026-06-20',
    people: 137,
    said: 'Open at weekends, workers who stay, and no change of place. Whose logo is on the door matters little to them.',
    done: 'Weekend opening is in the specification of every option. Young people have two seats on the board of the mutual.',
  },
  {
    title: 'Overview and scrutiny committee',
    group: 'members',
    state: 'took-place',
    on: '2026-09-08',
    people: 11,
    said: 'They want the council to be able to take the service back, and to see what happens if the mutual fails.',
    done: 'Exit costs are in the money of each option, and the contract has a step-in clause.',
  },
]

const equality: Answers = {
  basis:
    'Users by age, ward, ethnicity and disability from the booking system of 2025; staff from payroll. Faith and sexual orientation are known for fewer than half.',
  effects: [
    {
      group: 'age',
      effect: 'better',
      how: 'Weekend opening reaches those from 16 to 19, who come least today. Watched by attendance each quarter.',
    },
    {
      group: 'disability',
      effect: 'same',
      how: 'All centres that stay have step-free access. The contract asks for the same one-to-one support as now.',
    },
    {
      group: 'sex',
      effect: 'unknown',
      how: 'Young women use the street team more. How it is staffed is not settled: looked at again at the second gate.',
    },
    { group: 'income', effect: 'better', how: 'Two of the centres that stay are in the wards with the least income.' },
  ],
  by: 'Equality officer, with the youth council',
  again: '2027-06-30',
}

const evidence: readonly Answers[] = [
  {
    title: 'Attendance at six centres',
    kind: 'own-data',
    of: '2026-03-31',
    says: 'About 4,200 young people a year, a third of them from two wards; a quarter fewer than in 2019.',
    strength: 'strong',
    found: 'Booking system, report 14',
  },
  {
    title: 'Visits to two mutuals of youth workers',
    kind: 'council',
    of: '2026-04-22',
    says: 'Both won income from others in their third year, less than they had planned. Both kept their staff.',
    strength: 'fair',
    found: 'Notes of the visits, in the review’s folder',
  },
  {
    title: 'What providers say of price',
    kind: 'market',
    of: '2026-07-15',
    says: 'Four firms and two charities answered. None would take the pension risk without a higher price.',
    strength: 'weak',
    found: 'Market engagement notice and replies, procurement team',
  },
]

const advice: readonly Answers[] = [
  {
    title: 'Recovery of VAT outside the council',
    field: 'vat',
    by: 'The council’s VAT adviser',
    on: '2026-06-11',
    says: 'A community interest company would make exempt supplies in the main and could not recover most of its VAT.',
    done: 'It is a line of its own in every option outside the council, with a range.',
  },
  {
    title: 'Admission to the pension fund',
    field: 'pensions',
    by: 'Actuary of the pension fund',
    on: '2026-06-25',
    says: 'A closed admission agreement is possible with a guarantee of the council. The contribution would be higher by up to two fifths.',
    done: 'The guarantee is a risk in the register; the higher contribution is in the money.',
  },
]

const challenge: readonly Answers[] = [
  {
    title: 'Income from others grows too fast',
    about: 'money',
    why: 'No mutual that I know of earned so much from others before its fourth year. Show the answer with half of it.',
    weight: 'change',
  },
  {
    title: 'Nobody has said who leads it',
    about: 'judgement',
    why: 'A mutual stands or falls with its first manager. The plan should appoint one before the first gate.',
    weight: 'better',
  },
]

const replies: readonly Answers[] = [
  {
    to: 'challenge-1',
    title: 'The range is wider, and the driver is named',
    reply: 'How far this income may fall before another option is worth as much stands in the economic case.',
    changed: true,
  },
  {
    to: 'challenge-2',
    title: 'An interim manager is appointed before the first gate',
    reply: 'It is the first step of the plan.',
    changed: true,
  },
]

const procurement: Answers = {
  form: 'A community interest company limited by guarantee: its assets stay locked for young people. A society would suit as well, but takes longer to set up.',
  governance:
    'Five of nine on the board are elected by staff, two by young people, one is named by the council, one is independent. The council keeps a veto on closing a centre.',
  route: 'A contract of up to five years reserved under section 33 of the Procurement Act 2023, after a notice.',
  contract:
    'Five years, a fixed price that falls once the company earns from others, measures of attendance and outcomes, and a step-in clause.',
  people:
    'Those who are assigned to the service transfer under TUPE with a closed admission agreement. Unions are consulted from the decision in principle on.',
  powers:
    'Section 1 of the Localism Act 2011. The cabinet decides; contract award is delegated to the director with the section 151 officer.',
}

const plan: readonly Answers[] = [
  {
    title: 'Appoint an interim manager',
    kind: 'work',
    starts: '2027-01-18',
    weeks: 6,
    owner: 'Director of children’s services',
  },
  {
    title: 'Write the business plan of the company',
    kind: 'work',
    starts: '2027-02-01',
    weeks: 12,
    owner: 'Interim manager',
  },
  {
    title: 'Is the business plan sound?',
    kind: 'gate',
    starts: '2027-05-04',
    passes: 'The section 151 officer agrees the figures, and the pension fund agrees to a closed admission.',
    owner: 'Cabinet',
  },
  {
    title: 'Consult staff and unions on the transfer',
    kind: 'work',
    starts: '2027-05-10',
    weeks: 13,
    owner: 'Head of human resources',
  },
  {
    title: 'Reserved procurement and contract',
    kind: 'work',
    starts: '2027-06-07',
    weeks: 22,
    owner: 'Head of procurement',
  },
  {
    title: 'Transfer or stop?',
    kind: 'gate',
    starts: '2027-11-15',
    passes: 'The contract is signed within the sum of the decision, and equality effects are looked at again.',
    owner: 'Director with the section 151 officer',
  },
  {
    title: 'Transfer and first 100 days',
    kind: 'work',
    starts: '2028-01-03',
    weeks: 15,
    owner: 'Manager of the company',
  },
]

const staffReply: Answers = {
  from: 'The trade union side of the joint consultative committee',
  on: '2026-10-14',
  text: 'We were asked early and what we said is in this report, for which we thank those who wrote it.\n\nWe do not agree with it. The service is cheap because support services are dear. Charge it what it uses, and it can stay. Staff who join later must not have a worse pension: an agreement that is open today can be closed tomorrow.\n\nWe ask members to decide on a service kept in-house for three years before anything is transferred.',
  agreed: 'Branch secretary, by email of 14 October 2026',
}

const listed = (sheet: string, contents: readonly Answers[]): readonly SeedEntry[] =>
  contents.map((content, at) => ({ sheet, entry: `${sheet}-${at + 1}`, content }))

/** The made-up people, law and delivery of the youth service. */
export const youthJudgement: readonly SeedEntry[] = [
  ...listed('engagement', engagement),
  { sheet: 'equality', entry: 'page', content: equality },
  ...listed('evidence', evidence),
  ...listed('advice', advice),
  ...listed('challenge', challenge),
  ...listed('challenge-replies', replies),
  { sheet: 'procurement', entry: 'page', content: procurement },
  ...listed('plan', plan),
  { sheet: 'staff-reply', entry: 'page', content: staffReply },
]
