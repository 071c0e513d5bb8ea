import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type ReviewToWeigh, reviewToWeigh } from '../../../../tests/support/review-to-weigh.ts'
import { type TestBrowser, type TestServer, testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'

let server: TestServer
let given: ReviewToWeigh
let criteria: readonly string[]
const life = lastFirst({ after })
before(async () => {
  server = await testServer(life, await freshDatabase(life))
  given = await reviewToWeigh(server)
  const third = { title: 'Trust', measures: 'Who stays', worst: 'None', best: 'All', counted: 'no', scale: 'judged' }
  assert.equal((await given.ann.post(`${given.review}/sheets/criteria/add`, { seen: '0', ...third })).status, 303)
  const { body } = await given.ann.get(`${given.review}/sheets/criteria`)
  criteria = [...given.criteria, /sheets\/criteria\/([\w-]+)">Trust/.exec(body)?.[1] ?? '']
  assert.equal((await given.ann.post(at(), { method: 'pairs', seen: '0' })).status, 303)
})

const at = (path = ''): string => `${given.review}/weighing${path}`

/** What somebody sends who compares the three criteria, each two in their order. */
async function compare(who: TestBrowser, chosen: readonly [string, string, string], why = 'It is what we are for') {
  const [reach = '', travel = '', trust = ''] = criteria
  return await who.post(at('/weights'), {
    round: '1',
    [`pair-${reach}-${travel}`]: chosen[0],
    [`pair-${reach}-${trust}`]: chosen[1],
    [`pair-${travel}-${trust}`]: chosen[2],
    ...Object.fromEntries(criteria.map((id) => [`reason-${id}`, why])),
  })
}

describe('a round of which the criteria are compared in pairs', () => {
  it('is badged as outside guidance, and asks for each two', async () => {
    assert.match((await given.ben.get(at())).body, /Comparisons in pairs \(AHP\)[\s\S]*Outside guidance/)
    const { body } = await given.ben.get(at('/weights'))
    assert.equal(body.match(/<select/g)?.length, 3)
    assert.match(body, />A, 9 times \(extremely\)</)
    assert.match(body, /Both matter the same/)
  })

  it('says which comparison is missing, and keeps those that were made', async () => {
    const refused = await compare(given.ben, ['3', '', '1/9'], '')
    assert.equal(refused.status, 400)
    assert.match(refused.body, /Select which matters more, “Reach” or “Trust”, or that both matter the same/)
    assert.match(refused.body, /<option value="3" selected>[\s\S]*<option value="1\/9" selected>/)
    assert.match(refused.body, /Enter your reason for “Reach”/)
    for (const wrong of ['10', '0', '-1', 'NaN', '1/10'])
      assert.equal((await compare(given.ben, ['3', wrong, '3'])).status, 400, wrong)
  })

  it('shows what they come to, and warns without refusing where they contradict one another', async () => {
    const kept = await compare(given.ben, ['2', '6', '3'])
    assert.equal(kept.headers.location, at('/weights'))
    assert.match(
      String(kept.headers['set-cookie']),
      /flash=Your%20weights%20are%20kept%2C%20sealed%20until%20all%20are%20locked\.;/,
    )
    const { body } = await given.ben.get(at('/weights'))
    assert.match(body, /60\.0%[\s\S]*30\.0%[\s\S]*10\.0%/)
    assert.match(body, /consistency ratio is 0\.00/)
    assert.doesNotMatch(body, /contradict one another: /)
    const apart = await compare(given.cai, ['9', '1/9', '9'], 'Only the sealed know')
    assert.equal(apart.status, 303)
    assert.match(String(apart.headers['set-cookie']), /flash=important%3AYour%20weights%20are%20kept[^;]*contradict/)
    assert.match((await given.cai.get(at('/weights'))).body, /Look at them again, first at that of “\w+” with “\w+”/)
  })

  it('seals them until all are locked, and takes none after', async () => {
    for (const path of ['', '/weights', '/compare', '/results'])
      assert.doesNotMatch((await given.ann.get(at(path))).body, /Only the sealed|6\.13/, path)
    const seen = /action="[^"]*\/stage"[\s\S]*?name="seen" value="(\d+)"/.exec((await given.ann.get(at())).body)?.[1]
    assert.equal((await given.ann.post(at('/stage'), { seen: seen ?? '' })).status, 303)
    const { body } = await given.ann.get(at('/compare'))
    assert.match(body, /6\.13, above 0\.10: these comparisons contradict one another/)
    assert.match(body, /Only the sealed know/)
    const late = await compare(given.ben, ['1', '1', '1'])
    assert.equal(late.status, 400)
    assert.match(late.body, /not asked for any more/)
  })

  it('says in the report that they are outside guidance, and how consistent each was', async () => {
    const { body } = await given.ann.get(`${given.review}/report/whole`)
    assert.match(body, /analytic hierarchy process\), round 1: outside the guidance of the Green Book/)
    assert.match(body, /Consistency ratio of [^:]+: 6\.13, above 0\.10/)
    const { rows } = await sql<{ kept: number }>`
      select count(*)::int as kept from strategic_review_weights where pairs is not null`.execute(server.services.db)
    assert.equal(rows[0]?.kept, 2)
    await assert.rejects(sql`update strategic_review_weights set pairs = null`.execute(server.services.db))
  })
})

