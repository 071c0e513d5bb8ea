import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { exampleRecord } from '../../../../tests/support/decided-record.ts'
import { type DecidedRound, decidedRound } from '../../../../tests/support/decided-round.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'
import type { DecidedApplication } from '../../../core/decisions/index.ts'
import { openHighs } from '../../../platform/solver/highs-solver.ts'
import { seedPersonId } from '../../../seeds/people.ts'
import { addDomains, ensurePerson, saveMembership } from '../../accounts/index.ts'
import { tellOutcomes } from '../telling/tell-outcomes.ts'
import { acceptedAwardsOf, awardsToAnswer } from './award-work.store.ts'
import { awardByReference, awardsOf, insertAward } from './awards.store.ts'
import { remindOfConditions } from './remind-of-conditions.ts'

const life = lastFirst({ after })
const record = exampleRecord(await openHighs())
let now = new Date()
const tellAt = new Date(now.getTime() + 300_000)
let round: DecidedRound
let team: TestBrowser
const awards = '/manage/funds/example-fund/finished-round/decisions/awards'
const because = 'The council found that the work takes longer than planned'

before(async () => {
  const decided = { awards: 9, reserves: 3, pounds: 60_000, reserveExpiresOn: '2099-09-30', tellAt }
  round = await decidedRound(life, record, decided, { clock: () => now })
  const teamId = await round.services.db
    .transaction()
    .execute(async (tx) => await seedPersonId(tx, round.services, 'programme', now))
  team = await round.signedIn(teamId)
})

const of = (index: number): DecidedApplication => {
  const found = round.applications[index]
  assert.ok(found)
  return found
}

/** Somebody of a council, with an address of its domain, and a browser in which they are signed in. */
async function somebodyOf({ leadId }: DecidedApplication, name: string, member: boolean) {
  const { db, newId } = round.services
  const domain = `${leadId.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}.example`
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@${domain}`
  const id = await db.transaction().execute(async (tx) => {
    const { person } = await ensurePerson(tx, { id: newId(), email, name, jobTitle: 'Officer', at: now })
    await addDomains(tx, leadId, [domain])
    if (member) {
      const times = { requestedAt: now, decidedAt: now, decidedBy: null }
      await saveMembership(tx, { personId: person.id, organisationId: leadId, state: 'confirmed', ...times })
    }
    return person.id
  })
  return { email, browser: await round.signedIn(id) }
}

const messages = async (kind: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from message where kind = ${kind}`.execute(round.services.db)
  return rows[0]?.count ?? 0
}

const hiddenIn = (body: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1]?.replaceAll('&#39;', '’') ?? ''

/** The fields of the page of whoever signs. */
async function signingOn(browser: TestBrowser, address: string): Promise<Readonly<Record<string, string>>> {
  const { body } = await browser.get(address)
  return {
    statement: hiddenIn(body, 'statement'),
    shown: hiddenIn(body, 'shown'),
    name: 'A Signer',
    'job-title': 'Officer',
    agreed: 'yes',
  }
}

/** Names two signers of a council and has both sign. */
async function acceptFor(application: DecidedApplication) {
  const address = `/applications/${application.reference}/award`
  const lead = await somebodyOf(application, 'Lea Dwyer', true)
  const senior = await somebodyOf(application, 'Sen Iorby', false)
  const money = await somebodyOf(application, 'Mon Eyre', false)
  const named = { name: 'A Signer', 'job-title': 'Officer' }
  for (const [role, { email }] of [
    ['senior-officer', senior],
    ['section-151', money],
  ] as const)
    assert.equal((await lead.browser.post(`${address}/signers`, { ...named, role, email })).status, 303)
  for (const { browser } of [senior, money])
    assert.equal((await browser.post(`${address}/sign`, await signingOn(browser, address))).status, 303)
  return { lead, senior, money, address }
}

