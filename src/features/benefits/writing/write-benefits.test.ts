import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type AcceptedAward, acceptedAward } from '../../../../tests/support/accepted-award.ts'
import { scanAll } from '../../../../tests/support/key-in.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type TestBrowser, type TestServer, testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { financialYearOf, yearId } from '../../../core/benefits/index.ts'
import { addDays, addMonths, isoDay } from '../../../core/time/day.ts'

let server: TestServer
let held: AcceptedAward
let ann: TestBrowser
let ben: TestBrowser
const life = lastFirst({ after })
before(async () => {
  server = await testServer(life, await freshDatabase(life))
  held = await acceptedAward(server, 12)
  ann = held.ann
  ben = await server.signedIn(held.round.people.ben)
})

const sheet = (path: string): string => `${held.home}/sheets/${path}`
const db = () => server.services.db

const saving = {
  seen: '0',
  title: 'Two buildings given up',
  kind: 'cashable',
  definition: 'Rent and running costs of both buildings.',
  measure: 'Spend against budget',
  line: 'Premises',
  owner: 'Head of property',
  'falls-to': 'The council',
  baseline: '100000',
  'baseline-on-day': '31',
  'baseline-on-month': '3',
  'baseline-on-year': '2025',
  'baseline-source': 'Ledger',
  target: '40000',
  'target-on-day': '31',
  'target-on-month': '3',
  'target-on-year': '2028',
  'pounds-1-low': '40000',
  'pounds-1-central': '60000',
  'pounds-1-high': '70000',
  attribution: '80',
  'attribution-reason': 'One lease would have ended anyway.',
  optimism: '10',
}

const firstEntry = async (of: string): Promise<string> => {
  const { body } = await ann.get(sheet(of))
  return new RegExp(`sheets/${of}/([0-9a-f-]{36})`).exec(body)?.[1] ?? ''
}

const actualOf = async (changes: Record<string, string> = {}) => {
  const until = addDays(isoDay(server.services.clock()), -1)
  const [year = '', month = '', day = ''] = until.split('-')
  return {
    seen: '0',
    benefit: await firstEntry('benefits'),
    year: yearId(financialYearOf(until)),
    'until-day': day,
    'until-month': month,
    'until-year': year,
    value: '52000',
    evidence: 'Outturn report to cabinet, table 4.',
    link: 'https://alder.example/outturn',
    ...changes,
  }
}

describe('the register of an award', () => {
  it('is written by the council that holds it, and by nobody else', async () => {
    assert.equal((await ben.get(sheet('benefits'))).status, 404)
    assert.equal((await ben.post(sheet('benefits/add'), saving)).status, 404)
    assert.equal((await ann.post(sheet('benefits/add'), saving)).status, 303)
    assert.match((await ann.get(sheet('benefits'))).body, /Two buildings given up/)
  })

  it('asks for pounds of what is money and for a unit of what is not', async () => {
    const survey = { ...saving, kind: 'satisfaction', title: 'More content' }
    const refused = await ann.post(sheet('benefits/add'), survey)
    assert.equal(refused.status, 400)
    assert.match(refused.body, /href="#unit"/)
    assert.doesNotMatch(refused.body, /href="#line"/)
  })

  it('is forecast from low to high, with what is wrong said at the figure', async () => {
    const turned = {
      ...saving,
      title: 'Turned',
      'pounds-1-low': '30000',
      'pounds-1-central': '40000',
      'pounds-1-high': '20000',
    }
    const refused = await ann.post(sheet('benefits/add'), turned)
    assert.equal(refused.status, 400)
    assert.match(
      refused.body,
      /href="#pounds-1-high"[^>]*>\d{4} to \d{4}: the high figure must be the central one or more/,
    )
    assert.match(refused.body, /value="20,?000"/)
    const without = { ...turned, 'pounds-1-central': '', 'pounds-1-high': '50000' }
    assert.match(
      (await ann.post(sheet('benefits/add'), without)).body,
      /href="#pounds-1-central"[^>]*>[^<]*enter the central/,
    )
    assert.doesNotMatch((await ann.get(sheet('benefits'))).body, /Turned/)
  })

  it('is read and not written by the programme team', async () => {
    const pam = await server.signedIn(held.round.people.pam)
    assert.match((await pam.get(`${held.home}/benefits`)).body, /Two buildings|Benefits register/)
    assert.equal((await pam.post(sheet('benefits/add'), saving)).status, 404)
  })
})

