import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { type OpenRound, openRound } from '../../../tests/support/open-round.ts'
import { form } from '../../../tests/support/open-round-form.ts'
import { type TestAnswer, type TestBrowser, type TestServer, testServer } from '../../../tests/support/server.ts'
import { freshDatabase } from '../../../tests/support/template.ts'
import { canonicalJson, type Json } from '../../core/canonical/index.ts'
import { formsOfFund, formVersionById, versionsOfForm } from './forms.store.ts'

const base = '/manage/funds/test-fund/first/form'
const life = lastFirst({ after })
let server: TestServer
let round: OpenRound
let pam: TestBrowser
before(async () => {
  server = await testServer(life, await freshDatabase(life))
  round = await openRound(server.services)
  pam = await server.signedIn(round.people.pam)
})

const definition = (title: string): string =>
  JSON.stringify({
    id: 'f',
    title,
    pages: [{ id: 'p', title: 'Page', questions: [{ type: 'short-text', id: 'q', label: 'Q' }] }],
  })

const seenOn = ({ body }: TestAnswer): string => /name="seen" value="([^"]*)"/.exec(body)?.[1] ?? ''
const versionAt = ({ location = '' }: TestAnswer): string => /versions\/([^/]+)/.exec(location)?.[1] ?? ''

/** A new form as its first draft. @returns the id of the version */
async function made(name: string, more: Record<string, string> = {}): Promise<string> {
  const fields = { name, purpose: 'application', start: 'json', definition: definition(name), ...more }
  const answer = await pam.post(`${base}/new`, fields)
  assert.equal(answer.status, 303, answer.body)
  return versionAt(answer)
}

const published = async (version: string, changeNote = ''): Promise<TestAnswer> => {
  const seen = seenOn(await pam.get(`${base}/versions/${version}`))
  return await pam.post(`${base}/versions/${version}/publish`, { seen, changeNote })
}

const read = async (version: string) => (await formVersionById(server.services.db, version)) ?? assert.fail('gone')

describe('a new form', () => {
  it('starts as what comes with the service, as the form of a round, empty, or as pasted', async () => {
    const page = await pam.get(`${base}/new`)
    const copy = `version:${round.round.formVersionId}`
    assert.ok(page.body.includes(`value="${copy}"`))
    const template = await read(await made('From a template', { start: 'template:delivering-differently/form' }))
    assert.equal(template.definition.title, 'From a template')
    assert.ok(template.definition.pages.length > 5)
    const copied = await read(await made('A copy', { start: copy }))
    assert.deepEqual(copied.definition.pages, form.pages)
    assert.deepEqual((await read(await made('Empty', { start: 'blank' }))).definition.pages.length, 1)
    assert.equal((await read(await made('Pasted'))).definition.title, 'Pasted')
    const { rows } = await sql`select from audit_event where action = 'form.created'`.execute(server.services.db)
    assert.equal(rows.length, 4)
  })

  it('gives back what was pasted, with everything that is wrong at its place', async () => {
    const pasted =
      '{"id": "f", "title": "",\n"pages": [{"id": "p", "title": "Page <b>", "questions": [{"type": "short-text"}]}]}'
    const answer = await pam.post(`${base}/new`, { name: '', purpose: 'x', start: 'json', definition: pasted })
    assert.equal(answer.status, 400)
    for (const text of ['Enter a name for the form', 'Select what the form is for', 'Title: must not be blank']) {
      assert.ok(answer.body.includes(text), text)
    }
    assert.match(answer.body, /Page 1 “Page &lt;b&gt;”, question 1, label: is missing/)
    assert.ok(
      answer.body.includes('{&quot;id&quot;: &quot;f&quot;, &quot;title&quot;: &quot;&quot;,\n') ||
        answer.body.includes('{"id": "f", "title": "",\n'),
    )
  })

  it('needs a name that the fund does not have, and a start that this person is offered', async () => {
    const twice = await pam.post(`${base}/new`, { name: 'Pasted', purpose: 'application', start: 'blank' })
    assert.match(twice.body, /The fund has a form called “Pasted” already/)
    const { services } = server
    const hidden = services.newId()
    await sql`insert into form (id, fund_id, name, purpose, created_at)
      select ${hidden}::uuid, id, 'Hidden', 'application', now() from fund where slug = 'other-fund'`.execute(
      services.db,
    )
    await sql`insert into form_version (id, form_id, number, definition, sha256, saved_at)
      values (${hidden}::uuid, ${hidden}::uuid, 1, ${definition('Hidden')}::jsonb, 'x', now())`.execute(services.db)
    await sql`insert into round (id, fund_id, slug, name, form_version_id, created_at)
      select ${hidden}::uuid, fund_id, 'hidden', 'Hidden', id, now() from form_version v, lateral (select fund_id from form
      where form.id = v.form_id) f where v.id = ${hidden}::uuid`.execute(services.db)
    for (const start of ['', 'template:../../package', `version:${hidden}`]) {
      const answer = await pam.post(`${base}/new`, { name: 'Stolen', purpose: 'application', start })
      assert.equal(answer.status, 400)
      assert.match(answer.body, /Select what to start from/)
    }
  })
})

