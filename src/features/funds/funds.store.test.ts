import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type KyselyPlugin, sql } from 'kysely'
import { freshEmbedded } from '../../../tests/support/embedded.ts'
import {
  exampleFund,
  fundPath,
  people,
  roundId,
  roundPath,
  typedTimetable,
} from '../../../tests/support/example-fund.ts'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { sealRound } from '../../../tests/support/seal-round.ts'
import type { TestServer } from '../../../tests/support/server.ts'
import type { SignedIn } from '../../core/permissions/index.ts'
import { formBody } from '../../platform/http/form-body.ts'
import type { Ask } from '../../platform/http/route.ts'
import { fundsRoutes } from './funds.routes.ts'
import { publishedRounds, roundById, roundByPath } from './funds.store.ts'
import { invitationsOf } from './invitations.store.ts'
import { roundOdds } from './round-odds.ts'
import { writeInvitations } from './write-invitations.ts'

const now = new Date('2026-11-25T12:00:00Z')
const fundId = '00000000-0000-7000-8000-0000000000f1'
let server: TestServer
const life = lastFirst({ after })
before(async () => {
  server = await exampleFund(life, () => now)
})

const team: SignedIn = {
  kind: 'person',
  personId: people.team,
  sessionId: 's',
  email: 'team@example.gov.uk',
  name: 'Team',
  heldRoles: [{ role: 'programme-team', fundId, organisationId: null }],
  memberships: [],
  secondStep: 'passed',
}

/** How many statements a page asks of the database. */
async function statementsFor(path: string, params: Record<string, string>): Promise<number> {
  let count = 0
  const counter: KyselyPlugin = {
    transformQuery: ({ node }) => {
      count += 1
      return node
    },
    transformResult: async ({ result }) => result,
  }
  const { services } = server
  const routes = fundsRoutes({ ...services, db: services.db.withPlugin(counter) })
  const route = routes.find((each) => each.method === 'GET' && each.path === path)
  assert.ok(route, path)
  const ask: Ask = {
    actor: team,
    params,
    query: new URLSearchParams(),
    files: [],
    form: formBody(new URLSearchParams()),
    csrf: '',
    receivedAt: now,
    ip: '',
    browser: '',
    path,
    origin: '',
    cookie: () => undefined,
    language: undefined,
    fromScript: false,
  }
  await route.handler(ask)
  return count
}

const pages = [
  ['/manage', {}],
  ['/manage/funds/:fund', { fund: 'example-fund' }],
  ['/manage/funds/:fund/approvals', { fund: 'example-fund' }],
  ['/manage/funds/:fund/:round', { fund: 'example-fund', round: 'round-1' }],
  ['/manage/funds/:fund/:round/invitations', { fund: 'example-fund', round: 'round-1' }],
  ['/manage/funds/:fund/:round/invitations/choose', { fund: 'example-fund', round: 'round-1' }],
] as const

/** A hundred rounds, funders and invited bodies more. */
async function grow(): Promise<void> {
  const { db } = server.services
  await sql`
    insert into round (id, fund_id, slug, name, created_at)
    select gen_random_uuid(), ${fundId}::uuid, 'more-' || n, 'More', ${now} from generate_series(1, 100) n`.execute(db)
  await sql`
    insert into organisation (id, name, short_name, kind, region)
    select 'M' || n, 'More ' || n, 'More ' || n, 'unitary', 'London' from generate_series(1, 100) n`.execute(db)
  await sql`
    insert into funder (fund_id, organisation_id, position, quote, quote_speaker)
    select ${fundId}::uuid, 'M' || n, n + 10, 'Q', 'S' from generate_series(1, 20) n`.execute(db)
  await sql`
    insert into invitation (round_id, organisation_id, invited_at)
    select r.id, 'M' || n, ${now} from round r, generate_series(1, 100) n where r.slug = 'round-1'`.execute(db)
}

