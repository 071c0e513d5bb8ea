import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { complete, fillIn, hiddenIn, submitFrom } from '../../../../tests/support/apply-by-form.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type OpenRound, openRound } from '../../../../tests/support/open-round.ts'
import { form as first } from '../../../../tests/support/open-round-form.ts'
import { type TestBrowser, type TestServer, testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import type { Form } from '../../../core/forms/index.ts'
import { formVersionById, publishFormVersion, saveFormDraft } from '../../forms/index.ts'

const base = '/manage/funds/test-fund/first/form'
const life = lastFirst({ after })
let server: TestServer
let round: OpenRound
let pam: TestBrowser
let ann: TestBrowser
let formId: string

/** The next version: no email any more, the name is answered otherwise, and a new question. */
const next: Form = {
  ...first,
  pages: first.pages.map((page) =>
    page.id === 'contact'
      ? {
          ...page,
          questions: [
            { type: 'date', id: 'name', label: 'Date of appointment' },
            { type: 'phone', id: 'phone', label: 'Telephone' },
          ],
        }
      : page,
  ),
}

async function publish(definition: Form): Promise<string> {
  const { services } = server
  const saved = await saveFormDraft(services, await round.actor('pam'), { formId, definition })
  assert.ok(saved.ok)
  const published = await services.db
    .transaction()
    .execute((tx) =>
      publishFormVersion(tx, services, { formId, changeNote: 'Made shorter.', personId: null, at: services.clock() }),
    )
  assert.ok(published.ok, JSON.stringify(published))
  return published.value.id
}

before(async () => {
  server = await testServer(life, await freshDatabase(life))
  round = await openRound(server.services)
  pam = await server.signedIn(round.people.pam)
  ann = await server.signedIn(round.people.ann)
  formId = (await formVersionById(server.services.db, round.round.formVersionId ?? ''))?.formId ?? assert.fail()
})

const answersOf = async (reference: string) =>
  Object.fromEntries(
    (
      await sql<{ question: string; value: unknown }>`
        select question_id as question, value from answer where application_id =
          (select id from application where reference = ${reference})`.execute(server.services.db)
    ).rows.map(({ question, value }) => [question, value]),
  )

const versionOfApplication = async (reference: string) =>
  (
    await sql<{ id: string }>`select form_version_id as id from application where reference = ${reference}`.execute(
      server.services.db,
    )
  ).rows[0]?.id

describe('a version that a round takes up while people write', () => {
  it('moves drafts by the ids of questions, sets aside what does not fit, tells people, and leaves what is submitted', async () => {
    const [reference, sent] = [await round.draft(), await round.draft()]
    const application = `/applications/${reference}`
    await complete(ann, application)
    await complete(ann, `/applications/${sent}`)
    assert.equal((await submitFrom(ann, `/applications/${sent}`)).status, 303)
    const open = (await ann.get(`${application}/pages/contact`)).body
    const second = await publish(next)
    assert.equal((await pam.post(base, { version: second })).status, 303)
    assert.equal(await versionOfApplication(reference), second)
    assert.equal(await versionOfApplication(sent), round.round.formVersionId)
    const { drivers, name, email } = await answersOf(reference)
    assert.deepEqual([drivers, name, email], ['Less money', null, 'ann@example.gov.uk'])
    const list = (await ann.get(application)).body
    assert.match(list, /The form has changed/)
    assert.match(list, /Added: “Telephone”/)
    assert.match(list, /Removed: “Email address”/)
    assert.match(list, /Email address<\/strong> is not asked any more\. You wrote:/)
    assert.match(list, /Name of the lead officer<\/strong> is answered in another way now/)
    assert.match(list, /ann@example\.gov\.uk/)
    const { rows } = await sql<{ recipient: string; body: string }>`
      select recipient, body from message where kind = 'form-changed' order by recipient`.execute(server.services.db)
    assert.equal(rows.length, 2)
    assert.match(rows[0]?.body ?? '', /2 answers have no place in the new form/)
    // A page that was open meanwhile is saved to the questions that are still there, and the rest is set aside.
    const stale = { version: hiddenIn(open, 'version'), form: hiddenIn(open, 'form'), action: 'continue' }
    const late = await ann.post(`${application}/pages/contact`, { ...stale, name: 'Ann Other', email: 'x@example.org' })
    assert.equal(late.status, 303)
    assert.match((await ann.get(late.location ?? '')).body, /“Email address” is not asked any more: what you wrote/)
    const after = (await ann.get(application)).body
    for (const text of ['ann@example.gov.uk', 'x@example.org', 'Ann Other']) assert.ok(after.includes(text), text)
    const upTo = hiddenIn(after, 'upTo')
    assert.equal((await ann.post(`${application}/form-changes`, { upTo })).status, 303)
    assert.doesNotMatch((await ann.get(application)).body, /The form has changed/)
    await fillIn(ann, `${application}/pages/contact`, { phone: '01632 960001' })
    assert.equal((await answersOf(reference)).phone, '01632 960001')
  })

  it('gives an answer back when its question comes back', async () => {
    const reference = await round.draft()
    const application = `/applications/${reference}`
    await fillIn(ann, `${application}/pages/drivers`, { drivers: 'Kept all the time' })
    const without = { ...next, pages: next.pages.filter(({ id }) => id !== 'drivers') }
    assert.equal((await pam.post(base, { version: await publish(without) })).status, 303)
    assert.match((await ann.get(application)).body, /Kept all the time/)
    assert.equal((await pam.post(base, { version: await publish({ ...next, title: 'Again' }) })).status, 303)
    await fillIn(ann, `${application}/pages/drivers`, { drivers: 'Kept and changed' })
    assert.equal((await answersOf(reference)).drivers, 'Kept and changed')
  })

  it('keeps the parts of a group that are still asked, and gives the pages of its questions to whoever had the page that goes', async () => {
    const { db } = server.services
    const money = first.pages.find(({ id }) => id === 'money') ?? assert.fail()
    const withStaff = (children: readonly string[], pageId: string): Form => ({
      ...next,
      title: `With ${children.join(' and ')}`,
      pages: [
        ...next.pages.filter(({ id }) => id !== 'money'),
        {
          ...money,
          id: pageId,
          title: `Costs on ${pageId}`,
          questions: [
            {
              type: 'repeating-group',
              id: 'staff',
              label: 'Staff',
              questions: children.map((id) => ({ type: 'short-text' as const, id, label: `The ${id}` })),
            },
          ],
        },
      ],
    })
    const answered = await publish(withStaff(['team', 'head'], 'money'))
    assert.equal((await pam.post(base, { version: answered })).status, 303)
    const reference = await round.draft()
    await sql`update application set form_version_id = ${answered}::uuid where reference = ${reference}`.execute(db)
    const application = `/applications/${reference}`
    await fillIn(ann, `${application}/pages/money`, { 'staff-0-team': 'Libraries', 'staff-0-head': 'Siân' })
    await sql`
      insert into application_contributor (application_id, email, state, person_id, invited_at, joined_at, invited_by,
        expires_at, pages)
      select a.id, 'cai@example.gov.uk', 'joined', ${round.people.cai}::uuid, now(), now(), ${round.people.ann}::uuid,
        '2127-01-01', '["money"]' from application a where a.reference = ${reference}`.execute(db)
    await ann.post(`${application}/pages/money/give`, { person: round.people.cai })
    await sql`delete from message`.execute(db)
    assert.equal((await pam.post(base, { version: await publish(withStaff(['team'], 'budget')) })).status, 303)
    assert.deepEqual((await answersOf(reference)).staff, [{ team: 'Libraries' }])
    const list = (await ann.get(application)).body
    assert.match(list, /Staff<\/strong> keeps the rest of its answer[^<]*You wrote:[\s\S]*The head: Siân/)
    assert.doesNotMatch(list, /The team: Libraries/)
    const cai = await server.signedIn(round.people.cai)
    await fillIn(cai, `${application}/pages/budget`, { 'staff-0-team': 'Libraries and museums' })
    assert.deepEqual((await answersOf(reference)).staff, [{ team: 'Libraries and museums' }])
    assert.match((await ann.get(`${application}/who-owes-what`)).body, /Cai<\/h2>[\s\S]*Costs on budget/)
    const { rows } = await sql<{ body: string }>`
      select body from message where kind = 'form-changed' and recipient = 'cai@example.gov.uk'
        and subject like ${`%${reference}%`}`.execute(db)
    assert.equal(rows.length, 1)
    assert.match(rows[0]?.body ?? '', /of the page “Costs on money”, which you were given, is on “Costs on budget” now/)
    assert.match(rows[0]?.body ?? '', /You can write “Costs on budget”/)
  })

  it('is refused with other eligibility rules once the round has opened', async () => {
    const other = await publish({ ...next, title: 'Rules', rules: [] })
    const answer = await pam.post(base, { version: other })
    assert.equal(answer.status, 400)
    assert.match(answer.body, /has other eligibility rules, and the round is public or has opened/)
    // The same rules, of which none fires any more for whoever does not write why.
    const hiding = next.pages.map((page) =>
      page.id === 'joint' ? { ...page, showIf: { question: 'drivers', answered: true } } : page,
    )
    const hidden = await pam.post(base, { version: await publish({ ...next, title: 'Hidden', pages: hiding }) })
    assert.equal(hidden.status, 400)
    assert.match(hidden.body, /asks otherwise what they rest on: “Is this a joint bid\?”\./)
  })
})
