import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { draftEditor, editedForm } from '../../../tests/support/draft-editor.ts'

const editor = draftEditor()
const { at, read, seen, order } = editor

describe('the pages and the order of a draft', () => {
  it('moves questions within a page, once for each press, and none before what decides whether it is shown', async () => {
    const up = 'question:up:1:email'
    assert.equal((await editor.pam.post(at('move'), { move: up })).status, 303)
    assert.deepEqual((await order())[0], ['who', 'email', 'name'])
    const again = await editor.pam.post(at('move'), { move: up })
    assert.equal(again.status, 400)
    assert.match(again.body, /Nothing was moved/)
    const ahead = await editor.pam.post(at('move'), { move: 'question:up:1:with' })
    assert.equal(ahead.status, 400)
    assert.match(
      ahead.body,
      /its condition: question “With whom\?” cannot be reached: it depends on “Is it a joint bid\?”, which comes later/,
    )
    assert.doesNotMatch(ahead.body, /showIf/)
    assert.deepEqual(await order(), [
      ['who', 'email', 'name'],
      ['bid', 'joint', 'with', 'model'],
      ['why', 'why'],
    ])
  })

  it('moves pages, over the edge of a section into the next', async () => {
    assert.equal((await editor.pam.post(at('move'), { move: 'page:up:1:bid' })).status, 303)
    assert.equal((await editor.pam.post(at('move'), { move: 'page:up:1:bid' })).status, 400)
    assert.deepEqual(
      (await read()).sections?.map(({ pages }) => pages),
      [['bid', 'who'], ['why']],
    )
    assert.equal((await editor.pam.post(at('move'), { move: 'page:down:1:who' })).status, 303)
    assert.deepEqual(
      (await read()).sections?.map(({ pages }) => pages),
      [['bid'], ['who', 'why']],
    )
    assert.deepEqual(
      (await order()).map(([id]) => id),
      ['bid', 'who', 'why'],
    )
  })

  it('adds a page, changes its words, and removes it while it is empty', async () => {
    assert.equal((await editor.pam.post(at('new-page'), { title: 'Who', guidance: '' })).status, 303)
    assert.deepEqual((await read()).sections?.at(-1)?.pages, ['why', 'who-2'])
    const words = { title: 'Anything else', guidance: 'Say *anything*.', seen: await seen('pages/who-2') }
    assert.equal((await editor.pam.post(at('pages/who-2'), words)).status, 303)
    assert.deepEqual((await read()).pages.at(-1), {
      id: 'who-2',
      title: 'Anything else',
      guidance: 'Say *anything*.',
      questions: [],
    })
    const removal = { seen: await seen('pages/who-2/remove') }
    assert.equal((await editor.pam.post(at('pages/who-2/remove'), removal)).status, 303)
    assert.deepEqual((await read()).sections, editedForm.sections)
    assert.match((await editor.pam.post(at('new-page'), { title: '', guidance: 'Kept' })).body, /Kept<\/textarea>/)
  })

  it('changes the title of the form', async () => {
    const words = { title: 'New title', guidance: 'Read this first.', seen: await seen('title') }
    assert.equal((await editor.pam.post(at('title'), words)).status, 303)
    const { title, guidance, pages } = await read()
    assert.deepEqual(
      { title, guidance, pages },
      { title: 'New title', guidance: 'Read this first.', pages: editedForm.pages },
    )
  })

  it('leaves an event of each change, without its words, and none when nothing changed', async () => {
    const events = async () => {
      const { rows } = await sql<{ facts: { change?: object } }>`select facts from audit_event
        where action = 'form.draft-saved' and object_id = (select form_id::text from form_version where id = ${editor.draft}::uuid)
        order by at, id`.execute(editor.server.services.db)
      return rows.map(({ facts }) => facts.change)
    }
    const fields = { label: 'Renamed', seen: await seen('questions/email') }
    await editor.pam.post(at('questions/email'), fields)
    assert.deepEqual(await events(), [{ done: 'question-changed', question: 'email' }])
    await editor.pam.post(at('questions/email'), { label: 'Renamed', seen: await seen('questions/email') })
    assert.equal((await events()).length, 1)
  })
})