describe('an actual whose evidence is a file', () => {
  it('is confirmed by finance, who can open it once it is clean, and others of other councils cannot', async () => {
    const sent = { field: 'files-upload', name: 'outturn.csv', body: 'line,pounds\nPremises,52000\n' }
    assert.equal((await ann.postFiles(sheet('actuals/add'), await actualOf({ link: '' }), [sent])).status, 303)
    const { email } = await held.round.actor('cai')
    assert.equal((await ann.post(`${held.home}/benefits/finance`, { name: 'Cai', email })).status, 303)
    const cai = await server.signedIn(held.round.people.cai)
    const before = (await cai.get(`${held.home}/benefits/confirm`)).body
    assert.match(before, /outturn\.csv \(27 bytes\)<br>Being checked/)
    await scanAll(server.services)
    const { body } = await cai.get(`${held.home}/benefits/confirm`)
    const href = /href="([^"]*\/files\/[^"]*)"/.exec(body)?.[1] ?? assert.fail('there is no link to it')
    assert.equal((await cai.get(href)).body, sent.body)
    assert.equal((await ben.get(href)).status, 404)
    const words = { seen: '0', progress: 'As planned.', differs: 'Nothing.', learned: 'Little.' }
    await ann.post(sheet('return-words/12'), words)
    assert.equal((await ann.post(`${held.home}/benefits/returns/12/freeze`, {})).status, 303)
    const { rows } = await sql<{ record: string }>`select record::text from benefit_return`.execute(db())
    assert.ok(rows[0]?.record.includes(createHash('sha256').update(sent.body).digest('hex')))
    assert.equal((await ann.post(sheet(`actuals/${await firstEntry('actuals')}/remove`), {})).status, 303)
  })
})

