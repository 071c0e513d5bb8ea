import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { assessedRound } from '../../../tests/support/assessed-round.ts'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { roundToAssess } from '../../../tests/support/round-to-assess.ts'
import { sealRound } from '../../../tests/support/seal-round.ts'
import { freshDatabase } from '../../../tests/support/template.ts'
import { type RoundWithClock, roundWithClock } from '../../../tests/support/whole-application.ts'
import { visitor } from '../../core/permissions/index.ts'
import { roundById, sealOf } from '../funds/index.ts'
import { acceptAssignment } from './assigning/accept-assignment.ts'
import { requestAssignment } from './assigning/request-assignment.ts'
import { runByNumber } from './assigning/runs.store.ts'
import { workOutAssignment } from './assigning/work-out-assignment.ts'
import { readQueue } from './moderating/read-queue.ts'
import { sealedShortlistSize } from './sealed-rules.ts'
import { readCase } from './understanding/read-case.ts'

const path = { fundSlug: 'test-fund', roundSlug: 'first' }
const life = lastFirst({ after })
let all: RoundWithClock
before(async () => {
  all = await roundWithClock(life, await freshDatabase(life), new Date('2026-11-25T12:00:00Z'))
  await roundToAssess(all.services, all.round, { applications: 18, assessors: 6 })
})

const roundId = () => all.round.round.id
const head = async () => {
  const seal = await sealOf(all.services.db, roundId())
  assert.ok(seal)
  return seal
}

describe('a date that is sealed anew', () => {
  it('leaves the seed of an assignment, and the assignment that was worked out, as they are', async () => {
    const { services } = all
    const asked = async (at: string) => ({ actor: await all.round.actor('pam'), path, at: new Date(at) })
    const one = await requestAssignment(services, await asked('2026-12-10T12:00:00Z'))
    assert.ok(one.ok)
    const first = await runByNumber(services.db, roundId(), one.value)
    assert.ok(first)
    await workOutAssignment(services, first.id)
    await sql`update round set decisions_on = '2027-03-31' where id = ${roundId()}::uuid`.execute(services.db)
    await sealRound(services, roundId())
    assert.equal((await head()).version, 2)
    const accepted = await acceptAssignment(services, { ...(await asked('2026-12-11T12:00:00Z')), number: one.value })
    assert.ok(accepted.ok, JSON.stringify(accepted))
    const two = await requestAssignment(services, await asked('2026-12-12T12:00:00Z'))
    assert.ok(two.ok)
    assert.equal((await runByNumber(services.db, roundId(), two.value))?.seed, first.seed)
  })

  it('leaves the statistics and the sample of moderation as they are', async () => {
    const { services, roundId } = await assessedRound(life, { applications: 24, assessors: 6, stage: 'closed' })
    const { db } = services
    const read = async () => {
      const [round, seal] = [await roundById(db, roundId), await sealOf(db, roundId)]
      assert.ok(round && seal)
      const queued = await readQueue(services, round, visitor)
      assert.ok(queued.state === 'open')
      return { version: seal.version, case: await readCase(db, services, roundId, seal), queue: queued.queue }
    }
    const was = await read()
    await sql`update round set decisions_on = '2027-03-31' where id = ${roundId}::uuid`.execute(db)
    await sealRound(services, roundId)
    const is = await read()
    assert.equal(is.version, was.version + 1)
    assert.deepEqual({ ...is, version: 0 }, { ...was, version: 0 })
    assert.ok(is.queue.length > 3)
  })
})

describe('places that are sealed anew', () => {
  it('count for the shortlist until scoring opens, and not after', async () => {
    const { db } = all.services
    const places = async (count: number) => {
      await sql`update fund set places = ${count} where id = ${all.round.round.fundId}::uuid`.execute(db)
      await sealRound(all.services, roundId())
    }
    const size = async () => await sealedShortlistSize(db, roundId(), await head())
    all.setClock(new Date('2026-12-20T12:00:00Z'))
    await places(7)
    assert.equal(await size(), 7)
    await sql`insert into assessment (round_id, opened_at) values (${roundId()}::uuid, '2026-12-21T12:00:00Z')`.execute(
      db,
    )
    all.setClock(new Date('2026-12-22T12:00:00Z'))
    await places(4)
    assert.equal((await head()).document.money.places, 4)
    assert.equal(await size(), 7)
  })
})
