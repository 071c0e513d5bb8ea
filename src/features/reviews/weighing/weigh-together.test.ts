import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type ReviewToWeigh, reviewToWeigh } from '../../../../tests/support/review-to-weigh.ts'
import { type TestBrowser, type TestServer, testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'

let server: TestServer
let given: ReviewToWeigh
const life = lastFirst({ after })
before(async () => {
  server = await testServer(life, await freshDatabase(life))
  given = await reviewToWeigh(server)
})

const at = (path = ''): string => `${given.review}/weighing${path}`
const seenOn = (body: string): string => /name="seen" value="(\d+)"/.exec(body)?.[1] ?? ''

async function goOn(): Promise<number> {
  const seen =
    /action="[^"]*\/stage"[\s\S]*?name="seen" value="(\d+)"/.exec((await given.ann.get(at())).body)?.[1] ?? ''
  return (await given.ann.post(at('/stage'), { seen })).status
}

async function weigh(who: TestBrowser, points: readonly [string, string], reason = 'It is what we are for') {
  const [reach = '', travel = ''] = given.criteria
  return await who.post(at('/weights'), {
    round: '1',
    [`points-${reach}`]: points[0],
    [`points-${travel}`]: points[1],
    [`reason-${reach}`]: reason,
    [`reason-${travel}`]: reason,
  })
}

async function score(who: TestBrowser, criterion: string, scores: readonly string[], reason = 'From the surveys') {
  const { body } = await who.get(at(`/scores/${criterion}`))
  const options = [...body.matchAll(/name="(score-[\w-]+)"/g)].map(([, name]) => name ?? '')
  const fields = Object.fromEntries(options.map((name, place) => [name, scores[place] ?? '']))
  return await who.post(at(`/scores/${criterion}`), { ...fields, [`reason-${criterion}`]: reason })
}

/** Who was written to, once for each message. */
async function told(asked: 'weights' | 'scores'): Promise<readonly string[]> {
  const { rows } = await sql<{ recipient: string }>`
    select recipient from message where kind = ${`review-${asked}-asked`} order by recipient`.execute(
    server.services.db,
  )
  return rows.map(({ recipient }) => recipient)
}
const others = async (): Promise<readonly string[]> =>
  (await Promise.all((['ben', 'cai'] as const).map(async (name) => (await given.round.actor(name)).email))).sort()

