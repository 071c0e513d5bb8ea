import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { addInterest, type RoundToAssess, roundToAssess } from '../../../../tests/support/round-to-assess.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { type RoundWithClock, roundWithClock } from '../../../../tests/support/whole-application.ts'
import { NotFound } from '../../../core/errors.ts'
import { acceptAssignment } from './accept-assignment.ts'
import { type Assignment, assignmentsOfPerson, liveAssignmentsOf } from './assignments.store.ts'
import { shownNotes } from './read-run.ts'
import { cancelAssignment, requestAssignment } from './request-assignment.ts'
import { runByNumber } from './runs.store.ts'
import { settleAssignments } from './settle-assignments.ts'
import { workOutAssignment } from './work-out-assignment.ts'

const path = { fundSlug: 'test-fund', roundSlug: 'first' }
const at = new Date('2026-12-10T12:00:00Z')
const life = lastFirst({ after })
let all: RoundWithClock
let made: RoundToAssess
before(async () => {
  all = await roundWithClock(life, await freshDatabase(life), new Date('2026-11-25T12:00:00Z'))
  made = await roundToAssess(all.services, all.round, { applications: 18, assessors: 6 })
  const [assessor, another] = made.assessors
  await addInterest(all.services, all.round, {
    personId: assessor?.id ?? '',
    kind: 'authority',
    organisationId: 'T-LEAD-0',
  })
  await addInterest(all.services, all.round, { personId: another?.id ?? '', kind: 'home', organisationId: 'T-LEAD-1' })
})

const live = async () => await liveAssignmentsOf(all.services.db, all.round.round.id)
const key = ({ reference, personId }: Assignment) => `${reference} ${personId}`

/** What somebody handed back and was not given again, counted by hand. */
async function handedBack(): Promise<readonly Assignment[]> {
  const found: Assignment[] = []
  for (const { id } of made.assessors) {
    const theirs = await assignmentsOfPerson(all.services.db, all.round.round.id, id)
    const isLive = new Set(theirs.filter(({ endedAt }) => endedAt === null).map(key))
    found.push(...theirs.filter((one) => one.endedWhy === 'handed-back' && !isLive.has(key(one))))
  }
  return found.filter((one, place) => found.findIndex((other) => key(other) === key(one)) === place)
}

async function ask(who: 'pam' | 'oli' = 'pam') {
  return await requestAssignment(all.services, { actor: await all.round.actor(who), path, at })
}

async function run(number: number) {
  const found = await runByNumber(all.services.db, all.round.round.id, number)
  assert.ok(found)
  return found
}

/** Asks for an assignment and works it out, as the job would. */
async function workedOut() {
  const asked = await ask()
  assert.ok(asked.ok, JSON.stringify(asked))
  await workOutAssignment(all.services, (await run(asked.value)).id)
  return await run(asked.value)
}

const accept = async (number: number) =>
  await acceptAssignment(all.services, { actor: await all.round.actor('pam'), path, at, number })

/** A scored review of somebody. */
async function score(assignment: Assignment): Promise<void> {
  await sql`insert into review (id, application_id, person_id, state, opened_at, saved_at, submitted_at)
    values (gen_random_uuid(), ${assignment.applicationId}::uuid, ${assignment.personId}::uuid, 'submitted', ${at}, ${at}, ${at})`.execute(
    all.services.db,
  )
}

