import { ensurePerson, saveMembership } from '../../src/features/accounts/index.ts'
import { type Award, awardsOf } from '../../src/features/decisions/index.ts'
import { roundByPath } from '../../src/features/funds/index.ts'
import { seedMadeUpRound } from '../../src/seeds/finished-round.ts'
import { seededPerson } from './browse-as.ts'
import { fillWith } from './fill-with.ts'
import { type TestBrowser, type TestServer, testServer } from './server.ts'
import { type FreshDatabase, freshDatabase, type Lifetime, type Template } from './template.ts'

/** Somebody in a browser of their own. */
export type Somebody = { readonly id: string; readonly email: string; readonly browser: TestBrowser }

/** A made-up round whose awards are accepted, and people of the network of its fund. */
export type NetworkAtWork = TestServer & {
  readonly open: FreshDatabase
  readonly fundId: string
  readonly awards: readonly Award[]
  /** Of the programme team. */
  readonly team: Somebody
  /** Of the councils of the first and the second award. */
  readonly holder: Somebody
  readonly peer: Somebody
  /** Signed in, and of no council. */
  readonly stranger: Somebody
  /** Somebody of a council; of none where it is left out. */
  readonly somebody: (name: string, organisationId?: string) => Promise<Somebody>
}

/** Where the network of the round is. */
export const networkAddress = '/network/example-fund'
export const managedNetworkAddress = '/manage/funds/example-fund/network'

const accepted: Template = {
  name: 'round_accepted',
  fill: (open) =>
    fillWith(open, { work: false }, async (services) => {
      await services.db.transaction().execute((tx) =>
        seedMadeUpRound(tx, services, services.clock(), {
          applications: 24,
          assessors: 6,
          stage: 'published',
          answered: 'all-accepted',
          written: [],
        }),
      )
    }),
}

/** Opens it; everybody but the stranger has accepted the code of conduct unless told otherwise. */
export async function networkAtWork(
  /** One that ends what was begun in the opposite order. */
  life: Lifetime,
  {
    conduct = true,
    environment = {},
  }: { readonly conduct?: boolean; readonly environment?: Record<string, string> } = {},
): Promise<NetworkAtWork> {
  const open = await freshDatabase(life, accepted)
  const server = await testServer(life, open, { environment })
  const { db, newId, clock } = server.services
  const round = await roundByPath(db, 'example-fund', 'finished-round')
  if (round === undefined) throw new Error('the made-up round has been written')
  const awards = (await awardsOf(db, round.id)).filter(({ state }) => state === 'accepted')
  const somebody = async (name: string, organisationId?: string): Promise<Somebody> => {
    const at = clock()
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@council.example`
    const { person } = await ensurePerson(db, { id: newId(), email, name, jobTitle: 'Officer', at })
    const times = { requestedAt: at, decidedAt: at, decidedBy: null }
    if (organisationId !== undefined)
      await db
        .transaction()
        .execute((tx) => saveMembership(tx, { personId: person.id, organisationId, state: 'confirmed', ...times }))
    return { id: person.id, email, browser: await server.signedIn(person.id) }
  }
  const teamId = await seededPerson(server, 'programme')
  const world = {
    team: { id: teamId, email: 'samira.khan@programme.example', browser: await server.signedIn(teamId) },
    holder: await somebody('Holly Holder', awards[0]?.organisationId),
    peer: await somebody('Percy Peer', awards[1]?.organisationId),
    stranger: await somebody('Stan Stranger'),
  }
  if (conduct)
    for (const { browser } of [world.team, world.holder, world.peer])
      await browser.post(`${networkAddress}/conduct`, { number: '0', agreed: 'yes' })
  return { ...server, open, fundId: round.fundId, awards, somebody, ...world }
}
