import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { exampleRecord } from '../../../../tests/support/decided-record.ts'
import { type DecidedRound, decidedRound } from '../../../../tests/support/decided-round.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'
import type { Involvement } from '../../../core/complaints/index.ts'
import { openHighs } from '../../../platform/solver/highs-solver.ts'
import { seedPersonId } from '../../../seeds/people.ts'
import { addDomains, ensurePerson, saveMembership } from '../../accounts/index.ts'
import { tellOutcomes } from '../telling/tell-outcomes.ts'
import { complaintsOfRound } from './complaints.store.ts'
import { candidatesFor } from './name-handler.ts'

const life = lastFirst({ after })
const record = exampleRecord(await openHighs())
let now = new Date()
const tellAt = new Date(now.getTime() + 300_000)
const managed = '/manage/funds/example-fund/finished-round/decisions/complaints'
const because = 'The notice named Friday at noon while the sealed rules say five, so that we were late'
let round: DecidedRound
let team: TestBrowser
let lead: TestBrowser
let other: TestBrowser
let reference = ''

before(async () => {
  const decided = { awards: 2, reserves: 1, pounds: 60_000, reserveExpiresOn: '2099-09-30', tellAt }
  round = await decidedRound(life, record, decided, { clock: () => now })
  const { services } = round
  const teamId = await services.db
    .transaction()
    .execute(async (tx) => await seedPersonId(tx, services, 'programme', now))
  team = await round.signedIn(teamId)
  reference = round.applications[0]?.reference ?? ''
  lead = await memberOf(round.applications[0]?.leadId ?? '', 'lea')
  other = await memberOf(round.applications[1]?.leadId ?? '', 'otto')
})

const day = 86_400_000

async function person(name: string): Promise<string> {
  const { db, newId } = round.services
  const email = `${name}@concerns.example`
  const made = { id: newId(), email, name: `${name} of Concerns`, jobTitle: 'Officer', at: now }
  return await db.transaction().execute(async (tx) => (await ensurePerson(tx, made)).person.id)
}

async function memberOf(organisationId: string, name: string): Promise<TestBrowser> {
  const personId = await person(name)
  await round.services.db.transaction().execute(async (tx) => {
    await addDomains(tx, organisationId, ['concerns.example'])
    const times = { requestedAt: now, decidedAt: now, decidedBy: null }
    await saveMembership(tx, { personId, organisationId, state: 'confirmed', ...times })
  })
  return await round.signedIn(personId)
}

/** Somebody with a role on the fund who had nothing to do with anything. */
async function newcomer(name: string): Promise<string> {
  const personId = await person(name)
  const { db, newId } = round.services
  await sql`insert into role_assignment (id, person_id, fund_id, role, assigned_at)
    values (${newId()}::uuid, ${personId}::uuid, ${round.fundId}::uuid, 'decision-maker', ${now})`.execute(db)
  return personId
}

const messages = async (kind: string): Promise<readonly { recipient: string; subject: string; body: string }[]> => {
  const { rows } = await sql<{ recipient: string; subject: string; body: string }>`
    select recipient, subject, body from message where kind = ${kind} order by created_at, id`.execute(
    round.services.db,
  )
  return rows
}

const events = async (): Promise<readonly string[]> => {
  const { rows } = await sql<{ action: string }>`
    select action from audit_event where object_type = 'complaint' and object_id = ${`${reference}-C1`}
    order by at, id`.execute(round.services.db)
  return rows.map(({ action }) => action)
}

