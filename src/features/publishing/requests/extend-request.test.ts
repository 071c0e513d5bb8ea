import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { sql } from 'kysely'
import { cast } from '../../../../tests/access/cast.ts'
import { places } from '../../../../tests/access/places.ts'
import { seededWorld } from '../../../../tests/access/seeded-world.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { readCsv } from '../../../platform/csv/read-csv.ts'

const life = lastFirst({ after })
let now = new Date('2026-12-07T09:00:00Z')
const server = await testServer(life, await freshDatabase(life, seededWorld), { clock: () => now })
const { db } = server.services
const { fund, round } = places.ours
const all = `/manage/funds/${fund}/${round}/requests`
const because = 'Officials still weigh whether telling the scores would harm those who were declined'

const team = async () => await server.signedIn(cast.team.id, { secondStep: true })
const day = (name: string, on: string) => {
  const [year = '', month = '', date = ''] = on.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}
const log = async (kind: string, receivedOn: string) =>
  await (await team()).post(`${all}/new`, {
    kind,
    ...day('received', receivedOn),
    ...day('named', '2026-12-20'),
    from: 'A resident',
    text: 'What did an application score?',
  })
const extend = async (number: number, until: string, more: Readonly<Record<string, string | string[]>> = {}) =>
  await (await team()).post(`${all}/${number}/extend`, {
    'extension-exemptions': ['s43'],
    'extension-reason': because,
    ...day('until', until),
    ...more,
  })
