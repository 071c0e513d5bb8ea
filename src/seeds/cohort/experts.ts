import { followUpOn, hoursFrom } from '../../core/experts/index.ts'
import { addDays, isoDay } from '../../core/time/day.ts'
import type { Award } from '../../features/decisions/index.ts'
import { firstTermsText } from '../../features/experts/people/terms-form.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { insertPeople } from '../assessed/insert-people.ts'
import { insertRows } from '../assessed/insert-rows.ts'
import type { Cohort } from './cohort.ts'
import { type MadeQuestion, madeExperts, madeQuestions } from './expert-texts.ts'

const dayMs = 86_400_000

const isExbridge = ({ organisationId }: Award): boolean => organisationId === 'X-EXBRIDGE'

type Made = { readonly id: string; readonly personId: string }

/** A panel of four experts who were asked five questions: three advised on, one with an expert, one that waits for one. */
export async function seedExperts(tx: Tx, services: Services, cohort: Cohort): Promise<void> {
  const { fundId, awards, programmeId, at } = cohort
  const begun = new Date(at.getTime() - 860 * dayMs)
  const feePounds = 85
  await insertRows(
    tx,
    'expert_terms',
    {
      fund_id: 'uuid',
      number: 'int',
      text: 'text',
      fee_pounds: 'int',
      sha256: 'text',
      made_at: 'timestamptz',
      made_by: 'uuid',
    },
    [
      {
        fund_id: fundId,
        number: 1,
        text: firstTermsText,
        fee_pounds: feePounds,
        sha256: services.sha256(JSON.stringify({ feePounds, text: firstTermsText })),
        made_at: begun,
        made_by: programmeId,
      },
    ],
  )
  const experts = await seedPeople(tx, services, cohort, begun)
  // Exbridge first, as whose people a newcomer can sign in.
  const councils = [...awards].sort((one, other) => Number(isExbridge(other)) - Number(isExbridge(one)))
  for (const [index, question] of madeQuestions.entries()) {
    const award = councils[question.award % councils.length]
    if (award !== undefined) await seedQuestion(tx, services, cohort, { number: index + 1, question, award, experts })
  }
}

async function seedPeople(
  tx: Tx,
  services: Services,
  { fundId, programmeId, at }: Cohort,
  begun: Date,
): Promise<readonly Made[]> {
  // A newcomer can sign in as the first of them.
  const people = madeExperts.map(({ email, name }, index) => ({
    email,
    name,
    jobTitle: 'Expert',
    illustrative: index === 0,
  }))
  const ids = await insertPeople(tx, services, people, begun)
  const experts = madeExperts.map(({ email }) => ({ id: services.newId(), personId: ids.get(email) ?? '' }))
  await insertRows(
    tx,
    'expert',
    { id: 'uuid', fund_id: 'uuid', person_id: 'uuid', invited_at: 'timestamptz', invited_by: 'uuid' },
    experts.map(({ id, personId }) => ({
      id,
      fund_id: fundId,
      person_id: personId,
      invited_at: begun,
      invited_by: programmeId,
    })),
  )
  await insertRows(
    tx,
    'expert_acceptance',
    { expert_id: 'uuid', fund_id: 'uuid', number: 'int', accepted_at: 'timestamptz' },
    experts.map(({ id }) => ({ expert_id: id, fund_id: fundId, number: 1, accepted_at: begun })),
  )
  await insertRows(
    tx,
    'expert_profile',
    { expert_id: 'uuid', version: 'int', content: 'jsonb', saved_at: 'timestamptz' },
    experts.map(({ id }, index) => ({
      expert_id: id,
      version: 1,
      content: profileOf(madeExperts[index]),
      saved_at: begun,
    })),
  )
  const nextWeek = new Date(`${addDays(isoDay(at), 7)}T10:00:00Z`)
  await insertRows(
    tx,
    'expert_hour',
    { expert_id: 'uuid', person_id: 'uuid', starts_at: 'timestamptz' },
    experts.flatMap(({ id, personId }) =>
      hoursFrom(nextWeek, 4).map((starts) => ({ expert_id: id, person_id: personId, starts_at: starts })),
    ),
  )
  return experts
}

const profileOf = (made: (typeof madeExperts)[number] | undefined) => ({
  'service-areas': made?.areas ?? [],
  'delivery-models': made?.models ?? [],
  disciplines: made?.disciplines ?? [],
  about: made?.about ?? '',
  hours: made?.hours ?? 1,
})

type Asked = {
  readonly number: number
  readonly question: MadeQuestion
  readonly award: Award
  readonly experts: readonly Made[]
}

