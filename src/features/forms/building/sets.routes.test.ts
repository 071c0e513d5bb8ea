import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { hiddenIn } from '../../../../tests/support/apply-by-form.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type OpenRound, openRound } from '../../../../tests/support/open-round.ts'
import { type TestBrowser, type TestServer, testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import type { Form } from '../../../core/forms/index.ts'
import { giveRole } from '../../accounts/index.ts'
import { formVersionById } from '../forms.store.ts'

const base = '/manage/funds/test-fund/first/form'
const life = lastFirst({ after })
let server: TestServer
let round: OpenRound
let pam: TestBrowser
let draft: string
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
        {
          type: 'repeating-group',
          id: 'partners',
          label: 'Partners',
          questions: [{ type: 'short-text', id: 'partner-name', label: 'Name of the partner' }],
        },
      ],
    },
    { id: 'why', title: 'Why', questions: [{ type: 'long-text', id: 'why', label: 'Why?' }] },
  ],
}

before(async () => {
  server = await testServer(life, await freshDatabase(life))
  round = await openRound(server.services)
  pam = await server.signedIn(round.people.pam)
})

beforeEach(async () => {
  draft = await newForm(source)
})

async function newForm(form: Form): Promise<string> {
  number += 1
  const fields = { name: `Built ${number}`, purpose: 'application', start: 'json', definition: JSON.stringify(form) }
  const { location = '' } = await pam.post(`${base}/new`, fields)
  return /versions\/([^/]+)/.exec(location)?.[1] ?? assert.fail('no draft')
}

const at = (path: string): string => `${base}/versions/${draft}/${path}`
const pages = async () =>
  (await formVersionById(server.services.db, draft))?.definition.pages ?? assert.fail('no draft')
const idsOn = async (page: string) => (await pages()).find(({ id }) => id === page)?.questions.map(({ id }) => id)

const keep = (name: string, questions: readonly string[], more: Record<string, string> = {}) =>
  pam.post(at('save-set'), { name, questions: [...questions], ...more })

/** What is offered, each by its id. */
async function offered(): Promise<ReadonlyMap<string, string>> {
  const { body } = await pam.get(at('insert-set'))
  return new Map(
    [...body.matchAll(/name="set" value="([^"]+)">(?:<p[^>]*>)?<button[^>]*>.*?“([^”]+)”/g)].map(
      ([, id = '', name = '']) => [name, id],
    ),
  )
}

const setNamed = async (name: string): Promise<string> => (await offered()).get(name) ?? assert.fail(`no set ${name}`)

