import assert from 'node:assert/strict'
import { it } from 'node:test'
import { checkAsWritten } from '../../../tests/reference/grants-schema.ts'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { testServer } from '../../../tests/support/server.ts'
import { freshDatabase } from '../../../tests/support/template.ts'
import { fundBySlug } from '../../features/funds/index.ts'
import { readGrant } from '../../features/support/grants/open-grant.ts'
import { supportedAwards } from '../../features/support/packages/awards.store.ts'
import { readCsv } from '../../platform/csv/read-csv.ts'
import { seedPersonId } from '../people.ts'
import { seed } from '../seed.ts'
import { seedGrantFund } from './seed-grant-fund.ts'

it('has one award of money that is paid in part, of which something came back and a claim waits', async (t) => {
  const life = lastFirst(t)
  const open = await freshDatabase(life)
  const { services, visitor, signedIn } = await testServer(life, open)
  await seed(services)
  await Promise.all([seedGrantFund(services), seedGrantFund(services)])
  const awards = await supportedAwards(open.db, (await fundBySlug(open.db, 'grant-fund'))?.id ?? '')
  assert.deepEqual([...new Set(awards.map(({ type, illustrative }) => `${type} ${illustrative}`))], ['grant true'])
  const grants = await Promise.all(awards.map((award) => readGrant(open.db, award)))
  const claimed = grants.filter(({ claims }) => claims.length > 0)
  assert.equal(claimed.length, 1)
  const [grant] = claimed
  assert.deepEqual(
    grant?.claims.map(({ state }) => state),
    ['paid', 'checked'],
  )
  const { money } = grant ?? {}
  assert.ok(
    money !== undefined && money.awardedPence > money.scheduledPence && money.scheduledPence > money.claimedPence,
  )
  assert.equal(money.spentPence + money.returnedPence, money.paidPence)
  assert.deepEqual(
    grant?.yearEnds.map(({ paidPence, ledgerPence }) => paidPence - ledgerPence),
    [0],
  )

  const { body } = await visitor().get('/funds/grant-fund/grant-round/results/awards.json')
  const { grants: told } = JSON.parse(body) as { readonly grants: readonly { readonly amountDisbursed: number }[] }
  assert.ok(checkAsWritten()(JSON.parse(body)))
  const disbursed = told.filter(({ amountDisbursed }) => amountDisbursed > 0)
  assert.deepEqual(
    disbursed.map(({ amountDisbursed }) => amountDisbursed * 100),
    [money.paidPence - money.returnedPence],
  )
  const team = await signedIn(
    await open.db.transaction().execute((tx) => seedPersonId(tx, services, 'programme', services.clock())),
  )
  const file = await team.get('/manage/funds/grant-fund/grant-round/ggis/payments.csv')
  const rows = readCsv(Buffer.from(file.body), ['Payment Amount in GBP'])
  assert.ok(rows.ok)
  assert.deepEqual(
    rows.value.map(({ cells }) => Math.round(Number(cells['Payment Amount in GBP']) * 100)),
    [money.paidPence, -money.returnedPence],
  )
})
