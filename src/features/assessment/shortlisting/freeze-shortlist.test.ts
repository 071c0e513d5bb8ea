import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type AssessedRound, assessedRound } from '../../../../tests/support/assessed-round.ts'
import { everyPage } from '../../../../tests/support/every-page.ts'
import { hiddenIn } from '../../../../tests/support/hidden-in.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'
import { canonicalJson } from '../../../core/canonical/index.ts'
import type { ShortlistDocument } from '../../../core/shortlist/index.ts'
import { ukParts } from '../../../core/time/uk-moment.ts'
import { type SeedRole, seedPeopleByRole, seedPersonId } from '../../../seeds/people.ts'
import { giveRole, saveMembership, saveOrganisation } from '../../accounts/index.ts'
import { roundById } from '../../funds/index.ts'
import { rankWords } from './describe-shortlist.messages.ts'
import { shortlistOf } from './shortlist.store.ts'
import { tellShortlists } from './tell-applicants.ts'

let round: AssessedRound
let team: TestBrowser
let panel: TestBrowser
let panelId: string
const life = lastFirst({ after })
const qualified = 'Accounts qualified two years running by the external auditor'
const list = () => `${round.path}/shortlist`

const personId = async (role: SeedRole): Promise<string> =>
  await round.services.db
    .transaction()
    .execute(async (tx) => await seedPersonId(tx, round.services, role, round.services.clock()))

before(async () => {
  round = await assessedRound(life, { applications: 70, assessors: 12, stage: 'closed' })
  panelId = await personId('panel')
  team = await round.signedIn(await personId('programme'))
  panel = await round.signedIn(panelId)
})

/** References in the order of the list, page after page, with whether each is on the shortlist. */
async function listed(): Promise<readonly { reference: string; yes: boolean }[]> {
  const bodies = await everyPage(team, list())
  return [...bodies.join('').matchAll(/<tr class="govuk-table__row">(.*?)<\/tr>/gs)].flatMap(([, row = '']) => {
    const reference = /DD-\d{4}-[0-9A-Z]{4}-[0-9A-Z]/.exec(row)?.[0]
    return reference === undefined ? [] : [{ reference, yes: row.includes('<strong>Yes</strong>') }]
  })
}

/** A moment as it is typed, so many minutes from now. */
function typedMoment(minutes: number): Record<string, string> {
  const { day, month, year, hour, minute } = ukParts(new Date(Date.now() + minutes * 60_000))
  return { 'tell-day': day, 'tell-month': month, 'tell-year': year, 'tell-clock': `${hour}:${minute}` }
}

/** One more opinion that nobody has given yet. */
async function askedForOneMore(): Promise<{ readonly reference: string; readonly name: string }> {
  const { rows } = await sql<{ reference: string; name: string }>`
    with asked as (
      insert into assignment (id, application_id, person_id, why, assigned_at)
      select gen_random_uuid(), a.id, s.person_id, 'extra', now() from application a, assessor s
      where a.round_id = ${round.roundId}::uuid and a.state = 'submitted' and s.round_id = a.round_id
        and not exists (select from assignment g where g.application_id = a.id and g.person_id = s.person_id)
        and not exists (select from review v where v.application_id = a.id and v.person_id = s.person_id)
      limit 1 returning application_id, person_id)
    select a.reference, p.name from asked g join application a on a.id = g.application_id
    join person p on p.id = g.person_id`.execute(round.services.db)
  assert.ok(rows[0])
  return rows[0]
}

/** Without the whole page when it fails. */
const has = (body: string, words: RegExp) => assert.ok(words.test(body), String(words))

const shownIn = (body: string): string => /name="shown" value="([0-9a-f]{64})"/.exec(body)?.[1] ?? ''

