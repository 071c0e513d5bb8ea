import assert from 'node:assert/strict'
import ICAL from 'ical.js'
import { sql } from 'kysely'
import { ukParts } from '../../src/core/time/uk-moment.ts'
import { ensurePerson, giveRole, saveMembership } from '../../src/features/accounts/index.ts'
import { placesOf, type StandingPlace, stands } from '../../src/features/decisions/interviewing/places.store.ts'
import { timetableRunsOf } from '../../src/features/decisions/interviewing/timetable-runs.ts'
import { workOutTimetable } from '../../src/features/decisions/interviewing/work-out-timetable.ts'
import { seedPersonId } from '../../src/seeds/people.ts'
import { type AssessedRound, type AssessedSize, assessedRound } from './assessed-round.ts'
import type { TestAnswer, TestBrowser } from './server.ts'
import type { Lifetime } from './template.ts'

/** Where the programme team runs the interviews of the made-up round, and where its panel works. */
export const interviewsAddress = '/manage/funds/example-fund/finished-round/decisions/interviews'
export const panelAddress = '/panel/example-fund/finished-round'

export type PanelPerson = { readonly id: string; readonly email: string; readonly browser: TestBrowser }

/** The made-up round with its shortlist frozen, the programme team, and people who may sit on its panel. */
export type RoundToInterview = AssessedRound & {
  readonly team: TestBrowser
  readonly panel: readonly PanelPerson[]
}

/** Somebody with the role of panel member, who is not on the panel yet. */
export async function panelPerson(world: AssessedRound, email: string, name: string): Promise<string> {
  const { services, fundId } = world
  const at = services.clock()
  return await services.db.transaction().execute(async (tx) => {
    const { person } = await ensurePerson(tx, { id: services.newId(), email, name, at })
    await giveRole(tx, services, { personId: person.id, role: 'panel-member', fundId, by: null, at })
    return person.id
  })
}

/**
 * @param members how many have the role of panel member
 * @param work whether it does its jobs
 */
export async function roundToInterview(
  lifetime: Lifetime,
  members: number,
  work = false,
  size: Pick<AssessedSize, 'applications' | 'assessors' | 'clock'> = {},
): Promise<RoundToInterview> {
  const world = await assessedRound(lifetime, { stage: 'shortlisted', work, ...size })
  const { services } = world
  const teamId = await services.db
    .transaction()
    .execute(async (tx) => await seedPersonId(tx, services, 'programme', services.clock()))
  const panel: PanelPerson[] = []
  for (let n = 1; n <= members; n += 1) {
    const email = `panel.${n}@example.gov.uk`
    const id = await panelPerson(world, email, `Panel member ${n}`)
    panel.push({ id, email, browser: await world.signedIn(id) })
  }
  return { ...world, team: await world.signedIn(teamId), panel }
}

/** Adds a session of 45 minutes each in so many days. */
export async function addSession(
  { team }: RoundToInterview,
  {
    days,
    half,
    place,
    slots,
    minutes = '45',
  }: { days: number; half: 'morning' | 'afternoon'; place: string; slots: number; minutes?: string },
): Promise<TestAnswer> {
  const { day, month, year } = ukParts(new Date(Date.now() + days * 86_400_000))
  const clock = half === 'morning' ? '9:30am' : '1pm'
  const starts = { 'starts-day': day, 'starts-month': month, 'starts-year': year, 'starts-clock': clock }
  const typed = { ...starts, half, place, slots: String(slots), minutes }
  return await team.post(`${interviewsAddress}/sessions`, typed)
}

/** Morning and afternoon on three days, with room for everybody. */
export async function addSessions(world: RoundToInterview): Promise<void> {
  for (const days of [20, 21, 22])
    for (const half of ['morning', 'afternoon'] as const)
      await addSession(world, { days, half, place: 'Room 1', slots: 4 })
}

/** The half-days that a member can choose from. */
export async function halfDaysFor({ browser }: PanelPerson): Promise<readonly string[]> {
  const { body } = await browser.get(`${panelAddress}/availability`)
  return [...body.matchAll(/name="half-days" type="checkbox" value="([^"]+)"/g)].map(([, value]) => value ?? '')
}

/** Asks for a timetable and works it out. @returns its number */
export async function workOut({ team, services, roundId }: RoundToInterview): Promise<number> {
  const { location = '' } = await team.post(`${interviewsAddress}/timetable`)
  const number = Number(/runs\/(\d+)$/.exec(location)?.[1])
  const run = (await timetableRunsOf(services.db, roundId)).find((each) => each.number === number)
  assert.ok(run !== undefined, location)
  await workOutTimetable(services, run.id)
  return number
}

/** Works a timetable out and publishes it. */
export async function publishWorkedOut(world: RoundToInterview): Promise<void> {
  const accept = `${interviewsAddress}/timetable/runs/${await workOut(world)}/accept`
  assert.equal((await world.team.post(accept)).status, 303)
}

/** The whole panel, the first two of whom can chair, free at any time, and a published timetable. */
export async function publishInterviews(world: RoundToInterview): Promise<void> {
  for (const [at, { id }] of world.panel.entries())
    await world.team.post(`${interviewsAddress}/panel`, { person: id, ...(at < 2 && { chair: 'yes' }) })
  await addSessions(world)
  for (const member of world.panel)
    await member.browser.post(`${panelAddress}/availability`, { 'half-days': await halfDaysFor(member) })
  await publishWorkedOut(world)
}

/** The places that stand, in the order of time. */
export const standingIn = async ({ services, roundId }: AssessedRound): Promise<readonly StandingPlace[]> =>
  (await placesOf(services.db, roundId)).filter(stands)

/** The events that were put in mail to an address, as an independent library reads them. */
export async function eventsTo({ services }: AssessedRound, recipient: string) {
  const { rows } = await sql<{ calendar: { method: string; content: string } }>`
    select calendar from message where calendar is not null and recipient = ${recipient} order by created_at, id`.execute(
    services.db,
  )
  return rows.map(({ calendar }) => {
    const component = new ICAL.Component(ICAL.parse(calendar.content)).getFirstSubcomponent('vevent')
    assert.ok(component !== null)
    const event = new ICAL.Event(component)
    return { method: calendar.method, uid: event.uid, sequence: event.sequence, starts: event.startDate.toJSDate() }
  })
}

/** Somebody who works for the lead of an application. @returns their id */
export async function applicantPerson(
  { services }: AssessedRound,
  applicationId: string,
  { email, name }: { readonly email: string; readonly name: string },
): Promise<string> {
  const at = services.clock()
  const { rows } = await sql<{ lead: string }>`
    select lead_id as lead from application where id = ${applicationId}::uuid`.execute(services.db)
  return await services.db.transaction().execute(async (tx) => {
    const { person } = await ensurePerson(tx, { id: services.newId(), email, name, at })
    const organisationId = rows[0]?.lead ?? ''
    const asked = { personId: person.id, organisationId, requestedAt: at, decidedAt: at, decidedBy: null }
    await saveMembership(tx, { ...asked, state: 'confirmed' })
    return person.id
  })
}

/** The same, signed in. */
export const applicantOf = async (
  world: AssessedRound,
  ...whose: [applicationId: string, who: Parameters<typeof applicantPerson>[2]]
): Promise<TestBrowser> => await world.signedIn(await applicantPerson(world, ...whose))
