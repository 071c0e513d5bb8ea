import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type DraftForm, draftForm } from '../../../../tests/support/draft-form.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { openRound } from '../../../../tests/support/open-round.ts'
import { type TestBrowser, type TestServer, testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import type { Form } from '../../../core/forms/index.ts'

const life = lastFirst({ after })
let server: TestServer
let pam: TestBrowser
let draft: DraftForm
let number = 0

const definition: Form = {
  id: 'listed',
  title: 'Listed',
  pages: [
    { id: 'why', title: 'Why', questions: [{ type: 'long-text', id: 'why', label: 'Why?' }] },
    {
      id: 'partners',
      title: 'Partners',
      questions: [
        {
          type: 'repeating-group',
          id: 'each',
          label: 'Each partner',
          questions: [{ type: 'yes-no', id: 'police', label: 'Is it a police commissioner?' }],
        },
      ],
    },
  ],
}

before(async () => {
  server = await testServer(life, await freshDatabase(life))
  pam = await server.signedIn((await openRound(server.services)).people.pam)
})

beforeEach(async () => {
  number += 1
  draft = await draftForm(server, pam, { name: `Listed ${number}`, definition })
})

describe('what is asked of each entry of a list', () => {
  it('is picked with how many, said in words, and changed', async () => {
    const { body: subjects } = await pam.get(draft.at('logic/check'))
    assert.match(subjects, /<option value="police">Each partner: Is it a police commissioner\?<\/option>/)
    const check = { subject: 'police', test: 'is:yes', 'how-many': 'some', text: 'No police', question: 'each' }
    assert.equal((await pam.post(draft.at('logic/check'), check)).status, 303)
    const when = { items: 'each', where: { question: 'police', is: true }, atLeast: 1 }
    assert.deepEqual((await draft.read()).checks?.[0]?.when, when)
    const { body } = await pam.get(draft.at('logic'))
    assert.match(body, /for at least one of the entries of “Each partner”, “Is it a police commissioner\?” is yes/)

    const test = 'conditions/check/no-police/test'
    const { body: saved } = await pam.get(draft.at(`${test}?at=&change=yes`))
    assert.match(saved, /Of how many entries of “Each partner” must it be so\?/)
    assert.match(saved, /value="some" checked/)
    const more = { ...check, at: '', change: 'yes', 'how-many': 'above', count: '2' }
    assert.equal(await draft.send(test, more, `${test}?at=&change=yes`), 303)
    assert.deepEqual((await draft.read()).checks?.[0]?.when, { items: 'each', where: when.where, above: 2 })
  })

  it('says what was not picked and keeps what was', async () => {
    const check = {
      subject: 'police',
      test: 'is:no',
      'how-many': 'below',
      count: 'few',
      text: 'Kept',
      question: 'each',
    }
    const { status, body } = await pam.post(draft.at('logic/check'), check)
    assert.equal(status, 400)
    assert.match(body, /href="#count">The number of entries must be a whole number, like 2/)
    assert.match(body, /value="few"/)
    assert.match(body, /value="below" checked/)
  })

  it('keeps a question that it asks from being deleted', async () => {
    const check = { subject: 'police', test: 'is:yes', 'how-many': 'some', text: 'No police', question: 'why' }
    assert.equal((await pam.post(draft.at('logic/check'), check)).status, 303)
    assert.match((await pam.get(draft.at('questions/each/remove'))).body, /No police/)
  })
})
