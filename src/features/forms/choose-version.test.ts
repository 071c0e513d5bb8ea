import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { type OpenRound, openRound } from '../../../tests/support/open-round.ts'
import { type TestServer, testServer } from '../../../tests/support/server.ts'
import { freshDatabase } from '../../../tests/support/template.ts'
import type { Form } from '../../core/forms/index.ts'
import { formVersionById } from './forms.store.ts'
import { publishFormVersion } from './publish-form-version.ts'
import { saveFormDraft } from './save-form-draft.ts'

const base = '/manage/funds/test-fund/first/form'
const life = lastFirst({ after })
let server: TestServer
let round: OpenRound
let first: string
let second: string
before(async () => {
  server = await testServer(life, await freshDatabase(life))
  round = await openRound(server.services)
  first = round.round.formVersionId ?? ''
  second = await publishedVersion('Second')
})

async function publishedVersion(title: string, more: Partial<Form> = {}): Promise<string> {
  const { services } = server
  const version = await formVersionById(services.db, first)
  assert.ok(version)
  const { formId, definition } = version
  await saveFormDraft(services, await round.actor('pam'), { formId, definition: { ...definition, title, ...more } })
  const published = await services.db.transaction().execute(async (tx) => {
    const publication = { formId, changeNote: title, personId: round.people.pam, at: services.clock() }
    return await publishFormVersion(tx, services, publication)
  })
  assert.ok(published.ok)
  return published.value.id
}

const chosen = async (): Promise<string> => {
  const { rows } = await sql<{ id: string }>`
    select form_version_id as id from round where id = ${round.round.id}::uuid`.execute(server.services.db)
  return rows[0]?.id ?? ''
}

const chosenEvents = async (): Promise<number> => {
  const { rows } = await sql`select from audit_event where action = 'round.form-chosen'`.execute(server.services.db)
  return rows.length
}

describe('the form of a round', () => {
  it('is shown with its version, hash and what else could be chosen, to whoever may see how the fund is set up', async () => {
    for (const name of ['pam', 'oli'] as const) {
      const page = await (await server.signedIn(round.people[name])).get(base)
      assert.equal(page.status, 200)
      const version = await formVersionById(server.services.db, first)
      for (const group of version?.sha256.match(/.{8}/g) ?? ['none'])
        assert.ok(page.body.includes(`<span>${group}</span>`))
      assert.match(page.body, /No application has been started/)
      assert.equal(page.body.includes('Which published version do applicants fill in?'), name === 'pam')
    }
  })

  it('is hidden from applicants, other funds and strangers, who cannot change it', async () => {
    for (const name of ['sid', 'ann', 'nobody'] as const) {
      const browser = await server.signedIn(round.people[name])
      assert.equal((await browser.get(base)).status, 404)
      assert.equal((await browser.post(base, { version: second })).status, 404)
    }
    assert.equal((await (await server.signedIn(round.people.oli)).post(base, { version: second })).status, 404)
    assert.match((await server.visitor().get(base)).location ?? '', /^\/sign-in/)
    assert.equal(await chosen(), first)
  })

  it('can be another published version while nobody has started, and is audited once', async () => {
    const pam = await server.signedIn(round.people.pam)
    const answer = await pam.post(base, { version: second })
    assert.equal(answer.status, 303)
    assert.equal(await chosen(), second)
    await pam.post(base, { version: second })
    assert.equal(await chosenEvents(), 1)
    await pam.post(base, { version: first })
    assert.equal(await chosen(), first)
  })

  it('is no draft, nothing that is not there, and no version of another fund', async () => {
    const pam = await server.signedIn(round.people.pam)
    const { db, newId } = server.services
    const otherForm = newId()
    const other = newId()
    await sql`insert into form (id, fund_id, name, purpose, created_at)
      select ${otherForm}::uuid, id, 'Other', 'application', now() from fund where slug = 'other-fund'`.execute(db)
    await sql`insert into form_version (id, form_id, number, definition, sha256, saved_at, published_at)
      select ${other}::uuid, ${otherForm}::uuid, 1, definition, sha256, now(), now() from form_version
      where id = ${first}::uuid`.execute(db)
    const draft = newId()
    await sql`insert into form_version (id, form_id, number, definition, sha256, saved_at)
      select ${draft}::uuid, form_id, 9, definition, sha256, now() from form_version where id = ${first}::uuid`.execute(
      db,
    )
    for (const version of ['', 'nonsense', other, draft]) {
      const answer = await pam.post(base, { version })
      assert.equal(answer.status, 400)
      assert.match(answer.body, /Select a version/)
    }
    for (const what of ['', '/preview', '/download']) {
      assert.equal((await pam.get(`${base}/versions/${other}${what}`)).status, 404)
    }
    assert.equal(await chosen(), first)
    await sql`delete from form_version where id = ${draft}::uuid`.execute(db)
  })

  it('decides who is eligible as it did when the round opened, though nobody has started', async () => {
    const pam = await server.signedIn(round.people.pam)
    const other = await publishedVersion('Without rules', { rules: [] })
    const answer = await pam.post(base, { version: other })
    assert.equal(answer.status, 400)
    assert.match(answer.body, /has other eligibility rules, and the round is public or has opened/)
    assert.equal(await chosen(), first)
  })

  it('is another form only while nobody has started, and says what becomes of those who have', async () => {
    const pam = await server.signedIn(round.people.pam)
    const { db, newId } = server.services
    await round.draft()
    await round.draft()
    const page = await pam.get(base)
    assert.match(page.body, /version 1: 2 drafts, 0 submitted/)
    assert.match(page.body, /Applications that are not submitted move to the version you choose/)
    const [otherForm, other] = [newId(), newId()]
    await sql`insert into form (id, fund_id, name, purpose, created_at)
      select ${otherForm}::uuid, fund_id, 'Another', 'application', now() from form
      where id = (select form_id from form_version where id = ${first}::uuid)`.execute(db)
    await sql`insert into form_version (id, form_id, number, definition, sha256, saved_at, published_at)
      select ${other}::uuid, ${otherForm}::uuid, 1, definition, sha256, now(), now() from form_version
      where id = ${first}::uuid`.execute(db)
    const answer = await pam.post(base, { version: other })
    assert.equal(answer.status, 400)
    assert.match(answer.body, /2 applications answer another form/)
    assert.equal(await chosen(), first)
  })
})
