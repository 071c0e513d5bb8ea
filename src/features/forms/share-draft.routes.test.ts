import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { draftEditor, editedForm, formBase, seenOn } from '../../../tests/support/draft-editor.ts'

const editor = draftEditor()
const { at, read, question, seen } = editor

/** Returns once so many statements on this database wait for somebody's lock. */
async function untilWaiting(count: number): Promise<void> {
  const { db } = editor.server.services
  let waiting = 0
  while (waiting < count) {
    const { rows } = await sql<{ waiting: number }>`select count(*) as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
    waiting = rows[0]?.waiting ?? 0
  }
}

describe('two people in one draft', () => {
  it('do not meet at different questions', async () => {
    const [one, other] = [await seen('questions/name'), await seen('questions/email', editor.peter)]
    assert.equal((await editor.pam.post(at('questions/name'), { label: 'Pam’s', seen: one })).status, 303)
    assert.equal((await editor.peter.post(at('questions/email'), { label: 'Cai’s', seen: other })).status, 303)
    assert.deepEqual([(await question('name'))?.label, (await question('email'))?.label], ['Pam’s', 'Cai’s'])
  })

  it('do not lose either text at one question: the later is told who was first and what they saved', async () => {
    const [one, other] = [await seen('questions/why'), await seen('questions/why', editor.peter)]
    await editor.pam.post(at('questions/why'), { label: 'Pam’s', maxWords: '400', seen: one })
    const late = await editor.peter.post(at('questions/why'), { label: 'Cai’s', maxWords: '600', seen: other })
    assert.equal(late.status, 400)
    assert.match(late.body, /Pam changed this question at /)
    assert.match(late.body, /Pam’s/)
    assert.match(late.body, /value="Cai’s"/)
    assert.equal((await question('why'))?.label, 'Pam’s')
    assert.equal((await editor.peter.post(at('questions/why'), { label: 'Cai’s', seen: seenOn(late) })).status, 303)
    assert.equal((await question('why'))?.label, 'Cai’s')
  })

  it('at the same moment are let in one after the other', async () => {
    const { db } = editor.server.services
    const hash = await seen('questions/why')
    const labels = ['One', 'Two', 'Three']
    // The draft is held until all of them are under way, so that each would have read it before any has written it.
    const answers = await db.transaction().execute(async (tx) => {
      await sql`select from form_version where id = ${editor.draft}::uuid for update`.execute(tx)
      const posts = labels.map((label) => editor.pam.post(at('questions/why'), { label, seen: hash }))
      await untilWaiting(labels.length)
      return posts
    })
    const statuses = await Promise.all(answers.map(async (answer) => (await answer).status))
    assert.deepEqual(statuses.sort(), [303, 400, 400])
  })

  it('keep what was written for a question or a page that is gone', async () => {
    const hash = await seen('questions/why', editor.peter)
    await editor.pam.post(at('questions/why/remove'), { seen: await seen('questions/why/remove') })
    const late = await editor.peter.post(at('questions/why'), { label: 'Long thought about', seen: hash })
    assert.equal(late.status, 400)
    assert.match(late.body, /Pam removed this question/)
    assert.match(late.body, /value="Long thought about"/)
    await editor.pam.post(at('pages/why/remove'), { seen: await seen('pages/why/remove') })
    const orphan = await editor.peter.post(at('pages/why/new-question'), { label: 'Orphan', type: 'date' })
    assert.equal(orphan.status, 400)
    assert.match(orphan.body, /Pam removed this page/)
    assert.match(orphan.body, /value="Orphan"/)
  })

  it('keep what was typed for one type when the question has another by now', async () => {
    const hash = await seen('questions/model', editor.peter)
    const { rows } = await sql<{ form: string }>`
      select form_id as form from form_version where id = ${editor.draft}::uuid`.execute(editor.server.services.db)
    const definition = `${formBase}/forms/${rows[0]?.form}/definition`
    const pages = editedForm.pages.filter(({ id }) => id !== 'why')
    const changed = {
      ...editedForm,
      sections: editedForm.sections?.slice(0, 1),
      pages: pages.map((page) => ({
        ...page,
        questions: page.questions.map((each) =>
          each.id === 'model' ? { type: 'date', id: 'model', label: 'From when?' } : each,
        ),
      })),
    }
    const fields = { definition: JSON.stringify(changed), seen: seenOn(await editor.pam.get(definition)) }
    assert.equal((await editor.pam.post(definition, fields)).status, 303)
    const late = await editor.peter.post(at('questions/model'), {
      type: 'radios',
      label: 'Which model?',
      option: ['Mutual, owned by its staff', 'Shared service'],
      optionValue: ['mutual', 'shared'],
      moreOptions: 'A long thought about option\nAnother',
      seen: hash,
    })
    assert.equal(late.status, 400)
    assert.match(late.body, /What you wrote that has no field now/)
    assert.match(late.body, /Mutual, owned by its staff\nShared service\nA long thought about option\nAnother/)
    assert.match(late.body, /value="Which model\?"/)
    assert.equal((await question('model'))?.label, 'From when?')
  })

  it('are told of a clash on the words of a page', async () => {
    const [one, other] = [await seen('pages/who'), await seen('pages/who', editor.peter)]
    await editor.pam.post(at('pages/who'), { title: 'Pam’s', guidance: '', seen: one })
    const late = await editor.peter.post(at('pages/who'), { title: 'Cai’s', guidance: 'More', seen: other })
    assert.equal(late.status, 400)
    assert.match(late.body, /Pam changed this page at /)
    assert.equal((await read()).pages[0]?.title, 'Pam’s')
  })

  it('change nothing of what one of them published, and keep what was typed', async () => {
    const hash = await seen('questions/why', editor.peter)
    const version = await editor.pam.get(`${formBase}/versions/${editor.draft}`)
    await editor.pam.post(at('publish'), { seen: seenOn(version), changeNote: '' })
    const late = await editor.peter.post(at('questions/why'), { label: 'Too late', seen: hash })
    assert.equal(late.status, 400)
    assert.match(late.body, /has been published since you opened this page/)
    assert.match(late.body, /value="Too late"/)
    assert.equal((await editor.peter.post(at('move'), { move: 'question:up:1:email' })).status, 303)
    assert.equal((await editor.peter.get(at('edit'))).status, 404)
    assert.deepEqual((await read()).pages, editedForm.pages)
  })
})

describe('who may edit a draft', () => {
  it('is the programme team of its fund', async () => {
    const addresses = [
      'title',
      'new-page',
      'pages/who',
      'pages/who/new-question',
      'questions/name',
      'questions/name/remove',
    ]
    for (const name of ['oli', 'sid', 'ann', 'nobody'] as const) {
      const browser = await editor.server.signedIn(editor.round.people[name])
      assert.equal((await browser.get(at('edit'))).status, 404)
      assert.equal((await browser.post(at('move'), { move: 'question:up:1:email' })).status, 404)
      for (const address of addresses) {
        assert.equal((await browser.get(at(address))).status, 404, `${name} ${address}`)
        assert.equal((await browser.post(at(address), { title: 'X', label: 'X', type: 'date' })).status, 404)
      }
    }
    assert.deepEqual((await read()).pages, editedForm.pages)
  })

  it('finds no draft under a fund that it is not of', async () => {
    const sid = await editor.server.signedIn(editor.round.people.sid)
    await sql`insert into round (id, fund_id, slug, name, created_at)
      select gen_random_uuid(), id, ${`theirs-${editor.number}`}, 'Theirs', now() from fund where slug = 'other-fund'`.execute(
      editor.server.services.db,
    )
    const through = `/manage/funds/other-fund/theirs-${editor.number}/form`
    assert.equal((await sid.get(through)).status, 200)
    assert.equal((await sid.get(`${through}/versions/${editor.draft}`)).status, 404)
    assert.equal((await sid.post(`${through}/versions/${editor.draft}/move`, { move: 'page:up:1:bid' })).status, 404)
    assert.equal((await editor.pam.get(at('questions/not-there'))).status, 404)
    assert.equal((await editor.pam.get(`${formBase}/versions/nonsense/edit`)).status, 404)
  })
})