describe('a draft', () => {
  it('is seen as an applicant sees it, with conditions in words, and nothing to send', async () => {
    const version = await made('Previewed', { start: `version:${round.round.formVersionId}` })
    const { body } = await pam.get(`${base}/versions/${version}/preview`)
    for (const page of form.pages) assert.ok(body.includes(page.title))
    assert.match(body, /name="drivers"/)
    assert.match(body, /Shown only if “Is this a joint bid\?” is yes/)
    const [, main = ''] = body.split('<main')
    assert.equal(main.includes('<form'), false)
  })

  it('is downloaded as the JSON that was kept, and pasting that changes nothing', async () => {
    const version = await made('Downloaded')
    const file = await pam.get(`${base}/versions/${version}/download`)
    assert.match(String(file.headers['content-disposition']), /filename="downloaded-version-1\.json"/)
    const { definition: kept, formId, sha256 } = await read(version)
    assert.equal(canonicalJson(JSON.parse(file.body) as Json), canonicalJson(kept as unknown as Json))
    const address = `${base}/forms/${formId}/definition`
    const answer = await pam.post(address, { seen: seenOn(await pam.get(address)), definition: file.body })
    assert.equal(answer.status, 303)
    assert.equal((await read(version)).sha256, sha256)
  })

  it('is read from a file in place of the box, which is kept when the file will not do', async () => {
    const version = await made('Sent')
    const { formId } = await read(version)
    const address = `${base}/forms/${formId}/definition`
    const send = async (name: string, body: string) => {
      const seen = seenOn(await pam.get(address))
      return await pam.postFiles(address, { seen, definition: 'typed before' }, [{ field: 'upload', name, body }])
    }
    assert.equal((await send('form.json', definition('From a file'))).status, 303)
    assert.equal((await read(version)).definition.title, 'From a file')
    const large = await send('large.json', ' '.repeat(900_001))
    assert.equal(large.status, 400)
    assert.match(large.body, /href="#upload">“large.json” must be smaller than 900 KB/)
    assert.match(large.body, />typed before<\/textarea>/)
    assert.match((await send('form.json', 'not JSON')).body, /href="#definition"/)
  })

  it('is kept from who pastes over what somebody else saved meanwhile; they are told who and keep their text', async () => {
    const version = await made('Shared')
    const { formId } = await read(version)
    const address = `${base}/forms/${formId}/definition`
    const { people, actor } = round
    await sql`insert into role_assignment (id, person_id, fund_id, role, assigned_at)
      values (gen_random_uuid(), ${people.cai}::uuid, ${round.round.fundId}::uuid, 'programme-team', now())`.execute(
      server.services.db,
    )
    assert.equal((await actor('cai')).kind, 'person')
    const cai = await server.signedIn(people.cai)
    const seen = seenOn(await pam.get(address))
    assert.equal(seenOn(await cai.get(address)), seen)
    assert.equal((await cai.post(address, { seen, definition: definition('Cai’s') })).status, 303)
    const late = await pam.post(address, { seen, definition: definition('Pam’s') })
    assert.equal(late.status, 400)
    assert.match(late.body, /Cai changed the draft at /)
    assert.match(late.body, /The title was reworded/)
    assert.match(late.body, /Pam’s/)
    assert.equal((await read(version)).definition.title, 'Cai’s')
    const broken = await pam.post(address, { seen, definition: '{' })
    assert.equal(seenOn(broken), seen)
    assert.equal((await pam.post(address, { seen: seenOn(late), definition: definition('Both') })).status, 303)
    assert.equal((await read(version)).definition.title, 'Both')
  })

  it('is published with a note and then never changes; the next begins as a copy of it', async () => {
    const version = await made('Published')
    assert.equal((await published(version)).status, 303)
    const page = await pam.get(`${base}/versions/${version}`)
    assert.doesNotMatch(page.body, /Publish it/)
    const { formId } = await read(version)
    const begun = await pam.post(`${base}/forms/${formId}/draft`)
    assert.equal(begun.status, 303)
    const next = versionAt(begun)
    assert.match((await pam.post(`${base}/forms/${formId}/draft`)).body, /Version 2 is a draft already/)
    assert.match((await published(next, 'Nothing')).body, /The draft is the same as version 1/)
    const address = `${base}/forms/${formId}/definition`
    await pam.post(address, { seen: seenOn(await pam.get(address)), definition: definition('New title') })
    assert.match((await pam.get(`${base}/versions/${next}`)).body, /The title was reworded/)
    const silent = await published(next)
    assert.equal(silent.status, 400)
    assert.match(silent.body, /Say what has changed since the last version/)
    assert.equal((await published(next, 'A better title')).status, 303)
    assert.equal((await read(next)).changeNote, 'A better title')
    assert.equal((await read(version)).definition.title, 'Published')
  })

  it('is published only as it was looked at', async () => {
    const version = await made('Looked at')
    const { formId } = await read(version)
    const seen = seenOn(await pam.get(`${base}/versions/${version}`))
    const address = `${base}/forms/${formId}/definition`
    await pam.post(address, { seen, definition: definition('Other') })
    for (const what of ['publish', 'delete']) {
      const answer = await pam.post(`${base}/versions/${version}/${what}`, { seen })
      assert.equal(answer.status, 400)
      assert.match(answer.body, /Pam changed the draft at /)
    }
    assert.equal((await read(version)).publishedAt, null)
  })

  it('is not published with a page on which there is nothing', async () => {
    const version = await made('Nothing in it', { start: 'blank' })
    assert.match((await published(version)).body, /The page “First page” has neither questions nor guidance/)
  })

  it('is deleted, and the form with it if nothing of it was published', async () => {
    const { db } = server.services
    const version = await made('Short-lived')
    const { formId } = await read(version)
    const seen = seenOn(await pam.get(`${base}/versions/${version}/delete`))
    assert.equal((await pam.post(`${base}/versions/${version}/delete`, { seen })).status, 303)
    assert.equal((await pam.get(`${base}/versions/${version}`)).status, 404)
    const names = (await formsOfFund(db, round.round.fundId)).map(({ name }) => name)
    assert.equal(names.includes('Short-lived'), false)
    const kept = await made('Kept')
    await published(kept)
    const { formId: keptForm } = await read(kept)
    const next = versionAt(await pam.post(`${base}/forms/${keptForm}/draft`))
    const seenNext = seenOn(await pam.get(`${base}/versions/${next}/delete`))
    await pam.post(`${base}/versions/${next}/delete`, { seen: seenNext })
    assert.deepEqual(
      (await versionsOfForm(db, keptForm)).map(({ id }) => id),
      [kept],
    )
    const { rows } =
      await sql`select from audit_event where action = 'form.draft-deleted' and object_id in (${formId}, ${keptForm})`.execute(
        db,
      )
    assert.equal(rows.length, 2)
  })

  it('that is published cannot be deleted', async () => {
    const version = await made('For good')
    const seen = seenOn(await pam.get(`${base}/versions/${version}`))
    await published(version)
    const answer = await pam.post(`${base}/versions/${version}/delete`, { seen })
    assert.equal(answer.status, 400)
    assert.match(answer.body, /a published version never changes/)
    assert.ok((await read(version)).publishedAt)
  })

  it('is read by an auditor and changed by the programme team alone', async () => {
    const version = await made('Private')
    const { formId } = await read(version)
    const oli = await server.signedIn(round.people.oli)
    const page = await oli.get(`${base}/versions/${version}`)
    assert.equal(page.status, 200)
    assert.doesNotMatch(page.body, /Publish it|Edit its pages/)
    const changes = [
      `${base}/new`,
      `${base}/forms/${formId}/definition`,
      `${base}/forms/${formId}/draft`,
      `${base}/versions/${version}/publish`,
      `${base}/versions/${version}/delete`,
    ]
    for (const name of ['oli', 'sid', 'ann'] as const) {
      const browser = await server.signedIn(round.people[name])
      for (const address of changes) assert.equal((await browser.post(address)).status, 404, `${name} ${address}`)
      if (name !== 'oli') assert.equal((await browser.get(`${base}/versions/${version}/download`)).status, 404)
    }
    assert.equal((await read(version)).publishedAt, null)
  })
})
