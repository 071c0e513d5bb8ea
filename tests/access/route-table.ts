import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'
import { afterAwardRows } from './after-award-rows.ts'
import { assessmentRows } from './assessment-rows.ts'
import { awardRows } from './award-rows.ts'
import type { Name } from './cast.ts'
import { complaintRows } from './complaint-rows.ts'
import { deadlines } from './deadline-routes.ts'
import { decidingRows } from './deciding-rows.ts'
import { feedbackRows } from './feedback-rows.ts'
import { fileRows } from './file-rows.ts'
import { forms } from './form-route-table.ts'
import { homeRows } from './home-rows.ts'
import { interviewRows } from './interview-rows.ts'
import { notificationRows } from './notification-rows.ts'
import { type Place, places, spare } from './places.ts'
import { privacyRows } from './privacy-rows.ts'
import { publishingRows } from './publishing-rows.ts'
import { requestRows } from './request-rows.ts'
import { reviewJudgingRows } from './review-judging-rows.ts'
import { reviewMoneyRows } from './review-money-rows.ts'
import { reviewOptionsRows } from './review-options-rows.ts'
import { reviewReportingRows } from './review-reporting-rows.ts'
import { reviewRows } from './review-rows.ts'
import { reviewVersionRows } from './review-version-rows.ts'
import { weighingRows } from './review-weighing-rows.ts'
import type { RuleName, Whose } from './rules.ts'
import { sealing } from './sealing-rows.ts'
import { searchRows } from './search-rows.ts'
import { webhookRows } from './webhook-rows.ts'

export type Parts = Readonly<Record<string, string>>

/** What is expected of a route, and how it is asked. */
export type Row = {
  readonly rule: RuleName
  /** Who reads it where much is there: the busiest may work for a body that bids, and so be kept from it. */
  readonly reader?: Name
  /** The parts of the address besides fund and round. */
  readonly parts?: (place: Place, db: Database) => Parts | Promise<Parts>
  /** What stands after the question mark, where the page shows little without it. */
  readonly query?: string
  /** Fields without which even somebody who is let in would be told that there is no such thing. */
  readonly fields?: (place: Place, db: Database) => Parts | Promise<Parts>
}

const draft = (place: Place) => ({ reference: place.draft })
const marlburySigns = (place: Place) => ({ reference: place.draft, slot: 'partner-X-MARLBURY' })
const marlburyPart = (place: Place) => ({ reference: place.draft, organisation: 'X-MARLBURY' })
const sponsorSigns = (place: Place) => ({ reference: place.draft, slot: 'sponsor' })
const submitted = (place: Place) => ({ reference: place.submitted })
const listed = (place: Place) => ({ reference: place.listed })
const howToApply = () => ({ page: 'how-to-apply' })
const secondVersion = () => ({ page: 'how-to-apply', number: '2' })
const drivers = (place: Place) => ({ reference: place.draft, page: 'drivers' })
const driversAsked = (place: Place) => ({ reference: place.draft, question: 'drivers' })
const organisation = (place: Place) => ({ organisation: place.lead })
const applicant = (place: Place) => ({ organisation: place.lead, person: place.applicant })
const confirmed = () => ({ decision: 'confirmed' })
const invitation = (place: Place) => ({ token: place.invitation })
const subscription = (place: Place) => ({ token: place.subscription })
const link = (place: Place) => ({ token: place.link })
const question = (place: Place) => ({ question: place.question })
const someFunder = () => ({ organisation: 'lga' })

/** A mail with an event to the lead's own person. */
async function withEvent(place: Place, db: Database): Promise<Parts> {
  const calendar = JSON.stringify({ method: 'REQUEST', content: 'BEGIN:VCALENDAR' })
  const { rows } = await sql<{ id: string }>`
    insert into message (id, kind, recipient, subject, body, created_at, calendar)
    select gen_random_uuid(), 'interview', email, 'An interview', 'It is on', now(), ${calendar}::jsonb
    from person where id = ${place.leadPerson}::uuid returning id`.execute(db)
  return { message: rows[0]?.id ?? '' }
}

