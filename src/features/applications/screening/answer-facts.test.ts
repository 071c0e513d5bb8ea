import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sql } from 'kysely'
import { fillIn, hiddenIn } from '../../../../tests/support/apply-by-form.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { openRound } from '../../../../tests/support/open-round.ts'
import { testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { authorityKinds } from '../../../core/authorities/authority.ts'
import { contentHash, type Json } from '../../../core/canonical/index.ts'
import type { Form } from '../../../core/forms/index.ts'
import { saveDraftRow } from '../../forms/forms.store.ts'
import { formVersionById, insertForm, publishFormVersion, saveFormDraft } from '../../forms/index.ts'
import { applicationByReference } from '../applications.store.ts'

const form: Form = {
  id: 'kinds',
  title: 'Kinds',
  pages: [
    {
      id: 'lead',
      title: 'Your authority',
      questions: [
        {
          type: 'select',
          id: 'leads',
          label: 'What kind of authority leads?',
          fact: 'lead-kind',
          required: true,
          options: authorityKinds.map((kind) => ({ value: kind, label: `Kind ${kind}` })),
        },
        { type: 'short-text', id: 'note', label: 'Note' },
      ],
    },
    {
      id: 'county',
      title: 'Of counties',
      showIf: { question: 'leads', is: 'county' },
      questions: [{ type: 'short-text', id: 'districts', label: 'Which districts?' }],
    },
    {
      id: 'district',
      title: 'Of districts',
      showIf: { question: 'leads', is: 'district' },
      questions: [{ type: 'short-text', id: 'county-name', label: 'Which county?' }],
    },
  ],
  rules: [
    {
      id: 'r',
      clause: 'Rules 1',
      when: { question: 'leads', is: 'district' },
      outcome: 'caveat',
      text: 'Tell your county.',
    },
  ],
}

it('the kind of the lead comes from the register, decides what is asked, and is not taken from anybody', async (t) => {
  const life = lastFirst(t)
  const server = await testServer(life, await freshDatabase(life))
  const round = await openRound(server.services, form)
  const ann = await server.signedIn(round.people.ann)
  const reference = await round.draft()
  const application = `/applications/${reference}`
  const list = await ann.get(application)
  assert.match(list.body, /Of districts/)
  assert.doesNotMatch(list.body, /Of counties/)
  const page = await ann.get(`${application}/pages/lead`)
  assert.match(page.body, /What kind of authority leads\?<\/h2>.*Kind district.*Known from the register/s)
  assert.doesNotMatch(page.body, /name="leads"/)
  const kept = { version: hiddenIn(page.body, 'version'), form: hiddenIn(page.body, 'form'), action: 'continue' }
  assert.equal((await ann.post(`${application}/pages/lead`, { ...kept, leads: 'county', note: 'n' })).status, 303)
  const stored = await applicationByReference(server.services.db, reference, [], 'all')
  assert.equal(stored?.answers.leads?.value, 'district')
  assert.equal(stored?.answers.note?.value, 'n')
  assert.equal((await fillIn(ann, `${application}/pages/district`, { 'county-name': 'Cedar' })).status, 303)
  const check = await ann.get(`${application}/check`)
  assert.match(check.body, /Kind district/)
  assert.match(check.body, /Tell your county\./)
})

it('a draft that moves to a form that asks for the kind of the lead has it at once', async (t) => {
  const life = lastFirst(t)
  const server = await testServer(life, await freshDatabase(life))
  const asked = { ...form, rules: [] }
  const before = {
    ...asked,
    pages: [{ id: 'note', title: 'Note', questions: [form.pages[0]?.questions[1] ?? assert.fail()] }],
  }
  const round = await openRound(server.services, before)
  const reference = await round.draft()
  const { services } = server
  const first = await formVersionById(services.db, round.round.formVersionId ?? '')
  const formId = first?.formId ?? assert.fail('no form')
  assert.ok((await saveFormDraft(services, await round.actor('pam'), { formId, definition: asked })).ok)
  const to = { formId, changeNote: 'Kinds.', personId: null, at: services.clock() }
  const published = await services.db.transaction().execute((tx) => publishFormVersion(tx, services, to))
  assert.ok(published.ok, JSON.stringify(published))
  const pam = await server.signedIn(round.people.pam)
  const chosen = await pam.post('/manage/funds/test-fund/first/form', { version: published.value.id })
  assert.equal(chosen.status, 303)
  const moved = await applicationByReference(services.db, reference, [], 'all')
  assert.equal(moved?.answers.leads?.value, 'district')
})

const kindOfPartner = {
  type: 'select' as const,
  id: 'partner-kind',
  label: 'What is the partner?',
  fact: { kindOf: 'partner' },
  showIf: { question: 'partner', answered: true as const },
  options: authorityKinds.map((kind) => ({ value: kind, label: `Kind ${kind}` })),
}
const partner = { type: 'authority' as const, id: 'partner', label: 'Who is the partner?' }
const withPartners: Form = {
  id: 'partners',
  title: 'Partners',
  pages: [
    { id: 'chief', title: 'The partner', questions: [partner, kindOfPartner] },
    {
      id: 'county',
      title: 'Of the county',
      showIf: { question: 'partner-kind', is: 'county' },
      questions: [{ type: 'short-text', id: 'districts', label: 'Which districts?' }],
    },
    {
      id: 'others',
      title: 'Others',
      questions: [
        {
          type: 'repeating-group',
          id: 'list',
          label: 'Other partners',
          questions: [
            { ...partner, id: 'other' },
            {
              ...kindOfPartner,
              id: 'other-kind',
              fact: { kindOf: 'other' },
              showIf: { question: 'other', answered: true },
            },
          ],
        },
      ],
    },
  ],
  rules: [
    {
      id: 'r',
      clause: 'Rules 2',
      when: { question: 'partner-kind', is: 'county' },
      outcome: 'caveat',
      text: 'Ask them.',
    },
  ],
}

it('the kind of a partner comes from the register with each answer that names it, and is not taken from anybody', async (t) => {
  const life = lastFirst(t)
  const server = await testServer(life, await freshDatabase(life))
  const { services } = server
  const round = await openRound(services, withPartners)
  const ann = await server.signedIn(round.people.ann)
  const reference = await round.draft()
  const application = `/applications/${reference}`
  const stored = async () => (await applicationByReference(services.db, reference, [], 'all'))?.answers ?? {}
  assert.doesNotMatch((await ann.get(`${application}/pages/chief`)).body, /What is the partner/)
  assert.equal((await fillIn(ann, `${application}/pages/chief`, { partner: 'T-CEDAR' })).status, 303)
  assert.equal((await stored())['partner-kind']?.value, 'county')
  const page = await ann.get(`${application}/pages/chief`)
  assert.match(page.body, /What is the partner\?<\/h2>.*Kind county.*Known from the register/s)
  assert.doesNotMatch(page.body, /name="partner-kind"/)
  assert.match((await ann.get(application)).body, /Of the county/)
  assert.match((await ann.get(`${application}/check`)).body, /Ask them\./)

  const kept = { version: hiddenIn(page.body, 'version'), form: hiddenIn(page.body, 'form'), action: 'later' }
  const forged = { ...kept, partner: 'T-ALDER', 'partner-kind': 'county' }
  assert.equal((await ann.post(`${application}/pages/chief`, forged)).status, 303)
  assert.equal((await stored())['partner-kind']?.value, 'district')
  assert.doesNotMatch((await ann.get(application)).body, /Of the county/)
  assert.equal((await fillIn(ann, `${application}/pages/chief`, { partner: '' })).status, 303)
  assert.equal((await stored())['partner-kind']?.value, null)

  const list = { 'list-0-other': 'T-ALDER', 'list-0-other-kind': 'county', 'list-1-other': 'T-CEDAR' }
  assert.equal((await fillIn(ann, `${application}/pages/others`, list)).status, 303)
  assert.deepEqual((await stored()).list?.value, [
    { other: 'T-ALDER', 'other-kind': 'district' },
    { other: 'T-CEDAR', 'other-kind': 'county' },
  ])
  const others = (await ann.get(`${application}/pages/others`)).body
  assert.match(others, /What is the partner\?<\/h3>.*Kind district.*Kind county/s)
  assert.doesNotMatch(others, /name="list-0-other-kind"/)
})

it('an earlier answer that is put back has its kind again', async (t) => {
  const life = lastFirst(t)
  const server = await testServer(life, await freshDatabase(life))
  const round = await openRound(server.services, withPartners)
  const ann = await server.signedIn(round.people.ann)
  const reference = await round.draft()
  const chief = `/applications/${reference}/pages/chief`
  for (const partner of ['T-CEDAR', 'T-ALDER']) assert.equal((await fillIn(ann, chief, { partner })).status, 303)
  const restored = await ann.post(`${chief}/history`, { question: 'partner', version: '1', shown: '2' })
  assert.equal(restored.status, 303)
  const { answers } = (await applicationByReference(server.services.db, reference, [], 'all')) ?? assert.fail()
  assert.deepEqual([answers.partner?.value, answers['partner-kind']?.value], ['T-CEDAR', 'county'])
})

it('a screener knows the kind of a partner before there is an application', async (t) => {
  const life = lastFirst(t)
  const server = await testServer(life, await freshDatabase(life))
  const { services } = server
  const { db, newId, sha256, clock } = services
  const round = await openRound(services)
  const screener: Form = {
    ...withPartners,
    pages: [{ id: 'chief', title: 'The partner', questions: [{ ...partner, required: true }, kindOfPartner] }],
  }
  await db.transaction().execute(async (tx) => {
    const [formId, at] = [newId(), clock()]
    const about = { name: 'Screener', purpose: 'eligibility' as const, createdAt: at }
    await insertForm(tx, { id: formId, fundId: round.round.fundId, ...about })
    const hash = contentHash(screener as unknown as Json, sha256)
    await saveDraftRow(tx, { id: newId(), formId, definition: screener, sha256: hash, savedAt: at })
    const published = await publishFormVersion(tx, services, { formId, changeNote: '', personId: null, at })
    assert.ok(published.ok, JSON.stringify(published))
    await sql`update round set screener_version_id = ${published.value.id}::uuid where slug = 'first'`.execute(tx)
  })
  const visitor = server.visitor()
  const page = '/funds/test-fund/first/eligibility/questions/chief'
  const result = '/funds/test-fund/first/eligibility/result'
  assert.equal((await visitor.post(page, { partner: 'T-CEDAR', 'partner-kind': 'district' })).location, result)
  assert.match((await visitor.get(page)).body, /What is the partner\?<\/h2>.*Kind county/s)
  assert.match((await visitor.get(result)).body, /Ask them\./)
  await visitor.post(page, { partner: 'T-ALDER', 'partner-kind': 'county' })
  assert.doesNotMatch((await visitor.get(result)).body, /Ask them\./)
})
