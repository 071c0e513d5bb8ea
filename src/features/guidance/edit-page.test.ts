import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { type OpenRound, openRound } from '../../../tests/support/open-round.ts'
import { type TestBrowser, type TestServer, testServer } from '../../../tests/support/server.ts'
import { freshDatabase } from '../../../tests/support/template.ts'

const publicRound = '/funds/test-fund/first'
const edit = (slug: string) => `/manage/funds/test-fund/first/pages/${slug}`

let now = new Date('2026-11-25T12:00:00Z')
let server: TestServer
let example: OpenRound
let pam: TestBrowser
const life = lastFirst({ after })
before(async () => {
  server = await testServer(life, await freshDatabase(life), { clock: () => now })
  example = await openRound(server.services)
  pam = await server.signedIn(example.people.pam)
})

/** What a browser would read out of the form, to send it back. */
const seenIn = (body: string): string => /name="seen" value="([^"]*)"/.exec(body)?.[1] ?? ''
const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
const textOf = (markup: string): string => unescaped(markup.replaceAll(/<[^>]+>/g, ''))

async function write(browser: TestBrowser, slug: string, fields: Record<string, string>) {
  const form = await browser.get(edit(slug))
  return await browser.post(edit(slug), {
    title: 'A title',
    summary: '',
    changeKind: 'content',
    changeNote: '',
    do: 'save',
    seen: seenIn(form.body),
    ...fields,
  })
}

