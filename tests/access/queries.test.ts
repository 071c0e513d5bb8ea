import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { routesOf } from '../../src/app.ts'
import { countStatements } from '../support/count-statements.ts'
import { everyone, type Name } from './cast.ts'
import { growWorld } from './grow-world.ts'
import { keyOf, openWorld, rowOf, type World } from './open-world.ts'
import { rules } from './rules.ts'

/** What it takes to show one page to one person. */
type Cost = { readonly statements: number; readonly bytes: number }

let counter: ReturnType<typeof countStatements> | undefined
const world: World = await openWorld(
  { after },
  {
    // Only what the routes ask is counted: the work beside them would come in between.
    routes: (services) => {
      counter = countStatements(services.db)
      return routesOf({ ...services, db: counter.db })
    },
  },
)

/** Those who see the most of a page: they run the fund, lead the application or look after the service. */
const busiest: readonly Name[] = ['team', 'member', 'administrator', 'funder', 'partnerAsked', 'stranger']

async function costs(): Promise<ReadonlyMap<string, Cost>> {
  const found = new Map<string, Cost>()
  for (const route of world.routes.filter(({ method }) => method === 'GET')) {
    const { rule, reader } = rowOf(route)
    const { ours } = rules[rule]
    const may = (name: Name): boolean => (ours as readonly Name[]).includes(name)
    const who = reader ?? [...busiest, ...everyone].find(may) ?? 'visitor'
    const browser = await world.as(who)
    const address = await world.address(route)
    counter?.reset()
    const { status, body } = await browser.get(address)
    assert.ok(status === 200 || status === 303, `${keyOf(route)}: ${status}`)
    found.set(keyOf(route), { statements: counter?.count() ?? 0, bytes: body.length })
  }
  return found
}

/** Pages of what is asked for once in ten seconds, by whoever comes first: it takes four statements. */
const keptAWhile = ['GET /status', 'GET /admin/status']

/** Pages that list what there is more of: were they not longer, there would be nothing to see in the counts. */
const growing = [
  'GET /',
  'GET /home',
  'GET /account',
  'GET /account/sessions',
  'GET /account/organisations',
  'GET /account/organisations/:organisation/people',
  'GET /manage/people/requests',
  'GET /manage/funds/:fund/people',
  'GET /admin/people',
  'GET /admin/register/bodies/:body',
  'GET /outbox',
  'GET /manage',
  'GET /manage/funds/:fund',
  'GET /manage/funds/:fund/approvals',
  'GET /manage/funds/:fund/:round/invitations',
  'GET /funds/:fund',
  'GET /funds/:fund/:round/updates',
  'GET /funds/:fund/:round/updates.atom',
  'GET /funds/:fund/:round/questions',
  'GET /manage/funds/:fund/:round/questions',
  'GET /funds/:fund/:round/apply',
  'GET /applications/:reference',
  'GET /applications/:reference/who-owes-what',
  'GET /applications/:reference/partners',
  'GET /manage/funds/:fund/:round/applications',
  'GET /manage/funds/:fund/:round/applications.csv',
]

describe('the statements that a page takes', () => {
  let few: ReadonlyMap<string, Cost> = new Map()
  let many: ReadonlyMap<string, Cost> = new Map()
  before(async () => {
    await growWorld(world.services.db, 3)
    // Once for what is kept in memory after the first time.
    await costs()
    few = await costs()
    await growWorld(world.services.db, 6)
    many = await costs()
  })

  it('are counted', () => {
    const none = [...few].filter(([, { statements }]) => statements === 0).map(([route]) => route)
    assert.ok(none.length < few.size / 10, none.join('\n'))
    assert.ok((few.get('GET /manage/funds/:fund/:round')?.statements ?? 0) > 1)
  })

  it('are as many when there is three times as much of everything', () => {
    const statements = (all: ReadonlyMap<string, Cost>) =>
      Object.fromEntries(
        [...all].filter(([route]) => !keptAWhile.includes(route)).map(([route, cost]) => [route, cost.statements]),
      )
    assert.deepEqual(statements(many), statements(few))
    for (const route of keptAWhile)
      for (const all of [few, many]) assert.ok([0, 4].includes(all.get(route)?.statements ?? -1), route)
  })

  for (const route of growing) {
    it(`are so although ${route} shows more`, () => {
      const [before, now] = [few.get(route)?.bytes ?? 0, many.get(route)?.bytes ?? 0]
      assert.ok(before > 0 && now > before + 200, `${before} bytes, then ${now}`)
    })
  }
})