describe('a complaint', () => {
  const complain = () => `/applications/${reference}/complaint`

  it('is refused with what was typed kept, and nothing made of it', async () => {
    const answer = await lead.post(complain(), { grounds: '', words: 'Unfair, we think.', wanted: 'Another look' })
    assert.equal(answer.status, 400)
    assert.match(answer.body, /Select what went wrong/)
    assert.match(answer.body, /Say what happened in at least/)
    assert.match(answer.body, /Unfair, we think\./)
    assert.match(answer.body, /Another look/)
    assert.equal((await complaintsOfRound(round.services.db, round.roundId)).length, 0)
  })

  it('is made once everybody is told, and acknowledged by email with its reference', async () => {
    now = new Date(tellAt.getTime() + 1000)
    await tellOutcomes(round.services)
    const answer = await lead.post(complain(), { grounds: 'notice', words: because, wanted: '' })
    assert.equal(answer.status, 303)
    const received = await messages('complaint-received')
    assert.ok(received.some(({ recipient }) => recipient === 'lea@concerns.example'))
    assert.match(received[0]?.body ?? '', new RegExp(`Its reference is ${reference}-C1`))
    // What it says is behind a sign-in.
    assert.doesNotMatch(received[0]?.body ?? '', /Friday at noon/)
    assert.ok((await messages('complaint-made')).length > 0)
    assert.equal((await other.get(`${complain()}/1`)).status, 404)
    assert.match((await team.get(managed)).body, new RegExp(`${reference}-C1`))
  })

  it('offers who was not involved, and refuses whoever was with the reason', async () => {
    const nora = await newcomer('nora')
    const rhys = await newcomer('rhys')
    const page = `${managed}/${reference}-C1`
    assert.match((await team.get(page)).body, /Who cannot be named, and why/)
    await sql`insert into conflict_declaration (application_id, person_id, number, has_conflict, statement, declared_at)
      select id, ${rhys}::uuid, 1, true, 'A cousin', ${now} from application where reference = ${reference}`.execute(
      round.services.db,
    )
    const refused = await team.post(`${page}/handler`, { person: rhys })
    assert.equal(refused.status, 400)
    assert.match(refused.body, /rhys of Concerns declared a conflict of interest with it/)
    assert.equal((await team.post(`${page}/handler`, { person: 'nobody' })).status, 400)
    assert.equal((await (await round.signedIn(nora)).get(page)).status, 404)
    assert.equal((await team.post(`${page}/handler`, { person: nora })).status, 303)
    assert.match(
      (await messages('complaint-acknowledged'))[0]?.subject ?? '',
      /nora of Concerns looks at your complaint/,
    )
    const again = await team.post(`${page}/handler`, { person: await newcomer('zoe'), reason: 'Away.' })
    assert.equal(again.status, 400)
    assert.match(again.body, /Say why another is named/)
  })

  it('is not looked at by somebody who chose another application of the round: they share one budget', async () => {
    const chose = await newcomer('chose')
    await round.services.db.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      await sql`insert into decision_choice (round_id, stage, application_id, number, outcome, pounds, rule, reason,
          decided_at, decided_by)
        select round_id, 'panel', id, 9, 'declined', null, '', '', ${now}, ${chose}::uuid from application
        where round_id = ${round.roundId}::uuid and reference <> ${reference} limit 1`.execute(tx)
    })
    const refused = await team.post(`${managed}/${reference}-C1/handler`, { person: chose, reason: because })
    assert.match(refused.body, /chose of Concerns recommended what becomes of it/)
  })

  it('is asked about and answered, each side told', async () => {
    const nora = await round.signedIn(await person('nora'))
    const page = `${managed}/${reference}-C1`
    assert.equal((await team.post(`${page}/messages`, { text: 'May I?' })).status, 404)
    assert.equal((await nora.post(`${page}/messages`, { text: ' ' })).status, 400)
    assert.equal((await nora.post(`${page}/messages`, { text: 'Which notice was it?' })).status, 303)
    assert.match((await lead.get(`${complain()}/1`)).body, /Which notice was it\?/)
    assert.equal((await lead.post(`${complain()}/1/messages`, { text: 'That of 3 May.' })).status, 303)
    assert.match((await nora.get(page)).body, /That of 3 May\./)
    assert.equal((await messages('complaint-message'))[0]?.recipient, 'nora@concerns.example')
  })

  it('is replied to by whoever was named, with what was typed kept until it will do', async () => {
    const nora = await round.signedIn(await person('nora'))
    const page = `${managed}/${reference}-C1`
    const typed = { 'finding-notice': 'upheld', 'reasons-notice': 'Yes.', remedy: '', departure: 'assurance' }
    const refused = await nora.post(`${page}/reply`, typed)
    assert.equal(refused.status, 400)
    assert.match(refused.body, /Give reasons in at least/)
    assert.match(refused.body, /Enter what you will do about what you upheld/)
    assert.match(refused.body, /<option value="assurance" selected>/)
    const whole = { ...typed, 'reasons-notice': because, remedy: 'We apologise.' }
    assert.equal((await team.post(`${page}/reply`, whole)).status, 404)
    assert.equal((await nora.post(`${page}/reply`, whole)).status, 303)
    const told = (await messages('complaint-replied'))[0]?.body ?? ''
    assert.match(told, /A notice was late or wrong: upheld\./)
    assert.match(told, /We apologise\./)
    assert.match(told, /recorded as a departure under the rule “Checks found a risk”/)
    // What the letter says of others is so: the decision maker is asked, and the team told.
    const found = await messages('complaint-found')
    const to = (recipient: string) => found.filter((each) => each.recipient === recipient).map(({ body }) => body)
    assert.match(
      to('margaret.hale@minister.example').join(),
      /under the rule “Checks found a risk”[\s\S]*\/decisions\/decision/,
    )
    assert.match(to('samira.khan@programme.example').join(), /A notice was late or wrong: upheld\./)
    const letter = await lead.get(`${complain()}/1/letters/first`)
    assert.equal(letter.headers['content-type'], 'application/pdf')
    assert.equal((await nora.post(`${page}/reply`, whole)).status, 400)
    assert.equal((await lead.post(`${complain()}/1/messages`, { text: 'But…' })).status, 400)
  })

  it('is reviewed by somebody else, within the days for it', async () => {
    const { db } = round.services
    assert.equal((await lead.post(`${complain()}/1/review`, { review: 'No.' })).status, 400)
    const before = now
    now = new Date(now.getTime() + 60 * day)
    const later = await round.signedIn(await person('lea'))
    const late = await later.post(`${complain()}/1/review`, { review: because })
    assert.equal(late.status, 400)
    assert.match(late.body, /A review could be asked for until/)
    now = before
    assert.equal((await lead.post(`${complain()}/1/review`, { review: because })).status, 303)
    assert.equal((await lead.post(`${complain()}/1/review`, { review: because })).status, 400)
    const page = `${managed}/${reference}-C1`
    const again = await team.post(`${page}/handler`, { person: await person('nora') })
    assert.equal(again.status, 400)
    assert.match(again.body, /nora of Concerns looked at the complaint first/)
    const zoe = await person('zoe')
    assert.equal((await team.post(`${page}/handler`, { person: zoe })).status, 303)
    const whole = { 'finding-notice': 'not-upheld', 'reasons-notice': because, remedy: '', departure: '' }
    assert.equal((await (await round.signedIn(await person('nora'))).post(`${page}/reply`, whole)).status, 404)
    assert.equal((await (await round.signedIn(zoe)).post(`${page}/reply`, whole)).status, 303)
    const body = (await lead.get(`${complain()}/1`)).body
    assert.match(body, /This is our last reply\. The Parliamentary and Health Service Ombudsman/)
    assert.deepEqual(await events(), [
      'complaint.made',
      'complaint.handler-named',
      'complaint.question-asked',
      'complaint.message-written',
      'complaint.replied',
      'complaint.review-asked',
      'complaint.handler-named',
      'complaint.replied',
    ])
    await assert.rejects(sql`update complaint_reply set remedy = 'Nothing'`.execute(db), /never altered/)
    await assert.rejects(sql`delete from complaint_message`.execute(db), /never altered/)
  })

  it('comes too late once the days of the round are over', async () => {
    const terms = {
      windowDays: '1',
      acknowledgeDays: '5',
      replyDays: '20',
      team: 'Ask us',
      outsideBody: 'The Ombudsman',
      outside: 'Ask it',
    }
    const refused = await team.post(`${managed}/terms`, { ...terms, replyDays: 'soon' })
    assert.equal(refused.status, 400)
    assert.match(refused.body, /value="soon"/)
    assert.equal((await team.post(`${managed}/terms`, terms)).status, 303)
    now = new Date(now.getTime() + 10 * day)
    const later = await round.signedIn(await person('lea'))
    const late = await later.post(complain(), { grounds: 'rule', words: because })
    assert.equal(late.status, 400)
    assert.match(late.body, /Complaints could be made until/)
  })
})

