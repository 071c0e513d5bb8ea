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
          questions: [
            { type: 'yes-no', id: 'police', label: 'Is it a police commissioner?' },
            { type: 'money', id: 'pays', label: 'What does it pay?' },
          ],
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

  it('may be several things of one entry, of which all or one must be so, each changed and taken out', async () => {
    const check = { subject: 'police', test: 'is:yes', 'how-many': 'some', text: 'No police', question: 'each' }
    assert.equal((await pam.post(draft.at('logic/check'), check)).status, 303)
    const place = 'conditions/check/no-police'
    const when = async () => (await draft.read()).checks?.[0]?.when
    const press = async (act: string) => assert.equal(await draft.send(place, { act }, place), 303)
    assert.match((await pam.get(draft.at(place))).body, /test\?at=&amp;more=yes"[^>]*>Ask more of the same entries/)

    const test = `${place}/test`
    const { body: subjects } = await pam.get(draft.at(`${test}?at=&more=yes`))
    // Only of the same list, and not a total or another question.
    assert.deepEqual(
      [...subjects.matchAll(/<option value="([^"]*)"/g)].map(([, value]) => value),
      ['', 'police', 'pays'],
    )
    const more = { subject: 'pays', test: 'above', value: '100', 'how-many': 'some', at: '', more: 'yes' }
    assert.equal(await draft.send(test, more, `${test}?at=&more=yes&subject=pays`), 303)
    const [police, pays] = [
      { question: 'police', is: true },
      { question: 'pays', above: 100 },
    ]
    assert.deepEqual(await when(), { items: 'each', where: { all: [police, pays] }, atLeast: 1 })
    const { body } = await pam.get(draft.at(place))
    assert.match(body, /For at least one of the entries of “Each partner”, all of these:/)

    await press('join-any:')
    assert.deepEqual(await when(), { items: 'each', where: { any: [police, pays] }, atLeast: 1 })
    const { body: saved } = await pam.get(draft.at(`${test}?at=1&change=yes`))
    assert.match(saved, /value="100"/)
    assert.match(saved, /value="some" checked/)
    const other = { ...more, value: '200', 'how-many': 'every', at: '1', more: '', change: 'yes' }
    assert.equal(await draft.send(test, other, `${test}?at=1&change=yes`), 303)
    assert.deepEqual(await when(), { items: 'each', where: { any: [police, { ...pays, above: 200 }] }, every: true })
    await press('remove:0')
    assert.deepEqual(await when(), { items: 'each', where: { ...pays, above: 200 }, every: true })
  })

  it('asks of entries nothing but their own answers, whatever is sent', async () => {
    const check = { subject: 'police', test: 'is:yes', 'how-many': 'some', text: 'No police', question: 'each' }
    assert.equal((await pam.post(draft.at('logic/check'), check)).status, 303)
    const [place, test] = ['conditions/check/no-police', 'conditions/check/no-police/test']
    const before = (await draft.read()).checks?.[0]?.when
    const elsewhere = { subject: 'why', test: 'answered', at: '', more: 'yes' }
    assert.equal(await draft.send(test, elsewhere, `${test}?at=&more=yes&subject=pays`), 400)
    const more = { subject: 'pays', test: 'above', value: '1', 'how-many': 'some', at: '', more: 'yes' }
    assert.equal(await draft.send(test, more, `${test}?at=&more=yes&subject=pays`), 303)
    const both = (await draft.read()).checks?.[0]?.when
    for (const act of ['not:0', 'nest:1']) assert.equal(await draft.send(place, { act }, place), 400)
    assert.deepEqual((await draft.read()).checks?.[0]?.when, both)
    assert.notDeepEqual(both, before)
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
