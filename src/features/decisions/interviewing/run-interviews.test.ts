import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import {
  addSession,
  addSessions,
  applicantOf,
  interviewsAddress as base,
  eventsTo,
  halfDaysFor,
  type PanelPerson,
  panelAddress as panelBase,
  type RoundToInterview,
  roundToInterview,
  standingIn,
  workOut as workOutIn,
} from '../../../../tests/support/round-to-interview.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'
import { ukParts } from '../../../core/time/uk-moment.ts'
import { interviewsToCome } from './interview-work.store.ts'
import { timetableRunsOf } from './timetable-runs.ts'

const life = lastFirst({ after })
let world: RoundToInterview
let team: TestBrowser
let panel: readonly PanelPerson[]

const has = (body: string, words: RegExp) => assert.ok(words.test(body), `${words} in ${body.slice(0, 3000)}`)

before(async () => {
  world = await roundToInterview(life, 4)
  team = world.team
  panel = world.panel
})

const standing = async () => await standingIn(world)
const events = async (recipient: string) => await eventsTo(world, recipient)
const workOut = async () => await workOutIn(world)

/** What there is to choose from where an interview is moved by hand. */
const freePlaces = async (reference: string): Promise<readonly string[]> => {
  const { body } = await team.get(`${base}/applications/${reference}`)
  return [...body.matchAll(/<option value="([0-9a-f-]{36} \d+)"/g)].map(([, value]) => value ?? '')
}

/** What somebody gives for both criteria of an interview. */
const fields = (points: string, comment: string, version = '0-0') => ({
  version,
  'points-interview-understanding': points,
  'comment-interview-understanding': comment,
  'points-interview-leadership': points,
  'comment-interview-leadership': comment,
})

