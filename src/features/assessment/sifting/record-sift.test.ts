import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type RoundToAssess, roundToAssess } from '../../../../tests/support/round-to-assess.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { type RoundWithClock, roundWithClock } from '../../../../tests/support/whole-application.ts'
import { countSifted } from '../../../core/assessment/index.ts'
import { NotFound } from '../../../core/errors.ts'
import { insertAssignments, liveAssignmentsOf } from '../assigning/assignments.store.ts'
import { shownSift } from './compare-sift.ts'
import { recordSift, type SiftTyped, siftByRules } from './record-sift.ts'
import { applicantNamesOf, receivedOf, scorableApplications } from './sift.store.ts'
import { siftedText } from './sifting.messages.ts'

const path = { fundSlug: 'test-fund', roundSlug: 'first' }
const life = lastFirst({ after })
let all: RoundWithClock
let made: RoundToAssess
before(async () => {
  all = await roundWithClock(life, await freshDatabase(life), new Date('2026-11-25T12:00:00Z'))
  made = await roundToAssess(all.services, all.round, { applications: 5, assessors: 1, sifted: false })
})

const at = new Date('2026-12-10T12:00:00Z')
const found: SiftTyped = {
  eligibility: 'eligible',
  eligibilityReason: '',
  scope: 'in-scope',
  scopeReason: '',
  serviceAreas: ['culture-and-libraries', 'nonsense'],
  deliveryModels: [],
  suppliers: '',
}
const sift = async (number: number, typed: Partial<SiftTyped>, who: 'pam' | 'oli' | 'sid' = 'pam') => {
  const reference = made.applications[number]?.reference ?? ''
  const row = (await rows()).find((each) => each.reference === reference)
  const seen = row === undefined ? '' : shownSift(all.services, row)
  const actor = await all.round.actor(who)
  return await recordSift(all.services, { actor, path, at, reference, typed: { ...found, ...typed }, seen })
}
const rows = async () => await receivedOf(all.services.db, all.round.round.id)