describe('a facilitator who scores too', () => {
  it('is told of it where people are chosen and where the round is', async () => {
    assert.match(
      (await given.ann.get(`${given.review}/people`)).body,
      /facilitates and scores\. Guidance asks for an independent chair/,
    )
    assert.match((await given.ben.get(at())).body, /Scores too[\s\S]*Guidance asks for an independent chair/)
    assert.doesNotMatch((await given.ann.get(`${given.review}/report/whole`)).body, /independent chair/)
  })

  it('is named as one in the report once they gave something', async () => {
    const seen = /name="seen" value="(\d+)"/.exec((await given.ann.get(at())).body)?.[1] ?? ''
    const begin = /action="[^"]*\/weighing" [\s\S]*?name="seen" value="(\d+)"/.exec((await given.ann.get(at())).body)
    assert.equal((await given.ann.post(at(), { method: 'swing', seen: begin?.[1] ?? seen })).status, 303)
    const fields = Object.fromEntries(
      criteria.flatMap((id) => [
        [`points-${id}`, '100'],
        [`reason-${id}`, 'So it is'],
      ]),
    )
    assert.equal((await given.ann.post(at('/weights'), { round: '2', ...fields })).status, 303)
    const stage = /action="[^"]*\/stage"[\s\S]*?name="seen" value="(\d+)"/.exec((await given.ann.get(at())).body)?.[1]
    assert.equal((await given.ann.post(at('/stage'), { seen: stage ?? '' })).status, 303)
    assert.match(
      (await given.ann.get(`${given.review}/report/whole`)).body,
      /Weighed or scored too\. Guidance asks for an/,
    )
  })
})

describe('a round of typed percentages', () => {
  it('is badged as outside guidance where they are typed, and says what they come to where it is not 100', async () => {
    const begin = /action="[^"]*\/weighing" [\s\S]*?name="seen" value="(\d+)"/.exec((await given.ann.get(at())).body)
    assert.equal((await given.ann.post(at(), { method: 'percentage', seen: begin?.[1] ?? '' })).status, 303)
    assert.match(
      (await given.ben.get(at('/weights'))).body,
      /Give each criterion a percentage[^<]*<strong[^>]*>\s*Outside guidance/,
    )
    const give = async (points: readonly string[]) =>
      await given.ben.post(at('/weights'), {
        round: '3',
        ...Object.fromEntries(
          criteria.flatMap((id, place) => [
            [`points-${id}`, points[place] ?? ''],
            [`reason-${id}`, 'So it is'],
          ]),
        ),
      })
    const refused = await give(['40.5', '40', '30'])
    assert.equal(refused.status, 400)
    assert.match(refused.body, /The percentages must be 100 together\. They are 110\.5/)
    assert.match((await give(['0', '0', '0'])).body, /They are 0</)
    assert.equal((await give(['40', '40', '20'])).status, 303)
  })
})
