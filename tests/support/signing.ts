import assert from 'node:assert/strict'
import { sql } from 'kysely'
import type { FrozenSignOff } from '../../src/core/forms/index.ts'
import { addDomains, ensurePerson } from '../../src/features/accounts/index.ts'
import { complete, hiddenIn, referenceOf } from './apply-by-form.ts'
import { type OpenRound, openRound } from './open-round.ts'
import { type TestAnswer, type TestBrowser, type TestServer, type TestServerOptions, testServer } from './server.ts'
import { freshDatabase, type Lifetime } from './template.ts'

const start = new Date('2026-11-25T12:00:00Z')

/** Sue and Mo have addresses of Alder; Lou has one of nobody that is known. */
export const signers = { sue: 'sue@alder.example', mo: 'mo@alder.example', lou: 'lou@elsewhere.example' } as const
export type Signer = keyof typeof signers

/** What a test reads of a message. */
type Mail = { readonly recipient: string; readonly subject: string; readonly body: string }

/** What a submission keeps of its signatures. */
type Submitted = {
  readonly version: number
  readonly signOffs?: readonly FrozenSignOff[]
}

/** A round that asks for sign-offs, with those who write and sign its applications. */
export type Signing = {
  readonly server: TestServer
  readonly round: OpenRound
  readonly people: Readonly<Record<'ann' | 'adam' | 'ben' | 'sue' | 'mo', TestBrowser>>
  readonly somebody: (name: Signer) => Promise<TestBrowser>
  readonly setClock: (at: Date) => void
  /** A whole draft of Alder’s in a round that asks for these sign-offs, at the start again. @returns its address */
  readonly begin: (kinds?: readonly string[]) => Promise<string>
  readonly asks: (kinds: readonly string[]) => Promise<void>
  /** Asks, as somebody of the lead. */
  readonly ask: (application: string, slot: string, who: Signer, browser?: TestBrowser) => Promise<TestAnswer>
  readonly standings: (application: string) => Promise<readonly (string | undefined)[]>
  readonly mails: (application: string, kind: string) => Promise<readonly Mail[]>
  readonly submitted: (application: string) => Promise<Submitted | undefined>
}

export async function signing(lifetime: Lifetime, options: TestServerOptions = {}): Promise<Signing> {
  let now = start
  const server = await testServer(lifetime, await freshDatabase(lifetime), { ...options, clock: () => now })
  const { db, newId } = server.services
  const round = await openRound(server.services)
  await addDomains(db, 'T-ALDER', ['alder.example'])
  const somebody = async (name: Signer): Promise<TestBrowser> => {
    const { person } = await ensurePerson(db, { id: newId(), email: signers[name], name, at: now })
    return await server.signedIn(person.id)
  }
  const as = (name: 'ann' | 'adam' | 'ben') => server.signedIn(round.people[name])
  const [ann, adam, ben] = [await as('ann'), await as('adam'), await as('ben')]
  const people = { ann, adam, ben, sue: await somebody('sue'), mo: await somebody('mo') }
  const asks = async (kinds: readonly string[]): Promise<void> => {
    await sql`update round set sign_offs = ${[...kinds]}::text[] where slug = 'first'`.execute(db)
  }
  return {
    ...{ server, round, people, somebody, asks },
    setClock: (at) => {
      now = at
    },
    begin: async (kinds = ['sponsor', 'section-151']) => {
      now = start
      await asks(kinds)
      await sql`update round set deadline_at = ${round.deadlineAt} where slug = 'first'`.execute(db)
      await sql`update application set state = 'draft'`.execute(db)
      const application = `/applications/${await round.draft()}`
      await complete(ann, application)
      return application
    },
    ask: async (application, slot, who, browser = ann) =>
      await browser.post(`${application}/sign-offs/${slot}/ask`, {
        name: who,
        jobTitle: 'Director',
        email: signers[who],
      }),
    ...reading(server, ann),
  }
}

/** What is to be seen of an application. */
const reading = (
  { services: { db } }: TestServer,
  ann: TestBrowser,
): Pick<Signing, 'standings' | 'mails' | 'submitted'> => ({
  standings: async (application) =>
    [...(await ann.get(`${application}/sign-offs`)).body.matchAll(/govuk-tag--[\w-]+">\s*([^<]+?)\s*</g)].map(
      ([, text]) => text,
    ),
  mails: async (application, kind) =>
    (
      await sql<Mail>`
        select recipient, subject, body from message where kind = ${kind} and body like ${`%${referenceOf(application)}%`}
        order by created_at, id`.execute(db)
    ).rows,
  submitted: async (application) =>
    (
      await sql<{ content: Submitted }>`
        select s.content from submission s join application a on a.id = s.application_id
        where a.reference = ${referenceOf(application)} order by number desc limit 1`.execute(db)
    ).rows[0]?.content,
})

/** Signs what the page shows, as it stands there. */
export async function signShown(
  browser: TestBrowser,
  application: string,
  slot: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<TestAnswer> {
  const url = `${application}/sign-offs/${slot}`
  const { body } = await browser.get(url)
  const names = ['content', 'parts', 'material', 'statement'] as const
  const kept = Object.fromEntries(names.map((name) => [name, hiddenIn(body, name)]))
  const typed = { name: 'A Signer', jobTitle: 'Director', agreed: 'yes' }
  return await browser.post(url, { answer: 'sign', ...kept, ...typed, ...fields })
}

/** Both of the lead’s sign-offs, asked and signed. */
export async function bothSign({ ask, people }: Signing, application: string): Promise<void> {
  for (const [slot, who] of [
    ['sponsor', 'sue'],
    ['section-151', 'mo'],
  ] as const) {
    await ask(application, slot, who)
    assert.equal((await signShown(people[who], application, slot)).status, 303)
  }
}
