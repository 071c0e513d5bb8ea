import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type FundWithSupport, fundWithSupport } from '../../../../tests/support/fund-with-support.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'

const life = lastFirst({ after })
let world: FundWithSupport
const managed = '/manage/funds/a-fund/support'
const award = `${managed}/awards/AWARD-1`
const own = '/applications/AWARD-1/support'

before(async () => {
  world = await fundWithSupport(life, { awards: 2, pounds: 20_000, budgetPounds: 30_000, vat: 'included' })
})

const ordered = {
  work: 'legal',
  title: 'Legal advice',
  what: 'Advise on the form',
  rate: '1000',
  expenses: '',
  vat: '20',
}
const due = { 'due-day': '1', 'due-month': '3', 'due-year': '2099' }

/** What somebody orders by the form. */
async function order(
  fields: Readonly<Record<string, string>> = {},
): Promise<{ status: number; body: string; reference: string }> {
  const offer = `${world.fund.supplierId}/${world.fund.lotId}`
  const {
    status,
    body,
    location = '',
  } = await world.team.post(`${award}/orders/new`, { ...ordered, ...due, days: '5', offer, ...fields })
  return { status, body, reference: location.split('/').at(-1) ?? '' }
}

const events = async (action: string): Promise<number> => {
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int as count from audit_event where action = ${action}`.execute(world.services.db)
  return rows[0]?.count ?? 0
}

const withdraw = async (reference: string): Promise<void> => {
  const answer = await world.team.post(`${managed}/orders/${reference}/withdraw`, {
    'withdraw-reason': 'No longer needed',
  })
  assert.equal(answer.status, 303)
}

describe('ordering support', () => {
  it('counts against the award, and is seen by the council and the supplier', async () => {
    const { status, reference } = await order()
    assert.equal(status, 303)
    assert.match((await world.team.get(award)).body, /left<\/dt><dd[^>]*>£14,000</)
    for (const [browser, address] of [
      [world.council, `${own}/orders/${reference}`],
      [world.supplier, `/support/orders/${reference}`],
    ] as const)
      assert.match((await browser.get(address)).body, /£6,000/)
    assert.equal((await world.council.get(`/applications/AWARD-2/support/orders/${reference}`)).status, 404)
    assert.equal((await world.council.get(`/support/orders/${reference}`)).status, 404)
    await withdraw(reference)
    assert.match((await world.team.get(award)).body, /left<\/dt><dd[^>]*>£20,000</)
  })

  it('beyond the award is refused, says what is left and for how many days it is enough, and keeps what was typed', async () => {
    const { status, body } = await order({ days: '17' })
    assert.equal(status, 400)
    assert.match(
      body,
      /This order costs £20,400 but only £20,000 of the award is left, enough for 16 days at this rate before expenses/,
    )
    assert.match(body, /value="17"/)
    assert.equal(await events('support.order-refused'), 1)
  })

  it('beyond the fund is refused as well', async () => {
    const offer = `${world.fund.supplierId}/${world.fund.lotId}`
    const first = await world.team.post(`${managed}/awards/AWARD-2/orders/new`, {
      ...ordered,
      ...due,
      days: '15',
      offer,
    })
    assert.equal(first.status, 303)
    const { body } = await order({ days: '12' })
    assert.match(body, /only £12,000 of the whole fund is left/)
    await withdraw(first.location?.split('/').at(-1) ?? '')
  })

  it('of options advice from somebody with an interest is refused until the interest is waived', async () => {
    const said = { supplier: world.fund.supplierId, application: 'AWARD-1', interested: 'yes' }
    assert.match(
      (await world.supplier.post('/support/interests', { ...said, what: '' })).body,
      /Enter what is to be done|Enter/,
    )
    assert.equal(
      (await world.supplier.post('/support/interests', { ...said, what: 'We may bid to run it' })).status,
      303,
    )
    const refused = await order({ work: 'options-appraisal' })
    assert.match(refused.body, /has an interest in the service, so it cannot advise on the options/)
    assert.match((await world.council.get(own)).body, /We may bid to run it[\s\S]*cannot be given options advice/)
    assert.match(
      (await world.team.post(`${award}/waivers`, { supplier: world.fund.supplierId, reason: '' })).body,
      /Enter a reason/,
    )
    assert.equal(
      (await world.team.post(`${award}/waivers`, { supplier: world.fund.supplierId, reason: 'Advice alone' })).status,
      303,
    )
    const { reference, status } = await order({ work: 'options-appraisal' })
    assert.equal(status, 303)
    assert.match((await world.council.get(own)).body, /Waived by team@fund.example: Advice alone/)
    assert.equal(await events('support.interest-waived'), 1)
    await withdraw(reference)
  })

  it('of a kind of help that is not bought under the lot is refused, whatever its name', async () => {
    assert.equal(
      (
        await world.team.post(`${managed}/lots`, {
          'lot-name': 'Options',
          works: ['hr', 'engagement', 'gardening'],
          award: 'AWARD-1',
        })
      ).status,
      303,
    )
    const page = (await world.team.get(`${managed}/suppliers`)).body
    assert.match(page, /Options<\/td>\s*<td[^>]*>Staff and pensions \(HR\), Engaging staff and users<\/td>/)
    const lot = page.match(/name="lots" type="checkbox" value="([^"]+)"[^>]*>\s*<label[^>]*>\s*Options/)?.[1] ?? ''
    assert.equal(
      (
        await world.team.post(`${managed}/suppliers/${world.fund.supplierId}`, {
          name: 'Supplier',
          terms: '',
          lots: [world.fund.lotId, lot],
        })
      ).status,
      303,
    )
    const offer = `${world.fund.supplierId}/${lot}`
    const before = await events('support.order-refused')
    for (const work of ['options-appraisal', 'legal', 'finance', 'tax', 'implementation-plan']) {
      const { status, body } = await order({ offer, work, days: '1' })
      assert.equal(status, 400, work)
      assert.match(body, /not bought under the lot “Options”, which is for: Staff and pensions \(HR\), Engaging staff/)
      assert.match(body, /value="Legal advice"/)
    }
    assert.equal(await events('support.order-refused'), before + 5)
    for (const work of ['hr', 'engagement']) {
      const { status, reference } = await order({ offer, work, days: '1' })
      assert.equal(status, 303, work)
      await withdraw(reference)
    }
  })

  it('says everything that is wrong at once', async () => {
    const { body } = await order({ days: '0', rate: 'much', title: '', work: '', vat: '', 'due-year': '2001' })
    for (const text of [
      'The days must be 0.1 or more',
      'The day rate must be a number',
      'Enter a title',
      'Select the kind of help',
      'Select the rate of VAT',
      'must be today or later',
    ])
      assert.match(body, new RegExp(text), text)
  })
})

describe('what a council needs', () => {
  it('is said by the council and the programme team, each time anew', async () => {
    const first = await world.council.post(`${own}/needs`, {
      'legal-level': 'some',
      'legal-what': 'Legal form',
      'tax-level': 'much',
    })
    assert.match(first.body, /Tax and VAT: enter what it is needed for/)
    assert.equal(
      (await world.council.post(`${own}/needs`, { 'legal-level': 'some', 'legal-what': 'Legal form' })).status,
      303,
    )
    assert.equal(
      (await world.team.post(`${award}/needs`, { 'legal-level': 'much', 'legal-what': 'Legal form' })).status,
      303,
    )
    assert.match((await world.council.get(own)).body, /Legal advice[\s\S]*A lot[\s\S]*team@fund.example/)
    const { rows: told } = await sql<{ recipient: string }>`
      select recipient from message where kind = 'support.needs-said' order by recipient`.execute(world.services.db)
    assert.deepEqual(
      told.map(({ recipient }) => recipient),
      ['lead@council.example', 'team@fund.example'],
    )
    const { rows } = await sql`select number from support_need`.execute(world.services.db)
    assert.equal(rows.length, 2)
  })

  it('is needed by a day that is not past, or that was said before it passed', async () => {
    const past = { 'tax-by-day': '1', 'tax-by-month': '2', 'tax-by-year': '2020' }
    const need = { 'tax-level': 'some', 'tax-what': 'VAT', ...past }
    assert.match(
      (await world.council.post(`${own}/needs`, need)).body,
      /Tax and VAT: the date it is needed by must be today/,
    )
    await sql`insert into support_need (award_id, work, number, level, what, needed_by, said_at, said_by)
      select w.id, 'tax', 1, 'some', 'Tax', '2020-02-01', now(), p.id from award w, person p, application a
      where a.id = w.application_id and a.reference = 'AWARD-1' and p.email = 'lead@council.example'`.execute(
      world.services.db,
    )
    assert.equal((await world.council.post(`${own}/needs`, need)).status, 303)
  })
})

describe('what an order delivers', () => {
  const files = [{ field: 'files', name: 'report.txt', body: 'What we advise' }]
  const dueThen = { 'deliverable-due-day': '1', 'deliverable-due-month': '2', 'deliverable-due-year': '2099' }

  it('is accepted by the council and the programme team, after it was sent back once', async () => {
    const { reference } = await order()
    const at = {
      team: `${managed}/orders/${reference}`,
      council: `${own}/orders/${reference}`,
      supplier: `/support/orders/${reference}`,
    }
    assert.match(
      (await world.team.post(`${at.team}/deliverables`, { deliverable: 'Report', price: '5000.01', ...dueThen })).body,
      /Only £5,000 of the order is left/,
    )
    assert.equal(
      (await world.team.post(`${at.team}/deliverables`, { deliverable: 'Report', price: '5000', ...dueThen })).status,
      303,
    )
    assert.match(
      (await world.supplier.postFiles(`${at.supplier}/deliverables/1/deliveries`, { note: '' }, files)).body,
      /Enter what is delivered[\s\S]*kept from before[\s\S]*report\.txt/,
    )
    const bad = [{ field: 'files', name: 'report.pdf', body: 'no PDF at all' }]
    assert.equal(
      (await world.supplier.postFiles(`${at.supplier}/deliverables/1/deliveries`, { note: 'Here' }, bad)).status,
      400,
    )
    assert.equal(
      (await world.supplier.postFiles(`${at.supplier}/deliverables/1/deliveries`, { note: 'Here' }, [])).status,
      303,
    )
    assert.match((await world.council.get(at.council)).body, /report\.txt/, 'what was kept is delivered')
    const again = await world.supplier.postFiles(
      `${at.supplier}/deliverables/1/deliveries`,
      { note: 'And here' },
      files,
    )
    assert.match(again.body, /already been delivered/)
    for (const [browser, words] of [
      [world.council, /Accept or send back/],
      [world.team, /Accept or send back/],
    ] as const)
      assert.match((await browser.get('/home')).body, words)
    assert.doesNotMatch((await world.supplier.get('/home')).body, /Support for Council 1/)
    const say = (browser: TestBrowser, address: string, delivery: string, answer: string) =>
      browser.post(`${address}/deliverables/1/answers`, { delivery, answer, 'answer-reason': 'As we see it' })
    assert.equal((await say(world.council, at.council, '1', 'no')).status, 303)
    assert.match((await say(world.team, at.team, '1', 'yes')).body, /already been dealt with/)
    assert.match((await world.supplier.get('/home')).body, /Support for Council 1[\s\S]*sent back[\s\S]*Deliver again/)
    assert.equal(
      (await world.supplier.postFiles(`${at.supplier}/deliverables/1/deliveries`, { note: 'Better' }, files)).status,
      303,
    )
    assert.match((await say(world.team, at.team, '1', 'yes')).body, /already been dealt with/)
    assert.equal((await say(world.team, at.team, '2', 'yes')).status, 303)
    assert.doesNotMatch((await world.supplier.get(at.supplier)).body, />\s*Accepted\s*</)
    assert.equal((await say(world.council, at.council, '2', 'yes')).status, 303)
    assert.doesNotMatch((await world.council.get('/home')).body, /Support for Council 1/)
    const { body } = await world.supplier.get(at.supplier)
    assert.match(body, />\s*Accepted\s*</)
    assert.match(body, /Delivery 1[\s\S]*sent back[\s\S]*Delivery 2[\s\S]*Better/)
    assert.match(
      (await world.team.post(`${at.team}/withdraw`, { 'withdraw-reason': 'Late' })).body,
      /delivered already/,
    )
    await changes(reference, at)
  })

  /** Of that order, of which £5,000 is delivered. */
  async function changes(
    reference: string,
    at: Readonly<Record<'team' | 'council' | 'supplier', string>>,
  ): Promise<void> {
    const terms = { rate: '1000', expenses: '', vat: '20', ...due, 'change-reason': 'There is more to do' }
    assert.match(
      (await world.supplier.post(`${at.supplier}/changes`, { ...terms, days: '4' })).body,
      /costs £5,000 without VAT/,
    )
    assert.match(
      (await world.supplier.post(`${at.supplier}/changes`, { ...terms, days: '17' })).body,
      /only £20,000 of the award is left/,
    )
    assert.match(
      (await world.supplier.post(`${at.supplier}/changes`, { ...terms, days: '5' })).body,
      /Change something/,
    )
    assert.equal((await world.supplier.post(`${at.supplier}/changes`, { ...terms, days: '8' })).status, 303)
    assert.match(
      (await world.council.post(`${at.council}/changes`, { ...terms, days: '7' })).body,
      /Another change waits/,
    )
    const agree = { answer: 'yes', 'answer-reason': 'It is needed' }
    for (const browser of [world.council, world.team])
      assert.match((await browser.get('/home')).body, /A change of the order is asked for[\s\S]*Agree or refuse/)
    assert.equal((await world.council.post(`${at.council}/changes/2/answers`, agree)).status, 303)
    assert.doesNotMatch((await world.council.get('/home')).body, /Agree or refuse/)
    assert.match((await world.team.get('/home')).body, /Agree or refuse/)
    assert.match((await world.team.get(award)).body, /left<\/dt><dd[^>]*>£14,000</)
    assert.equal((await world.team.post(`${at.team}/changes/2/answers`, agree)).status, 303)
    assert.match((await world.team.get(award)).body, /left<\/dt><dd[^>]*>£10,400</)
    assert.equal((await world.team.post(`${at.team}/changes`, { ...terms, days: '9' })).status, 303)
    assert.equal((await world.council.post(`${at.council}/changes/3/answers`, { ...agree, answer: 'no' })).status, 303)
    assert.match((await world.team.get(at.team)).body, /Refused[\s\S]*In force[\s\S]*Replaced/)
    assert.match((await world.team.get(award)).body, /left<\/dt><dd[^>]*>£10,400</)
    const { rows } = await sql<{
      kind: string
    }>`select distinct kind from message where kind like 'support.%' order by 1`.execute(world.services.db)
    assert.ok(
      [
        'support.accepted',
        'support.change-agreed',
        'support.change-asked',
        'support.change-refused',
        'support.delivered',
        'support.ordered',
        'support.sent-back',
      ].every((kind) => rows.some((row) => row.kind === kind)),
      `${reference} ${JSON.stringify(rows)}`,
    )
  }
})