/** The lead's own person is invited by address too, so that there is somebody to join. */
async function invitedLead(place: Place, db: Database): Promise<Parts> {
  await sql`
    insert into application_contributor (application_id, email, invited_at, invited_by, expires_at)
    select a.id, p.email, now(), p.id, now() + interval '1 year' from application a, person p
    where a.reference = ${place.draft} and p.id = ${place.leadPerson}::uuid
    on conflict on constraint application_contributor_pk do update set state = 'invited'`.execute(db)
  return draft(place)
}

/** An answer that has been written once, to put back. */
async function driversWithHistory(place: Place, db: Database): Promise<Parts> {
  await sql`
    insert into answer_version (application_id, question_id, version, value, saved_at, saved_by)
    select id, 'drivers', 1, '"Once"', now(), created_by from application where reference = ${place.draft}
    on conflict do nothing`.execute(db)
  return drivers(place)
}

/** A role of its own for each who tries to end it. */
async function freshRole(place: Place, db: Database): Promise<Parts> {
  const { rows } = await sql<{ id: string }>`
    insert into role_assignment (id, person_id, fund_id, role, assigned_at)
    select gen_random_uuid(), person.id, fund.id, 'assessor', now() from fund, person
    where slug = ${place.fund} and person.id = ${spare.bystander}::uuid
    on conflict (person_id, role, coalesce(fund_id, '00000000-0000-0000-0000-000000000000'), coalesce(organisation_id, ''))
      where ended_at is null do update set assigned_at = now()
    returning id`.execute(db)
  return { role: rows[0]?.id ?? '' }
}

/** The page of an application as its own people would send it: it names the version of the form that was shown. */
async function writtenPage({ draft: reference }: Place, db: Database): Promise<Parts> {
  const { rows } = await sql<{ form: string }>`
    select form_version_id as form from application where reference = ${reference}`.execute(db)
  return { form: rows[0]?.form ?? '', drivers: 'Costs rise.' }
}

/** A message of its own that has not arrived, for each who would send it again. */
async function failedMessage(_: Place, db: Database): Promise<Parts> {
  const { rows } = await sql<{ id: string }>`
    insert into message (id, kind, recipient, subject, body, created_at, state, last_error)
    values (gen_random_uuid(), 'test', 'reader@example.org', 'A failed message', 'Text', now(), 'failed', 'No such mailbox')
    returning id`.execute(db)
  return { message: rows[0]?.id ?? '' }
}

