import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import ICAL from 'ical.js'
import { sql } from 'kysely'
import { type AssessedRound, assessedRound } from '../../../../tests/support/assessed-round.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'
import { ukParts } from '../../../core/time/uk-moment.ts'
import { type SeedRole, seedPersonId } from '../../../seeds/people.ts'
import { ensurePerson, giveRole, saveMembership } from '../../accounts/index.ts'
import { placesOf, type StandingPlace, stands } from './places.store.ts'
import { timetableRunsOf } from './timetable-runs.ts'
import { workOutTimetable } from './work-out-timetable.ts'

const life = lastFirst({ after })
const base = '/manage/funds/example-fund/finished-round/decisions/interviews'
const panelBase = '/panel/example-fund/finished-round'
let world: AssessedRound
let team: TestBrowser
const panel: { readonly id: string; readonly browser: TestBrowser }[] = []

const has = (body: string, words: RegExp) => assert.ok(words.test(body), `${words} in ${body.slice(0, 3000)}`)

async function person(email: string, name: string): Promise<string> {
  const { services, fundId } = world
  const at = services.clock()
  return await services.db.transaction().execute(async (tx) => {
    const { id } = (await ensurePerson(tx, { id: services.newId(), email, name, at })).person
    await giveRole(tx, services, { personId: id, role: 'panel-member', fundId, by: null, at })
    return id
  })
}

before(async () => {
  world = await assessedRound(life, { applications: 24, assessors: 6, stage: 'shortlisted' })
  const { services } = world
  const seeded = async (role: SeedRole) =>
    await services.db.transaction().execute(async (tx) => await seedPersonId(tx, services, role, services.clock()))
  team = await world.signedIn(await seeded('programme'))
  for (const n of [1, 2, 3, 4]) {
    const id = await person(`panel.${n}@example.gov.uk`, `Panel member ${n}`)
    panel.push({ id, browser: await world.signedIn(id) })
  }
})

const standing = async (): Promise<readonly StandingPlace[]> =>
  (await placesOf(world.services.db, world.roundId)).filter(stands)

/** The events that were put in mail, as an independent library reads them. */
async function events(recipient: string) {
  const { rows } = await sql<{ calendar: { method: string; content: string } }>`
    select calendar from message where calendar is not null and recipient = ${recipient} order by created_at, id`.execute(
    world.services.db,
  )
  return rows.map(({ calendar }) => {
    const component = new ICAL.Component(ICAL.parse(calendar.content)).getFirstSubcomponent('vevent')
    assert.ok(component !== null)
    const event = new ICAL.Event(component)
    return { method: calendar.method, uid: event.uid, sequence: event.sequence, starts: event.startDate.toJSDate() }
  })
}

async function workOut(): Promise<number> {
  const { location = '' } = await team.post(`${base}/timetable`)
  const number = Number(/runs\/(\d+)$/.exec(location)?.[1])
  const run = (await timetableRunsOf(world.services.db, world.roundId)).find((each) => each.number === number)
  assert.ok(run !== undefined, location)
  await workOutTimetable(world.services, run.id)
  return number
}

/** A session in so many days. */
const addSession = async (days: number, half: string, place: string, slots: number) => {
  const { day, month, year } = ukParts(new Date(Date.now() + days * 86_400_000))
  const starts = {
    'starts-day': day,
    'starts-month': month,
    'starts-year': year,
    'starts-clock': half === 'morning' ? '9:30am' : '1pm',
  }
  return await team.post(`${base}/sessions`, { ...starts, half, place, slots: String(slots), minutes: '45' })
}

/** Somebody who works for the lead of an application. */
async function applicantOf(applicationId: string, email: string, name: string): Promise<TestBrowser> {
  const { services } = world
  const at = services.clock()
  const { rows } = await sql<{ lead: string }>`
    select lead_id as lead from application where id = ${applicationId}::uuid`.execute(services.db)
  return await world.signedIn(
    await services.db.transaction().execute(async (tx) => {
      const { person } = await ensurePerson(tx, { id: services.newId(), email, name, at })
      const organisationId = rows[0]?.lead ?? ''
      const asked = { personId: person.id, organisationId, requestedAt: at, decidedAt: at, decidedBy: null }
      await saveMembership(tx, { ...asked, state: 'confirmed' })
      return person.id
    }),
  )
}

