import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { accented, inAccents } from '../../../../tests/support/accented.ts'
import { type FundWithSupport, fundWithSupport } from '../../../../tests/support/fund-with-support.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'
import { addDays, dayInWords, isoDay } from '../../../core/time/day.ts'

const life = lastFirst({ after })
let world: FundWithSupport
let second: TestBrowser
const managed = '/manage/funds/a-fund/support/awards/AWARD-1'
const own = '/applications/AWARD-1/support'
const today = isoDay(new Date())

/** A day in the three fields of a form. */
const typedOn = (field: string, on: string) => {
  const [year = '', month = '', day = ''] = on.split('-')
  return { [`${field}-day`]: day, [`${field}-month`]: month, [`${field}-year`]: year }
}

const line = (number: number, { title, upon, pounds, due, condition = '' }: Readonly<Record<string, string>>) => ({
  [`title-${number}`]: title ?? '',
  [`upon-${number}`]: upon ?? '',
  [`pounds-${number}`]: pounds ?? '',
  [`condition-${number}`]: condition,
  ...typedOn(`due-${number}`, due ?? ''),
})

const start = { title: 'Start', upon: 'milestone', pounds: '8000', due: '2099-01-31', condition: 'Case approved' }
const later = { title: 'Later', upon: 'date', pounds: '10000', due: '2099-03-01' }
const lines = { ...line(1, start), ...line(2, later) }

const evidence = [{ field: 'files', name: 'invoice.txt', body: 'Work, £5,000' }]
const claim = (instalment: number, pounds: string, files: typeof evidence) =>
  world.council.postFiles(
    `${own}/instalments/${instalment}/claims`,
    { claim: pounds, 'claim-what': 'The review began' },
    files,
  )
const answer = (browser: TestBrowser, number: number, said: 'yes' | 'no') =>
  browser.post(`${managed}/claims/${number}/answers`, { answer: said, 'answer-reason': 'As we see it' })
const statistics = async (): Promise<Readonly<Record<string, string>>> => {
  const { body } = await world.team.get(managed)
  return Object.fromEntries(
    [...body.matchAll(/>([a-z]+)<\/dt><dd[^>]*>([^<]*)</g)].map(([, label = '', value = '']) => [label, value]),
  )
}

before(async () => {
  const size = { awards: 2, pounds: 20_000, budgetPounds: 40_000, vat: 'included', type: 'grant' } as const
  world = await fundWithSupport(life, size, { languages: [accented] })
  const { db, newId } = world.services
  const id = newId()
  await sql`insert into person (id, email, name, created_at) values (${id}::uuid, 'second@fund.example', 'Second', now())`.execute(
    db,
  )
  await sql`insert into role_assignment (id, person_id, fund_id, role, assigned_at)
    values (${id}::uuid, ${id}::uuid, ${world.fund.fundId}::uuid, 'programme-team', now())`.execute(db)
  second = await world.signedIn(id)
})