const accounts: Readonly<Record<string, Row>> = {
  'GET /sign-in': { rule: 'anyone' },
  'POST /sign-in': { rule: 'anyone' },
  'GET /sign-in/check-email': { rule: 'anyone' },
  'POST /sign-in/code': { rule: 'anyone' },
  'GET /sign-in/link/:token': { rule: 'anyone', parts: link },
  'POST /sign-in/link/:token': { rule: 'anyone', parts: link },
  'GET /sign-in/provider': { rule: 'anyone' },
  'GET /sign-in/provider/back': { rule: 'anyone' },
  'POST /account/provider/unlink': { rule: 'anyoneSignedIn' },
  'GET /sign-out/done': { rule: 'anyone' },
  'GET /sign-out/provider': { rule: 'anyone' },
  'POST /sign-out': { rule: 'anyone' },
  'GET /account': { rule: 'anyoneSignedIn' },
  'GET /account/details': { rule: 'anyoneSignedIn' },
  'POST /account/details': { rule: 'anyoneSignedIn' },
  'GET /account/sessions': { rule: 'anyoneSignedIn' },
  // Somebody else's session: the answer is as if it had ended, and it has not (another test).
  'POST /account/sessions/:session/end': { rule: 'anyoneSignedIn', parts: () => ({ session: spare.bystander }) },
  'POST /account/sessions/end-all': { rule: 'anyoneSignedIn' },
  'GET /sign-in/authenticator': { rule: 'anyoneSignedIn' },
  'POST /sign-in/authenticator': { rule: 'anyoneSignedIn' },
  'GET /account/organisations': { rule: 'anyoneSignedIn' },
  'POST /account/organisations': { rule: 'anyoneSignedIn' },
  'POST /account/organisations/:organisation/leave': {
    rule: 'anyoneSignedIn',
    parts: () => ({ organisation: 'X-WOLDSHIRE' }),
  },
  'GET /account/organisations/:organisation/people': { rule: 'colleague', parts: organisation },
  'POST /account/organisations/:organisation/people/:person': {
    rule: 'colleague',
    parts: applicant,
    fields: confirmed,
  },
  'GET /manage/people/requests': { rule: 'anyTeam' },
  'POST /manage/people/requests/:organisation/:person': { rule: 'anyTeam', parts: applicant, fields: confirmed },
  'GET /manage/funds/:fund/people': { rule: 'namesPeople' },
  'POST /manage/funds/:fund/people': { rule: 'namesPeople' },
  'POST /manage/funds/:fund/people/:role/end': { rule: 'staffsFund', parts: freshRole },
  'GET /admin/people': { rule: 'looksAfterService' },
  'POST /admin/people/:person/reset-authenticator': {
    rule: 'looksAfterService',
    parts: () => ({ person: spare.bystander }),
  },
  'GET /admin/register': { rule: 'looksAfterService' },
  'GET /admin/register/import': { rule: 'looksAfterService' },
  'POST /admin/register/import': { rule: 'looksAfterService' },
  'GET /admin/register/borders': { rule: 'looksAfterService' },
  'POST /admin/register/borders': { rule: 'looksAfterService' },
  'GET /admin/register/bodies/:body': { rule: 'looksAfterService', parts: ({ lead }) => ({ body: lead }) },
  'POST /admin/register/bodies/:body': { rule: 'looksAfterService', parts: ({ lead }) => ({ body: lead }) },
}

const funds: Readonly<Record<string, Row>> = {
  'GET /manage': { rule: 'anyRole' },
  'GET /manage/funds/new': { rule: 'looksAfterService' },
  'POST /manage/funds/new': { rule: 'looksAfterService' },
  'GET /manage/funds/:fund': { rule: 'readsFund' },
  'GET /manage/funds/:fund/change': { rule: 'runsFund' },
  'POST /manage/funds/:fund/change': { rule: 'runsFund' },
  'GET /manage/funds/:fund/money': { rule: 'decides' },
  'POST /manage/funds/:fund/money': { rule: 'decides' },
  'GET /manage/funds/:fund/funders/new': { rule: 'runsFund' },
  'POST /manage/funds/:fund/funders/new': { rule: 'runsFund' },
  'GET /manage/funds/:fund/funders/:organisation': { rule: 'runsFund', parts: someFunder },
  'POST /manage/funds/:fund/funders/:organisation': { rule: 'runsFund', parts: someFunder },
  'POST /manage/funds/:fund/funders/:organisation/remove': { rule: 'runsFund', parts: someFunder },
  'GET /manage/funds/:fund/approvals': { rule: 'readsFund' },
  'POST /manage/funds/:fund/approvals': {
    rule: 'speaksForFunder',
    fields: ({ funder, round }) => ({ organisation: funder, subject: 'rules', round }),
  },
  'POST /manage/funds/:fund/approvals/refuse': {
    rule: 'speaksForFunder',
    fields: ({ funder, round }) => ({ organisation: funder, subject: 'rules', round }),
  },
  'GET /manage/funds/:fund/new-round': { rule: 'runsFund' },
  'POST /manage/funds/:fund/new-round': { rule: 'runsFund' },
  'GET /manage/funds/:fund/:round': { rule: 'readsFund' },
  'GET /manage/funds/:fund/:round/workload': { rule: 'readsFund' },
  'GET /manage/funds/:fund/:round/change': { rule: 'runsFund' },
  'POST /manage/funds/:fund/:round/change': { rule: 'runsFund' },
  'GET /manage/funds/:fund/:round/timetable': { rule: 'runsFund' },
  'POST /manage/funds/:fund/:round/timetable': { rule: 'runsFund' },
  'GET /manage/funds/:fund/:round/sign-offs': { rule: 'runsFund' },
  'POST /manage/funds/:fund/:round/sign-offs': { rule: 'runsFund' },
  'GET /manage/funds/:fund/:round/publish': { rule: 'runsFund' },
  'POST /manage/funds/:fund/:round/publish': { rule: 'runsFund' },
  ...sealing,
  'GET /manage/funds/:fund/:round/invitations': { rule: 'readsFund' },
  'POST /manage/funds/:fund/:round/invitations': { rule: 'runsFund' },
  'GET /manage/funds/:fund/:round/invitations/choose': { rule: 'runsFund' },
  'POST /manage/funds/:fund/:round/invitations/choose': { rule: 'runsFund' },
  'GET /manage/funds/:fund/:round/invitations/contacts': { rule: 'runsFund' },
  'POST /manage/funds/:fund/:round/invitations/contacts': { rule: 'runsFund' },
  'POST /manage/funds/:fund/:round/invitations/remind': { rule: 'runsFund' },
  'GET /invitation/:token': { rule: 'anyone', parts: invitation },
  'POST /invitation/:token': { rule: 'anyone', parts: invitation },
}

