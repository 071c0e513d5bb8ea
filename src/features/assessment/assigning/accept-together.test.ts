import assert from 'node:assert/strict'
import { it } from 'node:test'
import { freshEmbedded } from '../../../../tests/support/embedded.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { roundToAssess } from '../../../../tests/support/round-to-assess.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { roundWithClock } from '../../../../tests/support/whole-application.ts'
import { openScoring } from '../scoring/open-scoring.ts'
import { acceptAssignment } from './accept-assignment.ts'
import { liveAssignmentsOf } from './assignments.store.ts'
import { requestAssignment } from './request-assignment.ts'
import { runByNumber } from './runs.store.ts'
import { workOutAssignment } from './work-out-assignment.ts'

const path = { fundSlug: 'test-fund', roundSlug: 'first' }
const at = new Date('2026-12-10T12:00:00Z')
const due = { day: '1', month: '3', year: '2027', clock: '5pm' }

for (const [engine, fresh] of [
  ['PostgreSQL', freshDatabase],
  ['embedded', freshEmbedded],
] as const)
  it(`an assignment is put into force once, and scoring opens on all of it or says what is missing (${engine})`, async (t) => {
    const life = lastFirst(t)
    const { services, round } = await roundWithClock(life, await fresh(life), new Date('2026-11-25T12:00:00Z'))
    await roundToAssess(services, round, { applications: 18, assessors: 6 })
    const actor = await round.actor('pam')
    const roundId = round.round.id
    const asked = await requestAssignment(services, { actor, path, at })
    assert.ok(asked.ok)
    const number = asked.value
    await workOutAssignment(services, (await runByNumber(services.db, roundId, number))?.id ?? '')
    const origin = 'https://fund.example'
    const accept = async () => await acceptAssignment(services, { actor, path, at, number })
    const openIt = async () => await openScoring(services, { actor, path, at, origin, due })
    const [one, opened, other] = await Promise.all([accept(), openIt(), accept()])
    const accepts = [one, other].map((each) => (each.ok ? each.value : each.problems[0]?.code))
    assert.equal(accepts.filter((each) => each === 'accepted-already').length, 1, JSON.stringify(accepts))
    assert.ok(accepts.some((each) => typeof each === 'object' && each.begun === 54 && each.ended === 0))
    assert.equal((await liveAssignmentsOf(services.db, roundId)).length, 54)
    // Whichever came first: whoever opened before it was in force is told that nobody reads them, and opens now.
    if (!opened.ok) {
      assert.deepEqual(opened.problems, [{ code: 'unassigned', count: 18 }])
      assert.ok((await openIt()).ok)
    }
  })