describe('who was involved', () => {
  /** For each way of being involved, what puts it on record for a person, an application and its round. */
  const ways: Readonly<Partial<Record<Involvement, (who: string) => ReturnType<typeof sql>>>> = {
    'of-the-authority': (
      who,
    ) => sql`insert into membership (person_id, organisation_id, state, requested_at, decided_at)
      select ${who}::uuid, lead_id, 'ended', now(), now() from application where reference = ${reference}`,
    'wrote-it': (
      who,
    ) => sql`insert into answer_version (application_id, question_id, version, value, saved_at, saved_by)
      select id, 'made-up', 1, '"x"', now(), ${who}::uuid from application where reference = ${reference}`,
    'declared-conflict': (who) => sql`insert into conflict_declaration (application_id, person_id, number, has_conflict,
        statement, declared_at)
      select id, ${who}::uuid, 1, true, 'A cousin', now() from application where reference = ${reference}`,
    assessed: (who) => sql`insert into review (id, application_id, person_id, opened_at, saved_at)
      select gen_random_uuid(), id, ${who}::uuid, now(), now() from application where reference = ${reference}`,
    moderated: (who) => sql`insert into moderation_note (id, application_id, settled, note, noted_at, noted_by)
      select gen_random_uuid(), id, true, 'Said', now(), ${who}::uuid from application where reference = ${reference}`,
    'on-the-panel': (who) => sql`insert into panel_member (round_id, person_id, added_at)
      values (${round.roundId}::uuid, ${who}::uuid, now())`,
    shortlisted: (
      who,
    ) => sql`insert into shortlist_choice (round_id, application_id, proposed, chosen, decided_at, decided_by)
      select round_id, id, true, true, now(), ${who}::uuid from application where reference = ${reference}
      on conflict (round_id, application_id) do update set decided_by = excluded.decided_by`,
    recommended: (
      who,
    ) => sql`insert into decision_choice (round_id, stage, application_id, number, outcome, pounds, rule,
        reason, decided_at, decided_by)
      select round_id, 'panel', id, 1, 'declined', null, '', '', now(), ${who}::uuid from application
      where reference = ${reference}`,
    decided: (who) => sql`insert into decision_choice (round_id, stage, application_id, number, outcome, pounds, rule,
        reason, decided_at, decided_by)
      select round_id, 'decision', id, 1, 'declined', null, '', '', now(), ${who}::uuid from application
      where reference = ${reference}`,
    approved: (
      who,
    ) => sql`insert into funder_approval (id, fund_id, organisation_id, subject, subject_sha256, approved_at,
        approved_by)
      select gen_random_uuid(), f.fund_id, f.organisation_id, 'awards', d.sha256, now(), ${who}::uuid
      from funder f, decision d where f.fund_id = ${round.fundId}::uuid and d.round_id = ${round.roundId}::uuid limit 1`,
    sifted: (who) => sql`update application_sift set sifted_by = ${who}::uuid
      where application_id = (select id from application where reference = ${reference})`,
    'wrote-feedback': (who) => sql`insert into audit_event (id, at, action, actor_id, object_type, object_id, facts)
      values (gen_random_uuid(), now(), 'feedback.drafted', ${who}::uuid, 'application', ${reference}, '{}')`,
    'acted-on-it': (who) => sql`insert into audit_event (id, at, action, actor_id, object_type, object_id, facts)
      values (gen_random_uuid(), now(), 'application.answers-asked', ${who}::uuid, 'application', ${reference}, '{}')`,
  }

  for (const [involvement, way] of Object.entries(ways)) {
    it(`is told of somebody who is on record as ${involvement}, and of nobody else`, async () => {
      const who = await newcomer(`who-${involvement}`)
      const free = await newcomer(`free-${involvement}`)
      const { db } = round.services
      await db.transaction().execute(async (tx) => {
        // What else has to be so before each of these is tested where it is done.
        await sql`set local session_replication_role = replica`.execute(tx)
        await way(who).execute(tx)
      })
      const [complaint] = await complaintsOfRound(db, round.roundId)
      const candidates = await candidatesFor(db, round, complaint?.id ?? '')
      const of = (id: string) => candidates.find((each) => each.id === id)?.involved
      assert.deepEqual(of(who), [involvement])
      assert.deepEqual(of(free), [])
    })
  }
})
