import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { complete, referenceOf, submitFrom } from '../../../tests/support/apply-by-form.ts'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { roundAtWork } from '../../../tests/support/round-at-work.ts'
import type { TestBrowser } from '../../../tests/support/server.ts'

const life = lastFirst({ after })
let now = new Date('2026-11-02T10:00:00.000Z')
const { all, as } = roundAtWork(life, () => now)

async function start(browser: TestBrowser, lead: string): Promise<string> {
  const started = await browser.post('/funds/test-fund/first/apply', { lead })
  assert.equal(started.status, 303)
  return started.location ?? ''
}

/** A body ends with that day, and another takes over. */
async function endBody(id: string, lastDayOn: string, successor: string, position = 1): Promise<void> {
  const { db } = all().server.services
  await sql`update organisation set in_being_to = ${lastDayOn}::date where id = ${id}`.execute(db)
  await sql`insert into organisation_successor (predecessor_id, successor_id, position)
    values (${id}, ${successor}, ${position})`.execute(db)
}

describe('when an authority that was writing is no more', () => {
  let [alder, cedar, birch] = ['', '', '']
  before(async () => {
    alder = await start(await as('ann'), 'T-ALDER')
    cedar = await start(await as('cai'), 'T-CEDAR')
    birch = await start(await as('ben'), 'T-BIRCH')
    await endBody('T-ALDER', '2026-11-03', 'T-BIRCH')
    await endBody('T-CEDAR', '2026-11-03', 'T-BIRCH')
  })

  it('keeps its application to itself on its last day', async () => {
    now = new Date('2026-11-03T23:59:59.999Z')
    const ben = await as('ben')
    assert.ok(!(await ben.get('/home')).body.includes(referenceOf(alder)))
    assert.ok(!(await ben.get('/funds/test-fund/first/apply')).body.includes(referenceOf(alder)))
    assert.equal((await ben.get(alder)).status, 404)
    now = new Date('2026-11-04T00:00:00.000Z')
  })

  it('shows what it had started to the people of the one that took over', async () => {
    const ben = await as('ben')
    for (const address of ['/home', '/funds/test-fund/first/apply']) {
      const { body } = await ben.get(address)
      for (const application of [alder, cedar, birch])
        assert.ok(body.includes(application), `${address} ${application}`)
    }
    assert.match((await ben.get('/funds/test-fund/first/apply')).body, /: Alder, being written/)
  })

  it('lets the one that took over submit each, and its own besides', async () => {
    const ben = await as('ben')
    for (const application of [alder, cedar, birch]) {
      await complete(ben, application)
      assert.ok(!(await ben.get(`${application}/check`)).body.includes('ceased to exist'))
      const sent = await submitFrom(ben, application)
      assert.equal(sent.location, `${application}/receipt`, sent.body)
      const [receipt, submission] = [
        await ben.get(`${application}/receipt`),
        await ben.get(`${application}/submission`),
      ]
      const own = application === birch
      for (const { body } of [receipt, submission]) {
        assert.match(body, own ? /Birch City Council/ : /(?:Alder District|Cedar County) Council/)
        assert.equal(/Submitted in its place by\s*<\/dt>\s*<dd[^>]*>\s*Birch City Council/.test(body), !own)
      }
    }
    const { rows } = await sql<{ facts: Record<string, string> }>`
      select facts from audit_event where action = 'application.submitted' order by id`.execute(
      all().server.services.db,
    )
    assert.deepEqual(
      rows.map(({ facts }) => [facts.lead, facts.actedFor]),
      [
        ['T-ALDER', 'T-BIRCH'],
        ['T-CEDAR', 'T-BIRCH'],
        ['T-BIRCH', 'T-BIRCH'],
      ],
    )
  })

  it('still allows each authority one submission, whoever sends it', async () => {
    const ben = await as('ben')
    const { db } = all().server.services
    await sql`update organisation set in_being_to = null where id = 'T-ALDER'`.execute(db)
    now = new Date('2026-11-03T23:50:00.000Z')
    const ann = await as('ann')
    const offered = await ann.post('/funds/test-fund/first/apply', { lead: 'T-ALDER' })
    assert.match(offered.body, /already has an application/)
    const other = await ann.post('/funds/test-fund/first/apply', { lead: 'T-ALDER', another: 'T-ALDER' })
    await sql`update organisation set in_being_to = '2026-11-03' where id = 'T-ALDER'`.execute(db)
    now = new Date('2026-11-04T00:00:00.000Z')
    await complete(ben, other.location ?? '')
    const refused = await submitFrom(ben, other.location ?? '')
    assert.equal(refused.status, 400)
    assert.ok(refused.body.includes(`already submitted application ${referenceOf(alder)}`))
  })

  it('lets the one that took over from a partner read and answer, and it is no partner of its own lead', async () => {
    const [ben, cai] = [await as('ben'), await as('cai')]
    await ben.post(`${birch}/withdraw`)
    assert.match((await ben.post(`${birch}/partners`, { organisation: 'T-FIRE' })).location ?? '', /partners$/)
    await endBody('T-FIRE', '2026-11-03', 'T-CEDAR')
    assert.equal((await cai.get(`${birch}/partner`)).status, 404)
    await sql`update organisation set in_being_to = null where id = 'T-CEDAR'`.execute(all().server.services.db)
    assert.ok((await cai.get('/home')).body.includes('You are asked to be a partner'))
    assert.match((await cai.get(`${birch}/partner`)).body, /Accept for Cedar Fire Authority/)
    await cai.post(`${birch}/partner`, { organisation: 'T-FIRE', answer: 'accept' })
    assert.match((await ben.get(birch)).body, /Cedar Fire Authority: partner/)
    await ben.post(`${alder}/withdraw`)
    assert.match(
      (await ben.post(`${alder}/partners`, { organisation: 'T-BIRCH' })).body,
      /Birch City Council leads this application/,
    )
  })

  it('is refused when the one that took over may not lead, or nobody took over', async () => {
    const { db } = all().server.services
    const [ann, ben] = [await as('ann'), await as('ben')]
    await sql`update organisation set kind = 'fire-authority' where id = 'T-BIRCH'`.execute(db)
    const refused = await submitFrom(ben, alder)
    assert.match(refused.body, /Birch City Council cannot lead an application, because the rules/)
    await sql`delete from organisation_successor where predecessor_id = 'T-ALDER'`.execute(db)
    assert.equal((await ben.get(alder)).status, 404)
    assert.match((await submitFrom(ann, alder)).body, /ceased to exist after 3 November/)
  })
})