it('says what ranks are of, however many reach the thresholds', () => {
  const calibration = { use: 'advice', noneUpTo: 15 } as const
  const words = (ranks: readonly (number | null)[]) =>
    rankWords(
      ranks.map((rank) => ({ rank })),
      { calibration },
    )
  assert.equal(words([null, null]), 'No application reaches every threshold, so none has a rank.')
  assert.match(words([1, null]), /^One application reaches every threshold and has a rank\./)
  assert.match(words([1, 2, 2, null]), /^Ranks are among the 3 applications that reach every threshold\./)
})

describe('deciding on a shortlist', () => {
  it('proposes as many as the sealed rules say, in bands, without decimals that mean nothing', async () => {
    const { body } = await team.get(list())
    has(body, /The sealed rules propose 20\. No decision departs from that\./)
    has(body, /Ranks are among the \d+ applications that reach every threshold\./)
    has(body, /Too close to tell/)
    const rows = await listed()
    assert.equal(rows.filter(({ yes }) => yes).length, 20)
    for (const page of await everyPage(team, list()))
      assert.doesNotMatch(page.replaceAll(/<svg.*?<\/svg>/gs, ''), /\d\.\d\d/)
  })

  it('wants a named rule and a reason to depart from the proposal, and none to follow it', async () => {
    const [first] = await listed()
    const address = `${list()}/applications/${first?.reference}`
    const seen = async () => hiddenIn((await panel.get(address)).body, 'seen')
    assert.equal((await panel.post(address, { chosen: 'yes' })).status, 303)
    const { status, body } = await panel.post(address, { chosen: 'no', rule: '', reason: ' ', seen: await seen() })
    assert.equal(status, 400)
    for (const words of ['Select the rule under which you depart', 'Enter the reason for departing'])
      assert.ok(body.includes(words))
    has((await panel.get(address)).body, /It is “Clear in”: the reason has at least 8 words/)
    const thin = await panel.post(address, {
      chosen: 'no',
      rule: 'near-tie',
      reason: 'Accounts qualified',
      seen: await seen(),
    })
    assert.equal(thin.status, 400)
    has(thin.body, /The scores do tell it from the others/)
    has(thin.body, /the reason must say more: at least 8 words/)
    const departing = { chosen: 'no', rule: 'assurance', reason: qualified, seen: await seen() }
    assert.equal((await panel.post(address, departing)).status, 303)
    // Whoever looks, the one who decided is named.
    for (const who of [team, panel]) {
      const { body: now } = await who.get(list())
      has(now, /Checks found a risk: Accounts qualified two years running by the external auditor \(David Osei\)/)
      has(now, /The sealed rules propose 20\. People left 1 of them out, which makes 19\./)
    }
  })

  it('takes nothing that misses a sealed threshold', async () => {
    const rows = await listed()
    const body = (await everyPage(team, list())).join('')
    const below = rows.findLast(({ reference }) =>
      body.split(`>${reference}<`)[1]?.split('</tr>')[0]?.includes('Below a threshold'),
    )
    assert.ok(below)
    const answer = await panel.post(`${list()}/applications/${below.reference}`, {
      chosen: 'yes',
      rule: 'near-tie',
      reason: 'We like it',
    })
    assert.equal(answer.status, 400)
    assert.match(answer.body, /It does not reach the sealed thresholds/)
  })

  it('keeps somebody from an application of the body that they work for', async () => {
    const { db, clock } = round.services
    const reference = (await listed())[3]?.reference ?? ''
    const { rows } = await sql<{ leadId: string }>`
      select lead_id as "leadId" from application where reference = ${reference}`.execute(db)
    const organisationId = rows[0]?.leadId ?? ''
    const at = clock()
    await db.transaction().execute(async (tx) => {
      const membership = { personId: panelId, organisationId, requestedAt: at, decidedAt: at, decidedBy: null }
      await saveMembership(tx, { ...membership, state: 'confirmed' })
    })
    assert.equal((await panel.get(`${list()}/applications/${reference}`)).status, 404)
    assert.equal((await panel.post(`${list()}/applications/${reference}`, { chosen: 'yes' })).status, 404)
    assert.equal((await team.get(`${list()}/applications/${reference}`)).status, 200)
    has((await panel.get(list())).body, /You have a conflict, and do not decide on it/)
  })
})