describe('an actual', () => {
  it('is refused without evidence, and keeps what was typed', async () => {
    const bare = await ann.post(sheet('actuals/add'), await actualOf({ evidence: '', link: '' }))
    assert.equal(bare.status, 400)
    assert.match(bare.body, /href="#evidence"/)
    assert.match(bare.body, /href="#link"/)
    assert.match(bare.body, /value="52,?000"/)
    assert.match((await ann.get(sheet('actuals'))).body, /There is none yet/)
  })

  it('has come about by the day on which it is written, in the year that it is of', async () => {
    const today = isoDay(server.services.clock())
    const upTo = async (until: string, year: number) => {
      const [y = '', month = '', day = ''] = until.split('-')
      const parts = { 'until-year': y, 'until-month': month, 'until-day': day, year: yearId(year) }
      return await ann.post(sheet('actuals/add'), await actualOf(parts))
    }
    const tomorrow = addDays(today, 1)
    const ahead = await upTo(tomorrow, financialYearOf(tomorrow))
    assert.equal(ahead.status, 400)
    assert.match(ahead.body, /href="#until[^>]*>The last day of it must be today or earlier/)
    const first = financialYearOf(addMonths(today, -12))
    const others = [
      [`${first}-03-31`, first],
      [`${first + 1}-04-01`, first],
    ] as const
    for (const [until, year] of others.filter(([day]) => day <= today)) {
      const { status, body } = await upTo(until, year)
      assert.equal(status, 400, until)
      assert.match(body, /href="#until[^>]*>The last day of it must be in the year that you chose/, until)
    }
    assert.match((await ann.get(sheet('actuals'))).body, /There is none yet/)
  })

  it('counts once finance has confirmed it, and no longer when it is changed', async () => {
    assert.equal((await ann.post(sheet('actuals/add'), await actualOf())).status, 303)
    assert.match((await ann.get(`${held.home}/benefits`)).body, /£41,600/)
    const { email } = await held.round.actor('cai')
    assert.equal((await ann.post(`${held.home}/benefits/finance`, { name: 'Cai', email })).status, 303)
    const cai = await server.signedIn(held.round.people.cai)
    const page = await cai.get(`${held.home}/benefits/confirm`)
    assert.match(page.body, /Outturn report to cabinet/)
    const entry = await firstEntry('actuals')
    assert.equal((await cai.post(`${held.home}/benefits/confirm`, {})).status, 400)
    assert.equal((await cai.post(`${held.home}/benefits/confirm`, { actuals: `1:${entry}` })).status, 303)
    assert.match((await ann.get(`${held.home}/benefits`)).body, /in the range/)
    const changed = { ...(await actualOf({ value: '30000' })), seen: '1' }
    assert.equal((await ann.post(sheet(`actuals/${entry}`), changed)).status, 303)
    assert.doesNotMatch((await ann.get(`${held.home}/benefits`)).body, /in the range|outside the range/)
    assert.match((await cai.post(`${held.home}/benefits/confirm`, { actuals: `1:${entry}` })).body, /changed while/)
  })

  it('is sent back by finance with what is wrong, until it is changed', async () => {
    const cai = await server.signedIn(held.round.people.cai)
    const entry = await firstEntry('actuals')
    const sendBack = async (typed: Record<string, string>) => await cai.post(`${held.home}/benefits/send-back`, typed)
    assert.match((await cai.get('/home')).body, /1 actual waits for finance/)
    const empty = await sendBack({})
    assert.equal(empty.status, 400)
    assert.match(empty.body, /Select what you send back[\s\S]*Enter what is wrong with it/)
    const half = await sendBack({ reason: 'The ledger says 28,000' })
    assert.match(half.body, />The ledger says 28,000<\/textarea>/, 'what was typed stays')
    const sent = { actuals: `2:${entry}`, reason: 'The ledger says <b>28,000</b>' }
    assert.equal((await ann.post(`${held.home}/benefits/send-back`, sent)).status, 404, 'not by who wrote it')
    assert.equal((await sendBack({ ...sent, actuals: `1:${entry}` })).status, 400, 'not a version that was changed')
    assert.equal((await sendBack({ ...sent, reason: 'x'.repeat(2001) })).status, 400)
    assert.equal((await sendBack(sent)).status, 303)
    const { body } = await ann.get(`${held.home}/benefits`)
    assert.match(body, /Finance has sent this back[\s\S]*The ledger says &lt;b&gt;28,000&lt;\/b&gt;/)
    assert.ok(body.includes(`href="${sheet(`actuals/${entry}`)}"`))
    assert.match((await ann.get('/home')).body, /Finance has sent 1 actual back/)
    assert.doesNotMatch((await cai.get('/home')).body, /waits? for finance<|sent 1 actual back/)
    const { rows } = await sql<{ recipient: string; body: string }>`
      select recipient, body from message where kind = 'benefits.actuals-sent-back'`.execute(db())
    assert.deepEqual(
      rows.map(({ recipient }) => recipient),
      [(await held.round.actor('ann')).email],
    )
    assert.match(rows[0]?.body ?? '', /The ledger says/)
    const changed = { ...(await actualOf({ value: '28000' })), seen: '2' }
    assert.equal((await ann.post(sheet(`actuals/${entry}`), changed)).status, 303)
    assert.doesNotMatch((await ann.get(`${held.home}/benefits`)).body, /Finance has sent this back/)
    assert.doesNotMatch((await ann.get('/home')).body, /Finance has sent/)
    assert.match((await cai.get('/home')).body, /1 actual waits for finance/)
  })

  it('is not confirmed by who wrote it: the database refuses that too', async () => {
    assert.equal((await ann.get(`${held.home}/benefits/confirm`)).status, 404)
    const entry = await firstEntry('actuals')
    const own = sql`insert into actual_confirmation (award_id, sheet, entry, version, confirmed_at, confirmed_by)
      select award_id, 'actuals', entry, version, now(), changed_by from award_entry where entry = ${entry} and version = 3`
    await assert.rejects(own.execute(db()), /not confirmed by who wrote it/)
    const self = await ann.post(`${held.home}/benefits/finance`, {
      name: 'Ann',
      email: (await held.round.actor('ann')).email,
    })
    assert.equal(self.status, 400)
    assert.match(self.body, /Name somebody else/)
  })
})

describe('a benefit counted twice', () => {
  it('is flagged with the reason and left out of the sums', async () => {
    const before = (await ann.get(`${held.home}/benefits`)).body
    assert.doesNotMatch(before, /counted twice/)
    const again = {
      ...saving,
      title: 'Rent no longer paid',
      kind: 'cost-avoided',
      'pounds-1-low': '15000',
      'pounds-1-central': '20000',
    }
    assert.equal((await ann.post(sheet('benefits/add'), again)).status, 303)
    const { body } = await ann.get(`${held.home}/benefits`)
    assert.match(body, /one cuts the budget that the other says is not spent/)
    assert.match(body, /“Rent no longer paid” is left out of the sums/)
    // 60,000 of which 80% is due to the award, lowered by 10%.
    assert.match(body, /£43,200/)
  })
})

describe('the way to go-live', () => {
  it('shows what was done, how late, and who pays', async () => {
    const step = {
      seen: '0',
      'planned-day': '1',
      'planned-month': '6',
      'planned-year': '2026',
      'done-day': '11',
      'done-month': '6',
      'done-year': '2026',
      payer: 'The council',
      cost: '12000',
    }
    const bare = await ann.post(sheet('go-live/cabinet'), step)
    assert.equal(bare.status, 400)
    assert.match(bare.body, /href="#evidence"/)
    const [year = '', month = '', day = ''] = addDays(isoDay(server.services.clock()), 1).split('-')
    const tomorrow = { 'done-year': year, 'done-month': month, 'done-day': day }
    assert.match(
      (await ann.post(sheet('go-live/cabinet'), { ...step, ...tomorrow })).body,
      /The day on which it was done must be today or earlier/,
    )
    const reached = await ann.post(sheet('milestones/add'), { seen: '0', ...tomorrow })
    assert.match(reached.body, /The day on which it was reached must be today or earlier/)
    const shown = await ann.post(sheet('go-live/cabinet'), { ...step, evidence: 'https://alder.example/cabinet' })
    assert.equal(shown.headers.location, `${held.home}/go-live`)
    const { body } = await ann.get(`${held.home}/go-live`)
    assert.match(body, /11 June 2026, 10 days late/)
    assert.match(body, /1 of 7 steps is done\. What the award does not pay for comes to £12,000 so far/)
    assert.equal((await ben.get(`${held.home}/go-live`)).status, 404)
  })
})
