import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { cast, type Person } from '../access/cast.ts'
import { places } from '../access/places.ts'
import { seededWorld } from '../access/seeded-world.ts'
import { acceptedAward } from '../access/supported-award.ts'
import { type TestAnswer, type TestBrowser, type TestServer, type TestServerOptions, testServer } from './server.ts'
import { freshDatabase, type Lifetime } from './template.ts'

/** A fund whose lead has accepted an award and can ask experts. */
export type PanelAtWork = {
  readonly server: TestServer
  readonly team: TestBrowser
  /** Somebody of the council with the award. */
  readonly council: TestBrowser
  /** The addresses of its panel, for those who ask and advise and for those who run it. */
  readonly home: string
  readonly managed: string
  readonly emailOf: (person: Person) => Promise<string>
  /** Somebody as an expert who has accepted the terms in force and is ready to be asked. */
  readonly joined: (person: Person, more?: Readonly<Record<string, string | string[]>>) => Promise<TestBrowser>
  readonly expertId: (person: Person) => Promise<string>
}

const ready = { 'service-areas': ['children'], 'delivery-models': ['mutual'], about: 'Ran a youth mutual', hours: '12' }

/** What a council asks, unless a test asks something else. */
export const someQuestion = {
  searched: 'VAT',
  title: 'Can a mutual reclaim VAT?',
  words: 'We plan a mutual. <script>alert(1)</script>',
  'service-areas': ['children'],
  'delivery-models': ['mutual'],
}

export async function panelAtWork(life: Lifetime, options: TestServerOptions = {}): Promise<PanelAtWork> {
  const server = await testServer(life, await freshDatabase(life, seededWorld), options)
  const { db } = server.services
  await acceptedAward(places.ours, db)
  const { fund } = places.ours
  const [home, managed] = [`/experts/${fund}`, `/manage/funds/${fund}/experts`]
  const team = await server.signedIn(cast.team.id)
  const emailOf = async (person: Person): Promise<string> => {
    const { rows } = await sql<{ email: string }>`select email from person where id = ${cast[person].id}::uuid`.execute(
      db,
    )
    return rows[0]?.email ?? ''
  }
  return {
    server,
    team,
    council: await server.signedIn(cast.member.id),
    home,
    managed,
    emailOf,
    joined: async (person, more = {}) => {
      assert.equal((await team.post(managed, { email: await emailOf(person) })).status, 303)
      const expert = await server.signedIn(cast[person].id)
      const [, shown = ''] = /name="shown" value="(\w+)"/.exec((await expert.get(`${home}/terms`)).body) ?? []
      assert.equal((await expert.post(`${home}/terms`, { shown, agreed: 'yes' })).status, 303)
      assert.equal((await expert.post(`${home}/profile`, { ...ready, ...more })).status, 303)
      return expert
    },
    expertId: async (person) => {
      const { rows } = await sql<{
        id: string
      }>`select id from expert where person_id = ${cast[person].id}::uuid`.execute(db)
      return rows[0]?.id ?? ''
    },
  }
}

/** An expert has taken a question of the council. @returns the expert and the address of the question */
export async function takenQuestion(
  panel: PanelAtWork,
  more: Readonly<Record<string, string>> = {},
): Promise<{ readonly expert: TestBrowser; readonly path: string }> {
  const { team, council, home, managed, joined, expertId } = panel
  await team.post(`${managed}/terms`, { fee: '80', text: 'Not legal advice.' })
  const expert = await joined('stranger')
  const { location = '' } = await council.post(`${home}/ask`, { ...someQuestion, ...more })
  await team.post(location.replace(home, managed), { expert: await expertId('stranger') })
  assert.equal((await expert.post(`${location}/answer`, { answer: 'accepted' })).status, 303)
  return { expert, path: location }
}

/** Asserts that a page says something. */
export const says = ({ status, body }: Pick<TestAnswer, 'status' | 'body'>, words: RegExp): void =>
  assert.ok(
    words.test(body),
    `${words} in ${status}: ${body.slice(body.indexOf('<main')).replaceAll(/<[^>]*>|\s+/g, ' ')}`,
  )
