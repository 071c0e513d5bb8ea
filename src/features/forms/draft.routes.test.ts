import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { type OpenRound, openRound } from '../../../tests/support/open-round.ts'
import { type TestAnswer, type TestBrowser, type TestServer, testServer } from '../../../tests/support/server.ts'
import { freshDatabase } from '../../../tests/support/template.ts'
import { canonicalJson, type Json } from '../../core/canonical/index.ts'
import { type Form, findQuestion } from '../../core/forms/index.ts'
import { formVersionById } from './forms.store.ts'

const base = '/manage/funds/test-fund/first/form'
const life = lastFirst({ after })
let server: TestServer
let round: OpenRound
let pam: TestBrowser
let peter: TestBrowser
let draft: string
let number = 0

const source: Form = {
  id: 'edited',
  title: 'Edited',
  sections: [
    { id: 's1', title: 'You', pages: ['who', 'bid'] },
    { id: 's2', title: 'The case', pages: ['why'] },
  ],
  pages: [
    {
      id: 'who',
      title: 'Who you are',
      source: 'https://example.org/form',
      questions: [
        { type: 'short-text', id: 'name', label: 'Your name', source: 'https://example.org/form', max: 100 },
        { type: 'email', id: 'email', label: 'E-mail address' },
      ],
    },
    {
      id: 'bid',
      title: 'Your bid',
      questions: [
        { type: 'yes-no', id: 'joint', label: 'Is it a joint bid?' },
        { type: 'short-text', id: 'with', label: 'With whom?', showIf: { question: 'joint', is: true } },
        {
          type: 'radios',
          id: 'model',
          label: 'Model',
          options: [
            { value: 'mutual', label: 'Mutual', hint: 'Owned by its staff' },
            { value: 'shared', label: 'Shared service' },
          ],
        },
      ],
    },
    {
      id: 'why',
      title: 'Why',
      showIf: { question: 'model', is: 'mutual' },
      questions: [{ type: 'long-text', id: 'why', label: 'Why?', maxWords: 500 }],
    },
  ],
}

before(async () => {
  server = await testServer(life, await freshDatabase(life))
  round = await openRound(server.services)
  await sql`insert into role_assignment (id, person_id, fund_id, role, assigned_at)
    values (gen_random_uuid(), ${round.people.cai}::uuid, ${round.round.fundId}::uuid, 'programme-team', now())`.execute(
    server.services.db,
  )
  pam = await server.signedIn(round.people.pam)
  peter = await server.signedIn(round.people.cai)
})

beforeEach(async () => {
  number += 1
  const fields = { name: `Form ${number}`, purpose: 'application', start: 'json', definition: JSON.stringify(source) }
  const { location = '' } = await pam.post(`${base}/new`, fields)
  draft = /versions\/([^/]+)/.exec(location)?.[1] ?? assert.fail('no draft')
})

const at = (rest: string): string => `${base}/versions/${draft}/${rest}`
const read = async (): Promise<Form> =>
  (await formVersionById(server.services.db, draft))?.definition ?? assert.fail('gone')
const question = async (id: string) => findQuestion(await read(), id)
const seenOn = ({ body }: TestAnswer): string => /name="seen" value="([^"]*)"/.exec(body)?.[1] ?? ''
const seen = async (rest: string, browser = pam): Promise<string> => seenOn(await browser.get(at(rest)))
const order = async () => (await read()).pages.map(({ id, questions }) => [id, ...questions.map((each) => each.id)])

