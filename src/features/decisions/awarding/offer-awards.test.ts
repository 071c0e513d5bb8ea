import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { sql } from 'kysely'
import { accented, inAccents } from '../../../../tests/support/accented.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import {
  askToSign,
  awardsAddress as awards,
  offeredAwards,
  sign,
  signingOn,
} from '../../../../tests/support/offered-awards.ts'
import type { DecidedApplication } from '../../../core/decisions/index.ts'
import { tellOutcomes } from '../telling/tell-outcomes.ts'
import { acceptedAwardsOf, awardsToAnswer } from './award-work.store.ts'
import { awardByReference, awardsOf, insertAward } from './awards.store.ts'

const life = lastFirst({ after })
const { round, team, clock, of, tell, somebodyOf } = await offeredAwards(life, { languages: [accented] })

const messages = async (kind: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from message where kind = ${kind}`.execute(round.services.db)
  return rows[0]?.count ?? 0
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
    await tell()
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
      at: clock.now,
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
    assert.equal(
      (
        await team.post(`${awards}/${of(9).reference}/withdraw`, {
          ending: 'It was offered at once with another, to see which of the two waits',
        })
      ).status,
      303,
    )
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
    const elsewhere = { role: 'section-151', name: 'Mon Eyre', 'job-title': 'Treasurer', email: 'mon@mail.example' }
    assert.equal((await lead.browser.post(`${address}/signers`, elsewhere)).status, 303)
    assert.match((await lead.browser.get(address)).body, /Mon Eyre is asked to sign\. Their address is not of a domain/)
    const money = await somebodyOf(of(1), 'Mon Eyre', false)
    await askToSign(lead, address, 'section-151', money)
    const { statement = '' } = await signingOn(money.browser, address)
    money.browser.cookies.set('language', 'cy')
    const reading = await signingOn(money.browser, address)
    for (const tampered of [statement, `${reading.statement}!`]) {
      const refused = await money.browser.post(`${address}/sign`, { ...reading, statement: tampered })
      assert.ok(refused.body.includes(inAccents('was changed while you read it')))
    }
    await sign(money.browser, address)
    const { rows: signatures } = await sql`
      select statement, read_statement as read, read_language as language from award_signature
      where role = 'section-151' and award_id = (select id from award where application_id = ${of(1).id}::uuid)`.execute(
      round.services.db,
    )
    assert.deepEqual(signatures, [{ statement, read: reading.statement, language: 'cy' }])
    assert.notEqual(reading.statement, statement)
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

  it('that are declined go to the next on the reserve list, by a person', async () => {
    const lead = await somebodyOf(of(4), 'Lea Dwyer', true)
    const address = `/applications/${of(4).reference}/award`
    assert.match((await lead.browser.post(`${address}/decline`, { reason: ' ' })).body, /Enter the reason/)
    const other = await somebodyOf(of(4), 'Max Mayor', true)
    assert.equal((await lead.browser.post(`${address}/decline`, { reason: 'The leader changed' })).status, 303)
    const { rows: told } = await sql<{ recipient: string; body: string }>`
      select recipient, body from message where kind = 'award-declined-for-you' order by created_at, id`.execute(
      round.services.db,
    )
    assert.ok(told.some(({ recipient }) => recipient === other.email))
    assert.match(told[0]?.body ?? '', /Lea Dwyer has declined the award[\s\S]*Why: The leader changed/)
    assert.match((await team.get(awards)).body, new RegExp(`\\(${of(10).reference}\\) is next`))
    const offer = (reference: string, pounds: string) => team.post(`${awards}/reserve`, { reference, pounds })
    assert.match((await offer(of(11).reference, '50000')).body, /Somebody else is next/)
    assert.match((await offer(of(10).reference, '0')).body, /Enter a sum in whole pounds/)
    assert.equal((await offer(of(10).reference, '50,000')).status, 303)
    const award = await awardByReference(round.services.db, of(10).reference)
    assert.deepEqual([award?.pounds, award?.reservePlace, award?.state], [50_000, 2, 'offered'])
    const again = await lead.browser.post(`${address}/decline`, { reason: 'Again' })
    assert.match(again.body, /already been done, or the award has changed/)
    await assert.rejects(
      sql`update award set state = 'offered' where application_id = ${of(4).id}::uuid`.execute(round.services.db),
      /stay as they are/,
    )
  })
})
