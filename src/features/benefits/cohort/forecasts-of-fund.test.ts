import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type AcceptedAward, acceptedAward } from '../../../../tests/support/accepted-award.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type TestServer, testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { fewOutturns } from '../../../core/benefits/index.ts'

let server: TestServer
let held: AcceptedAward
let benefits = ''
const life = lastFirst({ after })
before(async () => {
  server = await testServer(life, await freshDatabase(life))
  held = await acceptedAward(server, 40)
  const start = async (title: string, award: string): Promise<string> => {
    const started = await held.ann.post('/reviews/new', { council: 'T-ALDER', title, depth: 'quick', award })
    return String(started.location)
  }
  benefits = `${await start('Youth service', held.reference)}/benefits`
})

/** Publishes a return with so many years of a saving, each of which came to four fifths of what was forecast. */
async function publish(months: number, years: number): Promise<void> {
  const rows = Array.from({ length: years }, (_, at) => `year-${2015 + at}`)
  const saving = {
    title: 'Rent',
    kind: 'cashable',
    attribution: 100,
    pounds: rows.map((row) => ({ row, central: 100 })),
  }
  const actual = (year: string) => ({ benefit: 'rent', year, value: 80, until: `${Number(year.slice(5)) + 1}-03-31` })
  const frozen = {
    award: { reference: held.reference, organisation: 'Alder', title: 'Youth service', acceptedOn: '2015-01-01' },
    months,
    sheets: {
      benefits: [{ id: 'rent', version: 1, content: saving }],
      actuals: rows.map((year) => ({ id: year, version: 1, content: actual(year) })),
    },
    confirmed: rows.map((entry) => ({ entry, version: 1 })),
  }
  const { db } = server.services
  await sql`
    insert into benefit_return (award_id, months, number, record, sha256, frozen_at, frozen_by)
    select w.id, ${months}, 1, ${JSON.stringify(frozen)}, repeat('0', 64), now(), ${held.round.people.ann}::uuid
    from award w join application a on a.id = w.application_id where a.reference = ${held.reference}`.execute(db)
  await sql`
    insert into benefit_return_step (award_id, months, number, step, said, done_at, done_by)
    select award_id, months, number, 'published', '', now(), ${held.round.people.pam}::uuid from benefit_return
    where months = ${months}`.execute(db)
}

describe('what a review learns of forecasts in its fund', () => {
  const heading = /How far forecasts of benefits were out/

  it('is nothing while nothing is published, or too little', async () => {
    assert.doesNotMatch((await held.ann.get(benefits)).body, heading)
    await publish(12, fewOutturns - 1)
    assert.doesNotMatch((await held.ann.get(benefits)).body, heading)
  })

  it('is the mean and the number of outturns by kind, with the way to every row', async () => {
    await publish(24, fewOutturns)
    const { body } = await held.ann.get(benefits)
    assert.match(body, heading)
    assert.match(body, />Cashable[^<]*<\/th>\s*<td[^>]*>10<\/td>\s*<td[^>]*>80%<\/td>\s*<td[^>]*>80%<\/td>/)
    assert.match(body, /href="\/funds\/test-fund\/benefits"/)
    assert.equal((await server.visitor().get('/funds/test-fund/benefits')).status, 200)
  })

  it('is said to the public of one council as of several, and of a return without forecasts that it has none', async () => {
    const visitor = server.visitor()
    await publish(36, 0)
    assert.match(
      (await visitor.get('/funds/test-fund/benefits')).body,
      /1 council has forecast £0 and confirmed £0 so far/,
    )
    const { body } = await visitor.get(`/funds/test-fund/benefits/${held.reference}`)
    assert.match(body, /Forecast against outturn<\/h2>\s*<p[^>]*>This return has no benefit with a forecast for a year/)
  })

  it('is not shown in a review that no award pays for', async () => {
    const alone = await held.ann.post('/reviews/new', {
      council: 'T-ALDER',
      title: 'Libraries',
      depth: 'quick',
      award: '',
    })
    assert.doesNotMatch((await held.ann.get(`${String(alone.location)}/benefits`)).body, heading)
  })
})