describe('a set of questions', () => {
  it('goes into another form with its conditions, under ids that the form never had', async () => {
    assert.match((await pam.get(`${at('save-set')}?page=bid`)).body, /value="with" checked/)
    assert.equal((await keep('Joint bids', ['joint', 'with', 'partners'])).status, 303)
    const set = await setNamed('Joint bids')
    const twice = { set, page: 'why' }
    assert.equal((await pam.post(at('insert-set'), twice)).status, 303)
    assert.deepEqual(await idsOn('why'), ['why', 'joint-2', 'with-2', 'partners-2'])
    const [, joint, asked, group] = (await pages())[1]?.questions ?? []
    assert.equal(joint?.label, 'Is it joint?')
    assert.deepEqual(asked?.showIf, { question: 'joint-2', is: true })
    assert.deepEqual(group?.type === 'repeating-group' && group.questions.map(({ id }) => id), ['partner-name-2'])
    draft = await newForm({ id: 'other', title: 'Other', pages: [{ id: 'only', title: 'Only', questions: [] }] })
    assert.equal((await pam.post(at('insert-set'), { set, page: 'only' })).status, 303)
    assert.deepEqual(await idsOn('only'), ['joint', 'with', 'partners'])
  })

  it('refuses a question whose condition reads one that is left out, naming both', async () => {
    const { status, body } = await keep('Half', ['with'])
    assert.equal(status, 400)
    assert.match(body, /Whether “With whom\?” is shown depends on the answer to “Is it joint\?”/)
    assert.match(body, /value="with" checked/)
    assert.equal((await offered()).has('Half'), false)
    const nothing = await keep('', [])
    assert.match(nothing.body, /href="#name">Enter a name/)
    assert.match(nothing.body, /href="#questions">Select at least one/)
  })

  it('is replaced under its name only when that is asked for; forms keep the questions they have', async () => {
    await keep('Reasons', ['joint'])
    await pam.post(at('insert-set'), { set: await setNamed('Reasons'), page: 'why' })
    const taken = await keep('REASONS', ['why'])
    assert.match(taken.body, /There is already a set called “REASONS” already/)
    assert.match(taken.body, /name="replace"/)
    assert.equal((await keep('REASONS', ['why'], { replace: 'yes' })).status, 303)
    assert.equal((await offered()).has('Reasons'), false)
    await pam.post(at('insert-set'), { set: await setNamed('REASONS'), page: 'bid' })
    assert.deepEqual(await idsOn('why'), ['why', 'joint-2'])
    assert.deepEqual(await idsOn('bid'), ['joint', 'with', 'partners', 'why-2'])
  })

  it('is removed from what is offered, and cannot be inserted from a page that was open', async () => {
    await keep('Old', ['why'])
    const set = await setNamed('Old')
    assert.equal((await pam.post(at('retire-set'), { set })).status, 303)
    assert.equal((await offered()).has('Old'), false)
    const late = await pam.post(at('insert-set'), { set, page: 'why' })
    assert.equal(late.status, 400)
    assert.match(late.body, /Select a set/)
    assert.deepEqual(await idsOn('why'), ['why'])
  })

  it('is offered to every fund by an administrator, as a copy that only administrators replace and remove', async () => {
    await keep('Contact', ['joint'])
    const { services } = server
    const role = {
      personId: round.people.nobody,
      role: 'administrator',
      fundId: null,
      by: null,
      at: services.clock(),
    } as const
    await services.db.transaction().execute((tx) => giveRole(tx, services, role))
    const admin = await server.signedIn(round.people.nobody)
    const all = '/admin/question-sets'
    const idOf = async () => hiddenIn((await admin.get(all)).body.split('Contact, of Test fund')[1] ?? '', 'set')
    assert.equal((await admin.post(all, { set: await idOf() })).status, 303)
    const again = await admin.post(all, { set: await idOf() })
    assert.equal(again.status, 400)
    assert.match(again.body, /There is already a set called “Contact” already/)
    assert.match(again.body, /Put it in place of the set of this name/)

    await pam.post(at('retire-set'), { set: await setNamed('Contact') })
    const { body } = await pam.get(at('insert-set'))
    const set = /value="([^"]+)"[^>]*>\s*<label[^>]*>\s*Contact \(offered to every fund\)/.exec(body)?.[1] ?? ''
    assert.equal((await pam.post(at('retire-set'), { set })).status, 303)
    assert.equal((await pam.post(at('insert-set'), { set, page: 'why' })).status, 303)
    assert.deepEqual(await idsOn('why'), ['why', 'joint-2'])

    await keep('CONTACT', ['why'])
    const other = hiddenIn((await admin.get(all)).body.split('CONTACT, of Test fund')[1] ?? '', 'set')
    assert.equal((await admin.post(all, { set: other, replace: 'yes' })).status, 303)
    const now = (await pam.get(at('insert-set'))).body
    assert.match(now, /CONTACT \(offered to every fund\)/)
    assert.ok(!now.includes('Contact (offered'))
    const remove = /action="(\/admin\/question-sets\/[^"]+\/retire)"/.exec((await admin.get(all)).body)?.[1] ?? ''
    assert.equal((await pam.post(remove)).status, 404)
    assert.equal((await admin.post(remove)).status, 303)
    assert.ok(!(await pam.get(at('insert-set'))).body.includes('offered to every fund'))
  })

  it('is of its fund alone: nobody of another fund sees it, inserts it or removes it', async () => {
    await keep('Ours', ['why'])
    const set = await setNamed('Ours')
    const sid = await server.signedIn(round.people.sid)
    for (const path of ['insert-set', 'save-set']) assert.equal((await sid.get(at(path))).status, 404)
    assert.equal((await sid.post(at('retire-set'), { set })).status, 404)
    assert.equal((await offered()).has('Ours'), true)
  })
})
