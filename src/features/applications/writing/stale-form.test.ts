import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { fillIn, hiddenIn } from '../../../../tests/support/apply-by-form.ts'
import { filing, filingForm, kept, pageOf, send } from '../../../../tests/support/filing.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { OpenRound } from '../../../../tests/support/open-round.ts'
import type { TestBrowser, TestServer } from '../../../../tests/support/server.ts'
import { switchForm } from '../../../../tests/support/switch-form.ts'
import type { Form, Question } from '../../../core/forms/index.ts'

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

const why: Question = { type: 'long-text', id: 'why', label: 'Why?' }
const who: Question = { type: 'short-text', id: 'who', label: 'Who leads it?' }
const since: Question = { type: 'short-text', id: 'since', label: 'Since when' }
const dated: Question = { type: 'date', id: 'since', label: 'Since when' }
const also: Question = { type: 'long-text', id: 'also', label: 'Anything else' }

let forms = 0
/** A form of these pages, which no version before it was. */
function formOf(pages: Readonly<Record<string, readonly Question[]>>): Form {
  forms += 1
  const listed = Object.entries(pages).map(([id, questions]) => ({ id, title: `Page ${id}`, questions }))
  return { ...filingForm, title: `Version ${forms}`, pages: listed }
}

/** A draft that answers this form. */
async function draftOn(form: Form): Promise<string> {
  const reference = await round.draft()
  await switchForm(server, round, form)
  return reference
}

/** What the script of a page is told. */
async function autosave(reference: string, fields: Record<string, string>): Promise<Record<string, string>> {
  const { body } = await ann.post(pageOf(reference), fields, { 'x-requested-with': 'autosave' })
  return JSON.parse(body)
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

  it('goes on saving by itself, in its own order', async () => {
    const reference = await draftOn(formOf({ papers: [why, who] }))
    const stale = await opened(reference)
    await switchForm(server, round, formOf({ papers: [since, who, why] }))
    const first = await autosave(reference, { ...stale, why: 'One', who: 'Ann' })
    assert.deepEqual([first.status, first.version], ['saved', '1-1'])
    const second = await autosave(reference, { ...stale, version: '1-1', why: 'Two', who: 'Ann' })
    assert.deepEqual([second.status, second.version], ['saved', '2-1'])
    assert.deepEqual(await answersOf(reference), { why: 'Two', who: 'Ann' })
  })

  it('is saved to every page that its questions are on now, and the rest is set aside and said', async () => {
    const reference = await draftOn(formOf({ papers: [why, who, since, also] }))
    const stale = await opened(reference)
    await switchForm(server, round, formOf({ first: [who], second: [why, dated] }))
    const typed = { why: 'Because', who: 'Ann', since: 'Last spring', also: 'And more' }
    const heard = await autosave(reference, { ...stale, ...typed })
    assert.equal(heard.status, 'refused')
    assert.match(heard.message ?? '', /the form has changed.*kept in this browser/)
    assert.deepEqual(await answersOf(reference), {})

    const answer = await ann.post(pageOf(reference), { ...stale, ...typed })
    assert.equal(answer.status, 303)
    assert.deepEqual(await answersOf(reference), { why: 'Because', who: 'Ann' })
    const next = (await ann.get(answer.location ?? '')).body
    assert.match(next, /“Anything else” is not asked any more: what you wrote there is set aside/)
    assert.match(next, /“Since when” is answered in another way now: what you wrote there is set aside/)
    const list = (await ann.get(`/applications/${reference}`)).body
    assert.match(list, /Anything else<\/strong> is not asked any more\. You wrote:<\/p>\s*<blockquote[^>]*>And more</)
    assert.match(
      list,
      /Since when<\/strong> is answered in another way now\. You wrote:<\/p>\s*<blockquote[^>]*>Last spring</,
    )

    // What is kept already holds nothing up, and is not kept twice.
    const again = await autosave(reference, { ...stale, version: '1-1-0-0', ...typed, why: 'Because of it' })
    assert.deepEqual([again.status, again.version], ['saved', '2-1-0-0'])
    assert.equal((await ann.get(`/applications/${reference}`)).body.match(/And more/g)?.length, 1)
  })

  it('is set aside as a whole when none of it is asked any more', async () => {
    const reference = await draftOn(formOf({ papers: [also] }))
    const stale = await opened(reference)
    await switchForm(server, round, formOf({ first: [who] }))
    const answer = await ann.post(pageOf(reference), { ...stale, also: 'All that I know' })
    assert.deepEqual([answer.status, answer.location], [303, `/applications/${reference}`])
    const list = (await ann.get(`/applications/${reference}`)).body
    assert.match(list, /“Anything else” is not asked any more: what you wrote there is set aside/)
    assert.match(list, /<blockquote[^>]*>All that I know</)
  })

  it('is not written to a page of others: it is set aside there', async () => {
    const reference = await draftOn(formOf({ papers: [why, who] }))
    await sql`insert into application_partner
        (application_id, organisation_id, state, asked_at, asked_by, decided_at, decided_by, pages)
      select id, 'T-BIRCH', 'accepted', now(), ${round.people.ann}::uuid, now(), ${round.people.ben}::uuid, '["papers"]'
      from application where reference = ${reference}`.execute(server.services.db)
    const ben = await server.signedIn(round.people.ben)
    const stale = await opened(reference)
    await switchForm(server, round, formOf({ papers: [who], lead: [why] }))
    const answer = await ben.post(pageOf(reference), { ...stale, why: 'Ben’s reason', who: 'Ben' })
    assert.equal(answer.status, 303)
    assert.deepEqual(await answersOf(reference), { who: 'Ben' })
    assert.match((await ben.get(answer.location ?? '')).body, /“Why\?” is on a page now that others write/)
    assert.match((await ann.get(pageOf(reference, 'lead'))).body, /Set aside: what Ben wrote.*Ben’s reason/s)
  })

  it('shows two texts of an answer on the page where it is asked now', async () => {
    const reference = await draftOn(formOf({ papers: [why, who] }))
    const stale = await opened(reference)
    await switchForm(server, round, formOf({ first: [who], second: [why] }))
    const adam = await server.signedIn(round.people.adam)
    await fillIn(adam, pageOf(reference, 'second'), { why: 'Adam’s reason' })
    const clash = await ann.post(pageOf(reference), { ...stale, why: 'Ann’s reason', who: 'Ann' })
    assert.equal(clash.status, 409)
    const next = { form: hiddenIn(clash.body, 'form'), version: hiddenIn(clash.body, 'version'), clash: 'why' }
    const [, action = ''] = /<form[^>]*action="([^"]*pages[^"]*)"/.exec(clash.body) ?? []
    const chosen = await ann.post(action, { ...next, why: 'Ann’s reason', 'keep-why': 'mine' })
    assert.equal(chosen.status, 303)
    assert.deepEqual(await answersOf(reference), { who: 'Ann', why: 'Ann’s reason' })
  })
})