const guidance: Readonly<Record<string, Row>> = {
  'GET /funds/:fund': { rule: 'anyone' },
  'GET /funds/:fund/:round': { rule: 'anyone' },
  'GET /funds/:fund/:round/updates': { rule: 'anyone' },
  'GET /funds/:fund/:round/updates.atom': { rule: 'anyone' },
  'GET /funds/:fund/:round/versions/:number': { rule: 'anyone', parts: secondVersion },
  'GET /funds/:fund/:round/changes/:number': { rule: 'anyone', parts: secondVersion },
  'GET /funds/:fund/:round/:page': { rule: 'anyone', parts: howToApply },
  'GET /funds/:fund/:round/:page/versions/:number': { rule: 'anyone', parts: secondVersion },
  'GET /funds/:fund/:round/:page/changes/:number': { rule: 'anyone', parts: secondVersion },
  'GET /funds/:fund/:round/questions': { rule: 'anyone' },
  'GET /funds/:fund/:round/questions/ask': { rule: 'anyoneSignedIn' },
  'POST /funds/:fund/:round/questions/ask': { rule: 'anyoneSignedIn' },
  'GET /funds/:fund/:round/subscribe': { rule: 'anyone' },
  'POST /funds/:fund/:round/subscribe': { rule: 'anyone' },
  'GET /funds/:fund/:round/subscribe/sent': { rule: 'anyone' },
  'GET /subscriptions/:token': { rule: 'anyone', parts: subscription },
  'POST /subscriptions/:token': { rule: 'anyone', parts: subscription },
  'POST /subscriptions/:token/confirm': { rule: 'anyone', parts: subscription },
  'GET /subscriptions/:token/unsubscribe': { rule: 'anyone', parts: subscription },
  'POST /subscriptions/:token/unsubscribe': { rule: 'anyone', parts: subscription },
  'GET /manage/funds/:fund/:round/pages': { rule: 'runsFund' },
  'GET /manage/funds/:fund/:round/pages/:page': { rule: 'runsFund', parts: howToApply },
  'POST /manage/funds/:fund/:round/pages/:page': { rule: 'runsFund', parts: howToApply },
  'GET /manage/funds/:fund/:round/questions': { rule: 'runsFund' },
  'GET /manage/funds/:fund/:round/questions/:question': { rule: 'runsFund', parts: question },
  'POST /manage/funds/:fund/:round/questions/:question': { rule: 'runsFund', parts: question },
  'POST /manage/funds/:fund/:round/questions/:question/decline': { rule: 'runsFund', parts: question },
}