const page = async (number: number) => (await (await team()).get(`${all}/${number}`)).body
const errorsOf = (body: string) =>
  [...(/error-summary__list">([\s\S]*?)<\/ul>/.exec(body)?.[1] ?? '').matchAll(/href="#([^"]*)"/g)].map(([, id]) => id)

describe('the time of a request under the Freedom of Information Act', () => {
  it('is not extended without an exemption, a reason and a day that the law allows, and nothing typed is lost', async () => {
    assert.equal((await log('foi', '2026-11-12')).status, 303)
    const bare = await extend(1, '', { 'extension-exemptions': [], 'extension-reason': 'Too <busy>' })
    assert.equal(bare.status, 400)
    assert.deepEqual(errorsOf(bare.body), ['extension-exemptions', 'extension-reason', 'until-day'])
    assert.match(bare.body, /Too &lt;busy&gt;<\/textarea>/)
    assert.match((await extend(1, '2026-12-11')).body, /Enter a day after 11 December 2026, when it is due now/)
    // After 11 December 2026: 14-18, 21-24, 29-31 December, 5-8 and 11-14 January are 20; 4 January is a Scottish one.
    const late = await extend(1, '2027-01-15')
    assert.match(late.body, /Enter a day no later than 14 January 2027, or confirm that the case is exceptional/)
    assert.match(late.body, /value="s43" checked/)
    assert.match(await page(1), /11 December 2026\. Within 20 working days/)
  })

  it('is extended to weigh the public interest, with the letter in which the requester is told', async () => {
    assert.equal((await extend(1, '2027-01-14')).status, 303)
    const body = await page(1)
    assert.match(body, /14 January 2027\. Extended as the Freedom of Information Act 2000, section 10\(3\), allows/)
    assert.match(body, /Extended on 7 December 2026 to 14 January 2027 by [^:]*: section 43 \(commercial interests\)\./)
    const letter = /Letter to the requester[\s\S]*?<\/details>/.exec(body)?.[0] ?? ''
    for (const words of [because, 'section 43 (commercial interests)', 'by 14 January 2027', 'internal review'])
      assert.ok(letter.includes(words), words)
    assert.match((await (await team()).get(all)).body, /Due 14 January 2027, extended/)
    const csv = readCsv(new TextEncoder().encode((await (await team()).get(`${all}.csv`)).body), [
      'Due on',
      'Time extended on',
    ])
    assert.deepEqual(csv.ok && csv.value.map(({ cells }) => ({ ...cells })), [
      { 'Due on': '2027-01-14', 'Time extended on': '2026-12-07' },
    ])
  })

  it('is not late while it is extended, in the list and under Your work, and can be extended once more', async () => {
    now = new Date('2026-12-14T09:00:00Z')
    assert.doesNotMatch((await (await team()).get(`${all}?state=late`)).body, /Request 1</)
    const home = (await (await team()).get('/home')).body
    assert.match(home, /Due 14 January 2027/)
    assert.doesNotMatch(home, /Was due/)
    assert.equal((await extend(1, '2027-01-20', { exceptional: 'yes' })).status, 303)
    assert.match(await page(1), /20 January 2027\. Extended/)
    now = new Date('2027-01-21T09:00:00Z')
    assert.match((await (await team()).get(`${all}?state=late`)).body, /Request 1</)
    const over = await extend(1, '2027-02-20', { exceptional: 'yes' })
    assert.equal(over.status, 400)
    assert.match(over.body, /The time can no longer be extended/)
  })

  it('begins anew with the answer to a question back, whatever it was extended to', async () => {
    const question = { question: 'Which application do you mean?', ...day('asked', '2027-01-21') }
    assert.equal((await (await team()).post(`${all}/1/ask-back`, question)).status, 303)
    assert.equal((await extend(1, '2027-03-01')).status, 400, 'no time runs')
    assert.doesNotMatch(await page(1), /Take more time/)
    await assert.rejects(
      sql`insert into request_extension select request_id, 9, 0, exemptions, reason, extended_on, due_on, recorded_at,
        recorded_by from request_extension where number = 1`.execute(db),
      /no time runs while a question back waits/,
    )
    assert.equal((await (await team()).post(`${all}/1/hear-back`, day('heard', '2027-01-21'))).status, 303)
    // 22, 25-29 January, 1-5, 8-12 and 15-18 February are 20.
    assert.match(await page(1), /18 February 2027\. Within 20 working days/)
    assert.equal((await extend(1, '2027-02-19')).status, 303)
    assert.match(await page(1), /19 February 2027\. Extended/)
  })
})

it('is extended under the Regulations for what is complex, to 40 working days in all, and within the first 20', async () => {
  now = new Date('2026-12-07T09:00:00Z')
  assert.equal((await log('eir', '2026-11-12')).status, 303)
  const form = await page(2)
  assert.match(form, /Environmental Information Regulations 2004, regulation 7/)
  assert.doesNotMatch(form, /extension-exemptions|exceptional/)
  assert.match(
    (await extend(2, '2027-01-15', { exceptional: 'yes' })).body,
    /Enter a day no later than 14 January 2027/,
  )
  assert.equal((await extend(2, '2026-12-31')).status, 303)
  assert.match(await page(2), /31 December 2026\. Extended as the Environmental Information Regulations 2004/)
  now = new Date('2026-12-14T09:00:00Z')
  assert.doesNotMatch(await page(2), /Take more time/)
  assert.match((await extend(2, '2027-01-14')).body, /The time can no longer be extended/)
})

it('is not extended for the press, nor for what is answered, and what was extended is never altered', async () => {
  assert.equal((await log('press', '2026-12-07')).status, 303)
  const press = await extend(3, '2027-01-05')
  assert.equal(press.status, 400)
  assert.match(press.body, /The time of this request cannot be extended/)
  await assert.rejects(sql`update request_extension set due_on = due_on + 1`.execute(db), /never altered/)
  await assert.rejects(sql`delete from request_extension`.execute(db), /never altered/)
  const { rows } = await sql<{ facts: object }>`
    select facts from audit_event where action = 'request.extended' order by at, id`.execute(db)
  assert.deepEqual(rows.map(({ facts }) => facts)[0], { exemptions: ['s43'], from: '2026-12-11', to: '2027-01-14' })
})

it('is counted for everybody, without who asked', async () => {
  const { body } = await server.visitor().get(`/funds/${fund}/${round}/disclosures`)
  const counts = Object.fromEntries(
    [...body.matchAll(/>([^<]*)<\/dt><dd[^>]*>([^<]*)</g)].map(([, label = '', value]) => [label, value]),
  )
  assert.deepEqual(counts, {
    requests: '2',
    answered: '0',
    'answered in time': '0',
    'with something withheld': '0',
    'with more time under the law': '2',
  })
})
