import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type AssessedRound, assessedRound } from '../../../../tests/support/assessed-round.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { seedPeopleByRole } from '../../../seeds/people.ts'
import { personByEmail } from '../../accounts/index.ts'
import { runByNumber } from './runs.store.ts'
import { workOutAssignment } from './work-out-assignment.ts'

const life = lastFirst({ after })
let all: AssessedRound
before(async () => {
  all = await assessedRound(life, { applications: 10, assessors: 4, stage: 'sifted' })
})

async function team() {
  const person = await personByEmail(all.services.db, seedPeopleByRole.programme.email)
  return await all.signedIn(person?.id ?? '')
}

/** The page of a run that is asked for and worked out, as the job would. */
async function workedOut(): Promise<string> {
  const { get, post } = await team()
  const { location = '' } = await post(`${all.path}/assignment`)
  const run = await runByNumber(all.services.db, all.roundId, Number(location.split('/').at(-1)))
  await workOutAssignment(all.services, run?.id ?? '')
  return (await get(location)).body
}

describe('a round of fifteen applications or fewer', () => {
  it('is read by everybody without a conflict, and its pages speak of no match that nobody looked at', async () => {
    const asked = (await (await team()).get(`${all.path}/assignment`)).body
    const everybody = /At 15 applications or fewer, everybody without a conflict reads everything/
    assert.match(asked, everybody)
    assert.doesNotMatch(asked, /looks for the best match overall/)
    const body = await workedOut()
    assert.match(body, everybody)
    assert.doesNotMatch(body, /Match in all|Next best|A match is from 0 to 100|Everybody reads it/)
    assert.doesNotMatch(body, /Could read/, 'bounds of loads that nobody kept to')
    const { rows } = await sql<{ pairs: number }>`
      select (select count(*) from application_sift s join application a on a.id = s.application_id
          where a.round_id = ${all.roundId}::uuid and s.scope = 'in-scope') * 4 as pairs`.execute(all.services.db)
    const run = await runByNumber(all.services.db, all.roundId, 1)
    assert.ok(run?.result?.status === 'optimal' && run.result.everyone)
    assert.equal(run.result.pairs.length, Number(rows[0]?.pairs) - run.input.excluded.length)
  })

  it('says that nobody has accepted to assess, and not that everybody has a conflict', async () => {
    await sql`update assessor set state = 'invited', answered_at = null where round_id = ${all.roundId}::uuid`.execute(
      all.services.db,
    )
    const body = await workedOut()
    assert.match(
      body,
      /Nobody has accepted to assess, and 8 applications are to be scored: invite at least 3 assessors/,
    )
    assert.doesNotMatch(body, /free of a conflict|Who is held back/)
  })

  it('names what fewer read than the rules ask for, and what helps: not to work it out again', async (t) => {
    all = await assessedRound(lastFirst(t), { applications: 10, assessors: 3, stage: 'sifted' })
    const body = await workedOut()
    const input = (await runByNumber(all.services.db, all.roundId, 1))?.input
    const excluded = Map.groupBy(input?.excluded ?? [], ({ application }) => application)
    assert.ok(excluded.size > 0, 'somebody has a conflict')
    for (const [reference, { length }] of excluded) assert.ok(body.includes(`${reference} (${3 - length} of 3)`))
    assert.match(body, /Nobody else is free of a conflict: release a soft one/)
    const { get, post } = await team()
    await post(`${all.path}/assignment/runs/1/accept`)
    const accepted = (await get(`${all.path}/assignment`)).body
    assert.match(accepted, /Where everybody without a conflict reads one already, release a soft conflict/)
    assert.doesNotMatch(accepted, /Work the assignment out again: as little as possible/)
  })
})