describe('freezing a shortlist', () => {
  it('says everything that is missing at once, and what waits for the draw', async () => {
    const form = await team.get(`${list()}/freeze`)
    const { status, body } = await team.post(`${list()}/freeze`, { shown: shownIn(form.body) })
    assert.equal(status, 400)
    has(
      body,
      /href="#tell-day">Enter when applicants are told<.*href="#approval">Select whether every funder approves/s,
    )
  })

  it('waits until somebody says what becomes of one that its applicant disowns', async () => {
    const { db } = round.services
    const reference = (await listed())[0]?.reference ?? ''
    await sql`insert into keyed_application (application_id, channel, received_at, keyed_by, keyed_at, applicant_name,
        applicant_email, disowned_at)
      select id, 'paper', created_at, created_by, created_at, 'Alma', 'alma@example.gov.uk', now() from application
      where reference = ${reference}`.execute(db)
    const waits = await team.post(`${list()}/freeze`, { shown: shownIn((await team.get(`${list()}/freeze`)).body) })
    assert.equal(waits.status, 400)
    has(waits.body, new RegExp(`The applicant says of ${reference} that it is not theirs`))
    const address = `${round.path}/sift/applications/${reference}`
    const seen = hiddenIn((await team.get(address)).body, 'seen')
    const found = { seen, eligibility: 'eligible', scope: 'in-scope' }
    const asks = await team.post(address, { ...found, eligibilityReason: '' })
    assert.equal(asks.status, 400)
    has(asks.body, /Enter the reason why it is eligible although the applicant says/)
    assert.equal((await team.post(address, { ...found, eligibilityReason: 'Alma rang: a slip' })).status, 303)
    const settled = await team.post(`${list()}/freeze`, { shown: shownIn((await team.get(`${list()}/freeze`)).body) })
    assert.ok(!settled.body.includes('that it is not theirs'))
  })

  it('takes canonical JSON with its hash, that anybody can work out again, and is refused twice', async () => {
    await team.post(`${list()}/draw`, { value: '1 2 3 4 5 6' })
    const { reference, name } = await askedForOneMore()
    const form = await team.get(`${list()}/freeze`)
    has(form.body, new RegExp(`${reference}: ${name}`))
    const without = { ...typedMoment(30), approval: 'yes', reason: '', shown: shownIn(form.body) }
    const waits = await team.post(`${list()}/freeze`, { ...without, opinions: ' ' })
    assert.equal(waits.status, 400)
    has(waits.body, new RegExp(`One more opinion on ${reference} is not in. Wait for it, or say why`))
    const fields = { ...without, opinions: 'The assessor is ill until next month' }
    assert.equal((await team.post(`${list()}/freeze`, { ...fields, shown: 'a'.repeat(64) })).status, 400)
    assert.equal((await team.post(`${list()}/freeze`, fields)).status, 303)
    const { body } = await team.get(`${round.path}/shortlist.json`)
    const document: ShortlistDocument = JSON.parse(body)
    assert.equal(body, canonicalJson(JSON.parse(body)))
    const frozen = await shortlistOf(round.services.db, round.roundId)
    assert.equal(frozen?.sha256, createHash('sha256').update(body).digest('hex'))
    assert.equal(document.applications.filter(({ shortlisted }) => shortlisted).length, 19)
    assert.deepEqual(
      document.applications.flatMap(({ departure }) => departure?.reason ?? []),
      [qualified],
    )
    assert.deepEqual(document.withoutOpinions, { references: [reference], reason: fields.opinions })
    assert.equal((await team.get(`${list()}/freeze`)).status, 303)
    has((await team.get(list())).body, /The sealed rules propose 20\. People left 1 of them out, which makes 19\./)
  })

  it('stays as it is, and with it what it rests on', async () => {
    const { db } = round.services
    const refuse = (statement: string, words: RegExp) => assert.rejects(sql.raw(statement).execute(db), words)
    await refuse(`update shortlist set tell_at = now()`, /never altered/)
    await refuse(`delete from shortlist`, /never altered/)
    await refuse(`update shortlist_choice set reason = 'x'`, /frozen/)
    await refuse(`update shortlist_draw set value = 'x'`, /frozen/)
    const scored = `select review_id, criterion_id from score limit 1`
    await refuse(
      `insert into score_moderation select review_id, criterion_id, 1, 1, 'x', now() from (${scored}) as one`,
      /frozen/,
    )
    await refuse(`insert into review_set_aside select id, 1, true, 'x', now() from review limit 1`, /frozen/)
  })

  it('leaves nobody to be invited to assess', async () => {
    const late = await team.post(`${round.path}/assessors`, { email: 'late@assessor.example', name: 'Late Person' })
    assert.equal(late.status, 400)
    has(late.body, /The shortlist is frozen, so there is nothing left to assess[\s\S]*value="late@assessor\.example"/)
    const { rows } = await sql`select from person where email = 'late@assessor.example'`.execute(round.services.db)
    assert.equal(rows.length, 0)
  })
})

