import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { fillIn } from '../../../../tests/support/apply-by-form.ts'
import { attachScan, keyedFields, keyIn, keyInAddress, scanAll } from '../../../../tests/support/key-in.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import {
  fillWhole,
  type RoundWithClock,
  roundWithClock,
  submitAt,
} from '../../../../tests/support/whole-application.ts'
import { applicationByReference } from '../applications.store.ts'
import { latestSubmission } from '../submitting/submissions.store.ts'

const start = new Date('2026-11-25T12:00:00Z')
// The deadline is a week later, at midday GMT.
const cameAt = new Date('2026-12-02T11:58:00Z')

let all: RoundWithClock
let team: TestBrowser
const life = lastFirst({ after })
before(async () => {
  all = await roundWithClock(life, await freshDatabase(life), start)
  all.setClock(new Date(all.round.deadlineAt.getTime() + 3_600_000))
  team = await all.server.signedIn(all.round.people.pam)
})

const keyed = async (fields: Record<string, string> = {}): Promise<string> => await keyIn(team, fields)
const stateOf = async (reference: string) => (await applicationByReference(all.services.db, reference, [], []))?.state

/** What the log says of an application's way in: what, when, and when it came. */
const logOf = async (reference: string) => {
  const { rows } = await sql<{ action: string; at: Date; facts: { readonly receivedAt?: string } }>`
    select action, at, facts from audit_event
    where object_id = ${reference} and action in ('application.submitted', 'application.keyed-in', 'application.refused-late')
    order by at, id`.execute(all.services.db)
  return rows.map(({ action, at, facts }) => [action, at, facts.receivedAt])
}