/** A question with what came of it so far, each step some days after the one before. */
async function seedQuestion(
  tx: Tx,
  services: Services,
  { fundId, programmeId, at }: Cohort,
  asked: Asked,
): Promise<void> {
  const { number, question, award, experts } = asked
  const id = services.newId()
  const after = (days: number): Date => new Date(at.getTime() - (question.daysAgo - days) * dayMs)
  const expert = question.by === undefined ? undefined : experts[question.by]
  const asker = await askerOf(tx, services, award, after(0))
  const state = question.advice !== undefined ? 'advised' : expert !== undefined ? 'taken' : 'asked'
  await insertRows(tx, 'expert_request', requestColumns, [
    {
      id,
      fund_id: fundId,
      number,
      application_id: award.applicationId,
      organisation_id: award.organisationId,
      title: question.title,
      words: question.words,
      service_areas: question.areas,
      delivery_models: question.models,
      disciplines: question.disciplines,
      hours_wanted: question.hours ?? null,
      state,
      asked_at: after(0),
      asked_by: asker,
    },
  ])
  if (expert === undefined) return
  await insertRows(tx, 'expert_offer', offerColumns, [
    {
      request_id: id,
      number: 1,
      expert_id: expert.id,
      first: true,
      match: {},
      offered_at: after(1),
      offered_by: programmeId,
      answer: 'accepted',
      answered_at: after(2),
    },
  ])
  await insertRows(tx, 'expert_post', postColumns, [
    {
      id: services.newId(),
      request_id: id,
      words: 'Thank you. Which year does your model begin in, and who would own the body?',
      seen_by: 'team',
      posted_at: after(2),
      posted_by: expert.personId,
    },
  ])
  if (question.advice !== undefined)
    await seedAdvice(tx, { requestId: id, question, expert, asker, programmeId, after })
}

const requestColumns = {
  id: 'uuid',
  fund_id: 'uuid',
  number: 'int',
  application_id: 'uuid',
  organisation_id: 'text',
  title: 'text',
  words: 'text',
  service_areas: 'text[]',
  delivery_models: 'text[]',
  disciplines: 'text[]',
  hours_wanted: 'int',
  state: 'text',
  asked_at: 'timestamptz',
  asked_by: 'uuid',
} as const
const offerColumns = {
  request_id: 'uuid',
  number: 'int',
  expert_id: 'uuid',
  first: 'boolean',
  match: 'jsonb',
  offered_at: 'timestamptz',
  offered_by: 'uuid',
  answer: 'text',
  answered_at: 'timestamptz',
} as const
const postColumns = {
  id: 'uuid',
  request_id: 'uuid',
  words: 'text',
  seen_by: 'text',
  posted_at: 'timestamptz',
  posted_by: 'uuid',
} as const

/** Somebody made up of the council with the award. */
async function askerOf(tx: Tx, services: Services, { organisationId, organisation }: Award, at: Date): Promise<string> {
  const email = `review.lead@${organisationId.toLowerCase().replace('x-', '')}.example`
  const person = { email, name: `Review lead of ${organisation}`, jobTitle: 'Review lead', illustrative: false }
  return (await insertPeople(tx, services, [person], at)).get(email) ?? ''
}

type Advised = {
  readonly requestId: string
  readonly question: MadeQuestion
  readonly expert: Made
  readonly asker: string
  readonly programmeId: string
  readonly after: (days: number) => Date
}

/** The advice, that it was accepted, what was done with it, and its text without names. */
async function seedAdvice(tx: Tx, { requestId, question, expert, asker, programmeId, after }: Advised): Promise<void> {
  const { advice = '', spent = 1, published, done = '', title } = question
  const of = { request_id: requestId }
  const key = { request_id: 'uuid', number: 'int' } as const
  await insertRows(
    tx,
    'expert_note',
    { ...key, expert_id: 'uuid', advice: 'text', hours: 'numeric', written_at: 'timestamptz' },
    [{ ...of, number: 1, expert_id: expert.id, advice, hours: spent, written_at: after(9) }],
  )
  await insertRows(
    tx,
    'expert_note_answer',
    { ...key, answer: 'text', answered_at: 'timestamptz', answered_by: 'uuid' },
    [{ ...of, number: 1, answer: 'accepted', answered_at: after(11), answered_by: asker }],
  )
  await insertRows(
    tx,
    'expert_follow_up',
    {
      request_id: 'uuid',
      due_on: 'date',
      asked_at: 'timestamptz',
      words: 'text',
      answered_at: 'timestamptz',
      answered_by: 'uuid',
    },
    [
      {
        ...of,
        due_on: followUpOn(isoDay(after(11))),
        asked_at: after(102),
        words: done,
        answered_at: done === '' ? null : after(110),
        answered_by: done === '' ? null : asker,
      },
    ],
  )
  if (published === undefined) return
  await insertRows(
    tx,
    'expert_publication',
    {
      request_id: 'uuid',
      version: 'int',
      title: 'text',
      question: 'text',
      advice: 'text',
      let_stand: 'jsonb',
      prepared_at: 'timestamptz',
      prepared_by: 'uuid',
    },
    [{ ...of, version: 1, title, ...published, let_stand: [], prepared_at: after(14), prepared_by: programmeId }],
  )
  await insertRows(
    tx,
    'expert_consent',
    {
      request_id: 'uuid',
      version: 'int',
      side: 'text',
      consents: 'boolean',
      given_at: 'timestamptz',
      given_by: 'uuid',
    },
    [
      { ...of, version: 1, side: 'council', consents: true, given_at: after(15), given_by: asker },
      { ...of, version: 1, side: 'expert', consents: true, given_at: after(16), given_by: expert.personId },
    ],
  )
}