const applications: Readonly<Record<string, Row>> = {
  'GET /funds/:fund/:round/apply': { rule: 'anyoneSignedIn' },
  'POST /funds/:fund/:round/apply': { rule: 'anyoneSignedIn' },
  'GET /applications/:reference': { rule: 'leadOrPartner', parts: draft },
  'GET /applications/:reference/pages/:page': { rule: 'leadOrPartner', parts: drivers },
  'POST /applications/:reference/pages/:page': { rule: 'leadOrAccepted', parts: drivers, fields: writtenPage },
  'GET /applications/:reference/pages/:page/history': { rule: 'leadOrAccepted', parts: drivers },
  'POST /applications/:reference/pages/:page/history': {
    rule: 'leadOrAccepted',
    parts: driversWithHistory,
    fields: () => ({ question: 'drivers', version: '1', shown: '1' }),
  },
  'GET /applications/:reference/pages/:page/comments': { rule: 'leadOrAccepted', parts: drivers },
  'POST /applications/:reference/pages/:page/comments': { rule: 'leadOrAccepted', parts: drivers },
  'POST /applications/:reference/pages/:page/presence': { rule: 'leadOrAccepted', parts: drivers },
  'GET /applications/:reference/pages/:page/give': { rule: 'lead', parts: drivers },
  'POST /applications/:reference/pages/:page/give': { rule: 'lead', parts: drivers },
  'GET /applications/:reference/questions/:question/give': { rule: 'lead', parts: driversAsked },
  'POST /applications/:reference/questions/:question/give': { rule: 'lead', parts: driversAsked },
  'GET /applications/:reference/who-owes-what': { rule: 'leadOrAccepted', parts: draft },
  'GET /applications/:reference/colleagues': { rule: 'lead', parts: draft },
  'POST /applications/:reference/colleagues': { rule: 'lead', parts: draft },
  'POST /applications/:reference/colleagues/remove': { rule: 'lead', parts: draft },
  'GET /applications/:reference/join': { rule: 'lead', parts: invitedLead },
  'POST /applications/:reference/join': { rule: 'lead', parts: invitedLead },
  'POST /applications/:reference/form-changes': { rule: 'lead', parts: draft },
  'GET /applications/:reference/check': { rule: 'leadOrPartner', parts: draft },
  'POST /applications/:reference/check': { rule: 'lead', parts: draft },
  'GET /applications/:reference/receipt': { rule: 'leadOrPartner', parts: submitted },
  'GET /applications/:reference/receipt.pdf': { rule: 'leadOrPartner', parts: submitted },
  'GET /applications/:reference/submission': { rule: 'leadOrPartner', parts: submitted },
  'GET /applications/:reference/submission.json': { rule: 'leadOrPartner', parts: submitted },
  'GET /applications/:reference/withdraw': { rule: 'lead', parts: submitted },
  'POST /applications/:reference/withdraw': { rule: 'lead', parts: submitted },
  'GET /applications/:reference/partners': { rule: 'lead', parts: draft },
  'POST /applications/:reference/partners': { rule: 'lead', parts: draft },
  'POST /applications/:reference/partners/remove': { rule: 'lead', parts: draft },
  'GET /applications/:reference/partners/:organisation/part': { rule: 'leadOfMarlbury', parts: marlburyPart },
  'POST /applications/:reference/partners/:organisation/part': {
    rule: 'leadOfMarlbury',
    parts: marlburyPart,
    fields: () => ({ part: 'all' }),
  },
  'GET /applications/:reference/partner': { rule: 'partnerOrDeclined', parts: draft },
  'POST /applications/:reference/partner': {
    rule: 'partnerOfTarnshire',
    parts: draft,
    fields: () => ({ organisation: 'X-TARNSHIRE', answer: 'accept' }),
  },
  'GET /applications/:reference/application.docx': { rule: 'leadOrPartner', parts: draft },
  'GET /applications/:reference/sign-offs/:slot/application.docx': { rule: 'leadOrMarlbury', parts: marlburySigns },
  'GET /applications/:reference/sign-offs': { rule: 'leadOrPartner', parts: draft },
  'GET /applications/:reference/sign-offs/:slot': { rule: 'leadOrMarlbury', parts: marlburySigns },
  'POST /applications/:reference/sign-offs/:slot': {
    rule: 'signerOfMarlbury',
    parts: marlburySigns,
    fields: () => ({ answer: 'decline' }),
  },
  'GET /applications/:reference/sign-offs/:slot/ask': { rule: 'lead', parts: sponsorSigns },
  'POST /applications/:reference/sign-offs/:slot/ask': { rule: 'lead', parts: sponsorSigns },
  'POST /applications/:reference/sign-offs/:slot/remind': { rule: 'lead', parts: sponsorSigns },
  'GET /manage/funds/:fund/:round/applications': { rule: 'readsApplications' },
  'GET /manage/funds/:fund/:round/applications.csv': { rule: 'readsApplications' },
  'GET /manage/funds/:fund/:round/applications/:reference': { rule: 'readsApplications', parts: listed },
  'GET /manage/funds/:fund/:round/applications/:reference/submission.json': {
    rule: 'readsApplications',
    parts: listed,
  },
  'GET /manage/funds/:fund/:round/applications/:reference/submission.docx': {
    rule: 'readsApplications',
    parts: listed,
  },
  'GET /funds/:fund/:round/form/blank.docx': { rule: 'anyone' },
  'GET /funds/:fund/:round/form/blank': { rule: 'anyone' },
  'GET /funds/:fund/:round/form/blank.txt': { rule: 'anyone' },
  'GET /funds/:fund/:round/form/blank.pdf': { rule: 'anyone' },
}