describe('a round of weighing', () => {
  it('is begun by the facilitator alone, once, and asks for weights', async () => {
    assert.equal((await given.ben.post(at(), { method: 'swing', seen: '0' })).status, 404)
    assert.match((await given.ann.post(at(), { seen: '0' })).body, /Select how weights are given/)
    const seen = seenOn((await given.ann.get(at())).body)
    for (const _ of [1, 2]) assert.equal((await given.ann.post(at(), { method: 'swing', seen })).status, 303)
    const { body } = await given.ben.get(at())
    assert.match(body, /Weights are being given/)
    const { rows } = await sql<{ count: number }>`select count(*) as count from strategic_review_weighing`.execute(
      server.services.db,
    )
    assert.equal(rows[0]?.count, 1)
    assert.deepEqual(await told('weights'), await others())
    assert.deepEqual(await told('scores'), [])
  })

  it('takes swing points with their reasons, and says what is wrong with others, keeping what was typed', async () => {
    const [reach = ''] = given.criteria
    const low = await weigh(given.ben, ['80', '20'])
    assert.equal(low.status, 400)
    assert.match(low.body, /Give 100 to the criterion/)
    assert.match(low.body, /value="80"/)
    assert.match((await weigh(given.ben, ['0', '0'])).body, /Give 100 to the criterion/)
    for (const wrong of ['NaN', '101', '-1', '1e2', '33.33'])
      assert.match((await weigh(given.ben, ['100', wrong])).body, /must have a number from 0 to 100/)
    assert.match((await weigh(given.ben, ['100', ''])).body, /Enter the points of “Travel”/)
    const thin = await weigh(given.ben, ['100', '50'], ' ')
    assert.match(thin.body, new RegExp(`href="#reason-${reach}"`))
    assert.equal((await weigh(given.ben, ['100', '50'])).status, 303)
    assert.match((await given.ben.get(at('/weights'))).body, /value="100"[\s\S]*value="50"/)
  })

  it('shows nobody what others gave before weights are locked', async () => {
    await weigh(given.cai, ['37.5', '100'], 'Only the sealed know')
    for (const path of ['', '/weights', '/compare', '/results'])
      assert.doesNotMatch((await given.ann.get(at(path))).body, /37\.5|Only the sealed/)
    assert.match((await given.ann.get(at())).body, /Still to come: /)
  })

  it('asks for scores only once weights are locked, and for no weights any more', async () => {
    const [reach = ''] = given.criteria
    assert.equal((await given.ben.get(at(`/scores/${reach}`))).status, 404)
    assert.equal(await goOn(), 303)
    assert.deepEqual(await told('scores'), await others())
    const late = await weigh(given.ann, ['100', '25'])
    assert.equal(late.status, 400)
    assert.match(late.body, /not asked for any more/)
    assert.match((await given.ben.get(at('/compare'))).body, /Only the sealed know/)
  })

  it('takes scores against the anchors, sealed until they are revealed', async () => {
    const [reach = '', travel = ''] = given.criteria
    assert.equal(await goOn(), 400)
    for (const wrong of ['101', '-1', 'NaN', 'good'])
      assert.match((await score(given.ben, reach, ['100', wrong])).body, /must be a number from 0 to 100/)
    assert.match((await score(given.ben, reach, ['100', ''])).body, /Enter a score for/)
    assert.match((await score(given.ben, reach, ['1', '2'], '')).body, /Enter your reason for “Reach”/)
    const first = await score(given.ben, reach, ['20', '83.1'])
    assert.equal(first.headers.location, at(`/scores/${travel}`), 'the next criterion')
    const last = await score(given.ben, travel, ['70', '35'])
    assert.equal(last.headers.location, at())
    assert.equal((await score(given.cai, reach, ['40', '60'])).status, 303)
    assert.doesNotMatch((await given.cai.get(at('/compare'))).body, /83\.1/)
    assert.match((await given.ann.get(at('/results'))).body, /nothing to see yet/)
    assert.equal(await goOn(), 303)
    assert.match((await given.cai.get(at('/compare'))).body, /83\.1/)
  })

  it('keeps discussion and dissent under the name of whoever wrote them', async () => {
    const said = { kind: 'dissent', criterion: '', text: 'Travel counts for more' }
    assert.equal((await given.cai.post(at('/notes'), said)).status, 303)
    assert.match((await given.ann.get(at())).body, /Dissent: the whole[\s\S]*Travel counts for more/)
    const wrong = await given.cai.post(at('/notes'), { kind: '', text: 'Kept' })
    assert.match(wrong.body, /Select what it is[\s\S]*Kept/)
    assert.match((await given.cai.post(at('/notes'), { ...said, text: '' })).body, /Enter what was said/)
  })

  it('asks for scores again, with those before still open and new ones sealed', async () => {
    const [reach = ''] = given.criteria
    assert.equal(await goOn(), 303)
    assert.equal((await score(given.ben, reach, ['20', '64.2'])).status, 303)
    const during = (await given.cai.get(at('/compare'))).body
    assert.match(during, /83\.1/)
    assert.doesNotMatch(during, /64\.2/)
    assert.equal(await goOn(), 303)
    const after = (await given.cai.get(at('/compare'))).body
    assert.match(after, /64\.2/)
    assert.doesNotMatch(after, /83\.1/)
  })

  it('keeps every version of what was given', async () => {
    const { rows } = await sql<{ given: number }>`
      select count(*) as given from strategic_review_scores where criterion = ${given.criteria[0]}`.execute(
      server.services.db,
    )
    assert.equal(rows[0]?.given, 3)
    await assert.rejects(sql`delete from strategic_review_scores`.execute(server.services.db))
    await assert.rejects(sql`update strategic_review_weights set points = '{}'`.execute(server.services.db))
  })
})