describe('interviews', () => {
  it('ask for a panel and sessions before a timetable, and say so', async () => {
    const early = await team.post(`${base}/timetable`)
    assert.equal(early.status, 400)
    has(early.body, /Put people on the panel first[\s\S]*Add sessions first/)
    const nobody = await team.post(`${base}/panel`, { person: world.fundId })
    assert.equal(nobody.status, 400)
    for (const [at, { id }] of panel.entries())
      assert.equal((await team.post(`${base}/panel`, { person: id, ...(at < 2 && { chair: 'yes' }) })).status, 303)
    const unsafe = await team.post(`${base}/sessions`, { place: 'http://meet.example/abc' })
    has(unsafe.body, /href="#place">Enter a room, or an address that begins with https:\/\//)
    const wrong = await team.post(`${base}/sessions`, { slots: '99', minutes: '1' })
    assert.equal(wrong.status, 400)
    has(wrong.body, /Enter from 1 to 12 interviews/)
    has(wrong.body, /id="starts-error"[\s\S]*Enter the day and the time at which the session starts/)
    await addSessions(world)
    assert.equal((await addSession(world, { days: 20, half: 'morning', place: 'Room 1', slots: 4 })).status, 400)
    const long = await addSession(world, { days: 20, half: 'morning', place: 'Room 2', slots: 5 })
    has(long.body, /It would end at 1:15pm, and the afternoon of that day in Room 1 is from 1pm to 4pm/)
    const past = await addSession(world, { days: -1, half: 'morning', place: 'Room 2', slots: 1 })
    has(past.body, /Enter a day and a time that are still to come/)
    const late = await addSession(world, { days: 23, half: 'afternoon', place: 'Room 2', slots: 12, minutes: '60' })
    has(late.body, /Its last interview would end on the next day/)
    const { day, month, year } = ukParts(new Date(Date.now() + 23 * 86_400_000))
    const starts = { 'starts-day': day, 'starts-month': month, 'starts-year': year, 'starts-clock': '2pm' }
    const typed = { ...starts, half: 'morning', place: 'Room 2', slots: '2', minutes: '45' }
    has((await team.post(`${base}/sessions`, typed)).body, /A morning starts before midday/)
  })

  it('are not held by members who have not said when they can come: why is said once of all, and none is published', async () => {
    const number = await workOut()
    const run = `${base}/timetable/runs/${number}`
    const { body } = await team.get(run)
    has(
      body,
      /<li>(DD-\d{4}-[A-Z0-9-]+, )+DD-\d{4}-[A-Z0-9-]+ and DD-\d{4}-[A-Z0-9-]+ have no place: no member can come to any session\. Ask the members when they can come\.<\/li>/,
    )
    assert.equal(body.split('no member can come').length, 2)
    has(body, /No interview has a place/)
    assert.doesNotMatch(body, /Publish this timetable|This is the best possible/)
    const refusal = await team.post(`${run}/accept`)
    assert.equal(refusal.status, 400)
    has(refusal.body, /It gives nobody a place/)
  })

  it('are placed once members have said when they can come, by themselves or by the team', async () => {
    has((await panel[0]?.browser.get('/home'))?.body ?? '', /Interviews of [\s\S]*Say when you can come/)
    const halfDays = panel[0] === undefined ? [] : await halfDaysFor(panel[0])
    assert.equal(halfDays.length, 6)
    for (const { browser } of panel.slice(0, 3))
      assert.equal((await browser.post(`${panelBase}/availability`, { 'half-days': halfDays })).status, 303)
    const last = panel[3]?.id ?? ''
    assert.equal((await team.post(`${base}/panel/${last}`, { 'half-days': halfDays, most: '6' })).status, 303)
    const number = await workOut()
    const { body: run } = await team.get(`${base}/timetable/runs/${number}`)
    has(run, /Every interview has a place/)
    assert.equal((await team.post(`${base}/timetable/runs/${number}/accept`)).status, 303)
    const places = await standing()
    assert.ok(places.length >= 10)
    assert.equal((await team.post(`${base}/timetable/runs/${number}/accept`)).status, 400)
    const sitting = panel.find(({ id }) => places[0]?.memberIds.includes(id))
    const sent = await events(sitting?.email ?? '')
    assert.ok(sent.length > 0 && sent.every(({ method, sequence }) => method === 'REQUEST' && sequence === 0))
  })

  it('move as few as can be when a member declares a conflict, and whoever is concerned is told alone', async () => {
    const before = await standing()
    const [first] = before
    assert.ok(first !== undefined)
    const one = panel.find(({ id }) => first.memberIds.includes(id))
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
    const applicant = await applicantOf(world, first.applicationId, { email: 'lead@example.gov.uk', name: 'Lead' })
    const path = `/applications/${first.reference}/interview`
    // Applicants are told of the shortlist first.
    assert.equal((await applicant.get(path)).status, 404)
    await sql`update shortlist set told_at = now() where round_id = ${world.roundId}::uuid`.execute(world.services.db)
    assert.equal((await applicant.post(path, { answer: 'move' })).status, 400)
    assert.equal((await applicant.post(path, { answer: 'move', reason: 'A council meeting' })).status, 303)
    const one = `${base}/applications/${first.reference}`
    has((await team.get(one)).body, /A council meeting/)
    await workOut()
    const held = (await timetableRunsOf(world.services.db, world.roundId)).at(0)?.input.case.published ?? []
    assert.equal(held.length, (await standing()).length - 1)
    assert.ok(!held.some(({ interview }) => interview === first.reference), 'who asks to move is not held there')
    const free = await freePlaces(first.reference)
    assert.ok(free.length > 0)
    assert.equal((await team.post(`${one}/move`, { where: free.at(-1) ?? '' })).status, 400)
    has((await team.post(`${one}/move`)).body, /Choose a session and a time[\s\S]*Explain why the interview is moved/)
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
    const applicant = await applicantOf(world, gone.applicationId, { email: 'gone@example.gov.uk', name: 'Gone' })
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
    for (const { id, email, browser } of panel) {
      if (!hears.includes(id)) continue
      const last = (await events(email)).filter(({ uid }) => sessionUid.test(uid)).at(-1)
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

  it('are scored by those in the room alone: whoever is not keeps what they typed, and nothing counts', async () => {
    const { db } = world.services
    const [seat] = (await standing()).flatMap((place) =>
      panel
        .filter(({ id }) => !place.memberIds.includes(id) && !place.recusedIds.includes(id))
        .map((member) => ({ place, member })),
    )
    assert.ok(seat !== undefined)
    const path = `${panelBase}/interviews/${seat.place.reference}`
    assert.equal((await seat.member.browser.post(`${path}/declare`, { conflict: 'no' })).status, 303)
    has((await seat.member.browser.get(path)).body, /You are not on the panel of this interview/)
    // What they had written before the timetable had them elsewhere is shown to them.
    const { rows: reviews } = await sql<{ id: string }>`select id from interview_review
      where person_id = ${seat.member.id}::uuid and application_id = ${seat.place.applicationId}::uuid`.execute(db)
    await sql`insert into interview_score (review_id, criterion_id, points, comment, version, saved_at)
      values (${reviews[0]?.id}::uuid, 'interview-leadership', 2, 'Written before', 1, now())`.execute(db)
    const before = await seat.member.browser.get(path)
    assert.equal(before.status, 200)
    has(before.body, /You are not on the panel of this interview[\s\S]*Written before/)
    await sql`delete from interview_score where review_id = ${reviews[0]?.id}::uuid`.execute(db)
    for (const action of ['later', 'submit']) {
      const refused = await seat.member.browser.post(path, { ...fields('4', 'Seen from afar'), action })
      assert.equal(refused.status, 409)
      has(refused.body, /You are not on the panel of this interview[\s\S]*Seen from afar/)
    }
    const { rows } = await sql`select from interview_score s join interview_review v on v.id = s.review_id
      where v.person_id = ${seat.member.id}::uuid and v.application_id = ${seat.place.applicationId}::uuid`.execute(db)
    assert.equal(rows.length, 0)
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
    const { rows } = await sql<{ unscored: number }>`
      select count(*)::int as unscored from (
        select distinct on (p.application_id) p.application_id, p.session_id from interview_place p
        join application a on a.id = p.application_id where a.round_id = ${world.roundId}::uuid and a.state = 'submitted'
        order by p.application_id, p.number desc) place
      where session_id is not null and not exists (select from interview_review r
        where r.application_id = place.application_id and r.state = 'submitted')`.execute(world.services.db)
    assert.ok((rows[0]?.unscored ?? 0) > 1)
    has(refused.body, new RegExp(`${rows[0]?.unscored} interviews have no score at all`))
    const [first] = await standing()
    const absence = `${base}/applications/${first?.reference}/absence`
    assert.equal((await team.post(absence, { who: 'applicant', absent: 'yes' })).status, 400)
    assert.equal((await team.post(absence, { who: 'applicant', absent: 'yes', 'absence-reason': 'Ill' })).status, 303)
    const { db } = world.services
    const councils = (await sql<{ id: string }>`select distinct lead_id as id from application`.execute(db)).rows
    const toCome = async () =>
      await interviewsToCome(
        db,
        councils.map(({ id }) => id),
        new Date(),
      )
    assert.ok((await toCome()).length > 0)
    assert.equal((await team.post(`${base}/close`, { reason: 'The panel could not meet again' })).status, 303)
    assert.deepEqual(await toCome(), [], 'nobody is asked to confirm what is over')
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
      await addSession(world, { days: 30, half: 'morning', place: 'Room 9', slots: 4 }),
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