/** What there is to choose from where an interview is moved by hand. */
const freePlaces = async (reference: string): Promise<readonly string[]> => {
  const { body } = await team.get(`${base}/applications/${reference}`)
  return [...body.matchAll(/<option value="([0-9a-f-]{36} \d+)"/g)].map(([, value]) => value ?? '')
}

describe('interviews', () => {
  it('ask for a panel and sessions before a timetable, and say so', async () => {
    const early = await team.post(`${base}/timetable`)
    assert.equal(early.status, 400)
    has(early.body, /Put people on the panel first/)
    const nobody = await team.post(`${base}/panel`, { person: world.fundId })
    assert.equal(nobody.status, 400)
    for (const [at, { id }] of panel.entries())
      assert.equal((await team.post(`${base}/panel`, { person: id, ...(at < 2 && { chair: 'yes' }) })).status, 303)
    const wrong = await team.post(`${base}/sessions`, { slots: '99', minutes: '1' })
    assert.equal(wrong.status, 400)
    has(wrong.body, /Enter from 1 to 12 interviews/)
    for (const days of [20, 21, 22])
      for (const half of ['morning', 'afternoon']) await addSession(days, half, 'Room 1', 4)
    assert.equal((await addSession(20, 'morning', 'Room 1', 4)).status, 400)
  })

  it('are not held by members who have not said when they can come: why is said', async () => {
    const number = await workOut()
    const { body } = await team.get(`${base}/timetable/runs/${number}`)
    has(body, /have no place/)
    has(body, /members who may hear it/)
  })

  it('are placed once members have said when they can come, by themselves or by the team', async () => {
    has((await panel[0]?.browser.get('/home'))?.body ?? '', /Interviews of [\s\S]*Say when you can come/)
    const { body } = (await panel[0]?.browser.get(`${panelBase}/availability`)) ?? { body: '' }
    const halfDays = [...body.matchAll(/name="half-days" type="checkbox" value="([^"]+)"/g)].map(
      ([, value]) => value ?? '',
    )
    assert.equal(halfDays.length, 6)
    for (const { browser } of panel.slice(0, 3))
      assert.equal((await browser.post(`${panelBase}/availability`, { 'half-days': halfDays })).status, 303)
    const last = panel[3]?.id ?? ''
    assert.equal((await team.post(`${base}/panel/${last}`, { 'half-days': halfDays, most: '6' })).status, 303)
    const number = await workOut()
    const { body: run } = await team.get(`${base}/timetable/runs/${number}`)
    has(run, /Every interview has a place/)
    assert.equal((await team.post(`${base}/timetable/runs/${number}/accept`)).status, 303)
    assert.ok((await standing()).length >= 10)
    assert.equal((await team.post(`${base}/timetable/runs/${number}/accept`)).status, 400)
    const sent = await events('panel.1@example.gov.uk')
    assert.ok(sent.length > 0 && sent.every(({ method, sequence }) => method === 'REQUEST' && sequence === 0))
  })

  it('move as few as can be when a member declares a conflict, and whoever is concerned is told alone', async () => {
    const before = await standing()
    const [first] = before
    assert.ok(first !== undefined)
    const [one] = panel
    assert.ok(one !== undefined)
    const declare = `${panelBase}/interviews/${first.reference}/declare`
    assert.equal((await one.browser.post(declare, { conflict: 'yes' })).status, 400)
    assert.equal((await one.browser.post(declare, { conflict: 'yes', statement: 'My brother leads it' })).status, 303)
    const page = await one.browser.get(`${panelBase}/interviews/${first.reference}`)
    has(page.body, /its papers are not yours to read/)
    assert.equal((await one.browser.post(declare, { conflict: 'no' })).status, 404)
    const number = await workOut()
    await team.post(`${base}/timetable/runs/${number}/accept`)
    const now = new Map((await standing()).map((place) => [place.reference, place]))
    for (const place of before) {
      const after = now.get(place.reference)
      assert.deepEqual([after?.sessionId, after?.slot], [place.sessionId, place.slot])
    }
    assert.equal(now.get(first.reference)?.memberIds.includes(one.id), false)
  })

  it('are confirmed or asked to be moved by applicants, and moved by hand where every rule is kept', async () => {
    const [first] = await standing()
    assert.ok(first !== undefined)
    const applicant = await applicantOf(first.applicationId, 'lead@example.gov.uk', 'Lead')
    const path = `/applications/${first.reference}/interview`
    // Applicants are told of the shortlist first.
    assert.equal((await applicant.get(path)).status, 404)
    await sql`update shortlist set told_at = now() where round_id = ${world.roundId}::uuid`.execute(world.services.db)
    assert.equal((await applicant.post(path, { answer: 'move' })).status, 400)
    assert.equal((await applicant.post(path, { answer: 'move', reason: 'A council meeting' })).status, 303)
    const one = `${base}/applications/${first.reference}`
    has((await team.get(one)).body, /A council meeting/)
    const free = await freePlaces(first.reference)
    assert.ok(free.length > 0)
    assert.equal((await team.post(`${one}/move`, { where: free.at(-1) ?? '' })).status, 400)
    assert.equal((await team.post(`${one}/move`, { where: free.at(-1) ?? '', reason: 'They asked' })).status, 303)
    const told = await events('lead@example.gov.uk')
    assert.deepEqual(
      told.map(({ method, sequence }) => [method, sequence]),
      [['REQUEST', 0]],
    )
    // Once told, a change has the next number under the same name.
    const back = await freePlaces(first.reference)
    await team.post(`${one}/move`, { where: back[0] ?? '', reason: 'Back again' })
    const again = await events('lead@example.gov.uk')
    assert.deepEqual(
      again.map(({ method, sequence }) => [method, sequence]),
      [
        ['REQUEST', 0],
        ['REQUEST', 1],
      ],
    )
    assert.equal(new Set(again.map(({ uid }) => uid)).size, 1)
    has((await applicant.get('/home')).body, /Interview of [\s\S]*Confirm or ask to move/)
    assert.equal((await applicant.post(path, { answer: 'confirmed' })).status, 303)
    has((await applicant.get('/home')).body, /Interview of [\s\S]*Answered/)
    has((await applicant.get(path)).body, /Confirmed by Lead/)
    assert.equal((await applicant.get(`${path}.ics`)).status, 200)
  })

  it('free their place when the application is withdrawn: calendars cancel it, the gap is shown, and is filled', async () => {
    const { db } = world.services
    const before = await standing()
    const [gone, waits] = [before.at(-1), before.at(-2)]
    assert.ok(gone !== undefined && waits !== undefined)
    const applicant = await applicantOf(gone.applicationId, 'gone@example.gov.uk', 'Gone')
    const taken = new Set(before.map(({ sessionId }) => sessionId))
    const alone = (await freePlaces(gone.reference)).find((where) => !taken.has(where.split(' ')[0] ?? ''))
    const moved = { where: alone ?? '', reason: 'To a session of its own' }
    assert.equal((await team.post(`${base}/applications/${gone.reference}/move`, moved)).status, 303)
    const hears = (await standing()).find(({ reference }) => reference === gone.reference)?.memberIds ?? []
    const sessionUid = new RegExp(`^interview-session-${alone?.split(' ')[0]}@`)
    const path = `/applications/${gone.reference}/interview`
    has((await applicant.get(path)).body, /Withdraw the application/)
    has((await applicant.get(`${path}/withdraw`)).body, /you cannot submit it again/)
    assert.equal((await applicant.post(`${path}/withdraw`)).status, 303)
    assert.equal((await applicant.post(`${path}/withdraw`)).status, 404)
    assert.equal((await applicant.get(path)).status, 404)
    const told = await events('gone@example.gov.uk')
    assert.deepEqual(
      told.map(({ method, sequence }) => [method, sequence]),
      [
        ['REQUEST', 0],
        ['CANCEL', 1],
      ],
    )
    assert.equal(new Set(told.map(({ uid }) => uid)).size, 1)
    assert.ok(hears.length >= 3)
    for (const [at, { id, browser }] of panel.entries()) {
      if (!hears.includes(id)) continue
      const last = (await events(`panel.${at + 1}@example.gov.uk`)).filter(({ uid }) => sessionUid.test(uid)).at(-1)
      assert.equal(last?.method, 'CANCEL')
      assert.equal((await browser.get(`${panelBase}/interviews/${gone.reference}`)).status, 404)
    }
    const { rows } = await sql<{ mails: number }>`
      select count(*) as mails from message where subject like ${`%Interview not held: ${gone.reference}%`}`.execute(db)
    assert.equal(rows[0]?.mails, hears.length)
    has(
      (await team.get(`${base}/timetable`)).body,
      /Freed by a withdrawal[\s\S]*Everybody else on the shortlist has a place/,
    )
    // Somebody has no place: the gap can be filled, and nobody is moved for it.
    await sql`insert into interview_place (application_id, number, published_at)
      select ${waits.applicationId}::uuid, max(number) + 1, now() from interview_place
      where application_id = ${waits.applicationId}::uuid`.execute(db)
    has((await team.get(`${base}/timetable`)).body, /Fill the gap/)
    await team.post(`${base}/timetable/runs/${await workOut()}/accept`)
    const after = new Map((await standing()).map((place) => [place.reference, place]))
    assert.deepEqual([after.has(gone.reference), after.has(waits.reference)], [false, true])
    for (const { reference, sessionId, slot } of before) {
      if (reference === gone.reference || reference === waits.reference) continue
      assert.deepEqual([after.get(reference)?.sessionId, after.get(reference)?.slot], [sessionId, slot])
    }
  })

  it('are scored blind: nobody sees what others gave before they have submitted their own', async () => {
    const place = (await standing()).find(({ memberIds }) => memberIds.length >= 3)
    assert.ok(place !== undefined)
    const [one, other] = panel.filter(({ id }) => place.memberIds.includes(id))
    assert.ok(one !== undefined && other !== undefined)
    const path = `${panelBase}/interviews/${place.reference}`
    for (const { browser } of [one, other])
      assert.equal((await browser.post(`${path}/declare`, { conflict: 'no' })).status, 303)
    const fields = (points: string, comment: string, version = '0-0') => ({
      version,
      'points-interview-understanding': points,
      'comment-interview-understanding': comment,
      'points-interview-leadership': points,
      'comment-interview-leadership': comment,
    })
    // Before interviews open nothing can be written, and what was typed comes back.
    const early = await one.browser.post(path, fields('3', 'Zymurgy'))
    assert.equal(early.status, 409)
    has(early.body, /Zymurgy/)
    assert.equal((await team.post(`${base}/open`)).status, 303)
    assert.equal((await one.browser.post(path, { ...fields('3', 'Zymurgy'), action: 'submit' })).status, 303)
    const blind = await other.browser.get(path)
    assert.equal(blind.body.includes('Zymurgy'), false)
    assert.equal((await other.browser.get(panelBase)).body.includes('Zymurgy'), false)
    // Half of it is saved and not submitted; two windows lose nothing.
    const half = await other.browser.post(path, {
      version: '0-0',
      'points-interview-understanding': '2',
      action: 'submit',
    })
    assert.equal(half.status, 400)
    const clash = await other.browser.post(path, fields('4', 'From an old window'))
    assert.equal(clash.status, 409)
    has(clash.body, /another tab/)
    const page = await other.browser.get(path)
    const version = /name="version" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    assert.equal(
      (await other.browser.post(path, { ...fields('4', 'Quixotic', version), action: 'submit' })).status,
      303,
    )
    has((await other.browser.get(path)).body, /Zymurgy/)
    // Nothing is changed after that.
    assert.equal((await other.browser.post(path, fields('1', 'Changed', '1-1'))).status, 409)
  })

  it('have questions for all and for one, with those that doubts suggest', async () => {
    assert.equal((await team.post(`${base}/questions`, { question: ' ' })).status, 400)
    await team.post(`${base}/questions`, { question: 'What would you do first?' })
    const [first] = await standing()
    const one = `${base}/applications/${first?.reference}`
    const page = await team.get(one)
    has(page.body, /What would you do first\?/)
    has(page.body, /Suggested by the assessors’ doubts/)
    const criterion = /name="criterion" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    await team.post(`${one}/questions`, { question: 'In our own words?', criterion })
    const after = await team.get(one)
    has(after.body, /In our own words\?/)
    assert.equal(after.body.includes(`name="criterion" value="${criterion}"`), false)
  })

  it('close with what is missing said, and who did not come is recorded', async () => {
    const refused = await team.post(`${base}/close`)
    assert.equal(refused.status, 400)
    has(refused.body, /scores are missing/)
    const [first] = await standing()
    const absence = `${base}/applications/${first?.reference}/absence`
    assert.equal((await team.post(absence, { who: 'applicant', absent: 'yes' })).status, 400)
    assert.equal((await team.post(absence, { who: 'applicant', absent: 'yes', 'absence-reason': 'Ill' })).status, 303)
    assert.equal((await team.post(`${base}/close`, { reason: 'The panel could not meet again' })).status, 303)
    has((await team.get(base)).body, /Interviews have closed/)
    assert.equal(
      (await team.post(`${base}/applications/${first?.reference}/move`, { where: 'x', reason: 'y' })).status,
      400,
    )
  })

  it('are set up for good once they have closed: every change is refused with its reason, and no page has its form', async () => {
    const [member] = panel
    const [place] = await standing()
    assert.ok(member !== undefined && place !== undefined)
    const one = `applications/${place.reference}`
    const { rows } = await sql<{ id: string }>`
      select id from interview_question where round_id = ${world.roundId}::uuid and application_id is null`.execute(
      world.services.db,
    )
    const changes: readonly (readonly [string, Record<string, string>])[] = [
      ['panel', { person: member.id }],
      [`panel/${member.id}`, { most: '3' }],
      [`panel/${member.id}/end`, {}],
      [`sessions/${place.sessionId}/remove`, {}],
      ['questions', { question: 'Too late?' }],
      ['questions/remove', { id: rows[0]?.id ?? '' }],
      ['timetable', {}],
      [`${one}/move`, { where: `${place.sessionId} 1`, reason: 'Late' }],
      [`${one}/keep`, { 'keep-reason': 'Late' }],
      [`${one}/absence`, { who: member.id, absent: 'yes', 'absence-reason': 'Late' }],
      [`${one}/questions`, { question: 'Too late?' }],
    ]
    const refusals = [
      ...(await Promise.all(changes.map(async ([path, fields]) => await team.post(`${base}/${path}`, fields)))),
      await addSession(30, 'morning', 'Room 9', 4),
      await member.browser.post(`${panelBase}/availability`, { most: '3' }),
    ]
    for (const [at, { status, body }] of refusals.entries()) {
      assert.equal(status, 400, changes[at]?.[0])
      has(body, /Interviews have closed: nothing that their scores rest on is changed any more/)
    }
    for (const path of ['panel', `panel/${member.id}`, 'sessions', 'questions', 'timetable', one]) {
      const { body } = await team.get(`${base}/${path}`)
      const main = body.slice(body.indexOf('<main'), body.indexOf('</main>'))
      has(main, /Interviews have closed. This is how they were held/)
      assert.equal(main.includes('<form'), false, path)
    }
    has((await team.get(`${base}/questions`)).body, /What would you do first/)
  })
})
