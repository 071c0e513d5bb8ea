import assert from 'node:assert/strict'
import type { Form } from '../../src/core/forms/index.ts'
import { formVersionById, publishFormVersion, saveFormDraft } from '../../src/features/forms/index.ts'
import type { OpenRound } from './open-round.ts'
import type { TestServer } from './server.ts'

/** Publishes another version of a round's form and has the round take it up: its drafts move. */
export async function switchForm(server: TestServer, round: OpenRound, definition: Form): Promise<void> {
  const { services } = server
  const first = await formVersionById(services.db, round.round.formVersionId ?? '')
  const formId = first?.formId ?? assert.fail('the round has no form')
  const saved = await saveFormDraft(services, await round.actor('pam'), { formId, definition })
  assert.ok(saved.ok, JSON.stringify(saved))
  const made = { formId, changeNote: 'Changed.', personId: null, at: services.clock() }
  const published = await services.db.transaction().execute((tx) => publishFormVersion(tx, services, made))
  assert.ok(published.ok, JSON.stringify(published))
  const pam = await server.signedIn(round.people.pam)
  const answer = await pam.post('/manage/funds/test-fund/first/form', { version: published.value.id })
  assert.equal(answer.status, 303, answer.body)
}