describe('the sift of a round', () => {
  it('takes the outcome of the rules and what the form says, and leaves scope to people', async () => {
    const actor = await all.round.actor('pam')
    const result = await siftByRules(all.services, { actor, path, at })
    assert.deepEqual(result, { ok: true, value: 5 })
    const [first] = await rows()
    assert.deepEqual(
      [first?.eligibility, first?.scope, first?.serviceAreas],
      ['eligible', 'open', ['culture-and-libraries']],
    )
    assert.equal((await scorableApplications(all.services.db, all.round.round.id)).length, 0)
  })

  it('scores what is found eligible and in scope, and counts each once', async () => {
    assert.deepEqual(await sift(0, { scope: 'open' }), { ok: true, value: 'open' })
    assert.match(siftedText('EX-1', 'open'), /EX-1 is saved, and not sifted yet/)
    assert.deepEqual(await sift(0, {}), { ok: true, value: 'scored' })
    assert.equal(siftedText('EX-1', 'scored'), 'EX-1 is sifted: to be scored.')
    assert.ok((await sift(1, {})).ok)
    assert.ok((await sift(2, { scope: 'out-of-scope', scopeReason: 'It is about a road' })).ok)
    assert.ok((await sift(3, { eligibility: 'duplicate', eligibilityReason: 'The same as the first' })).ok)
    const scored = await scorableApplications(all.services.db, all.round.round.id)
    assert.deepEqual(
      scored.map(({ reference, serviceAreas }) => [reference, serviceAreas]),
      [0, 1].map((number) => [made.applications[number]?.reference, ['culture-and-libraries']]),
    )
    assert.deepEqual(countSifted(await rows()), {
      received: 5,
      late: 0,
      withdrawn: 0,
      duplicate: 1,
      ineligible: 0,
      'out-of-scope': 1,
      scored: 2,
      open: 1,
    })
  })

  it('asks for a reason to leave something out', async () => {
    const codes = async (typed: Partial<SiftTyped>) => {
      const result = await sift(4, typed)
      return result.ok ? [] : result.problems.map(({ code }) => code)
    }
    assert.deepEqual(await codes({ eligibility: 'ineligible', eligibilityReason: ' ' }), ['eligibility-reason-missing'])
    assert.deepEqual(await codes({ scope: 'out-of-scope' }), ['scope-reason-missing'])
    assert.deepEqual(await codes({ suppliers: 'x'.repeat(201) }), ['too-long'])
  })

  it('asks for a reason to find eligible what does not pass the sealed rules, and keeps and counts it', async () => {
    const { db } = all.services
    await sql`insert into submission (id, application_id, number, received_at, submitted_by, content, sha256, outcome)
      select gen_random_uuid(), application_id, 2, received_at, submitted_by, content, sha256, 'fail' from submission
      where application_id = ${made.applications[4]?.id}::uuid`.execute(db)
    const without = await sift(4, {})
    assert.deepEqual(without.ok ? [] : without.problems.map(({ code }) => code), ['reason-against-rules-missing'])
    assert.ok((await sift(4, { eligibilityReason: 'The rule did not foresee a new authority' })).ok)
    const { rows: events } = await sql<{ facts: { againstRules: boolean; eligibilityReason: string } }>`
      select facts from audit_event where action = 'application.sifted' order by at desc, id desc limit 1`.execute(db)
    assert.equal(events[0]?.facts.againstRules, true)
    assert.match(events[0]?.facts.eligibilityReason ?? '', /did not foresee/)
    const pam = await all.server.signedIn(all.round.people.pam)
    const { body } = await pam.get('/manage/funds/test-fund/first/assessment/sift')
    assert.match(body, /Of these, found eligible against the rules<\/th>\s*<td[^>]*>1</)
    assert.match(body, /The rule did not foresee a new authority[\s\S]*Found eligible against the rules/)
  })

  it('shows what its applicant disowns, until somebody says what becomes of it', async () => {
    const { db } = all.services
    const disowned = made.applications[1]
    await sql`insert into keyed_application (application_id, channel, received_at, keyed_by, keyed_at, applicant_name,
        applicant_email, disowned_at)
      select id, 'email', created_at, created_by, created_at, 'Alma', 'alma@example.gov.uk', ${at} from application
      where id = ${disowned?.id}::uuid`.execute(db)
    await sql`update application_sift set eligibility = 'open', scope = 'open', sifted_at = ${at}::timestamptz - interval '1 hour'
      where application_id = ${disowned?.id}::uuid`.execute(db)
    const pam = await all.server.signedIn(all.round.people.pam)
    const address = '/manage/funds/test-fund/first/assessment/sift'
    const shown = /Disowned<\/strong>[\s\S]*The applicant says that it is not theirs/
    assert.match((await pam.get(address)).body, shown)
    assert.match((await pam.get('/manage/funds/test-fund/first/applications')).body, shown)
    // The rules alone do not find it eligible.
    await siftByRules(all.services, { actor: await all.round.actor('pam'), path, at })
    assert.equal((await rows()).find(({ id }) => id === disowned?.id)?.eligibility, 'open')
    const without = await sift(1, {})
    assert.deepEqual(without.ok ? [] : without.problems.map(({ code }) => code), ['reason-disowned-missing'])
    assert.ok((await sift(1, { eligibilityReason: 'They rang to say that it was a slip' })).ok)
    assert.doesNotMatch((await pam.get(address)).body, shown)
  })

  it('keeps suppliers of one name in any case as one', async () => {
    await sift(0, { suppliers: 'Alba Mutual\n alba  mutual\nBeech Ltd' })
    await sift(1, { suppliers: 'ALBA MUTUAL' })
    const named = (await rows()).slice(0, 2).map(({ suppliers }) => suppliers)
    assert.deepEqual(named, [['Alba Mutual', 'Beech Ltd'], ['Alba Mutual']])
  })

  it('takes an application that is no longer scored from whoever reads it, and keeps the trace', async () => {
    const [application] = made.applications
    const [assessor] = made.assessors
    const row = { id: all.services.newId(), applicationId: application?.id ?? '', personId: assessor?.id ?? '' }
    await all.services.db.transaction().execute(async (tx) => {
      const rest = { why: 'assigned', place: 1, assignedAt: at, runId: null, assignedBy: null } as const
      await insertAssignments(tx, [{ ...row, ...rest }])
    })
    await sift(1, {})
    assert.equal((await liveAssignmentsOf(all.services.db, all.round.round.id)).length, 1)
    await sift(0, { eligibility: 'withdrawn', eligibilityReason: 'The council wrote to say so' })
    assert.equal((await liveAssignmentsOf(all.services.db, all.round.round.id)).length, 0)
  })

  it('knows what leads and partners that accepted are called, long and short', async () => {
    const { db } = all.services
    const [application, other] = made.applications
    assert.ok(application && other)
    await sql`
      insert into application_partner (application_id, organisation_id, state, asked_at, asked_by, decided_at)
      select ${application.id}::uuid, o.lead_id, 'accepted', now(), p.id, now() from application o, person p
      where o.id = ${other.id}::uuid limit 1`.execute(db)
    const { rows: bodies } = await sql<{ name: string; short: string }>`
      select o.name, o.short_name as short from organisation o join application a on a.lead_id = o.id
      where a.id in (${application.id}::uuid, ${other.id}::uuid)`.execute(db)
    assert.equal(bodies.length, 2)
    assert.deepEqual(
      [...(await applicantNamesOf(db, [application.id]))].sort(),
      [...new Set(bodies.flatMap(({ name, short }) => [name, short]))].sort(),
    )
  })

  it('is not for auditors to record, nor for those of another fund', async () => {
    for (const who of ['oli', 'sid'] as const) await assert.rejects(sift(0, {}, who), NotFound)
  })
})
