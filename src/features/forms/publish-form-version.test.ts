import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { countStatements } from '../../../tests/support/count-statements.ts'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { type OpenRound, openRound } from '../../../tests/support/open-round.ts'
import { type TestServer, testServer } from '../../../tests/support/server.ts'
import { freshDatabase } from '../../../tests/support/template.ts'
import { canonicalJson, type Json } from '../../core/canonical/index.ts'
import { NotFound } from '../../core/errors.ts'
import { formProblemText } from './forms.messages.ts'
import { formVersionById, insertForm, versionsOfForm } from './forms.store.ts'
import { publishFormVersion } from './publish-form-version.ts'
import { saveFormDraft } from './save-form-draft.ts'

const life = lastFirst({ after })
let made: { readonly server: TestServer; readonly round: OpenRound } | undefined
before(async () => {
  const server = await testServer(life, await freshDatabase(life))
  made = { server, round: await openRound(server.services) }
})
const all = () => made ?? assert.fail('nothing is set up')

const definition = (label: string) => ({
  id: 'f',
  title: 'Form',
  pages: [{ id: 'p', title: 'Page', questions: [{ type: 'short-text', id: 'q', label }] }],
})

async function newForm(): Promise<string> {
  const { services } = all().server
  const id = services.newId()
  const fundId = all().round.round.fundId
  await insertForm(services.db, { id, fundId, name: 'Form', purpose: 'application', createdAt: services.clock() })
  return id
}

const publish = async (formId: string, changeNote: string) => {
  const { services } = all().server
  const personId = all().round.people.pam
  return await services.db
    .transaction()
    .execute(
      async (tx) => await publishFormVersion(tx, services, { formId, changeNote, personId, at: services.clock() }),
    )
}

describe('a version of a form', () => {
  it('is hashed over its canonical JSON and never changes once it is published', async () => {
    const { services } = all().server
    const pam = await all().round.actor('pam')
    const formId = await newForm()
    assert.ok((await saveFormDraft(services, pam, { formId, definition: definition('First') })).ok)
    const published = await publish(formId, '')
    assert.ok(published.ok)
    const { id, sha256, number } = published.value
    assert.equal(number, 1)
    assert.equal(
      sha256,
      createHash('sha256')
        .update(canonicalJson(definition('First') as unknown as Json))
        .digest('hex'),
    )
    await assert.rejects(
      sql`update form_version set change_note = 'other' where id = ${id}::uuid`.execute(services.db),
      /never altered/,
    )
    const counted = countStatements(services.db)
    const first = await formVersionById(counted.db, id)
    assert.deepEqual(await formVersionById(counted.db, id), first)
    assert.equal(counted.count(), 1)
  })

  it('follows the last as a draft that is written over, and needs a note to be published', async () => {
    const { services } = all().server
    const pam = await all().round.actor('pam')
    const formId = await newForm()
    for (const label of ['One', 'Two']) await saveFormDraft(services, pam, { formId, definition: definition(label) })
    assert.deepEqual(
      (await versionsOfForm(services.db, formId)).map(({ number }) => number),
      [1],
    )
    assert.ok((await publish(formId, '')).ok)
    await saveFormDraft(services, pam, { formId, definition: definition('Two') })
    const same = await publish(formId, 'Nothing')
    assert.deepEqual(same.ok ? [] : same.problems.map(formProblemText), [
      'The draft is the same as version 1, which is already published',
    ])
    await saveFormDraft(services, pam, { formId, definition: definition('Three') })
    const silent = await publish(formId, ' ')
    assert.deepEqual(silent.ok ? [] : silent.problems.map(({ code }) => code), ['change-note-missing'])
    assert.ok((await publish(formId, 'Made the question clearer')).ok)
    const none = await publish(formId, 'Again')
    assert.deepEqual(none.ok ? [] : none.problems.map(({ code }) => code), ['nothing-to-publish'])
    const versions = await versionsOfForm(services.db, formId)
    assert.deepEqual(
      versions.map(({ number, definition: { pages } }) => [number, pages[0]?.questions[0]?.label]),
      [
        [2, 'Three'],
        [1, 'Two'],
      ],
    )
  })

  it('is refused, with everything that is wrong, when it refers to a question that is not there', async () => {
    const pam = await all().round.actor('pam')
    const wrong = {
      ...definition('Q'),
      checks: [{ id: 'c', when: { question: 'gone', answered: true }, text: 'x', question: 'nor this' }],
    }
    const saved = await saveFormDraft(all().server.services, pam, { formId: await newForm(), definition: wrong })
    assert.ok(!saved.ok)
    assert.deepEqual(
      saved.problems.map(
        (problem) => problem.code === 'definition-wrong' && problem.at.split('/').slice(0, 3).join('/'),
      ),
      ['/checks/0', '/checks/0'],
    )
  })

  it('is written by the programme team of its own fund', async () => {
    const { services } = all().server
    const formId = await newForm()
    for (const name of ['sid', 'oli', 'ann'] as const) {
      const actor = await all().round.actor(name)
      await assert.rejects(saveFormDraft(services, actor, { formId, definition: definition('Q') }), NotFound)
    }
    assert.deepEqual(await versionsOfForm(services.db, formId), [])
  })
})
