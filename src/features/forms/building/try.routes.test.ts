import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { openRound } from '../../../../tests/support/open-round.ts'
import { type TestBrowser, type TestServer, testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { authorityKinds } from '../../../core/authorities/authority.ts'
import type { Form } from '../../../core/forms/index.ts'

const base = '/manage/funds/test-fund/first/form'
const life = lastFirst({ after })
let server: TestServer
let pam: TestBrowser
let address: string

const source: Form = {
  id: 'tried',
  title: 'Tried',
  pages: [
    {
      id: 'bid',
      title: 'Your bid',
      questions: [
        { type: 'yes-no', id: 'joint', label: 'Is it joint?', required: true },
        {
          type: 'short-text',
          id: 'with',
          label: 'With whom?',
          required: true,
          showIf: { question: 'joint', is: true },
        },
      ],
    },
    {
      id: 'partners',
      title: 'Partners',
      showIf: { question: 'joint', is: true },
      questions: [
        {
          type: 'repeating-group',
          id: 'each',
          label: 'Each partner',
          questions: [{ type: 'short-text', id: 'each-name', label: 'Name', required: true }],
        },
      ],
    },
    {
      id: 'money',
      title: 'Money',
      questions: [
        { type: 'file', id: 'letters', label: 'Letters', required: true },
        { type: 'money', id: 'asked', label: 'How much?', required: true },
      ],
    },
  ],
  rules: [
    { id: 'alone', clause: 'Rule 1', when: { question: 'joint', is: false }, outcome: 'fail', text: 'Only joint bids' },
  ],
  checks: [{ id: 'much', when: { question: 'asked', above: 100 }, text: 'It is too much', question: 'asked' }],
}

before(async () => {
  server = await testServer(life, await freshDatabase(life))
  pam = await server.signedIn((await openRound(server.services)).people.pam)
  const fields = { name: 'Tried', purpose: 'application', start: 'json', definition: JSON.stringify(source) }
  const { location = '' } = await pam.post(`${base}/new`, fields)
  address = `${base}/versions/${/versions\/([^/]+)/.exec(location)?.[1] ?? assert.fail('no draft')}/try`
})

/** Somebody who tries the form out: each step sends what the page before it carried. */
function trier() {
  let body = ''
  const carried = (name: string) =>
    (new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? '').replaceAll('&quot;', '"')
  return {
    begin: async () => {
      body = (await pam.get(address)).body
      return body
    },
    step: async (fields: Record<string, string | string[]>) => {
      body = (await pam.post(address, { tried: carried('tried'), page: carried('page'), ...fields })).body
      return body
    },
  }
}

const heading = (body: string): string => /<h1[^>]*>([^<]+)/.exec(body)?.[1] ?? ''

describe('trying a form out', () => {
  it('asks, refuses and shows as it would to an applicant', async () => {
    const { begin, step } = trier()
    const first = await begin()
    assert.equal(heading(first), 'Your bid')
    assert.doesNotMatch(first, /With whom\?/)
    assert.match(await step({ go: 'next' }), /href="#joint">Select/)
    const fresh = await step({ joint: 'yes', go: 'next' })
    assert.match(fresh, /With whom\?/)
    assert.doesNotMatch(fresh, /There is a problem/)
    assert.match(await step({ joint: 'yes', with: '', go: 'next' }), /href="#with">Answer “With whom\?”/)
    assert.equal(heading(await step({ joint: 'yes', with: 'Birch', go: 'next' })), 'Partners')
    assert.match(await step({ 'each-0-each-name': 'A', action: 'add:each' }), /id="each-1-each-name"/)
    assert.equal(heading(await step({ 'each-0-each-name': 'A', 'each-1-each-name': 'B', go: 'next' })), 'Money')
    const stopped = await step({ asked: '101', go: 'next' })
    assert.equal(heading(stopped), 'Money')
    assert.match(stopped, /href="#asked">It is too much/)
    assert.match(stopped, /None can be sent while the form is tried out/)
    assert.doesNotMatch(stopped, /href="#letters"|type="file"/)
    const said = await step({ asked: '101', go: 'check' })
    assert.equal(heading(said), 'What would happen on submitting')
    assert.match(said, /It is too much \(Money\)/)
    assert.equal(heading(await step({ go: 'page:money' })), 'Money')
    assert.match(await step({ asked: '100', go: 'check' }), /Nothing stands in the way/)
    assert.match(await step({ go: 'page:bid' }), /name="with"[^>]*value="Birch"|value="Birch"[^>]*name="with"/)
  })

  it('says which rule refuses it, and leaves out pages that the answers do not show', async () => {
    const { begin, step } = trier()
    await begin()
    assert.equal(heading(await step({ joint: 'no', go: 'next' })), 'Money')
    const said = await step({ asked: '5', go: 'next' })
    assert.match(said, /Rules that refuse it[\s\S]*Only joint bids \(Rule 1\)/)
    assert.doesNotMatch(said, />Partners</)
  })

  it('keeps nothing', async () => {
    const count = async () =>
      (
        await sql`select (select count(*) from application) as applications, (select count(*) from answer) as answers,
          (select count(*) from audit_event where action like 'form%') as events`.execute(server.services.db)
      ).rows
    const before = await count()
    const { begin, step } = trier()
    await begin()
    await step({ joint: 'yes', with: 'Kept nowhere', go: 'check' })
    assert.deepEqual(await count(), before)
    assert.doesNotMatch((await pam.get(address)).body, /Kept nowhere/)
  })

  it('begins again with answers that were tampered with', async () => {
    const { step } = trier()
    for (const tried of ['[1]', 'null', '{', '"text"'])
      assert.equal(heading(await step({ tried, page: 'bid', go: 'page:bid' })), 'Your bid', tried)
    assert.equal(heading(await step({ tried: '{"joint":{"a":1}}', page: 'nowhere', go: 'page:nowhere' })), 'Your bid')
  })
})

describe('trying a form out that asks for the kind of a body', () => {
  const options = authorityKinds.map((kind) => ({ value: kind, label: `A ${kind}` }))
  const kindOf = (id: string, named: string) =>
    ({
      type: 'select',
      id,
      label: `What is it, of ${named}?`,
      options,
      fact: { kindOf: named },
      showIf: { question: named, answered: true },
    }) as const
  const asking: Form = {
    id: 'kinds',
    title: 'Kinds',
    pages: [
      {
        id: 'who',
        title: 'Who',
        questions: [
          {
            type: 'repeating-group',
            id: 'partners',
            label: 'Partners',
            questions: [{ type: 'authority', id: 'partner', label: 'Partner' }, kindOf('partner-kind', 'partner')],
          },
          { type: 'authority', id: 'host', label: 'Host' },
          kindOf('host-kind', 'host'),
        ],
      },
    ],
    rules: [
      {
        id: 'fire',
        clause: 'Rule 2',
        when: {
          items: 'partners',
          where: { question: 'partner-kind', is: 'fire-authority' },
          atLeast: 1,
        },
        outcome: 'fail',
        text: 'No partner may be a fire authority',
      },
    ],
  }

  it('has it from the register, whatever the page says, and the rules read it', async () => {
    const fields = { name: 'Kinds', purpose: 'application', start: 'json', definition: JSON.stringify(asking) }
    const { location = '' } = await pam.post(`${base}/new`, fields)
    const own = address
    address = `${base}/versions/${/versions\/([^/]+)/.exec(location)?.[1] ?? assert.fail('no draft')}/try`
    const bodyOf = async (kind: string) =>
      (await sql<{ id: string }>`select id from organisation where kind = ${kind} limit 1`.execute(server.services.db))
        .rows[0]?.id ?? assert.fail(`no ${kind}`)
    const [fire, county] = [await bodyOf('fire-authority'), await bodyOf('county')]
    const { begin, step } = trier()
    await begin()
    const first = { 'partners-0-partner': fire, host: county, 'host-kind': 'district' }
    const shown = await step({ ...first, go: 'next' })
    assert.match(shown, /A fire-authority<\/p>/)
    assert.match(shown, /A county<\/p>/)
    assert.doesNotMatch(shown, /<select[^>]*name="(host-kind|partners-0-partner-kind)"/)
    const lied = { 'partners-0-partner-kind': 'county', 'host-kind': 'district' }
    assert.match(await step({ ...first, ...lied, go: 'check' }), /No partner may be a fire authority/)
    await step({ go: 'page:who' })
    const other = await step({ 'partners-0-partner': county, host: county, go: 'check' })
    assert.doesNotMatch(other, /No partner may be/)
    address = own
  })
})
