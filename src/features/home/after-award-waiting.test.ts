import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type FundWithSupport, fundWithSupport } from '../../../tests/support/fund-with-support.ts'
import { lastFirst } from '../../../tests/support/last-first.ts'
import type { TestBrowser } from '../../../tests/support/server.ts'

const life = lastFirst({ after })

/** The words of the list of work, without markup. */
async function workOf(browser: TestBrowser): Promise<string> {
  const { body } = await browser.get('/home')
  const main = body.slice(body.indexOf('<main'), body.indexOf('</main>'))
  return main.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
}

describe('what waits for a council with a new award', () => {
  it('is to say what support it needs, until it has', async () => {
    const { council, supplier } = await fundWithSupport(life, {
      awards: 1,
      pounds: 20_000,
      budgetPounds: 40_000,
      vat: 'included',
    })
    const asked = async (browser: TestBrowser) => (await workOf(browser)).split('Under way')[0] ?? ''
    assert.match(await asked(council), /buys what you need Say what is needed/)
    assert.doesNotMatch(await workOf(supplier), /Say what is needed/)
    const { body } = await council.get('/home')
    const href = /href="(\/applications\/[^"]+\/support\/needs)"/.exec(body)?.[1] ?? ''
    assert.equal((await council.get(href)).status, 200, 'it leads to where that is said')
    const said = await council.post(href, { 'legal-level': 'some', 'legal-what': 'Legal form' })
    assert.equal(said.status, 303, said.body)
    assert.doesNotMatch(await workOf(council), /Say what is needed/)
  })

  it('is not to say so of a grant', async () => {
    const { council } = await fundWithSupport(life, {
      awards: 1,
      pounds: 20_000,
      budgetPounds: 40_000,
      vat: 'included',
      type: 'grant',
    })
    assert.doesNotMatch(await workOf(council), /Say what is needed/)
  })
})

describe('what waits for the people of a supplier', () => {
  let world: FundWithSupport
  before(async () => {
    world = await fundWithSupport(life, { awards: 1, pounds: 20_000, budgetPounds: 40_000, vat: 'included' })
  })

  it('is to say whether it has an interest, and then nothing but its own page', async () => {
    const { supplier, fund } = world
    await world.services.db.transaction().execute(async (tx) => {
      // The fund begins with its interests declared, and what was declared is kept.
      await sql`set local session_replication_role = replica`.execute(tx)
      await sql`delete from support_interest`.execute(tx)
    })
    const first = await workOf(supplier)
    assert.match(first.split('Under way')[0] ?? '', /has an interest in 1 service/)
    assert.doesNotMatch(first, /Join your organisation/)
    await supplier.post('/support/interests', { supplier: fund.supplierId, application: 'AWARD-1', interested: 'no' })
    const then = await workOf(supplier)
    assert.match(then, /Nothing waits for you now.*Under way.*Support for .*Nothing to declare/)
    assert.doesNotMatch(await workOf(world.council), /Nothing to declare/)
    assert.doesNotMatch(await workOf(supplier), /Say what is needed/)
  })
})
