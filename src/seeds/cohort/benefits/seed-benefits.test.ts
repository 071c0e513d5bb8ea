import assert from 'node:assert/strict'
import { it } from 'node:test'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { benefitSheets, overlapsOf, returnStandings } from '../../../core/benefits/index.ts'
import { validatePage } from '../../../core/forms/index.ts'
import { formOf, pagesOf } from '../../../core/sheets/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import { acceptedAwardsOfFund } from '../../../features/benefits/awards.store.ts'
import { readBenefitsOfAll } from '../../../features/benefits/read-benefits.ts'
import { returnsOf } from '../../../features/benefits/returning/returns.store.ts'
import { fundBySlug } from '../../../features/funds/index.ts'
import { seed } from '../../seed.ts'
import { seedCohort } from '../seed-cohort.ts'

it('writes two years of benefits as the forms take them: one return late, one with a question back, one saving twice', async (t) => {
  const life = lastFirst(t)
  const open = await freshDatabase(life)
  const { services } = await testServer(life, open)
  await seed(services)
  await seedCohort(services)
  const fund = await fundBySlug(open.db, 'cohort-fund')
  const awards = await acceptedAwardsOfFund(open.db, fund?.id ?? '')
  const read = await readBenefitsOfAll(open.db, awards)
  for (const { record } of read.values())
    for (const sheet of benefitSheets)
      for (const { id, entry } of pagesOf(sheet, record)) {
        const form = formOf(sheet, record, id)
        assert.deepEqual(entry === undefined ? [] : validatePage(form, entry.content, form.id, 'submit'), [], sheet.id)
      }
  assert.equal([...read.values()].filter(({ benefits }) => overlapsOf(benefits).length > 0).length, 1)
  const versions = await returnsOf(
    open.db,
    awards.map(({ id }) => id),
  )
  const today = isoDay(services.clock())
  const states = awards.map(({ id, acceptedOn }) => {
    const own = versions.filter(({ awardId }) => awardId === id)
    return returnStandings(acceptedOn, own, today).map(({ state }) => state)
  })
  assert.ok(states.every(([six, twelve]) => six === 'accepted' && twelve === 'published'))
  const last = states.map(([, , state]) => state).toSorted()
  assert.deepEqual(last, ['overdue', ...Array.from({ length: 7 }, () => 'published'), 'questioned', 'sent'])
})
