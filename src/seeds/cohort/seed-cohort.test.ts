import assert from 'node:assert/strict'
import { it } from 'node:test'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { testServer } from '../../../tests/support/server.ts'
import { freshDatabase } from '../../../tests/support/template.ts'
import { addDays, isoDay } from '../../core/time/day.ts'
import { awardsOf } from '../../features/decisions/index.ts'
import { fundBySlug, publishedRounds } from '../../features/funds/index.ts'
import { seed } from '../seed.ts'
import { seedCohort } from './seed-cohort.ts'

it('adds ten councils, Exbridge among them, that accepted their awards more than two years ago, once', async (t) => {
  const life = lastFirst(t)
  const open = await freshDatabase(life)
  const { services } = await testServer(life, open)
  await seed(services)
  await seedCohort(services)
  await seedCohort(services)
  const fund = await fundBySlug(open.db, 'cohort-fund')
  const rounds = (await publishedRounds(open.db)).filter(({ fundId }) => fundId === fund?.id)
  assert.equal(rounds.length, 1)
  assert.equal(fund?.illustrative, true)
  const awards = await awardsOf(open.db, rounds[0]?.id ?? '')
  assert.deepEqual([...new Set(awards.map(({ state }) => state))], ['accepted'])
  assert.equal(awards.length, 10)
  assert.ok(awards.some(({ organisationId }) => organisationId === 'X-EXBRIDGE'))
  const twoYearsAgo = addDays(isoDay(services.clock()), -2 * 365 - 1)
  assert.ok(awards.every(({ acceptedAt }) => acceptedAt !== null && isoDay(acceptedAt) < twoYearsAgo))
})
