import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { exampleRecord, sha256 } from '../../../../tests/support/decided-record.ts'
import { type DecidedRound, decidedRound } from '../../../../tests/support/decided-round.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'
import { openHighs } from '../../../platform/solver/highs-solver.ts'
import { type SeedRole, seedPersonId } from '../../../seeds/people.ts'
import { saveMembership, saveOrganisation } from '../../accounts/index.ts'
import { tellOutcomes } from '../telling/tell-outcomes.ts'

const life = lastFirst({ after })
const record = exampleRecord(await openHighs())
let now = new Date()
const tellAt = new Date(now.getTime() + 300_000)
let round: DecidedRound
let lead: TestBrowser
let partner: TestBrowser
let application = ''

/** Signs somebody made up in, who acts for this organisation. */
async function memberOf(role: SeedRole, organisationId: string): Promise<TestBrowser> {
  const id = await round.services.db.transaction().execute(async (tx) => {
    const personId = await seedPersonId(tx, round.services, role, now)
    const times = { requestedAt: now, decidedAt: now, decidedBy: null }
    await saveMembership(tx, { personId, organisationId, state: 'confirmed', ...times })
    return personId
  })
  return await round.signedIn(id)
}

before(async () => {
  const decided = { awards: 1, reserves: 1, pounds: 60_000, reserveExpiresOn: null, tellAt }
  round = await decidedRound(life, record, decided, { clock: () => now })
  const [awarded] = round.applications
  assert.ok(awarded)
  application = `/applications/${awarded.reference}`
  lead = await memberOf('colleague', awarded.leadId)
  const { db } = round.services
  await db.transaction().execute(async (tx) => {
    await saveOrganisation(tx, { id: 'T-PARTNER', name: 'Partner', shortName: 'P', kind: 'district' })
    await sql`
      insert into application_partner (application_id, organisation_id, state, asked_at, asked_by, decided_at)
      select ${awarded.id}::uuid, 'T-PARTNER', 'accepted', ${now}, p.id, ${now} from person p limit 1`.execute(tx)
  })
  partner = await memberOf('partner', 'T-PARTNER')
})

describe('what came of an application', () => {
  it('is said on none of its pages before all are told', async () => {
    for (const page of ['', '/receipt'])
      assert.doesNotMatch((await lead.get(application + page)).body, /What came of it/, page)
    const { body } = await lead.get(`${application}/outcome`)
    assert.match(body, /No outcome yet/)
    assert.doesNotMatch(body, /award/i)
    assert.equal((await lead.get(`${application}/outcome/letter`)).status, 404)
  })

  it('is led to from its task list and its receipt, and is one page', async () => {
    now = new Date(tellAt.getTime() + 1000)
    await tellOutcomes(round.services)
    for (const page of ['', '/receipt']) {
      const { body } = await lead.get(application + page)
      for (const href of [`${application}/outcome#decision`, `${application}/award`])
        assert.ok(body.includes(`href="${href}"`), `${page} ${href}`)
    }
    const { body } = await lead.get(`${application}/outcome`)
    const [received, told, letter] = ['>Received<', 'is offered an award', 'id="decision"'].map((words) =>
      body.lastIndexOf(words),
    )
    assert.ok(received !== undefined && told !== undefined && letter !== undefined)
    assert.ok(0 < received && received < letter && told > 0)
    for (const words of ['offered an award of £60,000', 'How all applications before the panel scored'])
      assert.ok(body.includes(words), words)
    const [reference] = application.split('/').slice(-1)
    const document = JSON.stringify({ applications: [{ reference, shortlisted: true }], case: { candidates: [] } })
    await sql`insert into shortlist (round_id, document, sha256, frozen_at, tell_at, told_at)
      values (${round.roundId}::uuid, ${document}, ${sha256(document)}, ${now}, ${now}, ${now})`.execute(
      round.services.db,
    )
    const listed = (await lead.get(`${application}/outcome`)).body
    assert.match(listed, /It was on the shortlist, and went on to the decision/)
    assert.doesNotMatch(listed, /will write to you about the interview|Nothing is awarded yet/)
    assert.equal((await lead.get(`${application}/outcome/letter`)).headers['content-type'], 'application/pdf')
  })

  it('shows a partner the letter, and not the award', async () => {
    for (const page of ['', '/outcome']) {
      const { body } = await partner.get(application + page)
      assert.match(body, /is offered an award/)
      assert.ok(!body.includes(`href="${application}/award"`), page)
    }
    assert.equal((await partner.get(`${application}/award`)).status, 404)
    assert.equal((await partner.get(`${application}/outcome/letter`)).status, 200)
  })
})
