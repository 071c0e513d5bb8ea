import assert from 'node:assert/strict'
import { after, before, beforeEach } from 'node:test'
import { sql } from 'kysely'
import { type Form, findQuestion } from '../../src/core/forms/index.ts'
import { formVersionById } from '../../src/features/forms/index.ts'
import { lastFirst } from './last-first.ts'
import { type OpenRound, openRound } from './open-round.ts'
import { type TestAnswer, type TestBrowser, type TestServer, testServer } from './server.ts'
import { freshDatabase } from './template.ts'

/** Where the forms of the round are looked after. */
export const formBase = '/manage/funds/test-fund/first/form'

/** Two sections, three pages, and conditions between them. */
export const editedForm: Form = {
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
        { type: 'email', id: 'email', label: 'Email address' },
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

/** A draft of {@link editedForm}, a fresh one for every test of the file, and two of the programme team who edit it. */
export function draftEditor() {
  const life = lastFirst({ after })
  let server: TestServer
  let round: OpenRound
  let pam: TestBrowser
  let peter: TestBrowser
  let draft = ''
  let number = 0

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
    const definition = JSON.stringify(editedForm)
    const fields = { name: `Form ${number}`, purpose: 'application', start: 'json', definition }
    const { location = '' } = await pam.post(`${formBase}/new`, fields)
    draft = /versions\/([^/]+)/.exec(location)?.[1] ?? assert.fail('no draft')
  })

  const at = (rest: string): string => `${formBase}/versions/${draft}/${rest}`
  const read = async (): Promise<Form> =>
    (await formVersionById(server.services.db, draft))?.definition ?? assert.fail('gone')
  return {
    get server() {
      return server
    },
    get round() {
      return round
    },
    get pam() {
      return pam
    },
    get peter() {
      return peter
    },
    get draft() {
      return draft
    },
    /** Of this draft among those of the file. */
    get number() {
      return number
    },
    at,
    read,
    question: async (id: string) => findQuestion(await read(), id),
    seen: async (rest: string, browser = pam): Promise<string> => seenOn(await browser.get(at(rest))),
    /** Each page with its questions, by their ids. */
    order: async () => (await read()).pages.map(({ id, questions }) => [id, ...questions.map((each) => each.id)]),
  }
}

/** What a page says that it showed, to be sent back with a change. */
export const seenOn = ({ body }: TestAnswer): string => /name="seen" value="([^"]*)"/.exec(body)?.[1] ?? ''