describe('keying in', () => {
  it('says what is missing, and takes nothing that came after now or before the opening', async () => {
    const { status, body } = await team.post(keyInAddress, {})
    assert.equal(status, 400)
    for (const words of [
      'Select the authority',
      'Select how it came',
      'Enter when it came',
      'Enter the name',
      'Enter the email address of the person who sent it',
    ])
      assert.ok(body.includes(words), words)
    assert.match(
      (await team.post(keyInAddress, { ...keyedFields, email: 'nobody' })).body,
      /Enter an email address in the correct format/,
    )
    assert.match(
      (await team.post(keyInAddress, { ...keyedFields, 'received-clock': '1:01pm' })).body,
      /must be in the past/,
    )
    assert.match(
      (await team.post(keyInAddress, { ...keyedFields, 'received-month': '10' })).body,
      /cannot have come before/,
    )
  })

  let reference: string
  let link: string

  it('lets the programme team fill in the form, and counts the time at which it came', async () => {
    reference = await keyed()
    const pam = await all.round.actor('pam')
    await fillWhole({ ...all, ann: pam }, reference)
    const check = async () => (await team.get(`/applications/${reference}/check`)).body
    assert.match(await check(), /Attach a scan or a copy of what came/)
    const without = await submitAt(all, reference, all.services.clock(), pam)
    assert.deepEqual(without.ok ? [] : without.problems.map(({ code }) => code), ['scan-missing'])
    await attachScan(team, reference)
    await scanAll(all.services)
    assert.doesNotMatch(await check(), /Attach a scan/)
    const result = await submitAt(all, reference, all.services.clock(), pam)
    assert.ok(result.ok, JSON.stringify(result))
    const application = await applicationByReference(all.services.db, reference, [], [])
    const submission = await latestSubmission(all.services.db, application?.id ?? '')
    assert.deepEqual(submission?.receivedAt, cameAt)
    assert.deepEqual(await logOf(reference), [
      ['application.keyed-in', all.services.clock(), cameAt.toISOString()],
      ['application.submitted', all.services.clock(), cameAt.toISOString()],
    ])
    const { channel, receivedAt, keyedBy, scans } =
      submission?.content.keyed ?? assert.fail('nothing says that it was keyed in')
    assert.deepEqual([channel, receivedAt, keyedBy], ['paper', cameAt.toISOString(), 'Pam'])
    assert.deepEqual(
      scans.map(({ name }) => name),
      ['bid.pdf'],
    )
  })

  it('asks the applicant by email, and is marked as not confirmed until then', async () => {
    const { rows } = await sql<{ recipient: string; body: string }>`
      select recipient, body from message where kind = 'keyed-application'`.execute(all.services.db)
    assert.equal(rows.length, 1)
    assert.equal(rows[0]?.recipient, 'alma@alder.example.gov.uk')
    link = /\/keyed\/[\w-]{43}/.exec(rows[0]?.body ?? '')?.[0] ?? ''
    const shown = await team.get(`/manage/funds/test-fund/first/applications/${reference}`)
    assert.match(shown.body, /Not confirmed by the applicant/)
    assert.match(shown.body, /By Pam for the programme team, from what came on paper, sent by Alma Alder/)
    const scan = /href="(\/manage\/[^"]*\/files\/[^"]*)"/.exec(shown.body)?.[1] ?? ''
    assert.match((await team.get(scan)).body, /the bid/)
    assert.match((await team.get('/manage/funds/test-fund/first/applications')).body, /Keyed in from paper/)
    assert.match((await team.get('/manage/funds/test-fund/first/applications.csv')).body, /from what came on paper/)
  })

  it('is confirmed by a button, not by opening the link, and once', async () => {
    const alma = all.server.visitor()
    for (let times = 0; times < 2; times += 1) assert.match((await alma.get(link)).body, /Budgets fall and people want/)
    const scan = /href="(\/keyed\/[^"]*\/files\/[^"]*)"/.exec((await alma.get(link)).body)?.[1] ?? ''
    assert.match((await alma.get(scan)).body, /the bid/)
    assert.match((await alma.post(link, {})).body, /Select whether this application is yours/)
    assert.equal((await alma.post(link, { theirs: 'yes' })).status, 303)
    assert.equal((await alma.post(link, { theirs: 'no' })).status, 400)
    const after = (await alma.get(link)).body
    assert.match(after, /Confirmed by the applicant at/)
    assert.match(after, /<h1[^>]*>This application is confirmed/)
    assert.doesNotMatch(after, /Is this application yours/)
    // The link may lie in a mailbox for years: it shows no answers any more.
    assert.doesNotMatch(after, /Budgets fall/)
    assert.equal((await alma.get(scan)).status, 404)
    assert.equal((await alma.get(`/keyed/${'0'.repeat(43)}`)).status, 404)
  })

  it('opens the application to the programme team no longer once it is confirmed', async () => {
    assert.equal((await team.get(`/applications/${reference}`)).status, 404)
    assert.equal(await stateOf(reference), 'submitted')
  })

  it('that came late is refused and kept, like any other', async () => {
    const late = await keyed({ lead: 'T-BIRCH', 'received-clock': '12:01pm' })
    const pam = await all.round.actor('pam')
    await fillWhole({ ...all, ann: pam }, late)
    const result = await submitAt(all, late, all.services.clock(), pam)
    assert.deepEqual(result.ok ? [] : result.problems.map(({ code }) => code), ['round-closed'])
    assert.equal(await stateOf(late), 'draft')
    const lateBy = new Date(all.round.deadlineAt.getTime() + 60_000).toISOString()
    assert.deepEqual(await logOf(late), [
      ['application.keyed-in', all.services.clock(), lateBy],
      ['application.refused-late', all.services.clock(), lateBy],
    ])
  })

  it('counts nothing as in time that the applicant writes after the deadline', async () => {
    const draft = await keyed({ lead: 'T-CEDAR' })
    const pam = await all.round.actor('pam')
    await fillWhole({ ...all, ann: pam }, draft)
    await attachScan(team, draft)
    await scanAll(all.services)
    const cai = await all.server.signedIn(all.round.people.cai)
    const page = `/applications/${draft}/pages/drivers`
    await fillIn(cai, page, { drivers: 'Something better, thought of since' })
    const result = await submitAt(all, draft, all.services.clock(), pam)
    assert.deepEqual(result.ok ? [] : result.problems.map(({ code }) => code), ['changed-late'])
    const check = (await team.get(`/applications/${draft}/check`)).body
    assert.match(check, /“Why do you want to change\?” was written by Cai at [^.]* after the deadline/)
    await fillIn(team, page, { drivers: 'Budgets fall' })
    assert.ok((await submitAt(all, draft, all.services.clock(), pam)).ok)
  })

  it('that is not what they wrote says what is wrong with it, which the team is told', async () => {
    const { rows } = await sql<{ body: string }>`select body from message where kind = 'keyed-application'
      order by created_at desc, id desc limit 1`.execute(all.services.db)
    const asked = /\/keyed\/[\w-]{43}/.exec(rows[0]?.body ?? '')?.[0] ?? assert.fail('nobody was asked')
    const alma = all.server.visitor()
    const silent = await alma.post(asked, { theirs: 'no', because: ' ' })
    assert.equal(silent.status, 400)
    assert.match(silent.body, /href="#because">Enter what is not as you wrote it/)
    const long = await alma.post(asked, { theirs: 'no', because: 'x'.repeat(2001) })
    assert.match(long.body, /must be 2000 characters or less/)
    assert.match(long.body, /x{2001}<\/textarea>/)
    const because = 'The budget has a nought too many'
    assert.equal((await alma.post(asked, { theirs: 'no', because })).status, 303)
    assert.doesNotMatch((await alma.get(asked)).body, /a nought too many/)
    assert.match((await team.get(keyInAddress)).body, /that it is not theirs: “The budget has a nought too many”/)
    const told = await sql<{ recipient: string; body: string }>`
      select recipient, body from message where kind = 'keyed-disowned' order by recipient`.execute(all.services.db)
    assert.deepEqual(
      told.rows.map(({ recipient }) => recipient),
      ['pam@example.gov.uk'],
    )
    assert.match(told.rows[0]?.body ?? '', /Alma Alder says .*\n\nThe budget has a nought too many\n\n/)
    const now = all.services.clock()
    const page = `${keyInAddress}/${/key-in\/(\S+)/.exec(told.rows[0]?.body ?? '')?.[1]}`
    assert.doesNotMatch((await team.get(page)).body, /withdraw it/)
    all.setClock(new Date(all.round.deadlineAt.getTime() - 60_000))
    assert.match((await team.get(page)).body, /href="\/applications\/[^"]*\/withdraw">withdraw it<\/a>, correct it/)
    all.setClock(now)
  })

  it('is for no authority that has begun an application, nor for a programme team elsewhere', async () => {
    assert.match((await team.post(keyInAddress, keyedFields)).body, new RegExp(`has begun application ${reference}`))
    const sid = await all.server.signedIn(all.round.people.sid)
    assert.equal((await sid.post(keyInAddress, keyedFields)).status, 404)
    assert.equal((await sid.get(`/applications/${reference}`)).status, 404)
  })
})
