import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { scanAll } from '../../../../tests/support/key-in.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import {
  fillWhole,
  type RoundWithClock,
  roundWithClock,
  submitAt,
} from '../../../../tests/support/whole-application.ts'
import { latestSubmission } from '../submitting/submissions.store.ts'
import { requestsOf } from './answer-requests.store.ts'

const start = new Date('2026-11-25T12:00:00Z')
const hour = 3_600_000

let all: RoundWithClock
let reference: string
let team: TestBrowser
let ann: TestBrowser
let applicationId: string
let managed: string
let own: string
const life = lastFirst({ after })
before(async () => {
  all = await roundWithClock(life, await freshDatabase(life), start)
  reference = await all.round.draft()
  await fillWhole(all, reference)
  assert.ok((await submitAt(all, reference, start)).ok)
  managed = `/manage/funds/test-fund/first/applications/${reference}/requests`
  own = `/applications/${reference}/requests/1`
})

/** Sessions end after a while without use: people sign in anew. */
async function at(time: Date): Promise<void> {
  all.setClock(time)
  team = await all.server.signedIn(all.round.people.pam)
  ann = await all.server.signedIn(all.round.people.ann)
}
const afterDeadline = (ms: number): Date => new Date(all.round.deadlineAt.getTime() + ms)
/** What is on somebody's list of work, as they read it. */
const waitingFor = async (browser: TestBrowser): Promise<string> =>
  (await browser.get('/home')).body.replaceAll(/<[^>]*>|\s+/g, ' ').replaceAll(/ +/g, ' ')
const replies = async () => (await requestsOf(all.services.db, applicationId))[0]?.questions[0]?.replies ?? []
/** Due at midday on 4 December 2026, GMT: two days after the deadline. */
const dueAt = new Date('2026-12-04T12:00:00Z')
const asked = {
  questions: ['drivers'],
  'ask-drivers': 'Which budgets fall?',
  'due-day': '4',
  'due-month': '12',
  'due-year': '2026',
  'due-clock': 'midday',
  note: 'Thank you',
}

describe('asking about answers', () => {
  it('waits until the deadline has passed', async () => {
    await at(all.round.deadlineAt)
    assert.match((await team.get(managed)).body, /You can ask about answers once the deadline has passed/)
    assert.equal((await team.post(managed, asked)).status, 400)
    await at(afterDeadline(1))
    const { body } = await team.post(managed, { questions: ['drivers'] })
    for (const words of ['Enter what you ask about this answer', 'Enter when the reply is due'])
      assert.ok(body.includes(words))
    assert.match((await team.post(managed, { ...asked, 'due-month': '11' })).body, /due in the future/)
  })

  it('tells the people of the authority, on a page and by email that does not say what is asked', async () => {
    assert.equal((await team.post(managed, asked)).status, 303)
    const { rows } = await sql<{ recipient: string; body: string }>`
      select recipient, body from message where kind = 'answers-asked' order by recipient`.execute(all.services.db)
    assert.deepEqual(
      rows.map(({ recipient }) => recipient),
      ['adam@example.gov.uk', 'ann@example.gov.uk'],
    )
    assert.match(rows[0]?.body ?? '', /Reply by: midday GMT on Friday 4 December 2026/)
    assert.doesNotMatch(rows[0]?.body ?? '', /Which budgets/)
    const { body } = await ann.get(own)
    assert.match(body, /Which budgets fall\?/)
    assert.match(body, /Budgets fall and people want more/)
  })

  it('stands under Your work and with the application until each question has a reply', async () => {
    assert.match(await waitingFor(ann), /Questions about application \S+ .*Reply by midday on Friday 4 December 2026/)
    const page = (await ann.get(`/applications/${reference}`)).body
    assert.match(page, /You are asked about your answers: reply by midday on Friday 4 December 2026/)
    assert.ok(page.includes(`href="${own}">Reply</a>`))
    assert.doesNotMatch(
      await waitingFor(await all.server.signedIn(all.round.people.cai)),
      /Questions about application/,
    )
  })
})