/** Orders days of £1,000 for an award from a supplier of its own. @returns the id of the order */
async function orderFor(reference: string, days: number): Promise<string> {
  const { db, newId } = round.services
  const [lot, supplier, order] = [newId(), newId(), newId()]
  const { rows } = await sql<{ id: string; fundId: string; by: string }>`
    select w.id, r.fund_id as "fundId", a.created_by as by from award w join application a on a.id = w.application_id
      join round r on r.id = w.round_id where a.reference = ${reference}`.execute(db)
  const [{ id, fundId, by } = { id: '', fundId: '', by: '' }] = rows
  await sql`insert into support_lot (id, fund_id, name, added_at) values (${lot}::uuid, ${fundId}::uuid, ${lot}, ${now})`.execute(
    db,
  )
  await sql`insert into support_supplier (id, fund_id, name, terms, added_at)
    values (${supplier}::uuid, ${fundId}::uuid, ${supplier}, '', ${now})`.execute(db)
  await sql`insert into support_interest (supplier_id, award_id, number, interested, what, declared_at, declared_by)
    values (${supplier}::uuid, ${id}::uuid, 1, false, '', ${now}, ${by}::uuid)`.execute(db)
  await sql`insert into support_supplier_lot (supplier_id, lot_id) values (${supplier}::uuid, ${lot}::uuid)`.execute(db)
  await sql`insert into support_order (id, reference, award_id, supplier_id, lot_id, work, title, what, terms, tenth_days,
      rate_pence, expenses_pence, vat_percent, due_on, ordered_at)
    values (${order}::uuid, ${order}, ${id}::uuid, ${supplier}::uuid, ${lot}::uuid, 'legal', 'Advice', '', 1, ${days * 10},
      100000, 0, 0, '2099-01-01', ${now})`.execute(db)
  return order
}