describe('the instalments of a grant', () => {
  it('are set within the award, with everything that is wrong said at once', async () => {
    const wrong = await world.team.post(`${managed}/instalments`, {
      ...lines,
      ...line(2, { ...later, pounds: 'much', due: '2099-02-30' }),
      shown: '0',
    })
    assert.equal(wrong.status, 400)
    assert.match(wrong.body, /Instalment 2: the amount must be a number/)
    assert.match(wrong.body, /Instalment 2: the day must be a real date/)
    assert.match(wrong.body, /value="Start"/)
    const beyond = await world.team.post(`${managed}/instalments`, {
      ...lines,
      ...line(2, { ...later, pounds: '12000.01' }),
      shown: '0',
    })
    assert.match(beyond.body, /The instalments come to £20,000.01, and the award is £20,000/)
    const both = await world.team.post(`${managed}/instalments`, {
      ...lines,
      ...line(2, { ...later, title: '', pounds: '12000.01' }),
      ...line(3, { ...later, due: '2099-02-30', pounds: 'much' }),
      shown: '0',
    })
    assert.deepEqual(
      [...both.body.matchAll(/<a href="#([a-z]+-\d)[^"]*">/g)].map(([, field]) => field),
      ['title-2', 'pounds-2', 'due-3', 'pounds-3'],
      'in the order of the page, the sum at the amount with which it is beyond the award',
    )
    assert.match(
      (await world.team.post(`${managed}/instalments`, { shown: '0' })).body,
      /Enter at least one instalment/,
    )
    assert.equal((await world.team.post(`${managed}/instalments`, { ...lines, shown: '0' })).status, 303)
    assert.match(
      (await world.team.post(`${managed}/instalments`, { ...lines, shown: '0' })).body,
      /Somebody changed this/,
    )
    assert.match((await world.council.get(own)).body, /come to £18,000 of £20,000[\s\S]*Case approved[\s\S]*Holds it/)
    assert.equal((await world.council.post(`${managed}/instalments`, { ...lines, shown: '1' })).status, 404)
  })
})

describe('a claim', () => {
  it('has evidence, is within its instalment and not before its day', async () => {
    const none = await claim(1, '5000', [])
    assert.equal(none.status, 400)
    assert.match(none.body, /Select at least one file that shows what the money is for/)
    assert.match(none.body, /value="5000"/)
    assert.doesNotMatch(none.body, /kept from before/)
    assert.match(
      (await claim(1, '8000.01', evidence)).body,
      /Only £8,000 is left of this instalment[\s\S]*kept from before[\s\S]*invoice\.txt/,
    )
    assert.match((await claim(2, '1', evidence)).body, /can be claimed from 1 March 2099/)
    const bad = [{ field: 'files', name: 'invoice.pdf', body: 'no PDF at all' }]
    assert.equal((await claim(1, '5000', bad)).status, 400)
    assert.equal((await claim(1, '5000', [])).status, 303, 'what was sent before is kept')
    assert.match((await world.team.get(managed)).body, /Claim 1, on instalment 1: £5,000[\s\S]*invoice.txt/)
    assert.equal((await claim(7, '1', evidence)).status, 404)
  })

  it('is checked by one person and approved by another, once its condition is met', async () => {
    assert.match((await world.team.get('/home')).body, /Check a claim/)
    assert.equal((await answer(world.team, 1, 'yes')).status, 303)
    assert.match((await answer(world.team, 1, 'yes')).body, /somebody else of the programme team approves it/)
    assert.doesNotMatch((await world.team.get('/home')).body, /Approve a claim/)
    assert.match((await second.get('/home')).body, /Approve a claim/)
    assert.match((await answer(second, 1, 'yes')).body, /A condition holds this instalment: Case approved/)
    const meet = (reason: string) =>
      world.team.post(`${managed}/instalments/1/condition`, { 'condition-reason': reason })
    assert.match((await meet('')).body, /Enter how you know/)
    assert.equal((await meet('The board minuted it')).status, 303)
    assert.match((await meet('Again')).body, /already been dealt with/)
    assert.equal((await answer(second, 1, 'yes')).status, 303)
    assert.match((await answer(second, 1, 'no')).body, /already been dealt with/)
    assert.match((await world.council.get(own)).body, /Approved by Second/)
  })

  it('is paid once, on a day with a reference, and what is refused is free again', async () => {
    const pay = (fields: Readonly<Record<string, string>>) => world.team.post(`${managed}/claims/1/paid`, fields)
    assert.match(
      (await pay(typedOn('paid', addDays(today, 2)))).body,
      /must be today or earlier[\s\S]*Enter the payment reference/,
    )
    assert.match(
      (await pay({ ...typedOn('paid', addDays(today, -1)), reference: 'BACS 71' })).body,
      new RegExp(`must be ${dayInWords(today)}, when it was asked for, or later[\\s\\S]*value="BACS 71"`),
    )
    assert.equal((await pay({ ...typedOn('paid', today), reference: 'BACS 71' })).status, 303)
    assert.match((await pay({ ...typedOn('paid', today), reference: 'BACS 71' })).body, /already been dealt with/)
    assert.match((await world.council.get(own)).body, new RegExp(`Paid on ${dayInWords(today)}, payment BACS 71`))
    assert.equal((await claim(1, '3000', evidence)).status, 303)
    assert.equal((await answer(second, 2, 'no')).status, 303)
    assert.equal((await claim(1, '3000', evidence)).status, 303)
    assert.deepEqual(await statistics(), {
      awarded: '£20,000',
      claimed: '£8,000',
      paid: '£5,000',
      spent: '£0',
      returned: '£0',
    })
  })

  it('keeps its instalment as large as it is, in every later version', async () => {
    const vary = (pounds: string, reason: string) =>
      world.team.post(`${managed}/instalments`, { ...line(1, { ...start, pounds }), shown: '1', reason })
    assert.match((await vary('8000', '')).body, /Enter a reason/)
    assert.match((await vary('7999', 'Less')).body, /£8,000 is claimed of it already/)
    assert.equal((await vary('8000', 'The second half is not needed')).status, 303)
    const { body } = await world.council.get(own)
    assert.match(body, /Version 2[\s\S]*The second half is not needed[\s\S]*Version 1/)
    assert.match(body, /Case approved[\s\S]*Met, as found by team@fund.example/)
  })
})

describe('what a grant was spent on', () => {
  const typed = {
    spent: '4200',
    'spent-what': 'Legal advice',
    name: 'F',
    'job-title': 'Director of finance',
    agreed: 'yes',
  }
  const words = (body: string): string => /name="statement" value="([^"]*)"/.exec(body)?.[1] ?? ''

  it('is stated by the finance officer whom the council named, and by nobody else', async () => {
    assert.equal(words((await world.council.get(own)).body), '')
    const refused = await world.council.post(`${own}/statements`, { ...typed, ...typedOn('until', today) })
    assert.match(refused.body, /Only the finance officer \(section 151\)/)
    const { db } = world.services
    await sql`insert into award_signer (award_id, role, name, job_title, email, named_at)
      values (${world.fund.awards[0]}::uuid, 'section-151', 'F', 'Director', 'lead@council.example', now())`.execute(db)
    const statement = words((await world.council.get(own)).body)
    const sign = (fields: Readonly<Record<string, string>>) =>
      world.council.post(`${own}/statements`, { ...typed, statement, ...typedOn('until', today), ...fields })
    assert.match((await sign({ spent: '5000.01' })).body, /Only £5,000 is left of what was paid and not returned/)
    assert.match((await sign({ agreed: '' })).body, /Select that you agree/)
    assert.match((await sign({ statement: 'Other words' })).body, /Somebody changed this/)
    assert.equal((await sign({})).status, 303)
    assert.match((await world.team.get(managed)).body, /£4,200 until[\s\S]*Signed by F, Director of finance/)
  })

  it('is stated to be less than before only with the reason, which the programme team reads', async () => {
    const { body: page } = await world.council.get(own)
    assert.match(page, /If it is less than before, why\?[\s\S]*£4,200 was stated until/)
    const sign = (fields: Readonly<Record<string, string>>) =>
      world.council.post(`${own}/statements`, {
        ...typed,
        statement: words(page),
        ...typedOn('until', today),
        ...fields,
      })
    const refused = await sign({ spent: '4199.99', 'spent-what': 'Legal advice, less a refund' })
    assert.equal(refused.status, 400)
    assert.match(refused.body, /href="#less-because">Enter why it is less than the £4,200 stated until/)
    assert.match(refused.body, /Legal advice, less a refund/, 'nothing that was typed is lost')
    assert.equal((await statistics()).spent, '£4,200')
    assert.equal((await sign({ spent: '4000', 'less-because': 'The adviser gave £200 back' })).status, 303)
    const { body } = await world.team.get(managed)
    assert.match(body, /£4,000 until[\s\S]*Less than was stated before, because: The adviser gave £200 back/)
    const { rows } = await sql<{ body: string }>`select body from message
      where kind = 'support.grant-use-stated' order by created_at desc, id desc limit 1`.execute(world.services.db)
    assert.match(rows[0]?.body ?? '', /less than was stated before\. Why: The adviser gave £200 back/)
    assert.equal((await sign({ 'less-because': 'Not needed' })).status, 303)
    const again = await world.team.get(managed)
    assert.doesNotMatch(again.body, /Not needed/, 'of what is no less there is no reason')
  })

  it('is stated as it was read in another language, with the English beside it', async () => {
    const statement = words((await world.council.get(own)).body)
    world.council.cookies.set('language', 'cy')
    const read = words((await world.council.get(own)).body)
    assert.match(read, /ûndêr sêctîôn 151/)
    const sign = (signed: string) =>
      world.council.post(`${own}/statements`, { ...typed, statement: signed, ...typedOn('until', today) })
    for (const tampered of [statement, `${read}!`])
      assert.ok((await sign(tampered)).body.includes(inAccents('Somebody changed this')))
    assert.equal((await sign(read)).status, 303)
    world.council.cookies.delete('language')
    const { body } = await world.team.get(managed)
    assert.ok(body.includes(statement) && body.includes(read))
  })

  it('can be stated by an officer with an address of the council who is not one of its people here', async () => {
    const { db, newId } = world.services
    const id = newId()
    await sql`insert into person (id, email, name, created_at) values (${id}::uuid, 'f@council.example', 'F', now())`.execute(
      db,
    )
    const officer = await world.signedIn(id)
    assert.equal((await officer.get(own)).status, 404)
    await sql`update award_signer set email = 'f@council.example'`.execute(db)
    assert.equal((await officer.get(own)).status, 404, 'the address is of nobody')
    await sql`insert into organisation_domain (organisation_id, domain) values ('X-1', 'council.example')`.execute(db)
    assert.notEqual(words((await officer.get(own)).body), '')
    assert.equal(words((await world.council.get(own)).body), '')
  })

  it('leaves what comes back, which is no more than was paid', async () => {
    const give = (returned: string, on = today) =>
      world.team.post(`${managed}/returns`, {
        returned,
        ...typedOn('returned-on', on),
        'return-reference': 'RET 1',
        'return-reason': 'Not spent',
      })
    assert.match((await give('5000.01')).body, /Only £5,000 is left of what was paid/)
    assert.match((await give('800', addDays(today, -1))).body, /when the first payment was made, or later/)
    assert.equal((await give('800')).status, 303)
    assert.match((await world.council.get(own)).body, /The council has £0 to spend, or to give back/)
    assert.equal((await statistics()).returned, '£800')
  })

  it('is reviewed at the end of each year, against the ledger', async () => {
    const year = { ledger: '5000', finding: 'go-on', 'year-reason': 'All is delivered' }
    const none = await world.team.post(`${managed}/year-ends`, { ...year, year: '2020' })
    assert.match(none.body, /Select the year/)
    const { db } = world.services
    await sql`alter table grant_claim disable trigger grant_claim_within_award`.execute(db)
    await sql`update grant_claim set paid_on = '2025-06-01' where paid_on is not null`.execute(db)
    const early = await world.team.post(`${managed}/year-ends`, { ...year, year: '2025', finding: '' })
    assert.match(early.body, /Select whether the grant goes on/)
    assert.equal((await world.team.post(`${managed}/year-ends`, { ...year, year: '2025', ledger: '4999' })).status, 303)
    assert.equal((await world.team.post(`${managed}/year-ends`, { ...year, year: '2025' })).status, 303)
    const { body } = await world.council.get(own)
    assert.match(
      body,
      /2025 to 2026, review 2[\s\S]*Agrees with the ledger[\s\S]*2025 to 2026[\s\S]*Differs from the ledger/,
    )
  })
})