const outbox: Readonly<Record<string, Row>> = {
  // In evaluation, as here. Otherwise nobody: another test.
  'GET /outbox': { rule: 'anyone' },
  'GET /events/:message': { rule: 'addressee', parts: withEvent },
  'GET /events/:message/event.ics': { rule: 'addressee', parts: withEvent },
  'GET /outbox/:message': { rule: 'anyone', parts: ({ message }) => ({ message }) },
  'GET /admin/messages': { rule: 'looksAfterService' },
  'POST /admin/messages/:message/again': { rule: 'looksAfterService', parts: failedMessage },
  'POST /sign-in/as': { rule: 'anyone', fields: () => ({ person: spare.illustrative }) },
}

/** Every route by its method and address. A route that is not here fails the test. */
export const table: Readonly<Record<string, Row>> = {
  ...homeRows,
  ...outbox,
  ...notificationRows,
  ...accounts,
  ...funds,
  ...forms,
  ...guidance,
  ...applications,
  ...fileRows,
  ...assessmentRows,
  ...interviewRows,
  ...awardRows,
  ...feedbackRows,
  ...complaintRows,
  ...requestRows,
  ...decidingRows,
  ...privacyRows,
  ...publishingRows,
  ...webhookRows,
  ...reviewRows,
  ...reviewOptionsRows,
  ...reviewMoneyRows,
  ...weighingRows,
  ...reviewJudgingRows,
  ...reviewReportingRows,
  ...reviewVersionRows,
  ...afterAwardRows,
  ...deadlines,
  ...searchRows,
}

/** What a route's address can name: nothing, a thing of ours or another's, and for public rounds one not yet public. */
export function whoseOf(path: string): readonly Whose[] {
  if (!path.includes(':')) return ['ours']
  return path.startsWith('/funds/:fund/:round') ? ['ours', 'theirs', 'prepared'] : ['ours', 'theirs']
}

/** The place that an address of that kind names. */
export const placeOf = (whose: Whose): Place =>
  whose === 'prepared' ? { ...places.ours, round: 'prepared' } : places[whose]

/** A concrete address of a route. @throws {Error} if the table does not say what one of its parts is */
export async function addressOf(path: string, row: Row, place: Place, db: Database): Promise<string> {
  const values: Parts = { fund: place.fund, round: place.round, ...(await row.parts?.(place, db)) }
  const address = path.replaceAll(/:([a-z]+)/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`the table does not say what :${name} is in ${path}`)
    return encodeURIComponent(value)
  })
  return row.query === undefined ? address : `${address}?${row.query}`
}
