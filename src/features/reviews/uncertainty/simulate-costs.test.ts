import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type TestBrowser, type TestServer, testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { seedPeople, seedPeopleByRole } from '../../../seeds/people.ts'
import { seedRegister } from '../../../seeds/register.ts'
import { seedYouthService } from '../../../seeds/reviews/youth-service.ts'
import { personByEmail } from '../../accounts/index.ts'
import { reviewsOf } from '../reviews.store.ts'

let server: TestServer
let priya: TestBrowser
let review: string
const life = lastFirst({ after })
before(async () => {
  server = await testServer(life, await freshDatabase(life))
  const { services } = server
  await services.db.transaction().execute(async (tx) => {
    for (const fill of [seedRegister, seedPeople, seedYouthService]) await fill(tx, services, services.clock())
  })
  const lead = await personByEmail(services.db, seedPeopleByRole.lead.email)
  priya = await server.signedIn(lead?.id ?? '')
  const [first] = await reviewsOf(services.db, lead?.id ?? '')
  review = `/reviews/${first?.reference}`
})

const page = async (path: string): Promise<string> => (await priya.get(`${review}${path}`)).body

describe('simulating the money of a review', () => {
  it('keeps what it was made of and what came of it, which is the same when worked out again', async () => {
    assert.match(await page('/uncertainty'), /Nothing is simulated yet/)
    assert.equal((await priya.post(`${review}/uncertainty`, {})).status, 303)
    const shown = await page('/uncertainty')
    assert.match(shown, /“Staff mutual” has the highest net present social value in (?:more than )?\d+% of samples/)
    assert.doesNotMatch(shown, /has changed since/)
    await priya.post(`${review}/uncertainty/runs/1/check`, {})
    assert.match(await page('/uncertainty'), /the same to the last digit/)
    const given = JSON.parse(await page('/uncertainty/runs/1.json'))
    assert.equal(given.inputSha256, server.services.sha256(JSON.stringify(given.input)))
    assert.equal(given.result.spreads.length, 7)
  })

  it('says that what was written has changed since, and can be made again', async () => {
    const body = await page('/sheets/risks/risk-1')
    const field = (name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(body)?.[1] ?? ''
    const risk = {
      title: field('title'),
      option: 'as-it-is',
      probability: '90',
      cost: '150000',
      year: 'year-2',
      owner: 'X',
    }
    assert.equal((await priya.post(`${review}/sheets/risks/risk-1`, { seen: field('seen'), ...risk })).status, 303)
    assert.match(await page('/uncertainty'), /has changed since this simulation/)
    assert.equal((await priya.post(`${review}/uncertainty`, {})).status, 303)
    assert.doesNotMatch(await page('/uncertainty'), /has changed since/)
  })

  it('says which pairs cannot all be', async () => {
    for (const [one, other, by] of [
      ['Staff', 'Premises', '0.95'],
      ['Premises', 'Support services', '0.95'],
      ['Staff', 'Support services', '-0.95'],
    ] as const) {
      const added = await priya.post(`${review}/sheets/pairs/add`, { seen: '0', one, other, by })
      assert.equal(added.status, 303)
    }
    const refused = await priya.post(`${review}/uncertainty`, {})
    assert.equal(refused.status, 400)
    assert.match(refused.body, /cannot all be/)
    const { rows } = await sql<{ runs: number }>`select count(*) as runs from strategic_review_run`.execute(
      server.services.db,
    )
    assert.equal(rows[0]?.runs, 2)
  })

  it('is shown for any option, with what it depends on', async () => {
    const shown = await page('/uncertainty?option=contract')
    assert.match(shown, /Contract with a company: what the result depends on/)
    assert.match(shown, /“Young people reached” matters most/)
    assert.equal((await priya.get(`${review}/uncertainty/runs/99.json`)).status, 404)
    assert.equal((await priya.get(`${review}/uncertainty/runs/x.json`)).status, 404)
  })
})

describe('trying what one change does', () => {
  it('works it out for all options, without a script, whatever is asked', async () => {
    const shown = await page('/what-if?line=Staff&percent=40')
    assert.match(shown, /Another option comes out ahead once this line|No change of this line alone/)
    for (const percent of ['', 'x', 'NaN', '-1e9', '1e400', 'Infinity'])
      assert.equal((await priya.get(`${review}/what-if?line=Nothing&percent=${percent}`)).status, 200)
  })

  it('says so where the change is no number from the least to the most, and keeps what was typed', async () => {
    for (const percent of ['', 'lots', '-101', '201']) {
      const shown = await page(`/what-if?line=Staff&percent=${percent}`)
      assert.match(shown, /href="#percent">Enter the change as a number from -100 to 200/, percent)
      assert.match(shown, new RegExp(`id="percent"[^>]*value="${percent}"`), percent)
    }
    for (const percent of ['-100', '12.5', '200'])
      assert.doesNotMatch(await page(`/what-if?line=Staff&percent=${percent}`), /There is a problem/, percent)
    assert.doesNotMatch(await page('/what-if'), /There is a problem/)
  })
})
