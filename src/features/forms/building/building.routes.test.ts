import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type DraftForm, draftForm } from '../../../../tests/support/draft-form.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { openRound } from '../../../../tests/support/open-round.ts'
import { type TestBrowser, type TestServer, testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { type Form, findQuestion } from '../../../core/forms/index.ts'

const life = lastFirst({ after })
let server: TestServer
let pam: TestBrowser
let draft: DraftForm
let number = 0

const source: Form = {
  id: 'built',
  title: 'Built',
  pages: [
    {
      id: 'bid',
      title: 'Your bid',
      questions: [
        { type: 'yes-no', id: 'joint', label: 'Is it joint?' },
        { type: 'short-text', id: 'with', label: 'With whom?', showIf: { question: 'joint', is: true } },
        { type: 'money', id: 'asked', label: 'How much do you ask for?' },
        { type: 'money', id: 'own', label: 'How much do you add?' },
        { type: 'date', id: 'start', label: 'When does it start?' },
      ],
    },
    { id: 'why', title: 'Why', questions: [{ type: 'long-text', id: 'why', label: 'Why?' }] },
  ],
}

before(async () => {
  server = await testServer(life, await freshDatabase(life))
  pam = await server.signedIn((await openRound(server.services)).people.pam)
})

beforeEach(async () => {
  number += 1
  draft = await draftForm(server, pam, { name: `Built ${number}`, definition: source })
})

const at: DraftForm['at'] = (path) => draft.at(path)
const read: DraftForm['read'] = () => draft.read()
const seen: DraftForm['seen'] = (path) => draft.seen(path)
const send: DraftForm['send'] = (path, fields, from) => draft.send(path, fields, from)

const why = 'conditions/page/why'

describe('conditions picked from lists', () => {
  it('adds tests to each other, groups them, joins them otherwise and takes them out, in plain words', async () => {
    const first = `${why}/test?subject=joint`
    assert.match((await pam.get(at(why))).body, /The page is always shown/)
    assert.equal(await send(`${why}/test`, { subject: 'joint', test: 'is:yes' }, first), 303)
    assert.deepEqual((await read()).pages[1]?.showIf, { question: 'joint', is: true })
    const day = { 'value-day': '1', 'value-month': '4', 'value-year': '2026' }
    assert.equal(await send(`${why}/test`, { subject: 'start', test: 'before', ...day }, first), 303)
    assert.match(
      (await pam.get(at(why))).body,
      /“Is it joint\?” is yes and “When does it start\?” is before 1 April 2026/,
    )
    assert.equal(await send(why, { act: 'nest:1' }), 303)
    assert.equal(await send(`${why}/test`, { at: '1', subject: 'asked', test: 'atMost', value: '£1,000' }, first), 303)
    assert.deepEqual((await read()).pages[1]?.showIf, {
      all: [
        { question: 'joint', is: true },
        {
          any: [
            { question: 'start', before: '2026-04-01' },
            { question: 'asked', atMost: 1000 },
          ],
        },
      ],
    })
    assert.equal(await send(why, { act: 'join-any:' }), 303)
    assert.equal(await send(why, { act: 'not:1.0' }), 303)
    assert.equal(await send(why, { act: 'remove:0' }), 303)
    assert.deepEqual((await read()).pages[1]?.showIf, {
      any: [{ not: { question: 'start', before: '2026-04-01' } }, { question: 'asked', atMost: 1000 }],
    })
    assert.equal(await send(why, { act: 'remove:' }), 303)
    assert.equal((await read()).pages[1]?.showIf, undefined)
  })

  it('picks authorities from the register, one after another, and calls them by their names', async () => {
    const who = { type: 'authority', label: 'Who?' }
    assert.equal((await pam.post(at('pages/bid/new-question'), who)).status, 303)
    const first = `${why}/test?subject=who`
    const { body } = await pam.get(at(first))
    assert.match(body, /<option value="T-ALDER">Alder District Council<\/option>/)
    const one = { subject: 'who', test: 'anyOf', value: 'T-ALDER' }
    assert.equal(await send(`${why}/test`, one, first), 303)
    const change = `${why}/test?at=&change=yes`
    assert.match((await pam.get(at(change))).body, /value="T-ALDER" checked/)
    const other = { subject: 'who', test: 'anyOf', values: 'T-ALDER', value: 'T-BIRCH', change: 'yes' }
    assert.equal(await send(`${why}/test`, other, change), 303)
    assert.deepEqual((await read()).pages[1]?.showIf, { question: 'who', anyOf: ['T-ALDER', 'T-BIRCH'] })
    const words = /“Who\?” is Alder District Council or Birch City Council/
    assert.match((await pam.get(at(why))).body, words)
    for (const page of ['edit', 'preview']) assert.match((await pam.get(at(page))).body, words, page)
    const rule = { subject: 'who', test: 'is', value: 'T-CEDAR', outcome: 'fail', clause: 'Q&A 1', text: 'Not Cedar' }
    assert.equal((await pam.post(at('logic/rule'), rule)).status, 303)
    assert.match((await pam.get(at('logic'))).body, /“Who\?” is Cedar County Council/)
  })

  it('picks the kind of the lead authority from a list, which the register answers', async () => {
    const started = await pam.get(at('pages/bid/new-question?type=lead-kind'))
    assert.match(started.body, /value="What kind of authority leads\?"/)
    assert.doesNotMatch(started.body, /name="moreOptions"/)
    const leads = { type: 'lead-kind', label: 'What kind of authority leads?', required: 'yes' }
    assert.equal((await pam.post(at('pages/bid/new-question'), leads)).status, 303)
    const id = 'what-kind-of-authority-leads'
    const added = findQuestion(await read(), id)
    assert.ok(added?.type === 'select' && added.fact === 'lead-kind')
    const outline = (await pam.get(at('edit'))).body
    assert.match(outline, /The kind of the lead authority, known from the register/)
    assert.doesNotMatch(outline, /Integrated care board/)
    const first = `${why}/test?subject=${id}`
    assert.match((await pam.get(at(first))).body, /value="combined-authority"/)
    const kinds = { subject: id, test: 'anyOf', values: ['county', 'combined-authority'] }
    assert.equal(await send(`${why}/test`, kinds, first), 303)
    assert.deepEqual((await read()).pages[1]?.showIf, { question: id, anyOf: ['county', 'combined-authority'] })
    const words = /“What kind of authority leads\?” is “County council” or “Combined authority”/
    assert.match((await pam.get(at(why))).body, words)
    const edited = { label: 'Who leads?', required: 'yes', type: 'lead-kind' }
    assert.equal(await send(`questions/${id}`, edited), 303)
    assert.deepEqual(findQuestion(await read(), id), { ...added, label: 'Who leads?' })
    const inGroup = { type: 'repeating-group', label: 'Team', firstQuestion: 'Name' }
    assert.equal((await pam.post(at('pages/bid/new-question'), inGroup)).status, 303)
    assert.equal((await pam.post(at('questions/team/new-question'), leads)).status, 400)
  })

  it('picks the kind of an authority that an answer names, on a page and in a group', async () => {
    const kind = { type: 'named-kind', label: 'What is that body?', required: 'yes' }
    assert.match((await pam.get(at('pages/bid/new-question?type=named-kind'))).body, /Add that question first/)
    for (const needed of [
      { type: 'authority', label: 'Who?' },
      { type: 'repeating-group', label: 'Team', firstQuestion: 'Name' },
    ]) {
      assert.equal((await pam.post(at('pages/bid/new-question'), needed)).status, 303)
    }
    const before = await pam.get(at('pages/bid/new-question?type=named-kind'))
    assert.match(before.body, /Whose answer names the authority\?.*value="who".*Who\?/s)
    assert.doesNotMatch(before.body, /name="required"/)
    const unsaid = await pam.post(at('pages/bid/new-question'), kind)
    assert.equal(unsaid.status, 400)
    assert.match(unsaid.body, /href="#kindOf">Select the question whose answer names the authority/)
    assert.equal((await pam.post(at('pages/bid/new-question'), { ...kind, kindOf: 'who' })).status, 303)
    const added = findQuestion(await read(), 'what-is-that-body')
    assert.ok(added?.type === 'select' && added.required === undefined)
    assert.deepEqual([added.fact, added.showIf], [{ kindOf: 'who' }, { question: 'who', answered: true }])
    assert.match((await pam.get(at('edit'))).body, /The kind of an authority that another answer names/)
    const first = `${why}/test?subject=what-is-that-body`
    assert.equal(await send(`${why}/test`, { subject: 'what-is-that-body', test: 'is', value: 'county' }, first), 303)
    assert.match((await pam.get(at(why))).body, /“What is that body\?” is “County council”/)
    const edited = { label: 'What is it?', required: 'yes', type: 'named-kind' }
    assert.equal(await send('questions/what-is-that-body', edited), 303)
    assert.deepEqual(findQuestion(await read(), 'what-is-that-body'), { ...added, label: 'What is it?' })
    const removal = await pam.get(at('questions/who/remove'))
    assert.match(removal.body, /whether the question “What is it\?” is shown depends on its answer/)

    assert.match((await pam.get(at('questions/team/new-question?type=named-kind'))).body, /Add that question first/)
    const member = { type: 'authority', label: 'Whose are they?' }
    assert.equal((await pam.post(at('questions/team/new-question'), member)).status, 303)
    const outside = await pam.post(at('questions/team/new-question'), { ...kind, kindOf: 'who' })
    assert.equal(outside.status, 400)
    const inside = { ...kind, label: 'What are they?', kindOf: 'whose-are-they' }
    assert.equal((await pam.post(at('questions/team/new-question'), inside)).status, 303)
    const child = findQuestion(await read(), 'what-are-they')
    assert.deepEqual(child?.showIf, { question: 'whose-are-they', answered: true })
  })

  it('refuses what no answer could meet, and changes nothing that looks otherwise by now', async () => {
    const test = `${why}/test`
    const hash = await seen(`${test}?subject=joint`)
    const wrong = await pam.post(at(test), { seen: hash, subject: 'asked', test: 'above', value: 'lots' })
    assert.equal(wrong.status, 400)
    assert.match(wrong.body, /href="#value">What to compare with must be a number/)
    assert.match(wrong.body, /value="lots"/)
    assert.match(
      (await pam.post(at(test), { seen: hash, subject: 'why', test: 'answered' })).body,
      /Select the question/,
    )
    await send(test, { subject: 'joint', test: 'is:no' }, `${test}?subject=joint`)
    const late = await pam.post(at(test), { seen: hash, subject: 'joint', test: 'is:yes' })
    assert.match(late.body, /Somebody else changed this after you opened the page/)
    assert.deepEqual((await read()).pages[1]?.showIf, { question: 'joint', is: false })
  })

  it('offers only questions that come before', async () => {
    const { body } = await pam.get(at('conditions/question/asked/test'))
    const offered = [...body.matchAll(/<option value="([^"]+)"/g)].map(([, id]) => id)
    assert.deepEqual(offered, ['joint', 'with'])
    assert.match((await pam.get(at('conditions/question/joint'))).body, /no question before it/)
    assert.equal((await pam.get(at('conditions/question/nobody'))).status, 404)
    assert.equal((await pam.get(at('conditions/thing/joint'))).status, 404)
  })
})

describe('rules and checks picked from lists', () => {
  it('adds a rule with its clause and a check of a sum, and takes them out', async () => {
    const rule = { subject: 'joint', test: 'is:no', outcome: 'caveat', clause: 'Q&A 2', text: 'Joint bids are better' }
    assert.match(
      (await pam.get(at('logic/rule?subject=joint'))).body,
      /What must the answer be for the rule to apply\?/,
    )
    assert.equal((await pam.post(at('logic/rule'), rule)).status, 303)
    assert.match((await pam.get(at('logic/check?subject=%2B'))).body, /What must the total be to stop a submission\?/)
    const check = { subject: '+', addends: ['asked', 'own'], test: 'above', value: '100,000', text: 'Too much' }
    assert.equal((await pam.post(at('logic/check'), { ...check, question: 'own' })).status, 303)
    const form = await read()
    const caveat = { id: 'q-and-a-2', when: { question: 'joint', is: false }, outcome: 'caveat' }
    assert.deepEqual(form.rules, [{ ...caveat, clause: 'Q&A 2', text: 'Joint bids are better' }])
    const when = { sum: ['asked', 'own'], above: 100000 }
    assert.deepEqual(form.checks, [{ id: 'too-much', when, text: 'Too much', question: 'own' }])
    const { body } = await pam.get(at('logic'))
    assert.match(body, /the total of “How much do you ask for\?” and “How much do you add\?” is more than £100,000/)
    const last = await pam.post(at('conditions/rule/q-and-a-2'), {
      seen: await seen('conditions/rule/q-and-a-2'),
      act: 'remove:',
    })
    assert.match(last.body, /needs at least one condition/)
    const hashes = [...body.matchAll(/name="seen" value="([^"]*)"/g)].map(([, hash = '']) => hash)
    assert.equal((await pam.post(at('logic/rule/q-and-a-2/remove'), { seen: hashes[0] ?? '' })).status, 303)
    assert.equal((await pam.post(at('logic/check/too-much/remove'), { seen: hashes[1] ?? '' })).status, 303)
    const { rules, checks } = await read()
    assert.deepEqual([rules, checks], [undefined, undefined])
  })

  it('says everything that is missing at once and keeps what was typed', async () => {
    const { status, body } = await pam.post(at('logic/rule'), { subject: 'joint', text: 'Kept' })
    assert.equal(status, 400)
    for (const field of ['clause', 'outcome', 'test']) assert.match(body, new RegExp(`href="#${field}"`))
    assert.match(body, />Kept<\/textarea>/)
  })

  it('compares two answers', async () => {
    const fields = { subject: 'asked', test: 'compare-above', other: 'own', text: 'Add as much', question: 'own' }
    assert.equal((await pam.post(at('logic/check'), fields)).status, 303)
    assert.deepEqual((await read()).checks?.[0]?.when, { compare: ['asked', 'above', 'own'] })
  })
})

describe('sections and copies', () => {
  it('begins a section at a page, moves, copies and removes it', async () => {
    assert.equal((await pam.post(at('new-section'), { title: 'The case', from: 'why' })).status, 303)
    const titles = async () => (await read()).sections?.map(({ title, pages }) => [title, ...pages])
    assert.deepEqual(await titles(), [
      ['Built', 'bid'],
      ['The case', 'why'],
    ])
    const id = (await read()).sections?.[1]?.id ?? ''
    assert.equal((await pam.post(at('move-section'), { section: `up:${id}` })).status, 303)
    assert.deepEqual(
      (await read()).pages.map((page) => page.id),
      ['why', 'bid'],
    )
    assert.equal((await pam.post(at('copy'), { part: `section:${id}` })).status, 303)
    assert.deepEqual(await titles(), [
      ['The case', 'why'],
      ['Copy of The case', 'why-3'],
      ['Built', 'bid'],
    ])
    assert.equal(await send(`sections/${id}/remove`, { what: 'pages' }), 303)
    assert.equal(await send('sections/first-section/remove', { what: 'heading' }), 303)
    assert.deepEqual(await titles(), [['Copy of The case', 'why-3', 'bid']])
  })

  it('copies a page with what its questions read of each other', async () => {
    assert.equal((await pam.post(at('copy'), { part: 'page:bid' })).status, 303)
    const { pages } = await read()
    assert.deepEqual(
      pages.map(({ id }) => id),
      ['bid', 'bid-2', 'why'],
    )
    assert.deepEqual(
      pages[1]?.questions.map(({ id }) => id),
      ['joint-2', 'with-2', 'asked-2', 'own-2', 'start-2'],
    )
    assert.deepEqual(pages[1]?.questions[1]?.showIf, { question: 'joint-2', is: true })
  })

  it('removes a page with its questions unless something else reads them, which it names', async () => {
    await send(`${why}/test`, { subject: 'joint', test: 'is:yes' }, `${why}/test?subject=joint`)
    assert.match((await pam.get(at('pages/bid/remove'))).body, /whether the page “Why” is shown depends on its answer/)
    assert.equal(await send('pages/why/remove', {}), 303)
    assert.equal(await send('pages/bid/remove', {}), 303)
    assert.deepEqual((await read()).pages, [])
  })
})

describe('tables and groups', () => {
  it('edits the columns and rows of a money table without losing what they are called', async () => {
    const fields = { type: 'money-table', label: 'Costs', moreColumns: 'Year 1\nNotes', moreRows: 'Staff\nAdvice' }
    assert.equal((await pam.post(at('pages/why/new-question'), { ...fields, max: '100,000' })).status, 303)
    const change = { label: 'Costs', column: ['First year', 'Notes'], columnId: ['year-1', 'notes'] }
    const rest = { columnType: ['money', 'text'], row: ['', 'Advice'], rowId: ['staff', 'advice'], moreRows: 'Travel' }
    assert.equal(await send('questions/costs', { ...change, ...rest }), 303)
    assert.deepEqual(findQuestion(await read(), 'costs'), {
      type: 'money-table',
      id: 'costs',
      label: 'Costs',
      max: 100000,
      columns: [
        { id: 'year-1', label: 'First year' },
        { id: 'notes', label: 'Notes', type: 'text' },
      ],
      rows: [
        { id: 'advice', label: 'Advice' },
        { id: 'travel', label: 'Travel' },
      ],
    })
  })

  it('adds questions to a group, with conditions on others of the group', async () => {
    const group = { type: 'repeating-group', label: 'Partners', firstQuestion: 'Name', itemName: 'partner' }
    assert.equal((await pam.post(at('pages/why/new-question'), group)).status, 303)
    const question = { type: 'email', label: 'Email address' }
    assert.equal((await pam.post(at('questions/partners/new-question'), question)).status, 303)
    const condition = 'conditions/question/email-address/test'
    const test = { subject: 'partners-name', test: 'answered' }
    assert.equal(await send(condition, test, `${condition}?subject=partners-name`), 303)
    const partners = findQuestion(await read(), 'partners')
    assert.deepEqual(partners?.type === 'repeating-group' && partners.questions.map(({ id, showIf }) => [id, showIf]), [
      ['partners-name', undefined],
      ['email-address', { question: 'partners-name', answered: true }],
    ])
    assert.match((await pam.post(at('questions/partners/new-question'), { type: 'money-table' })).body, /Select how/)
  })

  it('shows a question as applicants would see it before it is saved', async () => {
    const typed = { label: 'Say **why**', hint: 'See [the rules](https://example.org/) <b>', preview: 'yes' }
    const { body } = await pam.post(at('questions/why'), { ...typed, seen: await seen('questions/why') })
    assert.match(body, /As applicants would see it/)
    assert.match(body, /See <a class="govuk-link" href="https:\/\/example\.org\/">the rules<\/a> &lt;b&gt;/)
    assert.equal(findQuestion(await read(), 'why')?.label, 'Why?')
  })
})
