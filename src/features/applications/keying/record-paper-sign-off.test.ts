import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { attachScan, keyIn, keyInAddress, scanAll } from '../../../../tests/support/key-in.ts'
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

let all: RoundWithClock
let team: TestBrowser
let reference: string
const life = lastFirst({ after })
before(async () => {
  all = await roundWithClock(life, await freshDatabase(life), new Date('2026-11-25T12:00:00Z'))
  await sql`update round set sign_offs = '{sponsor,section-151}' where slug = 'first'`.execute(all.services.db)
  all.setClock(new Date(all.round.deadlineAt.getTime() + 3_600_000))
  team = await all.server.signedIn(all.round.people.pam)
  reference = await keyIn(team)
  await fillWhole({ ...all, ann: await all.round.actor('pam') }, reference)
})

const signer = {
  name: 'Sue Alder',
  jobTitle: 'Chief executive',
  'signed-day': '1',
  'signed-month': '12',
  'signed-year': '2026',
}
const page = () => `${keyInAddress}/${reference}`
const record = async (slot: string, fields: Readonly<Record<string, string>> = {}) =>
  await team.post(`${page()}/sign-offs/${slot}`, { ...signer, ...fields })
const submit = async () => await submitAt(all, reference, all.services.clock(), await all.round.actor('pam'))
const codes = async () => {
  const result = await submit()
  return result.ok ? [] : result.problems.map(({ code }) => code)
}

describe('a signature on what was keyed in', () => {
  it('is asked for, and recorded only with the scan that shows it', async () => {
    assert.deepEqual(await codes(), ['sign-off-missing', 'sign-off-missing', 'scan-missing'])
    assert.match((await record('sponsor')).body, /Attach the scan first/)
    assert.equal((await attachScan(team, reference)).status, 303)
  })

  it('says what is missing of it, and is of no day to come', async () => {
    const { body } = await record('sponsor', { name: '', jobTitle: '', 'signed-day': '' })
    for (const words of ['Enter the name', 'Enter their job title', 'Enter the day on which'])
      assert.ok(body.includes(words), words)
    assert.match((await record('sponsor', { 'signed-day': '31', 'signed-month': '2' })).body, /must be a real date/)
    assert.match((await record('sponsor', { 'signed-day': '3' })).body, /must be today or in the past/)
  })

  it('stands in place of signing here, with who recorded it and when, and can be taken back', async () => {
    assert.equal((await record('sponsor')).status, 303)
    assert.deepEqual(await codes(), ['sign-off-missing'])
    const shown = (await team.get(page())).body
    assert.match(
      shown,
      /Signed by Sue Alder, Chief executive, on 1 December 2026, on what was keyed in. Pam recorded that/,
    )
    assert.equal((await team.post(`${page()}/sign-offs/sponsor/remove`, {})).status, 303)
    assert.deepEqual(await codes(), ['sign-off-missing', 'sign-off-missing'])
    await record('sponsor')
  })

  const tags = async (words: string): Promise<number> =>
    [
      ...(await team.get(`/applications/${reference}/sign-offs`)).body.matchAll(
        new RegExp(`</?strong[^>]*>\\s*${words}`, 'g'),
      ),
    ].length

  it('holds for the money, scope and partners that were keyed in by then, and no longer', async () => {
    await record('section-151', { name: 'Mo Alder', jobTitle: 'Finance director' })
    await sql`update answer set value = '"Another reason"' where question_id = 'drivers'`.execute(all.services.db)
    assert.equal(await tags('Signed'), 2)
    await sql`update answer set value = 'true' where question_id = 'joint'`.execute(all.services.db)
    await sql`insert into answer (application_id, question_id, value, version, saved_at, saved_by)
      select application_id, 'with', '"T-BIRCH"', 1, saved_at, saved_by from answer where question_id = 'joint'`.execute(
      all.services.db,
    )
    assert.equal(await tags('Needs signing again'), 2)
    assert.deepEqual(await codes(), ['sign-off-missing', 'sign-off-missing'])
    const shown = (await team.get(page())).body
    assert.match(shown, /Money, scope or partners are not as they were when that was recorded/)
    assert.match(shown, /Record it again/)
    await record('sponsor')
    await record('section-151', { name: 'Mo Alder', jobTitle: 'Finance director' })
    assert.equal(await tags('Signed'), 2)
  })

  it('is for the sponsor to give here instead, whom the team asks as the lead would, and not for the team', async () => {
    await team.post(`${page()}/sign-offs/sponsor/remove`, {})
    const ask = `/applications/${reference}/sign-offs/sponsor/ask`
    assert.equal((await team.get(ask)).status, 200)
    const { email } = await all.round.actor('pam')
    await team.post(ask, { name: 'Pam', jobTitle: 'Officer', email })
    const own = (await team.get(`/applications/${reference}/sign-offs/sponsor`)).body
    assert.doesNotMatch(own, /name="agreed"/)
    await record('sponsor')
  })

  it('goes with the submission, and stays as it is after it', async () => {
    await scanAll(all.services)
    assert.deepEqual(await codes(), [])
    const application = await applicationByReference(all.services.db, reference, [], [])
    const { content } = (await latestSubmission(all.services.db, application?.id ?? '')) ?? assert.fail('not submitted')
    assert.deepEqual(
      content.signOffs?.map(({ name, onPaper }) => [name, onPaper?.signedOn, onPaper?.recordedBy]),
      [
        ['Sue Alder', '2026-12-01', 'Pam'],
        ['Mo Alder', '2026-12-01', 'Pam'],
      ],
    )
    assert.match((await record('sponsor')).body, /has been submitted/)
    assert.match((await attachScan(team, reference)).body, /Its scans stay as they are/)
  })
})

describe('a scan', () => {
  it('is removed with its content before the application is sent, and only by those who key it in', async () => {
    const other = await keyIn(team, { lead: 'T-BIRCH' })
    await attachScan(team, other, { name: 'wrong.txt', body: 'of another authority' })
    await scanAll(all.services)
    const shown = (await team.get(`${keyInAddress}/${other}`)).body
    const href = new RegExp(`href="(${keyInAddress}/${other}/scans/[^"]*)"`).exec(shown)?.[1] ?? assert.fail(shown)
    assert.match((await team.get(href)).body, /of another authority/)
    const sid = await all.server.signedIn(all.round.people.sid)
    const ann = await all.server.signedIn(all.round.people.ann)
    for (const browser of [sid, ann]) {
      assert.equal((await browser.get(href)).status, 404)
      assert.notEqual((await browser.post(`${href}/remove`, {})).status, 303)
    }
    const { rows } = await sql<{ sha256: string }>`select sha256 from stored_file where name = 'wrong.txt'`.execute(
      all.services.db,
    )
    const sha256 = rows[0]?.sha256 ?? ''
    assert.ok(await all.services.files.stat(sha256))
    assert.equal((await team.post(`${href}/remove`, {})).status, 303)
    assert.equal((await team.get(href)).status, 404)
    assert.equal(await all.services.files.stat(sha256), undefined)
  })

  it('is refused by what it holds, and says so beside the others', async () => {
    const other = await keyIn(team, { lead: 'T-CEDAR' })
    const refused = await attachScan(team, other, { name: 'bid.pdf', body: 'no PDF at all' })
    assert.equal(refused.status, 400)
    assert.match(refused.body, /govuk-error-message/)
    assert.match((await team.postFiles(`${keyInAddress}/${other}/scans`, {}, [])).body, /Select a file/)
  })
})
