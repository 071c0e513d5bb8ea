import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../tests/support/last-first.ts'
import { testServer } from '../../tests/support/server.ts'
import { freshDatabase } from '../../tests/support/template.ts'
import { asksForFiles } from '../core/forms/index.ts'
import { phaseOf } from '../core/rounds/phase.ts'
import { isoDay } from '../core/time/day.ts'
import { personByEmail } from '../features/accounts/index.ts'
import { formVersionById } from '../features/forms/index.ts'
import { publishedRounds } from '../features/funds/index.ts'
import { seedDecidedRound } from './decided-round.ts'
import { seedFinishedRound } from './finished-round.ts'
import { seedPeopleByRole } from './people.ts'
import { datesFrom, ukInstant } from './round-dates.ts'
import { seed } from './seed.ts'

it('gives a newcomer a fund of 2014, an open round and a finished one, once', async (t) => {
  const life = lastFirst(t)
  const open = await freshDatabase(life)
  const { services, signedIn } = await testServer(life, open)
  assert.deepEqual(await seed(services), [
    'register',
    'people',
    'delivering-differently',
    'finished-round',
    'youth-review',
    'published-review',
    'decided-round',
    'cohort',
    'youth-runs',
    'grant-fund',
    'performance',
  ])
  assert.deepEqual(await seed(services), [])
  for (let times = 0; times < 2; times++) await seedFinishedRound(services)

  const phases = (await publishedRounds(open.db)).map((round) => [round.slug, phaseOf(round, new Date())])
  assert.deepEqual(Object.fromEntries(phases), { 'open-round': 'open', 'finished-round': 'closed', '2014': 'closed' })

  const takesFiles = (await publishedRounds(open.db)).map(async ({ slug, formVersionId }) => {
    const form = await formVersionById(open.db, formVersionId ?? '')
    return [slug, asksForFiles(form?.definition.pages.flatMap(({ questions }) => questions) ?? [])] as const
  })
  assert.deepEqual(Object.fromEntries(await Promise.all(takesFiles)), {
    'open-round': true,
    'finished-round': false,
    '2014': false,
  })

  const { rows } = await sql<{ real: number; outcomes: Record<string, number> }>`
    select count(*) filter (where not o.illustrative) as real,
      (select jsonb_object_agg(outcome, n) from (select outcome, count(*) n from submission group by 1) x) as outcomes
    from application a join organisation o on o.id = a.lead_id`.execute(open.db)
  assert.equal(rows[0]?.real, 0, 'no real council gets an invented application')
  const { pass = 0, fail = 0, 'pass-with-caveats': caveats = 0 } = rows[0]?.outcomes ?? {}
  assert.equal(pass + fail + caveats, 120)
  assert.ok(fail > 0 && caveats > 0 && pass > fail + caveats)

  const mina = await personByEmail(open.db, seedPeopleByRole.assessor.email)
  const browser = await signedIn(mina?.id ?? '')
  const pile = await browser.get('/assess/example-fund/finished-round')
  const [declare = ''] = /\/assess\/example-fund\/finished-round\/applications\/[^"]*\/declare/.exec(pile.body) ?? []
  await browser.post(declare, { conflict: 'no' })
  assert.match((await browser.get(declare.replace('/declare', ''))).body, /<h1[^>]*>Score /)
})

it('says of 2014 who was awarded something as far as it was published, and no sum', async (t) => {
  const life = lastFirst(t)
  const open = await freshDatabase(life)
  const { services, visitor } = await testServer(life, open)
  await seed(services)
  const round = '/funds/delivering-differently/2014'
  const { status, body } = await visitor().get(`${round}/results`)
  assert.equal(status, 200)
  for (const words of [
    'Hull City Council',
    'Manchester City Council',
    'Walsall Metropolitan',
    '7 more',
    'municipalyearbook',
  ])
    assert.ok(body.includes(words), words)
  assert.doesNotMatch(body, /Made up/)
  assert.match((await visitor().get(round)).body, /See the results/)
  const facts = JSON.parse((await visitor().get('/api/v1/funds/delivering-differently/rounds/2014')).body)
  assert.deepEqual(
    facts.reportedAwards.map((each: { recipient: { organisationId: string } }) => each.recipient.organisationId),
    ['GB-LAE-KHL', 'GB-LAE-MAN', 'GB-LAE-WLL'],
  )
  assert.equal(facts.reportedAwardsUnnamed, 7)
  assert.equal((await visitor().get(`${round}/results/awards.json`)).status, 404)
  assert.deepEqual(JSON.parse((await visitor().get('/api/v1/awards')).body).items, [])
})

it('adds a round with published results beside the finished one, once', async (t) => {
  const life = lastFirst(t)
  const open = await freshDatabase(life)
  const { services, visitor } = await testServer(life, open)
  await seed(services)
  await seedFinishedRound(services)
  await seedDecidedRound(services)
  await seedDecidedRound(services)
  const rounds = (await publishedRounds(open.db)).filter(({ illustrative }) => illustrative)
  assert.deepEqual(rounds.map(({ slug }) => slug).sort(), ['decided-round', 'finished-round', 'open-round'])
  const { status, body } = await visitor().get('/funds/decided-fund/decided-round/results')
  assert.equal(status, 200)
  assert.match(body, /Made up to show how the service works/)
  assert.match((await visitor().get('/funds/decided-fund')).body, /href="[^"]*decided-round\/results"/)
  const { items } = JSON.parse((await visitor().get('/api/v1/awards')).body)
  assert.ok(items.every(({ illustrative }: { illustrative: boolean }) => illustrative))
  assert.deepEqual(
    items.map((each: { state: string; decidedPounds: number | null }) => `${each.state} ${each.decidedPounds}`).sort(),
    [...Array.from({ length: 4 }, () => 'accepted 100000'), 'accepted null', 'declined 100000', 'offered 100000'],
  )
})

it('gives a public service the register and nothing made up', async (t) => {
  const life = lastFirst(t)
  const open = await freshDatabase(life)
  const { services } = await testServer(life, open, { environment: { PUBLIC_URL: 'https://fund.example.org' } })
  assert.deepEqual(await seed(services), ['register'])
  const { rows } = await sql<{ people: number; funds: number }>`
    select (select count(*) from person) as people, (select count(*) from fund) as funds`.execute(open.db)
  assert.deepEqual(rows[0], { people: 0, funds: 0 })
})

/** As gov.uk/bank-holidays lists them for England and Wales in 2026 and 2027. */
const holidays = [
  '2026-04-03',
  '2026-04-06',
  '2026-05-04',
  '2026-05-25',
  '2026-08-31',
  '2026-12-25',
  '2026-12-28',
].concat(['2026-01-01', '2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31'])

it('puts every date of a round on a working day, in order, at five o’clock by UK clocks', () => {
  for (let day = 0; day < 400; day++) {
    const today = new Date(Date.UTC(2026, 0, 1, 12) + day * 86_400_000)
    const dates = datesFrom(today, 7)
    const days = [
      dates.siftedOn,
      dates.shortlistOn,
      dates.interviewsFromOn,
      dates.interviewsToOn,
      dates.decisionsOn,
      dates.startsOn,
    ]
    assert.deepEqual([...days].sort(), days)
    for (const on of [...days, isoDay(dates.deadlineAt)]) {
      assert.ok(![0, 6].includes(new Date(`${on}T12:00:00Z`).getUTCDay()), `${on}`)
      assert.ok(!holidays.includes(`${on}`), `${on}`)
    }
    const clock = dates.deadlineAt.toLocaleTimeString('en-GB', { timeZone: 'Europe/London' })
    assert.equal(clock, '17:00:00')
    assert.ok(dates.opensAt < today && today < dates.deadlineAt)
  }
})

it('knows when five in the afternoon was on 10 February 2014', () => {
  assert.equal(ukInstant('2014-02-10', 17).toISOString(), '2014-02-10T17:00:00.000Z')
})
