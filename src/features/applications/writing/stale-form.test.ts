import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { hiddenIn } from '../../../../tests/support/apply-by-form.ts'
import { filing, filingForm, kept, pageOf, send } from '../../../../tests/support/filing.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { OpenRound } from '../../../../tests/support/open-round.ts'
import type { TestBrowser, TestServer } from '../../../../tests/support/server.ts'
import { switchForm } from '../../../../tests/support/switch-form.ts'

const life = lastFirst({ after })
let server: TestServer
let round: OpenRound
let ann: TestBrowser
before(async () => {
  ;({ server, round } = await filing(life))
  ann = await server.signedIn(round.people.ann)
})

async function answersOf(reference: string): Promise<Record<string, unknown>> {
  const { rows } = await sql<{ question: string; value: unknown }>`
    select s.question_id as question, s.value from answer s join application a on a.id = s.application_id
    where a.reference = ${reference}`.execute(server.services.db)
  return Object.fromEntries(rows.map(({ question, value }) => [question, value]))
}

/** What a page that is open now sends later. */
async function opened(reference: string, page = 'papers'): Promise<{ form: string; version: string; action: string }> {
  const { body } = await ann.get(pageOf(reference, page))
  return { form: hiddenIn(body, 'form'), version: hiddenIn(body, 'version'), action: 'continue' }
}

describe('a page that was open when its round took up another version of the form', () => {
  it('cannot name a file of another application', async () => {
    const [mine, other] = [await round.draft(), await round.draft()]
    await send(ann, other, [{ field: 'letters-upload', name: 'theirs.txt', body: 'Dear all' }])
    const theirs = kept((await ann.get(pageOf(other))).body, 'letters')
    assert.equal(theirs.length, 1)
    const stale = await opened(mine)
    await switchForm(server, round, { ...filingForm, title: 'Second' })
    assert.equal((await ann.post(pageOf(mine), { ...stale, why: 'Because', letters: theirs })).status, 303)
    const { why, letters } = await answersOf(mine)
    assert.deepEqual([why, letters ?? null], ['Because', null])
  })
})