describe('awards', () => {
  it('are not told of before the embargo ends, and then once', async () => {
    const lead = await somebodyOf(of(0), 'Lea Dwyer', true)
    const declined = await somebodyOf(of(12), 'Una Wells', true)
    await tellOutcomes(round.services)
    assert.equal((await awardsOf(round.services.db, round.roundId)).length, 0)
    assert.match((await lead.browser.get(`/applications/${of(0).reference}/outcome`)).body, /No outcome yet/)
    assert.match((await team.get(awards)).body, /Everybody is told, and awards are offered, from/)
    assert.equal((await lead.browser.get(`/applications/${of(0).reference}/outcome/letter`)).status, 404)
    now = new Date(tellAt.getTime() + 1000)
    await tellOutcomes(round.services)
    const told = await messages('outcome-told')
    assert.ok(told >= 2)
    await tellOutcomes(round.services)
    assert.equal(await messages('outcome-told'), told)
    const offered = await awardsOf(round.services.db, round.roundId)
    assert.deepEqual(
      new Set(offered.map(({ reference }) => reference)),
      new Set(round.applications.slice(0, 9).map(({ reference }) => reference)),
    )
    assert.match(
      (await lead.browser.get(`/applications/${of(0).reference}/outcome`)).body,
      /is offered an award of £60,000/,
    )
    assert.match(
      (await declined.browser.get(`/applications/${of(12).reference}/outcome`)).body,
      /not offered an award in this round/,
    )
    const pdf = await lead.browser.get(`/applications/${of(0).reference}/outcome/letter`)
    assert.equal(pdf.headers['content-type'], 'application/pdf')
    assert.equal((await declined.browser.get(`/applications/${of(0).reference}/outcome`)).status, 404)
  })

  it('take turns at what is left: of two at once for the last place one is refused', async () => {
    const { db, newId } = round.services
    const row = ({ id, leadId }: DecidedApplication) => ({
      id: newId(),
      roundId: round.roundId,
      applicationId: id,
      organisationId: leadId,
      title: 'At once',
      type: 'grant' as const,
      pounds: 10_000,
      startsOn: null,
      reservePlace: 1,
      at: now,
      by: null,
    })
    let settled = false
    const rolledBack = new Error('rolled back')
    const first = db.transaction().execute(async (tx) => {
      await insertAward(tx, row(of(9)))
      const second = db
        .transaction()
        .execute(async (other) => {
          await insertAward(other, row(of(10)))
          throw rolledBack
        })
        .then(
          () => 'taken',
          (error: Error) => (error === rolledBack ? 'taken' : error.message),
        )
        .finally(() => {
          settled = true
        })
      for (let waits = false; !waits && !settled; ) {
        const { rows } = await sql<{ waits: boolean }>`
          select exists (select from pg_locks where not granted) as waits`.execute(tx)
        waits = rows[0]?.waits === true
      }
      return { second }
    })
    const { second } = await first
    assert.match(await second, /beyond the places, the budget or the cap/)
    const held = await awardByReference(db, of(9).reference)
    assert.ok(held)
    assert.equal((await team.post(`${awards}/${of(9).reference}/withdraw`, { ending: because })).status, 303)
  })

  it('stay within the cap whatever is written', async () => {
    const { db } = round.services
    const pounds = (sum: number) =>
      sql`update award set committed_pounds = ${sum} where application_id = ${of(0).id}::uuid`.execute(db)
    await assert.rejects(pounds(100_001), /beyond the places, the budget or the cap/)
    await pounds(60_000)
  })

  it('are accepted by two people of the council, each for themselves', async () => {
    const address = `/applications/${of(1).reference}/award`
    const lead = await somebodyOf(of(1), 'Lea Dwyer', true)
    const stranger = await somebodyOf(of(2), 'Stray Nger', true)
    assert.equal((await stranger.browser.get(address)).status, 404)
    const both = { role: 'senior-officer', name: 'Lea Dwyer', 'job-title': 'Director', email: lead.email }
    assert.equal((await lead.browser.post(`${address}/signers`, both)).status, 303)
    const twice = await lead.browser.post(`${address}/signers`, { ...both, role: 'section-151' })
    assert.match(twice.body, /must be two people/)
    const wrong = await lead.browser.post(`${address}/signers`, { role: '', name: '', 'job-title': '', email: 'x' })
    assert.equal(wrong.status, 400)
    for (const field of ['#role', '#signer-name', '#signer-job-title', '#email'])
      assert.ok(wrong.body.includes(`href="${field}"`), field)
    const fields = await signingOn(lead.browser, address)
    const unread = await lead.browser.post(`${address}/sign`, { ...fields, agreed: '' })
    assert.match(unread.body, /Select the statement to agree to it/)
    const stale = await lead.browser.post(`${address}/sign`, { ...fields, shown: 'f'.repeat(64) })
    assert.match(stale.body, /was changed while you read it/)
    const waiting = async () => {
      const asked = { organisationIds: [], email: lead.email }
      return (await awardsToAnswer(round.services.db, asked)).map(({ reference, toSign }) => [reference, toSign])
    }
    assert.deepEqual(await waiting(), [[of(1).reference, true]])
    assert.equal((await lead.browser.post(`${address}/sign`, fields)).status, 303)
    assert.deepEqual(await waiting(), [[of(1).reference, false]])
    assert.equal((await awardByReference(round.services.db, of(1).reference))?.state, 'offered')
    await acceptForRest(of(1), lead.browser, address)
    const award = await awardByReference(round.services.db, of(1).reference)
    assert.equal(award?.state, 'accepted')
    assert.equal(award?.version, 1)
    const pdf = await lead.browser.get(`${address}/agreements/1`)
    assert.equal(pdf.headers['content-type'], 'application/pdf')
    assert.equal((await stranger.browser.get(`${address}/agreements/1`)).status, 404)
  })

  it('can pay for a strategic review of the council, once they are accepted', async () => {
    const { db } = round.services
    const [own, other] = [of(1), of(2)]
    const accepted = await acceptedAwardsOf(db, [own.leadId, other.leadId])
    assert.deepEqual(
      accepted.map(({ reference, organisationId }) => [reference, organisationId]),
      [[own.reference, own.leadId]],
    )
    const { browser } = await somebodyOf(own, 'Lea Dwyer', true)
    assert.match((await browser.get(`/applications/${own.reference}/award`)).body, /href="\/reviews\/new"/)
    assert.match((await browser.get('/reviews/new')).body, new RegExp(`<option value="${own.reference}"`))
    const asked = { council: own.leadId, title: 'Libraries', depth: 'quick' }
    assert.equal((await browser.post('/reviews/new', { ...asked, award: other.reference })).status, 404)
    const started = await browser.post('/reviews/new', { ...asked, award: own.reference })
    const overview = (await browser.get(String(started.headers.location))).body
    assert.ok(overview.includes(`href="/applications/${own.reference}/award"`))
  })

  it('keep what was agreed in force until both have signed the change', async () => {
    const { senior, money, address } = await acceptFor(of(3))
    const managed = `${awards}/${of(3).reference}`
    const { body } = await team.get(managed)
    const change = {
      shown: hiddenIn(body, 'shown'),
      title: 'Libraries',
      pounds: '£70,000',
      'starts-day': '',
      'starts-month': '',
      'starts-year': '',
      'ends-day': '31',
      'ends-month': 'March',
      'ends-year': '2099',
      'condition-0': 'Publish the business case',
      'condition-0-due-day': '1',
      'condition-0-due-month': '2',
      'condition-0-due-year': '2099',
      reason: because,
    }
    assert.match((await team.post(managed, { ...change, pounds: '100001' })).body, /worth £100,000 at most/)
    assert.equal((await team.post(managed, change)).status, 303)
    assert.match((await team.post(managed, change)).body, /somebody changed it while you read the page/)
    const waiting = await awardByReference(round.services.db, of(3).reference)
    assert.deepEqual([waiting?.pounds, waiting?.committedPounds, waiting?.version], [60_000, 70_000, 1])
    for (const { browser } of [senior, money])
      assert.equal((await browser.post(`${address}/sign`, await signingOn(browser, address))).status, 303)
    const changed = await awardByReference(round.services.db, of(3).reference)
    assert.deepEqual(
      [changed?.pounds, changed?.committedPounds, changed?.version, changed?.title, changed?.endsOn],
      [70_000, 70_000, 2, 'Libraries', '2099-03-31'],
    )
    const { body: after } = await senior.browser.get(address)
    const again = { ...change, title: 'Smaller libraries', pounds: '80000' }
    const shown = hiddenIn((await team.get(managed)).body, 'shown')
    assert.equal((await team.post(managed, { ...again, shown })).status, 303)
    const terms = { shown: hiddenIn((await senior.browser.get(address)).body, 'shown'), 'terms-reason': ' ' }
    assert.match((await senior.browser.post(`${address}/decline-terms`, terms)).body, /Enter the reason/)
    const saying = { ...terms, 'terms-reason': 'The library closes' }
    assert.equal((await senior.browser.post(`${address}/decline-terms`, saying)).status, 303)
    assert.equal((await senior.browser.post(`${address}/decline-terms`, saying)).status, 400)
    const kept = await awardByReference(round.services.db, of(3).reference)
    assert.deepEqual(
      [kept?.state, kept?.version, kept?.pounds, kept?.committedPounds, kept?.title],
      ['accepted', 2, 70_000, 70_000, 'Libraries'],
    )
    assert.doesNotMatch((await senior.browser.get(address)).body, /Decline the change|id="sign"/)
    for (const words of ['Publish the business case', 'In force', 'Replaced', because])
      assert.ok(after.includes(words), words)
  })

  it('remind the council and its signers of a condition once each: a month and a week before, and on the day', async () => {
    const before = now
    const people = [
      await somebodyOf(of(3), 'Lea Dwyer', true),
      await somebodyOf(of(3), 'Sen Iorby', false),
      await somebodyOf(of(3), 'Mon Eyre', false),
    ].map(({ email }) => email)
    const sentTo = async (): Promise<number> => {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from message
        where kind = 'conditions-due' and recipient = any(${people}::text[])`.execute(round.services.db)
      return rows[0]?.count ?? 0
    }
    const remindedOn = async (day: string): Promise<number> => {
      now = new Date(`${day}T08:12:00Z`)
      const sent = await sentTo()
      await remindOfConditions(round.services)
      return (await sentTo()) - sent
    }
    try {
      assert.equal(await remindedOn('2099-01-01'), 0)
      assert.equal(await remindedOn('2099-01-02'), 3)
      assert.equal(await remindedOn('2099-01-24'), 0)
      assert.equal(await remindedOn('2099-01-26'), 3)
      assert.equal(await remindedOn('2099-02-01'), 3)
      assert.equal(await remindedOn('2099-02-01'), 0)
      assert.equal(await remindedOn('2099-02-02'), 0)
    } finally {
      now = before
    }
    const { rows } = await sql<{ body: string }>`
      select body from message where kind = 'conditions-due' limit 1`.execute(round.services.db)
    assert.match(rows[0]?.body ?? '', /By 1 February 2099: Publish the business case/)
  })

  it('are neither lowered below what is ordered for them nor withdrawn while anything is', async () => {
    const { senior, money, address } = await acceptFor(of(5))
    const managed = `${awards}/${of(5).reference}`
    const change = async (pounds: string, fields: Readonly<Record<string, string>> = {}) => {
      const shown = hiddenIn((await team.get(managed)).body, 'shown')
      return await team.post(managed, { shown, title: 'Parks', pounds, reason: because, ...fields })
    }
    const order = await orderFor(of(5).reference, 45)
    const lowered = await change('44999', { 'condition-0': 'Publish the plan' })
    assert.match(lowered.body, /£45,000 is ordered or claimed for this award already\. Enter as much or more/)
    assert.match(lowered.body, /value="44999"[\s\S]*Publish the plan/)
    assert.match(
      (await team.post(`${managed}/withdraw`, { ending: because })).body,
      /£45,000 is ordered or claimed for this award already, so it cannot be withdrawn/,
    )
    assert.equal((await change('45000')).status, 303)
    await orderFor(of(5).reference, 1)
    const signed = await senior.browser.post(`${address}/sign`, await signingOn(senior.browser, address))
    assert.match(
      signed.body,
      /£46,000 is ordered or claimed for this award already, which is more than this version has/,
    )
    await sql`update support_order set withdrawn_at = ${now}, reason = 'Too much' where id = ${order}::uuid`.execute(
      round.services.db,
    )
    for (const { browser } of [senior, money])
      assert.equal((await browser.post(`${address}/sign`, await signingOn(browser, address))).status, 303)
    assert.equal((await awardByReference(round.services.db, of(5).reference))?.pounds, 45_000)
  })

  it('that are declined go to the next on the reserve list, by a person', async () => {
    const lead = await somebodyOf(of(4), 'Lea Dwyer', true)
    const address = `/applications/${of(4).reference}/award`
    assert.match((await lead.browser.post(`${address}/decline`, { reason: ' ' })).body, /Enter the reason/)
    assert.equal((await lead.browser.post(`${address}/decline`, { reason: 'The leader changed' })).status, 303)
    assert.match((await team.get(awards)).body, new RegExp(`\\(${of(10).reference}\\) is next`))
    const offer = (reference: string, pounds: string) => team.post(`${awards}/reserve`, { reference, pounds })
    assert.match((await offer(of(11).reference, '50000')).body, /Somebody else is next/)
    assert.match((await offer(of(10).reference, '0')).body, /Enter a sum in whole pounds/)
    assert.equal((await offer(of(10).reference, '50,000')).status, 303)
    const award = await awardByReference(round.services.db, of(10).reference)
    assert.deepEqual([award?.pounds, award?.reservePlace, award?.state], [50_000, 2, 'offered'])
    const again = await lead.browser.post(`${address}/decline`, { reason: 'Again' })
    assert.match(again.body, /no award that waits/)
    await assert.rejects(
      sql`update award set state = 'offered' where application_id = ${of(4).id}::uuid`.execute(round.services.db),
      /stay as they are/,
    )
  })
})

async function acceptForRest(application: DecidedApplication, lead: TestBrowser, address: string): Promise<void> {
  const money = await somebodyOf(application, 'Mon Eyre', false)
  const named = { role: 'section-151', name: 'Mon Eyre', 'job-title': 'Director of finance', email: money.email }
  assert.equal((await lead.post(`${address}/signers`, named)).status, 303)
  assert.equal((await money.browser.post(`${address}/sign`, await signingOn(money.browser, address))).status, 303)
}
