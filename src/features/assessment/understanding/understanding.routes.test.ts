import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { type AssessedRound, assessedRound } from '../../../../tests/support/assessed-round.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'
import { contentHash, type Json } from '../../../core/canonical/index.ts'
import { seedPeopleByRole } from '../../../seeds/people.ts'
import { latestUnderstanding } from './understanding.store.ts'
import { workOutUnderstanding } from './work-out-understanding.ts'

async function signedInAs(round: AssessedRound, role: keyof typeof seedPeopleByRole): Promise<TestBrowser> {
  const { rows } = await sql<{ id: string }>`
    select id from person where email = ${seedPeopleByRole[role].email}`.execute(round.services.db)
  return await round.signedIn(rows[0]?.id ?? '')
}

/** Asks for it as the programme team and does the job. */
async function workedOut(round: AssessedRound): Promise<TestBrowser> {
  const browser = await signedInAs(round, 'programme')
  const { status } = await browser.post(`${round.path}/understanding`)
  assert.equal(status, 303)
  const run = await latestUnderstanding(round.services.db, round.roundId)
  await workOutUnderstanding(round.services, run?.id ?? '')
  return browser
}

describe('what the scores say', () => {
  it('is shown to nobody while scoring is open, not even whether there is any', async (t) => {
    const round = await assessedRound(lastFirst(t), { stage: 'scored', applications: 12, assessors: 4 })
    for (const role of ['programme', 'panel', 'auditor'] as const) {
      const browser = await signedInAs(round, role)
      const { status, body } = await browser.get(`${round.path}/understanding`)
      assert.equal(status, 200)
      assert.match(body, /Nothing is shown before scoring has closed/)
      assert.doesNotMatch(body, /DD-20\d\d-|Work it out|reviews/i)
      assert.equal((await browser.get(`${round.path}/understanding.csv`)).status, 404)
    }
    const asked = await (await signedInAs(round, 'programme')).post(`${round.path}/understanding`)
    assert.equal(asked.status, 400)
    assert.match(asked.body, /Close scoring first/)
    assert.equal(await latestUnderstanding(round.services.db, round.roundId), undefined)
  })

  it('ranks by the plain mean with the estimate beside it, in a picture, a table and a file', async (t) => {
    const round = await assessedRound(lastFirst(t), { stage: 'closed', applications: 40, assessors: 8 })
    const browser = await workedOut(round)
    const { body } = await browser.get(`${round.path}/understanding`)
    assert.match(body, /The plain mean of the scores ranks/)
    assert.match(body, /<title id="bands-title">/)
    assert.match(body, /Illustrative/)
    assert.doesNotMatch(body, /Scores or rules have changed/)

    const file = await browser.get(`${round.path}/understanding.csv`)
    const rows: readonly Record<string, string>[] = parse(file.body, { columns: true, bom: true })
    const run = await latestUnderstanding(round.services.db, round.roundId)
    assert.equal(rows.length, run?.result?.ranked.length)
    const headings = Object.keys(rows[0] ?? {})
    assert.ok(headings.indexOf('Plain mean (of 100)') < headings.indexOf('Estimate (of 100)'))
    const means = rows.map((row) => Number(row['Plain mean (of 100)']))
    assert.deepEqual(
      means,
      means.toSorted((one, other) => other - one),
    )
    const drawn = [...body.matchAll(/app-chart__label"[^>]*>(\d+) ([\w-]+)</g)].map(([, , reference]) => reference)
    assert.deepEqual(
      drawn,
      rows.map((row) => row.Reference?.split('-').slice(2).join('-')),
      'the picture has every application, in the same order',
    )

    const one = await browser.get(`${round.path}/understanding/applications/${rows[3]?.Reference}`)
    assert.equal(one.status, 200)
    assert.equal([...one.body.matchAll(/app-chart__dot/g)].length, 3 + 1, 'three scores and the key')
    assert.match(one.body, /of 100\. (Moves from|Stays where)/)
    assert.equal((await browser.get(`${round.path}/understanding/applications/DD-2026-0000-0`)).status, 404)

    const panel = await signedInAs(round, 'panel')
    const address = `${round.path}/understanding/applications/${rows[3]?.Reference}`
    assert.equal((await panel.get(address)).status, 200)
    await sql`
      insert into membership (person_id, organisation_id, state, requested_at, decided_at)
      select p.id, a.lead_id, 'confirmed', now(), now() from person p, application a
      where p.email = ${seedPeopleByRole.panel.email} and a.reference = ${rows[3]?.Reference}`.execute(
      round.services.db,
    )
    assert.equal(
      (await panel.get(address)).status,
      404,
      'scores of an application of their own body are not theirs to read',
    )
  })

  it('shows each criterion by itself, and says of what was worked out before that it has none', async (t) => {
    const round = await assessedRound(lastFirst(t), { stage: 'closed', applications: 40, assessors: 8 })
    const { db, sha256 } = round.services
    await sql`insert into review_set_aside (review_id, number, set_aside, reason, decided_at)
      select id, 1, true, 'Of another bid', now() from review where not practice order by id limit 1`.execute(db)
    const browser = await workedOut(round)
    const { body } = await browser.get(`${round.path}/understanding`)
    assert.match(body, /1 application has fewer reviews that count than the 3 that the sealed rules ask for/)
    assert.match(body, /Each criterion by itself/)
    const run = await latestUnderstanding(db, round.roundId)
    const studied = run?.result?.criteria ?? []
    assert.deepEqual(
      studied.map(({ criterion }) => criterion),
      run?.input.criteria,
    )
    const [part = ''] = body.split('id="look"').map((each) => each.split('id="criteria"')[1] ?? '')
    const changes = studied.flatMap(({ study }) => study?.applications.map(({ change }) => Math.abs(change)) ?? [])
    assert.ok(part.includes(Math.max(...changes).toFixed(2)), 'the application that changes most is named')

    const { diagnosis: _, ...before } = run?.input ?? assert.fail()
    await sql`update assessment_run set input = ${JSON.stringify(before)}::jsonb,
      input_sha256 = ${contentHash(before as unknown as Json, sha256)},
      result = result - 'criteria' where id = ${run?.id}::uuid`.execute(db)
    const old = await browser.get(`${round.path}/understanding`)
    assert.match(old.body, /worked out before criteria were looked at one by one/)
    assert.doesNotMatch(old.body, /Scores or rules have changed/)
  })

  it('says when scores have changed since, and that few applications are not estimated', async (t) => {
    const round = await assessedRound(lastFirst(t), { stage: 'closed', applications: 12, assessors: 4 })
    const browser = await workedOut(round)
    const { body } = await browser.get(`${round.path}/understanding`)
    assert.match(body, /so few applications that everybody could read all/)
    assert.doesNotMatch(body, /app-chart__estimate|Too close to tell|advice beside it|fewer reviews that count/)
    await sql`insert into review_set_aside (review_id, number, set_aside, reason, decided_at)
      select id, 1, true, 'Of another bid', now() from review limit 1`.execute(round.services.db)
    const after = await browser.get(`${round.path}/understanding`)
    assert.match(after.body, /Scores or rules have changed since/)
    assert.match(after.body, /Work it out again/)
    const panel = await signedInAs(round, 'panel')
    assert.doesNotMatch((await panel.get(`${round.path}/understanding`)).body, /Work it out again/)
    assert.equal((await panel.post(`${round.path}/understanding`)).status, 404)
  })

  it('is cancelled by the programme team', async (t) => {
    const round = await assessedRound(lastFirst(t), { stage: 'closed', applications: 12, assessors: 4 })
    const browser = await signedInAs(round, 'programme')
    await browser.post(`${round.path}/understanding`)
    assert.match((await browser.get(`${round.path}/understanding`)).body, /Cancel it/)
    assert.equal((await browser.post(`${round.path}/understanding/cancel`)).status, 303)
    const run = await latestUnderstanding(round.services.db, round.roundId)
    assert.equal(run?.state, 'cancelled')
    assert.equal((await browser.post(`${round.path}/understanding/cancel`)).status, 400)
  })
})
