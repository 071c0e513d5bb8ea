import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import {
  addSession,
  applicantOf,
  interviewsAddress as base,
  halfDaysFor,
  panelAddress,
  publishInterviews,
  type RoundToInterview,
  roundToInterview,
  standingIn,
} from '../../../../tests/support/round-to-interview.ts'

let world: RoundToInterview
const life = lastFirst({ after })
before(async () => {
  world = await roundToInterview(life, 4)
  await sql`update shortlist set told_at = now() where round_id = ${world.roundId}::uuid`.execute(world.services.db)
})

const has = (body: string, words: RegExp) => assert.ok(words.test(body), `${words} in ${body.slice(0, 4000)}`)

const mailsOf = async (kind: string): Promise<readonly { readonly recipient: string; readonly body: string }[]> => {
  const { rows } = await sql<{ recipient: string; body: string }>`
    select recipient, body from message where kind = ${kind} order by created_at, id`.execute(world.services.db)
  return rows
}

describe('a panel', () => {
  it('is told by email that it is one, and asked under Your work for its days and then its interests', async () => {
    await publishInterviews(world)
    const told = await mailsOf('panel-asked')
    assert.deepEqual(
      told.map(({ recipient }) => recipient),
      world.panel.map(({ email }) => email),
    )
    const [member] = world.panel
    assert.ok(member !== undefined)
    has(told[0]?.body ?? '', /\/panel\/example-fund\/finished-round\/availability/)
    has((await member.browser.get('/home')).body, /Enter your interests/)
  })

  it('is asked once more when half-days are added, keeps what it said, and is asked no more once it has answered', async () => {
    const [member, other] = world.panel
    assert.ok(member !== undefined && other !== undefined)
    const before = (await mailsOf('panel-asked')).length
    // A second room in a half-day of which they have said whether they can come asks nothing.
    await addSession(world, { days: 20, half: 'morning', place: 'Room 2', slots: 4 })
    assert.equal((await mailsOf('panel-asked')).length, before)
    await addSession(world, { days: 25, half: 'morning', place: 'Room 1', slots: 4 })
    await addSession(world, { days: 26, half: 'morning', place: 'Room 1', slots: 4 })
    assert.equal((await mailsOf('panel-asked')).length, before + world.panel.length)
    has((await member.browser.get('/home')).body, /Say when you can come/)
    has((await member.browser.get(panelAddress)).body, /Sessions were added since you said when you can come/)
    has(
      (await world.team.get(`${base}/panel`)).body,
      /Can come on 6 half-days, and has not said so of the sessions added/,
    )
    const { body } = await member.browser.get(`${panelAddress}/availability`)
    assert.equal(body.split(/<input[^>]*name="half-days"[^>]* checked/).length - 1, 6)
    await member.browser.post(`${panelAddress}/availability`, { 'half-days': await halfDaysFor(member) })
    has((await member.browser.get(panelAddress)).body, /You can come on 8 half-days/)
    await other.browser.post(`${panelAddress}/availability`)
    has((await other.browser.get(panelAddress)).body, /You can come on no half-day/)
    await other.browser.post(`${panelAddress}/availability`, { 'half-days': await halfDaysFor(other) })
  })
})

describe('the team', () => {
  const row = /Interviews of Example Fund \(illustrative\): Finished round/

  it('is told of a wish to move by email, under Your work and above the timetable, until it has answered', async () => {
    assert.doesNotMatch((await world.team.get('/home')).body, row)
    const [place] = await standingIn(world)
    assert.ok(place !== undefined)
    const applicant = await applicantOf(world, place.applicationId, { email: 'ann@example.gov.uk', name: 'Ann' })
    const own = `/applications/${place.reference}/interview`
    assert.equal((await applicant.post(own, { answer: 'move', reason: 'The council meets then' })).status, 303)
    const [told] = await mailsOf('interview-wish')
    assert.equal(told?.recipient, 'samira.khan@programme.example')
    has(told?.body ?? '', new RegExp(`The council meets then[\\s\\S]*/interviews/applications/${place.reference}`))
    has((await world.team.get('/home')).body, /1 is asked to be moved/)
    has((await world.team.get(`${base}/timetable`)).body, new RegExp(`not answered: <a[^>]*>${place.reference}</a>`))
    const kept = `${base}/applications/${place.reference}/keep`
    assert.equal((await world.team.post(kept, { 'keep-reason': 'No other day is free' })).status, 303)
    assert.doesNotMatch((await world.team.get('/home')).body, row)
    assert.doesNotMatch((await world.team.get(`${base}/timetable`)).body, /not answered:/)
  })

  it('is told under Your work of an interview that lacks members once one leaves the room for it', async () => {
    const [place] = (await standingIn(world)).filter(({ memberIds }) => memberIds.length === 3)
    const member = world.panel.find(({ id }) => place?.memberIds.includes(id))
    assert.ok(place !== undefined && member !== undefined)
    const declare = `${panelAddress}/interviews/${place.reference}/declare`
    await member.browser.post(declare, { conflict: 'yes', statement: 'My sister works there' })
    has((await world.team.get('/home')).body, /1 lacks members or a chair/)
    has((await world.team.get(`${base}/timetable`)).body, /It cannot be held as it is published/)
  })
})
