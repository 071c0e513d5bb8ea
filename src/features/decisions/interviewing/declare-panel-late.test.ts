import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { sql } from 'kysely'
import { assessedRound } from '../../../../tests/support/assessed-round.ts'
import { sha256 } from '../../../../tests/support/decided-record.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { reviewsThatCount } from './interviewing.store.ts'

const life = lastFirst({ after })

describe('a conflict that a member of the panel finds late', () => {
  it('takes what they gave, until the panel has recommended what rests on it', async () => {
    const world = await assessedRound(life, { applications: 30, assessors: 6, stage: 'interviewed' })
    const { db } = world.services
    const counted = await reviewsThatCount(db, world.roundId)
    const own = Map.groupBy(counted, ({ personId }) => personId)
    const [personId, reviews] = [...own].find(([, list]) => list.length > 1) ?? ['', []]
    const { rows } = await sql<{ id: string; reference: string }>`
      select id, reference from application where round_id = ${world.roundId}::uuid`.execute(db)
    const references = new Map(rows.map(({ id, reference }) => [id, reference]))
    const member = await world.signedIn(personId)
    const declare = async (index: number) => {
      const reference = references.get(reviews[index]?.applicationId ?? '')
      const path = `/panel/example-fund/finished-round/interviews/${reference}/conflict`
      return await member.post(path, { statement: 'My sister began to work there' })
    }
    assert.equal((await declare(0)).status, 303)
    assert.equal((await reviewsThatCount(db, world.roundId)).length, counted.length - 1)
    await sql`
      with run as (
        insert into assessment_run (id, round_id, kind, number, requested_at, input, input_sha256, seed)
        values (gen_random_uuid(), ${world.roundId}::uuid, 'portfolio', 1, now(), '{}'::jsonb, ${sha256('{}')}, 1)
        returning id)
      insert into panel_recommendation (round_id, run_id, outcomes, sha256, frozen_at)
      select ${world.roundId}::uuid, id, '[]', ${sha256('[]')}, now() from run`.execute(db)
    const late = await declare(1)
    assert.equal(late.status, 409)
    for (const words of ['The panel has recommended already', 'My sister began to work there'])
      assert.ok(late.body.includes(words), words)
    assert.equal((await reviewsThatCount(db, world.roundId)).length, counted.length - 1)
  })
})