/** Returns once so many statements on this database wait for somebody's lock. */
async function untilWaiting(count: number): Promise<void> {
  const { db } = server.services
  let waiting = 0
  while (waiting < count) {
    const { rows } = await sql<{ waiting: number }>`select count(*) as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
    waiting = rows[0]?.waiting ?? 0
  }
}

describe('the editor of a draft', () => {
  it('changes a question and leaves alone what it does not show', async () => {
    const fields = {
      label: 'Full name',
      hint: 'As on the form',
      required: 'yes',
      maxWords: '1,200',
      shortName: 'full name',
    }
    const answer = await pam.post(at('questions/name'), { ...fields, seen: await seen('questions/name') })
    assert.equal(answer.status, 303)
    assert.deepEqual(await question('name'), {
      type: 'short-text',
      id: 'name',
      label: 'Full name',
      hint: 'As on the form',
      shortName: 'full name',
      required: true,
      maxWords: 1200,
      max: 100,
    })
  })

  it('says what an answer is to a sign-off, and leaves that to the type again', async () => {
    const say = async (material: string) =>
      await pam.post(at('questions/name'), { label: 'Your name', material, seen: await seen('questions/name') })
    assert.equal((await say('scope')).status, 303)
    assert.equal((await question('name'))?.material, 'scope')
    assert.match((await pam.get(at('questions/name'))).body, /<option value="scope" selected>/)
    await say('')
    assert.equal((await question('name'))?.material, undefined)
  })

  it('keeps the source of words only while they are those words', async () => {
    const same = { label: 'Your name', required: 'yes', seen: await seen('questions/name') }
    await pam.post(at('questions/name'), same)
    assert.equal((await question('name'))?.source, 'https://example.org/form')
  })

  it('gives back what was typed with everything that is wrong', async () => {
    const typed = { label: ' ', hint: 'Kept <i>', maxWords: 'many', seen: await seen('questions/why') }
    const answer = await pam.post(at('questions/why'), typed)
    assert.equal(answer.status, 400)
    for (const href of ['#label', '#maxWords']) assert.ok(answer.body.includes(`href="${href}"`), href)
    assert.match(answer.body, />Kept &lt;i&gt;<\/textarea>/)
    assert.match(answer.body, /value="many"/)
    assert.equal((await question('why'))?.label, 'Why?')
  })

  it('rewords an option without touching what conditions call it, adds some, and takes one away', async () => {
    const fields = { label: 'Model', seen: await seen('questions/model') }
    const optionValue = ['mutual', 'shared']
    await pam.post(at('questions/model'), {
      ...fields,
      option: ['Staff mutual', ''],
      optionValue,
      moreOptions: 'Joint venture\n\nMutual',
    })
    const model = await question('model')
    assert.deepEqual(model?.type === 'radios' && model.options, [
      { value: 'mutual', label: 'Staff mutual', hint: 'Owned by its staff' },
      { value: 'joint-venture', label: 'Joint venture' },
      { value: 'mutual-2', label: 'Mutual' },
    ])
  })

  it('does not take away an option that a condition waits for, and says in words where', async () => {
    const fields = { label: 'Model', seen: await seen('questions/model') }
    const answer = await pam.post(at('questions/model'), {
      ...fields,
      option: ['', 'Shared service'],
      optionValue: ['mutual', 'shared'],
    })
    assert.equal(answer.status, 400)
    assert.match(
      answer.body,
      /The option “Mutual” cannot be taken away: whether the page “Why” is shown depends on its answer/,
    )
  })

  it('adds a question at the end of a page under an id that the form never had', async () => {
    const add = (label: string) =>
      pam.post(at('pages/who/new-question'), { type: 'long-text', label, maxWords: '300', required: 'yes' })
    assert.equal((await add('Name')).status, 303)
    assert.equal((await add('Ŵyneb')).status, 303)
    assert.deepEqual((await read()).pages[0]?.questions.slice(2), [
      { type: 'long-text', id: 'name-2', label: 'Name', required: true, maxWords: 300 },
      { type: 'long-text', id: 'wyneb', label: 'Ŵyneb', required: true, maxWords: 300 },
    ])
    const wrong = await pam.post(at('pages/who/new-question'), { type: 'nonsense', label: 'Kept' })
    assert.equal(wrong.status, 400)
    assert.match(wrong.body, /Select how it is answered/)
    const without = await pam.post(at('pages/who/new-question'), { type: 'radios', label: 'Which?' })
    assert.match(without.body, /Enter at least one option/)
  })

  it('adds every type that it offers', async () => {
    const { body } = await pam.get(at('pages/who/new-question'))
    const types = [...body.matchAll(/name="type" type="radio" value="([^"]+)"/g)].map(([, type = '']) => type)
    assert.ok(types.length >= 20)
    for (const type of types) {
      const fields = { type, label: `A ${type}`, moreOptions: 'One\nTwo', declaration: 'We **agree**', maxWords: '10' }
      const list = { moreColumns: 'Year 1\nYear 2', moreRows: 'Advice', firstQuestion: 'Name' }
      assert.equal((await pam.post(at('pages/who/new-question'), { ...fields, ...list })).status, 303, type)
    }
    assert.deepEqual(
      (await read()).pages[0]?.questions.slice(2).map((each) => each.type),
      types,
    )
    assert.equal((await pam.get(at('preview'))).status, 200)
  })

  it('removes a question that nothing needs, and names what needs another', async () => {
    assert.match(
      (await pam.get(at('questions/joint/remove'))).body,
      /whether the question “With whom\?” is shown depends on its answer/,
    )
    const joint = (await question('joint')) ?? assert.fail('gone')
    const hash = createHash('sha256')
      .update(canonicalJson(joint as unknown as Json))
      .digest('hex')
    const refused = await pam.post(at('questions/joint/remove'), { seen: hash })
    assert.equal(refused.status, 400)
    assert.match(
      refused.body,
      /<a href="#needed">The question cannot be removed: whether the question “With whom\?” is shown/,
    )
    assert.equal(
      (await pam.post(at('questions/with/remove'), { seen: await seen('questions/with/remove') })).status,
      303,
    )
    assert.equal(
      (await pam.post(at('questions/joint/remove'), { seen: await seen('questions/joint/remove') })).status,
      303,
    )
    assert.deepEqual(await order(), [
      ['who', 'name', 'email'],
      ['bid', 'model'],
      ['why', 'why'],
    ])
  })

  it('moves questions within a page, once for each press, and none before what decides whether it is shown', async () => {
    const up = 'question:up:1:email'
    assert.equal((await pam.post(at('move'), { move: up })).status, 303)
    assert.deepEqual((await order())[0], ['who', 'email', 'name'])
    const again = await pam.post(at('move'), { move: up })
    assert.equal(again.status, 400)
    assert.match(again.body, /Nothing was moved/)
    const ahead = await pam.post(at('move'), { move: 'question:up:1:with' })
    assert.equal(ahead.status, 400)
    assert.match(
      ahead.body,
      /question “With whom\?” cannot be reached: it depends on “Is it a joint bid\?”, which comes later/,
    )
    assert.deepEqual(await order(), [
      ['who', 'email', 'name'],
      ['bid', 'joint', 'with', 'model'],
      ['why', 'why'],
    ])
  })

  it('moves pages, over the edge of a section into the next', async () => {
    assert.equal((await pam.post(at('move'), { move: 'page:up:1:bid' })).status, 303)
    assert.equal((await pam.post(at('move'), { move: 'page:up:1:bid' })).status, 400)
    assert.deepEqual(
      (await read()).sections?.map(({ pages }) => pages),
      [['bid', 'who'], ['why']],
    )
    assert.equal((await pam.post(at('move'), { move: 'page:down:1:who' })).status, 303)
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
    assert.equal((await pam.post(at('new-page'), { title: 'Who', guidance: '' })).status, 303)
    assert.deepEqual((await read()).sections?.at(-1)?.pages, ['why', 'who-2'])
    const words = { title: 'Anything else', guidance: 'Say *anything*.', seen: await seen('pages/who-2') }
    assert.equal((await pam.post(at('pages/who-2'), words)).status, 303)
    assert.deepEqual((await read()).pages.at(-1), {
      id: 'who-2',
      title: 'Anything else',
      guidance: 'Say *anything*.',
      questions: [],
    })
    const removal = { seen: await seen('pages/who-2/remove') }
    assert.equal((await pam.post(at('pages/who-2/remove'), removal)).status, 303)
    assert.deepEqual((await read()).sections, source.sections)
    assert.match((await pam.post(at('new-page'), { title: '', guidance: 'Kept' })).body, /Kept<\/textarea>/)
  })

  it('changes the title of the form', async () => {
    const words = { title: 'New title', guidance: 'Read this first.', seen: await seen('title') }
    assert.equal((await pam.post(at('title'), words)).status, 303)
    const { title, guidance, pages } = await read()
    assert.deepEqual(
      { title, guidance, pages },
      { title: 'New title', guidance: 'Read this first.', pages: source.pages },
    )
  })

  it('leaves an event of each change, without its words, and none when nothing changed', async () => {
    const events = async () => {
      const { rows } = await sql<{ facts: { change?: object } }>`select facts from audit_event
        where action = 'form.draft-saved' and object_id = (select form_id::text from form_version where id = ${draft}::uuid)
        order by at, id`.execute(server.services.db)
      return rows.map(({ facts }) => facts.change)
    }
    const fields = { label: 'Renamed', seen: await seen('questions/email') }
    await pam.post(at('questions/email'), fields)
    assert.deepEqual(await events(), [{ done: 'question-changed', question: 'email' }])
    await pam.post(at('questions/email'), { label: 'Renamed', seen: await seen('questions/email') })
    assert.equal((await events()).length, 1)
  })
})

describe('two people in one draft', () => {
  it('do not meet at different questions', async () => {
    const [one, other] = [await seen('questions/name'), await seen('questions/email', peter)]
    assert.equal((await pam.post(at('questions/name'), { label: 'Pam’s', seen: one })).status, 303)
    assert.equal((await peter.post(at('questions/email'), { label: 'Cai’s', seen: other })).status, 303)
    assert.deepEqual([(await question('name'))?.label, (await question('email'))?.label], ['Pam’s', 'Cai’s'])
  })

  it('do not lose either text at one question: the later is told who was first and what they saved', async () => {
    const [one, other] = [await seen('questions/why'), await seen('questions/why', peter)]
    await pam.post(at('questions/why'), { label: 'Pam’s', maxWords: '400', seen: one })
    const late = await peter.post(at('questions/why'), { label: 'Cai’s', maxWords: '600', seen: other })
    assert.equal(late.status, 400)
    assert.match(late.body, /Pam changed this question at /)
    assert.match(late.body, /Pam’s/)
    assert.match(late.body, /value="Cai’s"/)
    assert.equal((await question('why'))?.label, 'Pam’s')
    assert.equal((await peter.post(at('questions/why'), { label: 'Cai’s', seen: seenOn(late) })).status, 303)
    assert.equal((await question('why'))?.label, 'Cai’s')
  })

  it('at the same moment are let in one after the other', async () => {
    const { db } = server.services
    const hash = await seen('questions/why')
    const labels = ['One', 'Two', 'Three']
    // The draft is held until all of them are under way, so that each would have read it before any has written it.
    const answers = await db.transaction().execute(async (tx) => {
      await sql`select from form_version where id = ${draft}::uuid for update`.execute(tx)
      const posts = labels.map((label) => pam.post(at('questions/why'), { label, seen: hash }))
      await untilWaiting(labels.length)
      return posts
    })
    const statuses = await Promise.all(answers.map(async (answer) => (await answer).status))
    assert.deepEqual(statuses.sort(), [303, 400, 400])
  })

  it('keep what was written for a question or a page that is gone', async () => {
    const hash = await seen('questions/why', peter)
    await pam.post(at('questions/why/remove'), { seen: await seen('questions/why/remove') })
    const late = await peter.post(at('questions/why'), { label: 'Long thought about', seen: hash })
    assert.equal(late.status, 400)
    assert.match(late.body, /Pam removed this question/)
    assert.match(late.body, /value="Long thought about"/)
    await pam.post(at('pages/why/remove'), { seen: await seen('pages/why/remove') })
    const orphan = await peter.post(at('pages/why/new-question'), { label: 'Orphan', type: 'date' })
    assert.equal(orphan.status, 400)
    assert.match(orphan.body, /Pam removed this page/)
    assert.match(orphan.body, /value="Orphan"/)
  })

  it('are told of a clash on the words of a page', async () => {
    const [one, other] = [await seen('pages/who'), await seen('pages/who', peter)]
    await pam.post(at('pages/who'), { title: 'Pam’s', guidance: '', seen: one })
    const late = await peter.post(at('pages/who'), { title: 'Cai’s', guidance: 'More', seen: other })
    assert.equal(late.status, 400)
    assert.match(late.body, /Pam changed this page at /)
    assert.equal((await read()).pages[0]?.title, 'Pam’s')
  })

  it('change nothing of what one of them published, and keep what was typed', async () => {
    const hash = await seen('questions/why', peter)
    const version = await pam.get(`${base}/versions/${draft}`)
    await pam.post(at('publish'), { seen: seenOn(version), changeNote: '' })
    const late = await peter.post(at('questions/why'), { label: 'Too late', seen: hash })
    assert.equal(late.status, 400)
    assert.match(late.body, /has been published since you opened this page/)
    assert.match(late.body, /value="Too late"/)
    assert.equal((await peter.post(at('move'), { move: 'question:up:1:email' })).status, 303)
    assert.equal((await peter.get(at('edit'))).status, 404)
    assert.deepEqual((await read()).pages, source.pages)
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
      const browser = await server.signedIn(round.people[name])
      assert.equal((await browser.get(at('edit'))).status, 404)
      assert.equal((await browser.post(at('move'), { move: 'question:up:1:email' })).status, 404)
      for (const address of addresses) {
        assert.equal((await browser.get(at(address))).status, 404, `${name} ${address}`)
        assert.equal((await browser.post(at(address), { title: 'X', label: 'X', type: 'date' })).status, 404)
      }
    }
    assert.deepEqual((await read()).pages, source.pages)
  })

  it('finds no draft under a fund that it is not of', async () => {
    const sid = await server.signedIn(round.people.sid)
    await sql`insert into round (id, fund_id, slug, name, created_at)
      select gen_random_uuid(), id, ${`theirs-${number}`}, 'Theirs', now() from fund where slug = 'other-fund'`.execute(
      server.services.db,
    )
    const through = `/manage/funds/other-fund/theirs-${number}/form`
    assert.equal((await sid.get(through)).status, 200)
    assert.equal((await sid.get(`${through}/versions/${draft}`)).status, 404)
    assert.equal((await sid.post(`${through}/versions/${draft}/move`, { move: 'page:up:1:bid' })).status, 404)
    assert.equal((await pam.get(at('questions/not-there'))).status, 404)
    assert.equal((await pam.get(`${base}/versions/nonsense/edit`)).status, 404)
  })
})
