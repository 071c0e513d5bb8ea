import assert from 'node:assert/strict'
import { it } from 'node:test'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { recalculate } from '../../../../tests/support/recalculate.ts'
import { testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { entriesOf } from '../../../core/sheets/index.ts'
import { seedPeopleByRole } from '../../../seeds/people.ts'
import { seed } from '../../../seeds/seed.ts'
import { personByEmail } from '../../accounts/index.ts'
import { reviewsOf } from '../index.ts'
import { readRecord } from '../sheets/read-record.ts'

it('gives the spreadsheet of a frozen version as it was, whatever is written later', async (t) => {
  const life = lastFirst(t)
  const server = await testServer(life, await freshDatabase(life))
  const { db } = server.services
  await seed(server.services)
  const lead = await personByEmail(db, seedPeopleByRole.lead.email)
  const browser = await server.signedIn(lead?.id ?? '')
  const [review] = await reviewsOf(db, lead?.id ?? '')
  assert.ok(review)
  const path = `/reviews/${review.reference}`
  const rowsOf = async (query: string) => {
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join(';')
    const { statusCode, rawPayload } = await server.app.inject({
      url: `${path}/figures.xlsx${query}`,
      headers: { host: 'localhost:3000', cookie },
    })
    assert.equal(statusCode, 200, query)
    return recalculate(new Uint8Array(rawPayload)).rows('Results')
  }
  const before = await rowsOf('')
  await browser.post(`${path}/versions`, { why: 'Cabinet' })
  const [line] = entriesOf(await readRecord(db, review), 'lines')
  await browser.post(`${path}/sheets/lines/${line?.id}/remove`, {})
  assert.notDeepEqual(await rowsOf(''), before, 'what is there now has a line less')
  assert.deepEqual(await rowsOf('?version=1'), before)
  const report = await browser.get(`${path}/report/whole?version=1`)
  assert.match(report.body, /figures\.xlsx\?version=1"/)
  assert.equal((await browser.get(`${path}/figures.xlsx?version=2`)).status, 404)
})