describe('a reply', () => {
  it('is a new version beside the answer, which stays as it was submitted', async () => {
    const { rows } = await sql<{ id: string }>`select id from application where reference = ${reference}`.execute(
      all.services.db,
    )
    applicationId = rows[0]?.id ?? ''
    const before = await latestSubmission(all.services.db, applicationId)
    await at(dueAt)
    assert.equal((await ann.post(own, { drivers: 'Council budgets fall and people want more' })).status, 303)
    assert.equal((await ann.post(own, { drivers: 'Council budgets fall and people want more' })).status, 400)
    assert.deepEqual(
      (await replies()).map(({ version, late }) => [version, late]),
      [[1, false]],
    )
    assert.deepEqual(await latestSubmission(all.services.db, applicationId), before)
    const { body } = await team.get(`/manage/funds/test-fund/first/applications/${reference}`)
    assert.match(body, /Council budgets fall and people want more/)
    assert.match(body, /<ins>[\s\S]*Council[\s\S]*<\/ins>/)
    assert.doesNotMatch(await waitingFor(ann), /Questions about application/)
    assert.match((await ann.get(`/applications/${reference}`)).body, /You were asked about your answers, and replied/)
  })

  it('that comes a millisecond after it was due says that it is late', async () => {
    await at(new Date(dueAt.getTime() + 1))
    assert.equal((await ann.post(own, { drivers: 'All budgets fall' })).status, 303)
    assert.deepEqual(
      (await replies()).map(({ version, late }) => [version, late]),
      [
        [1, false],
        [2, true],
      ],
    )
    assert.match((await team.get(managed)).body, /Late/)
  })

  it('keeps to the rules of its question, and loses nothing that was typed', async () => {
    const long = 'word '.repeat(21).trim()
    const { status, body } = await ann.post(own, { drivers: long })
    assert.equal(status, 400)
    assert.match(body, /20 words or fewer|at most 20 words|20 words/)
    assert.ok(body.includes(long))
  })

  it('may bring papers, on which it is kept what was typed, and which are had by both sides once they are clean', async () => {
    const paper = { field: '@papers-upload', name: 'accounts.txt', body: 'the accounts' }
    const sent = await ann.postFiles(own, { drivers: 'As the accounts say', action: 'upload:@papers' }, [paper])
    assert.equal(sent.status, 200)
    assert.match(sent.body, />As the accounts say<\/textarea>/)
    assert.equal((await replies()).length, 2, 'it is not sent yet')
    const kept = /<input type="hidden" name="@papers" value="([^"]+)">/.exec(sent.body)?.[1] ?? assert.fail(sent.body)
    const json = kept.replaceAll('&quot;', '"')
    await ann.postFiles(own, { '@papers': json, drivers: '' }, [])
    await scanAll(all.services)
    const managedPage = `/manage/funds/test-fund/first/applications/${reference}`
    const places = [
      [ann, `/applications/${reference}/submission`],
      [ann, own],
      [team, managedPage],
      [team, managed],
    ] as const
    for (const [reader, page] of places) {
      const { body } = await reader.get(page)
      const href = /Papers with the reply[\s\S]*?href="([^"]+\/files\/[^"]+)"/.exec(body)?.[1] ?? assert.fail(page)
      assert.equal((await reader.get(href)).body, 'the accounts')
    }
    const { id } = JSON.parse(json) as { id: string }
    const sid = await all.server.signedIn(all.round.people.sid)
    assert.equal((await sid.get(`${managedPage}/files/${id}`)).status, 404)
  })

  it('takes no file of another application for its own, nor one that is not what its name says', async () => {
    const strange = JSON.stringify({
      id: '00000000-0000-7000-8000-000000000001',
      name: 'a',
      size: 1,
      sha256: 'a'.repeat(64),
    })
    const before = (await requestsOf(all.services.db, applicationId))[0]?.questions.at(-1)?.replies.length
    assert.equal((await ann.postFiles(own, { '@papers': strange }, [])).status, 400)
    const bad = { field: '@papers-upload', name: 'accounts.pdf', body: 'no PDF' }
    assert.equal((await ann.postFiles(own, { drivers: 'x' }, [bad])).status, 400)
    assert.equal((await requestsOf(all.services.db, applicationId))[0]?.questions.at(-1)?.replies.length, before)
    assert.equal((await replies()).length, 2)
  })

  it('is taken no more once the request is closed, which cannot be before it was due', async () => {
    const close = `${managed}/1/close`
    await at(dueAt)
    await team.post(close)
    assert.equal((await requestsOf(all.services.db, applicationId))[0]?.closedAt, null)
    await at(new Date(dueAt.getTime() + hour))
    assert.equal((await team.post(close)).status, 303)
    const { status, body } = await ann.post(own, { drivers: 'One more' })
    assert.equal(status, 400)
    assert.match(body, /The request was closed at/)
    assert.equal((await replies()).length, 2)
  })

  it('is nobody else’s to read or write, nor of a round elsewhere', async () => {
    for (const name of ['ben', 'nobody', 'pam'] as const) {
      const other = await all.server.signedIn(all.round.people[name])
      assert.equal((await other.get(own)).status, 404)
      assert.equal((await other.post(own, { drivers: 'x' })).status, 404)
    }
    const sid = await all.server.signedIn(all.round.people.sid)
    assert.equal((await sid.get(managed)).status, 404)
  })
})
