import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { cast } from '../../../../tests/access/cast.ts'
import { places } from '../../../../tests/access/places.ts'
import { seededWorld } from '../../../../tests/access/seeded-world.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { readCsv } from '../../../platform/csv/read-csv.ts'

const life = lastFirst({ after })
const server = await testServer(life, await freshDatabase(life, seededWorld))
const { db } = server.services
const { fund, round } = places.theirs
const path = `/manage/funds/${fund}/${round}/report`
const auditor = await server.signedIn(cast.auditorElsewhere.id)

type Counted = { readonly region: string; readonly received: number; readonly eligible: number }

/** The same by another way: straight from the rows. */
const { rows: counted } = await sql<Counted>`
  select o.region, count(*) as received, count(*) filter (where s.eligibility = 'eligible') as eligible
  from application a join organisation o on o.id = a.lead_id left join application_sift s on s.application_id = a.id
  join round r on r.id = a.round_id join fund f on f.id = r.fund_id
  where f.slug = ${fund} and r.slug = ${round} and a.state = 'submitted' and a.mode = 'live' group by o.region`.execute(
  db,
)

describe('the report of a round', () => {
  it('counts what is in the database', async () => {
    const { status, body } = await auditor.get(`${path}.csv`)
    assert.equal(status, 200)
    const read = readCsv(Buffer.from(body), ['Table', 'Group', 'Stage', 'Count', 'Note'])
    assert.ok(read.ok)
    const cells = read.value.map((row) => row.cells)
    const count = (group: string, stage: string) =>
      Number(cells.find((row) => row.Table === 'Region' && row.Group === group && row.Stage === stage)?.Count)
    assert.ok(counted.length > 0)
    for (const { region, received, eligible } of counted) {
      assert.equal(count(region, 'Received'), received, region)
      assert.ok(count(region, 'Eligible') <= received && count(region, 'Eligible') >= eligible)
    }
    assert.ok(cells.every(({ Note }) => Note.startsWith('Illustrative: made up')))
  })

  it('says the same as a page, with the map, an equal table and where the rows are', async () => {
    const { status, body } = await auditor.get(path)
    assert.equal(status, 200)
    const all = counted.reduce((sum, { received }) => sum + received, 0)
    assert.match(body, new RegExp(`<dd[^>]*><a[^>]*>${all}<`))
    assert.equal(body.match(/class="app-tiles__value"/g)?.length, 9)
    for (const region of ['North East', 'Yorkshire and The Humber', 'London', 'Illustrative'])
      assert.match(body, new RegExp(`<th[^>]*>${region}</th>`))
    assert.ok(body.includes(`href="/manage/funds/${fund}/${round}/applications"`))
    assert.match(body, /Made up to show how the service works/)
  })

  it('leads from every figure to as many applications as it says', async () => {
    const { body } = await auditor.get(path)
    const links = [...body.matchAll(/href="([^"]*report\/applications\?[^"]*)">([\d,]+)</g)]
    assert.ok(links.length > 10, `${links.length} figures`)
    for (const [, href = '', figure = ''] of links) {
      const { status, body: rows } = await auditor.get(href.replaceAll('&amp;', '&'))
      assert.equal(status, 200, href)
      assert.equal(rows.match(/<th scope="row"/g)?.length, Number(figure.replace(',', '')), href)
    }
    assert.equal((await auditor.get(`${path}/applications?figure=nothing`)).status, 404)
  })

  it('has sheets whose sums are live', async () => {
    for (const kind of ['xlsx', 'ods'] as const) {
      const { statusCode, rawPayload } = await server.app.inject({
        url: `${path}.${kind}`,
        headers: {
          host: 'localhost:3000',
          cookie: [...auditor.cookies].map(([name, value]) => `${name}=${value}`).join(';'),
        },
      })
      assert.equal(statusCode, 200)
      const files = unzipSync(new Uint8Array(rawPayload))
      const whole = Object.values(files)
        .map((file) => strFromU8(file))
        .join('')
      assert.ok(whole.includes('SUM('), kind)
      assert.ok(whole.includes('Illustrative: made up'), kind)
    }
  })
})