describe('the money of grants', () => {
  it('is part of the spend picture of the fund', async () => {
    const { body } = await world.team.get('/manage/funds/a-fund/support')
    const row = /AWARD-1<[\s\S]*?<\/tr>/.exec(body)?.[0] ?? ''
    const cells = [...row.matchAll(/numeric"[^>]*>([^<]*)</g)].map(([, text]) => text)
    assert.deepEqual(cells, ['£20,000', '£7,200', '£7,200', '£4,200', '£4,200', '£12,800'])
    const csv = (await world.team.get('/manage/funds/a-fund/support/spend.csv')).body
    assert.match(csv, /AWARD-1\/1,AWARD-1,Council 1,Grant,,Start,8000,8000,5000,5000/)
    assert.match(csv, /AWARD-1\/return-1,AWARD-1,Council 1,Grant,,Returned,-800,-800,-800,-800/)
  })

  it('is written about to those whom it concerns, and recorded', async () => {
    const { rows } = await sql<{ kind: string }>`
      select distinct kind from message where kind like 'support.grant%' order by 1`.execute(world.services.db)
    assert.deepEqual(
      rows.map(({ kind }) => kind),
      [
        'support.grant-approved',
        'support.grant-claimed',
        'support.grant-condition-met',
        'support.grant-paid',
        'support.grant-refused',
        'support.grant-returned',
        'support.grant-scheduled',
        'support.grant-use-stated',
        'support.grant-year-reviewed',
      ],
    )
    const { rows: events } = await sql<{ action: string }>`
      select distinct action from audit_event where action like 'grant.%' order by 1`.execute(world.services.db)
    assert.equal(events.length, 8)
  })
})