describe('writing a page', () => {
  it('shows nothing to the public before it is published', async () => {
    const saved = await write(pam, 'scoring', { body: 'Not for the public yet.' })
    assert.equal(saved.status, 303)
    assert.doesNotMatch((await server.visitor().get(`${publicRound}/scoring`)).body, /Not for the public yet/)
    const published = await write(pam, 'scoring', { body: 'Now for the public.', do: 'publish' })
    assert.equal(published.status, 303)
    assert.match((await server.visitor().get(`${publicRound}/scoring`)).body, /Now for the public\./)
  })

  it('asks what has changed from the second version on, and keeps what was typed', async () => {
    await write(pam, 'faqs', { body: 'First.', do: 'publish' })
    const refusal = await write(pam, 'faqs', { body: 'Second & <last>.', do: 'publish' })
    assert.equal(refusal.status, 400)
    assert.match(refusal.body, /<title>Error: /)
    assert.match(refusal.body, /href="#changeNote"/)
    assert.match(refusal.body, /Second &amp; &lt;last&gt;\.<\/textarea>/)
    assert.match((await pam.get(edit('faqs'))).body, /Second &amp; &lt;last&gt;\.<\/textarea>/)
    assert.match((await server.visitor().get(`${publicRound}/faqs`)).body, /First\./)
  })

  it('opens, from the note of a change, a diff from which both versions can be read', async () => {
    const [first, second] = [
      'Send it by **5pm**.\n\n- one\n- two <b>',
      'Send it by **noon**, please.\n\n- one\n- three <b>',
    ]
    await write(pam, 'how-to-apply', { body: first, do: 'publish' })
    const changeNote = 'Made application form more prominent.'
    now = new Date('2026-11-26T09:00:00Z')
    pam = await server.signedIn(example.people.pam)
    await write(pam, 'how-to-apply', { body: second, changeNote, do: 'publish' })
    const page = await server.visitor().get(`${publicRound}/how-to-apply`)
    assert.match(
      page.body,
      /26 November 2026[\s\S]*Made application form more prominent\.[\s\S]*25 November 2026[\s\S]*First published/,
    )
    assert.match(page.body, new RegExp(`href="${publicRound}/how-to-apply/changes/2"`))
    const change = (await server.visitor().get(`${publicRound}/how-to-apply/changes/2`)).body
    const shown = /<div class="app-diff">([\s\S]*?)<\/div>/.exec(change)?.[1] ?? ''
    const spoken = /<span class="govuk-visually-hidden">[^<]*<\/span>/g
    const without = (tag: 'ins' | 'del') =>
      textOf(shown.replaceAll(spoken, '').replaceAll(new RegExp(`<${tag}>[\\s\\S]*?</${tag}>`, 'g'), ''))
    const asRead = (typed: string) => typed.replaceAll(/^- /gm, '• ')
    assert.equal(without('ins'), asRead(first))
    assert.equal(without('del'), asRead(second))
    assert.match((await server.visitor().get(`${publicRound}/how-to-apply/versions/1`)).body, /<strong>5pm<\/strong>/)
    for (const missing of ['versions/3', 'versions/0', 'versions/x', 'changes/1', 'changes/3'])
      assert.equal((await server.visitor().get(`${publicRound}/how-to-apply/${missing}`)).status, 404, missing)
  })

  it('never alters a published version, whoever asks the database', async () => {
    await write(pam, 'timetable', { body: 'As published.', do: 'publish' })
    await assert.rejects(
      sql`update public_page_version set body = 'Rewritten' where body = 'As published.'`.execute(server.services.db),
      /never altered/,
    )
  })

  it('refuses to publish what is published already', async () => {
    await write(pam, 'strong-application', { body: 'Same.', do: 'publish' })
    const again = await write(pam, 'strong-application', { body: 'Same.', changeNote: 'Nothing.', do: 'publish' })
    assert.equal(again.status, 400)
    assert.match(again.body, /same as version 1/)
  })

  it('gives too long a text back whole', async () => {
    const body = `${'word '.repeat(12_001)}end`
    const refusal = await write(pam, 'form', { body })
    assert.equal(refusal.status, 400)
    assert.match(refusal.body, /must be 60,000 characters or less/)
    assert.ok(refusal.body.includes(body))
  })

  it('shows a preview without keeping it', async () => {
    const preview = await write(pam, 'form', { body: '## Seen only here', do: 'preview' })
    assert.equal(preview.status, 200)
    assert.match(preview.body, /<h2 class="govuk-heading-l">Seen only here<\/h2>/)
    assert.doesNotMatch((await pam.get(edit('form'))).body, /Seen only here/)
  })

  it('tells the later of two who write at once, shows both texts and keeps the first until told again', async () => {
    const { rows } = await sql<{ id: string }>`
      insert into person (id, email, name, created_at) values (gen_random_uuid(), 'quinn@example.gov.uk', 'Quinn', ${now})
      returning id`.execute(server.services.db)
    const quinnId = rows[0]?.id ?? ''
    await sql`insert into role_assignment (id, person_id, fund_id, role, assigned_at)
      values (gen_random_uuid(), ${quinnId}::uuid, ${example.round.fundId}::uuid, 'programme-team', ${now})`.execute(
      server.services.db,
    )
    const quinn = await server.signedIn(quinnId)
    const slug = 'setting-the-scene'
    const seen = seenIn((await pam.get(edit(slug))).body)
    assert.equal((await write(quinn, slug, { body: 'What Quinn wrote.' })).status, 303)
    const late = await pam.post(edit(slug), {
      title: 'A title',
      summary: '',
      body: 'What Pam wrote.',
      changeKind: 'content',
      do: 'save',
      seen,
    })
    assert.equal(late.status, 400)
    assert.match(late.body, /Quinn saved this page/)
    assert.match(late.body, /What Pam wrote\.<\/textarea>/)
    assert.match(late.body, /<div class="app-diff">What Quinn wrote\.<\/div>/)
    assert.match((await quinn.get(edit(slug))).body, /What Quinn wrote\.<\/textarea>/)
    const both = { title: 'A title', body: 'What both wrote.', changeKind: 'content', do: 'save' }
    assert.equal((await pam.post(edit(slug), { ...both, seen: seenIn(late.body) })).status, 303)
    assert.match((await quinn.get(edit(slug))).body, /What both wrote\.<\/textarea>/)
  })

  it('is there for the programme team of this fund alone', async () => {
    for (const name of ['ann', 'oli', 'sid'] as const) {
      const browser = await server.signedIn(example.people[name])
      assert.equal((await browser.get(edit('faqs'))).status, 404, name)
      assert.equal((await browser.post(edit('faqs'), { title: 'X', body: 'X', do: 'publish' })).status, 404, name)
    }
    assert.match((await server.visitor().get(edit('faqs'))).location ?? '', /^\/sign-in/)
  })
})
