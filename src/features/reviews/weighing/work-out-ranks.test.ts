import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type TestBrowser, type TestServer, testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { calculators } from '../../../core/calculators/index.ts'
import { knownOfWeights } from '../../../core/reviews/index.ts'
import { seedPeople, seedPeopleByRole } from '../../../seeds/people.ts'
import { seedRegister } from '../../../seeds/register.ts'
import { seedYouthService } from '../../../seeds/reviews/youth-service.ts'
import { personByEmail } from '../../accounts/index.ts'
import { reviewsOf } from '../reviews.store.ts'

let server: TestServer
let priya: TestBrowser
let colleague: TestBrowser
let review: string
const life = lastFirst({ after })
before(async () => {
  server = await testServer(life, await freshDatabase(life))
  const { services } = server
  await services.db.transaction().execute(async (tx) => {
    for (const fill of [seedRegister, seedPeople, seedYouthService]) await fill(tx, services, services.clock())
  })
  const signedIn = async (role: 'lead' | 'colleague') => {
    const person = await personByEmail(services.db, seedPeopleByRole[role].email)
    return { id: person?.id ?? '', browser: await server.signedIn(person?.id ?? '') }
  }
  const lead = await signedIn('lead')
  priya = lead.browser
  colleague = (await signedIn('colleague')).browser
  const [first] = await reviewsOf(services.db, lead.id)
  review = `/reviews/${first?.reference}`
})

const page = async (path = ''): Promise<string> => (await priya.get(`${review}/weighing/results${path}`)).body
const report = async (): Promise<string> => (await priya.get(`${review}/report/whole`)).body
const workOut = async (): Promise<number> => (await priya.post(`${review}/weighing/results`, {})).status

/** Takes the round to its next stage, as its facilitator. */
async function goOn(): Promise<void> {
  const { body } = await priya.get(`${review}/weighing`)
  const seen = /action="[^"]*\/stage"[\s\S]*?name="seen" value="(\d+)"/.exec(body)?.[1] ?? ''
  assert.equal((await priya.post(`${review}/weighing/stage`, { seen })).status, 303)
}

describe('working out how often each option has each rank', () => {
  it('is done when somebody asks, and not by looking', async () => {
    assert.match(await page(), /is not worked out yet/)
    assert.match(await report(), /How often each option has each rank is not worked out yet/)
    assert.equal(await workOut(), 303)
    const shown = await page()
    assert.match(shown, /“[^”]+” is first in [\d.]+% of draws, where all weights are as likely as one another/)
    assert.doesNotMatch(shown, /have changed since/)
    assert.match(await report(), /How often each option has each rank, whatever the weights are/)
    const { rows } = await sql<{ facts: { number: number } }>`
      select facts from audit_event where action = 'review.ranks-worked-out'`.execute(server.services.db)
    assert.deepEqual(
      rows.map(({ facts }) => facts.number),
      [1],
    )
  })

  it('keeps cases that the calculator answers alike, to the last digit', async () => {
    const run = JSON.parse(await page('/runs/1.json'))
    assert.equal(run.inputSha256, server.services.sha256(JSON.stringify(run.input)))
    for (const known of knownOfWeights) {
      const found = calculators.smaa(run.input[known])
      assert.ok(found.ok)
      assert.deepEqual(JSON.parse(JSON.stringify(found.output)), run.result[known])
    }
    await priya.post(`${review}/weighing/results/runs/1/check`, {})
    assert.match(await page(), /the same to the last digit/)
    assert.equal((await priya.get(`${review}/weighing/results/runs/2.json`)).status, 404)
  })

  it('is shown for each that may be known of the weights: a given weight leaves only what scores decide', async () => {
    const run = JSON.parse(await page('/runs/1.json'))
    const free = run.result.free.rankAcceptability as number[][]
    const given = run.result.given.rankAcceptability as number[][]
    const best = (rows: number[][]) => Math.max(...rows.map(([first = 0]) => first))
    assert.ok(best(given) >= best(free))
    assert.match(await page('?weights=given'), /where the weights are those that the scorers gave/)
  })

  it('tries another weight, and says so of what is no weight and keeps it', async () => {
    for (const weight of ['', 'much', '-1', '101']) {
      const body = await page(`?weight=${weight}`)
      assert.match(body, /href="#tried-weight">Enter the weight as a number from 0 to 100/, weight)
      assert.match(body, new RegExp(`id="tried-weight"[^>]*value="${weight}"`), weight)
    }
    for (const address of ['', '?weight=0', '?weight=33.3', '?weight=100'])
      assert.doesNotMatch(await page(address), /There is a problem/, address)
  })

  it('says that scores have changed since, on the page and in the report, until it is done again', async () => {
    await goOn()
    const body = (await colleague.get(`${review}/weighing/scores/reach`)).body
    const fields = [...body.matchAll(/name="(score-[\w-]+)"/g)].map(([, name = '']) => [name, '50'])
    const scores = { ...Object.fromEntries(fields), 'reason-reach': 'We looked again' }
    assert.equal((await colleague.post(`${review}/weighing/scores/reach`, scores)).status, 303)
    await goOn()
    assert.match(await page(), /have changed since this was worked out/)
    assert.match(await report(), /was worked out before what was weighed changed/)
    assert.equal(await workOut(), 303)
    assert.doesNotMatch(await page(), /have changed since/)
    assert.match(await page(), /How run 2 was made/)
  })

  it('is for those who write', async () => {
    const { body } = await colleague.get(`${review}/weighing/results`)
    assert.match(body, /Work out the ranks again/)
    const partner = await personByEmail(server.services.db, seedPeopleByRole.partner.email)
    const scorer = await server.signedIn(partner?.id ?? '')
    assert.doesNotMatch((await scorer.get(`${review}/weighing/results`)).body, /Work out the ranks again/)
    assert.equal((await scorer.post(`${review}/weighing/results`, {})).status, 404)
  })
})
