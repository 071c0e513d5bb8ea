import assert from 'node:assert/strict'
import { it } from 'node:test'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { testServer } from '../../../tests/support/server.ts'
import { freshDatabase } from '../../../tests/support/template.ts'
import { totalSpend } from '../../core/support/index.ts'
import { fundBySlug } from '../../features/funds/index.ts'
import { spendOfFund } from '../../features/support/spend/spend.store.ts'
import { seed } from '../seed.ts'
import { seedCohort } from './seed-cohort.ts'

it('gives each council of the cohort orders that were delivered, of which most are paid', async (t) => {
  const life = lastFirst(t)
  const open = await freshDatabase(life)
  const { services } = await testServer(life, open)
  await seed(services)
  await seedCohort(services)
  const orders = await spendOfFund(open.db, (await fundBySlug(open.db, 'cohort-fund'))?.id ?? '')
  assert.equal(new Set(orders.map(({ application }) => application)).size, 10)
  assert.ok(orders.length > 20)
  const { orderedPence, acceptedPence, invoicedPence, paidPence } = totalSpend(orders)
  assert.ok(
    orderedPence > acceptedPence && acceptedPence === invoicedPence && invoicedPence === paidPence && paidPence > 0,
  )
})