describe('telling applicants', () => {
  const told = async () => {
    const { rows } = await sql<{ recipient: string; subject: string; body: string }>`
      select recipient, subject, body from message where kind = 'shortlist-told'`.execute(round.services.db)
    return rows
  }
  const later = () => ({ ...round.services, clock: () => new Date(Date.now() + 31 * 60_000) })

  it('waits for the time, and then for every funder that is asked', async () => {
    const { db } = round.services
    await tellShortlists(round.services)
    assert.equal((await shortlistOf(db, round.roundId))?.toldAt, null)
    await tellShortlists(later())
    assert.equal((await shortlistOf(db, round.roundId))?.toldAt, null)
  })

  it('asks each funder to approve exactly the frozen document', async () => {
    const { db, clock } = round.services
    const found = await roundById(db, round.roundId)
    const frozen = await shortlistOf(db, round.roundId)
    const funderId = await personId('funder')
    assert.equal(found?.funders.length, 1)
    for (const { organisationId } of found.funders) {
      await db.transaction().execute(async (tx) => {
        await giveRole(tx, round.services, {
          personId: funderId,
          role: 'funder',
          fundId: round.fundId,
          organisationId,
          by: null,
          at: clock(),
        })
      })
      const funder = await round.signedIn(funderId)
      const approvals = '/manage/funds/example-fund/approvals'
      const { body } = await funder.get(approvals)
      assert.ok(body.includes(frozen?.sha256 ?? 'nothing'))
      const fields = { organisation: organisationId, subject: 'shortlist', round: 'finished-round' }
      assert.equal((await funder.post(approvals, { ...fields, shown: 'b'.repeat(64) })).status, 400)
      const shown = frozen?.sha256 ?? ''
      const reason = 'Nobody of the east is on the list, which was agreed'
      assert.equal((await funder.post(`${approvals}/refuse`, { ...fields, shown, reason })).status, 303)
      const page = (await team.get(list())).body
      assert.ok(page.includes(reason) && page.includes('does not approve this shortlist. George Whitfield said why at'))
      assert.equal((await funder.post(approvals, { ...fields, shown })).status, 303)
      assert.doesNotMatch((await team.get(list())).body, /does not approve this shortlist/)
    }
  })

  it('shows applicants and the public nothing before, and tells all at once, once', async () => {
    const { db, clock } = round.services
    const { rows } = await sql<{ reference: string; leadId: string }>`
      select reference, lead_id as "leadId" from application where round_id = ${round.roundId}::uuid
      and state = 'submitted' order by reference limit 1`.execute(db)
    const { reference = '', leadId = '' } = rows[0] ?? {}
    const at = clock()
    const leadPerson = await personId('colleague')
    await db.transaction().execute(async (tx) => {
      const membership = {
        personId: leadPerson,
        organisationId: leadId,
        requestedAt: at,
        decidedAt: at,
        decidedBy: null,
      }
      await saveMembership(tx, { ...membership, state: 'confirmed' })
    })
    const partnerPerson = await personId('lead')
    const waitingPerson = await personId('administrator')
    await db.transaction().execute(async (tx) => {
      for (const [organisationId, personId] of [
        ['T-PARTNER', partnerPerson],
        ['T-ASKED', waitingPerson],
      ] as const) {
        await saveOrganisation(tx, { id: organisationId, name: organisationId, shortName: 'P', kind: 'district' })
        const membership = { personId, organisationId, requestedAt: at, decidedAt: at, decidedBy: null }
        await saveMembership(tx, { ...membership, state: 'confirmed' })
      }
      await sql`
        insert into application_partner (application_id, organisation_id, state, asked_at, asked_by, decided_at)
        select a.id, o.id, case o.id when 'T-PARTNER' then 'accepted' else 'asked' end, ${at}, ${leadPerson}::uuid,
          case o.id when 'T-PARTNER' then ${at}::timestamptz end
        from application a, organisation o
        where a.reference = ${reference} and o.id in ('T-PARTNER', 'T-ASKED')`.execute(tx)
    })
    const lead = await round.signedIn(leadPerson)
    const partner = await round.signedIn(partnerPerson)
    has((await partner.get(`/applications/${reference}/outcome`)).body, /No outcome yet/)
    has((await lead.get(`/applications/${reference}/outcome`)).body, /No outcome yet/)
    assert.match(
      (await round.visitor().get('/funds/example-fund/finished-round/shortlist')).body,
      /no shortlist to read yet/,
    )
    await tellShortlists(later())
    await tellShortlists(later())
    const messages = await told()
    const mine = messages.filter(({ recipient }) => recipient === seedPeopleByRole.colleague.email)
    assert.equal(mine.length, 1)
    assert.match(mine[0]?.subject ?? '', /^\[Illustrative\] Application .* is (not )?on the shortlist/)
    assert.doesNotMatch(mine[0]?.body ?? '', /points|\d of 100/)
    // A partner that accepted is told the same in the same moment, and one that was only asked is not.
    const theirs = messages.filter(({ recipient }) => recipient === seedPeopleByRole.lead.email)
    assert.equal(theirs.length, 1)
    assert.equal(theirs[0]?.subject, mine[0]?.subject)
    assert.match(mine[0]?.body ?? '', /act for the authority that leads/)
    assert.match(theirs[0]?.body ?? '', /act for a partner in the application/)
    assert.ok(messages.every(({ recipient }) => recipient !== seedPeopleByRole.administrator.email))
    const outcome = (await lead.get(`/applications/${reference}/outcome`)).body
    const heading = /<h1[^>]*>.*?<\/h1>/s.exec(outcome)?.[0]
    assert.ok(heading !== undefined && !heading.includes('No outcome'))
    assert.equal(
      /<h1[^>]*>.*?<\/h1>/s.exec((await partner.get(`/applications/${reference}/outcome`)).body)?.[0],
      heading,
    )
    has((await lead.get(`/applications/${reference}/outcome`)).body, /is (not )?on the shortlist/)
  })

  it('publishes bands, and names nobody who is not on it', async () => {
    const { body } = await round.visitor().get('/funds/example-fund/finished-round/shortlist')
    const frozen = await shortlistOf(round.services.db, round.roundId)
    const document: ShortlistDocument = JSON.parse(frozen?.document ?? '')
    for (const { lead, shortlisted } of document.applications)
      assert.equal(body.includes(`<li>${lead}</li>`), shortlisted, lead)
    for (const { lead } of document.applications.filter(({ shortlisted }) => !shortlisted))
      assert.equal(body.includes(lead), false, lead)
    has(body, /no order within them/)
    assert.doesNotMatch(body, /Accounts qualified|Mean of 100/)
    assert.ok(body.includes('Illustrative'))
  })
})