describe('statements', () => {
  it('are as many for a page of a hundred as for a page of one', async () => {
    const counts = async (): Promise<Record<string, number>> =>
      Object.fromEntries(
        await Promise.all(pages.map(async ([path, params]) => [path, await statementsFor(path, params)])),
      )
    const before = await counts()
    assert.ok(
      Object.values(before).every((count) => count > 0 && count <= 5),
      JSON.stringify(before),
    )
    await grow()
    assert.deepEqual(await counts(), before)
  })
})

describe('the embedded engine', () => {
  it('sets a timetable, publishes, invites and writes as a real server does', async (t) => {
    const embedded = await exampleFund(lastFirst(t), () => now, freshEmbedded)
    const browser = await embedded.signedIn(people.team)
    assert.equal((await browser.post(`${roundPath}/timetable`, typedTimetable)).status, 303)
    await sealRound(embedded.services, roundId)
    assert.equal((await browser.post(`${roundPath}/publish`, { reason: 'A test' })).status, 303)
    assert.equal((await browser.post(`${roundPath}/invitations`)).status, 303)
    const { db } = embedded.services
    const round = await roundByPath(db, 'example-fund', 'round-1')
    assert.ok(round)
    assert.deepEqual(round.deadlineAt, new Date('2027-02-10T17:00:00Z'))
    assert.deepEqual(round.eligibleKinds, ['unitary', 'county'])
    await writeInvitations(embedded.services, { roundId: round.id, origin: 'http://localhost', remindedAt: null })
    const sent = (await invitationsOf(db, round.id)).filter(({ sentAt }) => sentAt !== null)
    assert.deepEqual(
      sent.map(({ organisationId }) => organisationId),
      ['HPL'],
    )
    for (const path of ['/manage', fundPath, `${roundPath}/invitations`, `${roundPath}/workload`]) {
      assert.equal((await browser.get(path)).status, 200, path)
    }
  })
})

describe('a round', () => {
  it('comes with its fund and its funders in their order, the same by address and by id', async () => {
    const { db } = server.services
    const round = await roundByPath(db, 'example-fund', 'round-1')
    assert.ok(round)
    assert.deepEqual(await roundById(db, round.id), round)
    assert.deepEqual(
      round.funders.slice(0, 2).map(({ organisationId, contributionPounds }) => [organisationId, contributionPounds]),
      [
        ['LGA', null],
        ['SOLACE', null],
      ],
    )
    assert.ok(round.fund.createdAt instanceof Date)
    assert.deepEqual(round.fund.createdAt, now)
    assert.equal(round.hoursToApply, 12)
    assert.deepEqual(round.eligibleKinds, ['unitary', 'county'])
  })

  it('says what somebody who thinks of applying should know: ten places for forty are one in four', async () => {
    const round = await roundByPath(server.services.db, 'example-fund', 'round-1')
    assert.ok(round)
    assert.deepEqual(roundOdds(round), { places: 10, expected: 40, odds: { chance: 0.25, oneIn: 4 }, hoursToApply: 12 })
  })

  it('is among the published ones only once it is published, the latest deadline first', async () => {
    const { db } = server.services
    assert.deepEqual(await publishedRounds(db), [])
    // Published before the service sealed rules: such rounds are there, and no program makes more.
    await sql`alter table round disable trigger round_rules_kept`.execute(db)
    await sql`
      update round set published_at = ${now}, opens_at = ${now},
        deadline_at = ${now}::timestamptz + case slug when 'more-1' then interval '9 days' else interval '1 day' end
      where slug in ('round-1', 'more-1')`.execute(db)
    assert.deepEqual(
      (await publishedRounds(db)).map(({ slug }) => slug),
      ['more-1', 'round-1'],
    )
  })

  it('is not found by an address that cannot be one', async () => {
    const { db } = server.services
    assert.equal(await roundByPath(db, 'example-fund', 'no\u0000t'), undefined)
    const team = await server.signedIn(people.team)
    const search = '/manage/funds/example-fund/funders/new?q=a%00b&organisation=c%00'
    assert.equal((await team.get(search)).status, 200)
    assert.equal((await team.get('/manage/funds/example%00fund')).status, 404)
    assert.equal(await roundByPath(db, "example-fund' or true --", 'round-1'), undefined)
  })
})