describe('an assignment', () => {
  it('is worked out by the job, checked, and in force only once it is accepted', async () => {
    const done = await workedOut()
    assert.deepEqual([done.state, done.progress, done.number], ['done', 100, 1])
    assert.match(done.verdict, /keeps every rule/)
    assert.match(done.solver, /^HiGHS \(highs \d/)
    assert.equal(done.inputSha256.length, 64)
    assert.equal((await live()).length, 0)
    const pam = await all.server.signedIn(all.round.people.pam)
    const { body } = await pam.get('/manage/funds/test-fund/first/assessment/assignment/runs/1')
    assert.match(
      body,
      /as well as if both had read [\d.]+ of the same applications\. The weakest link is between Assessor/,
    )
    assert.match(
      body,
      /With one more anchor in the rules \(by the seed it would be DD-2026-T\d{4}\) everybody would read one more/,
    )
    assert.match(
      body,
      /Finance\s*<\/dt>\s*<dd[^>]*>\s*Read by somebody of it: 0 of 18<br>Not DD-2026-T\d{4}, .* and 11 more\s*<\/dd>/,
    )
    assert.deepEqual(await accept(1), { ok: true, value: { begun: 54, ended: 0 } })
    const given = await live()
    const [hard, soft] = [`DD-2026-T0000 ${made.assessors[0]?.id}`, `DD-2026-T0001 ${made.assessors[1]?.id}`]
    assert.ok(!given.map(key).includes(hard))
    assert.ok(!given.map(key).includes(soft), 'soft and not released')
    for (const { id } of made.assessors) {
      const places = given.filter(({ personId }) => personId === id).map(({ place }) => place)
      assert.deepEqual(
        places,
        [...places.keys()].map((index) => index + 1),
      )
    }
  })

  it('cannot be accepted twice, nor after something has changed, nor by an auditor', async () => {
    const again = await accept(1)
    assert.deepEqual(again.ok ? [] : again.problems, [{ code: 'accepted-already' }])
    await assert.rejects(ask('oli'), NotFound)
    const second = await workedOut()
    await sql`update assessor set load_wanted = 4 where person_id = ${made.assessors[5]?.id ?? ''}::uuid`.execute(
      all.services.db,
    )
    const late = await accept(second.number)
    assert.deepEqual(late.ok ? [] : late.problems, [{ code: 'out-of-date' }])
    await sql`update assessor set load_wanted = null`.execute(all.services.db)
  })

  it('is the same when it is worked out again from the same input', async () => {
    const [one, other] = [await workedOut(), await workedOut()]
    assert.equal(one.inputSha256, other.inputSha256)
    assert.equal(one.resultSha256, other.resultSha256)
  })

  it('changes little after somebody hands one back, and leaves what was scored', async () => {
    const before = await live()
    const [first, second] = before
    assert.ok(first && second)
    await score(second)
    const handBack = async ({ personId, reference }: Assignment) => {
      const assessor = await all.server.signedIn(personId)
      return (await assessor.post(`/assess/test-fund/first/applications/${reference}/hand-back`)).status
    }
    assert.equal(await handBack(first), 303)
    await handBack(second)
    assert.ok((await live()).map(key).includes(key(second)), 'scored already')
    const mine = await assignmentsOfPerson(all.services.db, all.round.round.id, first.personId)
    assert.deepEqual(
      mine.filter(({ endedAt }) => endedAt !== null).map(({ endedWhy }) => endedWhy),
      ['handed-back'],
    )
    const again = await workedOut()
    const { number, input, result } = again
    assert.deepEqual(input.fixed, [[second.reference, second.personId]])
    const stood = new Set((await live()).map(key))
    const accepted = await accept(number)
    assert.ok(accepted.ok && accepted.value.ended <= 3, JSON.stringify(accepted))
    const after = new Set((await live()).map(key))
    assert.equal(after.size, 54)
    assert.ok(after.has(key(second)))
    assert.ok(!after.has(key(first)), 'what was handed back goes to somebody else')
    assert.ok(result?.status === 'optimal')
    const named = { people: new Map(), leads: new Map(), kindInWords: () => '', conflictHref: () => undefined }
    const begins = shownNotes(again, result, named).find((note) => note.startsWith('Begins: ')) ?? ''
    const begun = (await live()).filter((one) => !stood.has(key(one)))
    assert.ok(begun.length > 0 && begun.length <= 10)
    for (const { personId, reference } of begun) assert.ok(begins.includes(`${personId} on ${reference}`), begins)
    assert.equal(begins.split(' on ').length - 1, begun.length, 'and nobody else')
  })

  it('gives what was handed back to the same assessor only after that is released, and not once it is handed back again', async () => {
    const { services, round, server } = all
    const [back] = await handedBack()
    assert.ok(back)
    const pam = await server.signedIn(round.people.pam)
    const conflicts = `/manage/funds/test-fund/first/assessment/conflicts`
    const pair = `${conflicts}/${back.reference}/${back.personId}`
    assert.match(
      (await pam.get(conflicts)).body,
      /Handed back by the assessor\s*<\/td>\s*<td[^>]*>Does not read it unless/,
    )
    const isKept = async () => {
      const { number, input } = await workedOut()
      const { body } = await pam.get(`/manage/funds/test-fund/first/assessment/assignment/runs/${number}`)
      const those = input.excluded.filter(({ application }) => application === back.reference)
      const kept = those.some(({ assessor }) => assessor === back.personId)
      assert.equal(body.includes('Handed back by the assessor'), kept)
      return kept
    }
    assert.equal(await isKept(), true)
    assert.equal((await pam.post(`${pair}/release`, { reason: 'They handed it back by mistake.' })).status, 303)
    assert.equal(await isKept(), false)
    await sql`insert into assignment (id, application_id, person_id, why, place, assigned_at)
      values (gen_random_uuid(), ${back.applicationId}::uuid, ${back.personId}::uuid, 'assigned', 90, ${at})`.execute(
      services.db,
    )
    assert.deepEqual(await handedBack(), [], 'it is theirs again')
    assert.doesNotMatch((await pam.get(conflicts)).body, /Handed back/)
    const assessor = await server.signedIn(back.personId)
    await assessor.post(`/assess/test-fund/first/applications/${back.reference}/hand-back`)
    assert.deepEqual((await handedBack()).map(key), [key(back)])
    assert.equal(await isKept(), true)
    assert.match(
      (await pam.get(pair)).body,
      /Handed back by the assessor released by .*They handed it back by mistake\..*Taken back/,
    )
  })

  it('ends at once when a conflict is found late, and the trace stays', async () => {
    const victim = (await live()).find(({ personId }) => personId === made.assessors[2]?.id)
    assert.ok(victim)
    const leadId = made.applications.find(({ reference }) => reference === victim.reference)?.leadId ?? ''
    await addInterest(all.services, all.round, {
      personId: victim.personId,
      kind: 'employer',
      organisationId: leadId,
      endedOn: '2025-06-30',
    })
    const settle = async () =>
      await all.services.db
        .transaction()
        .execute(async (tx) => await settleAssignments(tx, { round: all.round.round, at, by: null }))
    assert.deepEqual((await settle()).map(key), [key(victim)])
    assert.deepEqual(await settle(), [])
    const trace = (await assignmentsOfPerson(all.services.db, all.round.round.id, victim.personId)).find(
      ({ id }) => id === victim.id,
    )
    assert.deepEqual([trace?.endedWhy, trace?.endedReason], ['conflict', 'employer'])
  })

  it('ends at once when its reader is confirmed as working for a body that bids, and the trace stays', async () => {
    const { services, round } = all
    const victim = (await live()).find(({ personId }) => personId === made.assessors[3]?.id)
    assert.ok(victim)
    const leadId = made.applications.find(({ reference }) => reference === victim.reference)?.leadId ?? ''
    await sql`insert into membership (person_id, organisation_id, state, requested_at)
      values (${victim.personId}::uuid, ${leadId}, 'requested', ${at})`.execute(services.db)
    const mine = async () => (await live()).filter(({ personId }) => personId === victim.personId)
    assert.ok((await mine()).length > 1)
    const pam = await all.server.signedIn(round.people.pam)
    const answer = await pam.post(`/manage/people/requests/${leadId}/${victim.personId}`, { decision: 'confirmed' })
    assert.equal(answer.status, 303)
    assert.deepEqual(await mine(), [], 'an officer of a body that bids reads nothing in the round')
    const trace = await assignmentsOfPerson(services.db, round.round.id, victim.personId)
    const { endedWhy, endedReason } = trace.find(({ id }) => id === victim.id) ?? {}
    assert.deepEqual([endedWhy, endedReason], ['conflict', 'bidding-officer'])
    const { rows } = await sql<{ facts: { why: string } }>`
      select facts from audit_event where object_id = ${victim.id} and action = 'assignment.ended'`.execute(services.db)
    assert.equal(rows[0]?.facts.why, 'conflict')
  })

  it('ends when the application is withdrawn by its applicant', async () => {
    const victim = (await live()).find(({ reference }) => reference === 'DD-2026-T0005')
    assert.ok(victim)
    const { services, round } = all
    await sql`insert into membership (person_id, organisation_id, state, requested_at, decided_at)
      values (${round.people.nobody}::uuid, 'T-LEAD-5', 'confirmed', ${at}, ${at})`.execute(services.db)
    const applicant = await all.server.signedIn(round.people.nobody)
    assert.equal((await applicant.post('/applications/DD-2026-T0005/withdraw')).status, 303)
    assert.ok(!(await live()).some(({ reference }) => reference === 'DD-2026-T0005'))
    const ended = await assignmentsOfPerson(services.db, round.round.id, victim.personId)
    assert.equal(ended.find(({ id }) => id === victim.id)?.endedWhy, 'withdrawn')
  })

  it('is cancelled while it waits or is worked out, and then never done', async () => {
    const asked = await ask()
    assert.ok(asked.ok)
    const actor = await all.round.actor('pam')
    const another = await ask()
    assert.deepEqual(another.ok ? [] : another.problems, [{ code: 'run-under-way', number: asked.value }])
    const pam = await all.server.signedIn(all.round.people.pam)
    const assignment = '/manage/funds/test-fund/first/assessment/assignment'
    const refused = await pam.post(assignment, {})
    assert.equal(refused.status, 400)
    assert.match(
      refused.body,
      new RegExp(`href="${assignment}/runs/${asked.value}">Assignment ${asked.value} is being`),
    )
    const working = workOutAssignment(all.services, (await run(asked.value)).id)
    assert.ok((await cancelAssignment(all.services, { actor, path, at, number: asked.value })).ok)
    await working
    assert.deepEqual([(await run(asked.value)).state, (await run(asked.value)).result], ['cancelled', null])
    const gone = await cancelAssignment(all.services, { actor, path, at, number: asked.value })
    assert.deepEqual(gone.ok ? [] : gone.problems, [{ code: 'ended-already' }])
    const none = await accept(asked.value)
    assert.deepEqual(none.ok ? [] : none.problems, [{ code: 'not-done' }])
    const { body } = await pam.get(`${assignment}/runs/${asked.value}`)
    assert.match(body, /Nothing came of it, and who reads what stays as it was/)
    assert.doesNotMatch(body, /<progress|Accept this assignment/)
  })

  it('says in one sentence who stands in the way when it is impossible', async () => {
    for (const { id } of made.assessors.slice(0, 4))
      await addInterest(all.services, all.round, { personId: id, kind: 'authority', organisationId: 'T-LEAD-9' })
    const { state, result, number } = await workedOut()
    assert.equal(state, 'impossible')
    assert.ok(result?.status === 'impossible')
    assert.deepEqual(result.because[0]?.applications, ['DD-2026-T0009'])
    const pam = await all.server.signedIn(all.round.people.pam)
    const { body } = await pam.get(`/manage/funds/test-fund/first/assessment/assignment/runs/${number}`)
    assert.match(
      body,
      /DD-2026-T0009 needs 3 assessors, and only Assessor 0004 and Assessor 0005 are free of a conflict/,
    )
    assert.match(body, /Own authority/)
  })
})
