import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { sql } from 'kysely'
import { exampleRecord } from '../../../../tests/support/decided-record.ts'
import { decidedRound, recordExample } from '../../../../tests/support/decided-round.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { otherRound } from '../../../../tests/support/other-round.ts'
import { openHighs } from '../../../platform/solver/highs-solver.ts'
import { awardsOf } from '../awarding/awards.store.ts'
import { tellOutcomes } from './tell-outcomes.ts'
import { toldAtOf } from './telling.store.ts'

const life = lastFirst({ after })

describe('telling outcomes', () => {
  it('is not kept from one round by another whose awards are beyond what the fund has become', async () => {
    const record = exampleRecord(await openHighs())
    let now = new Date()
    const tellAt = new Date(now.getTime() + 300_000)
    const decided = { awards: 2, reserves: 1, pounds: 60_000, reserveExpiresOn: '2099-09-30', tellAt }
    const first = await decidedRound(life, record, decided, { clock: () => now })
    const { services, fundId } = first
    const { db } = services
    const otherId = await otherRound(first)
    const later = { tellAt: new Date(tellAt.getTime() + 1000), reserveExpiresOn: null }
    await recordExample({ services, roundId: otherId }, record, later, [])
    now = new Date(tellAt.getTime() + 2000)
    const { rows } = await sql<{ places: number }>`select places from fund where id = ${fundId}::uuid`.execute(db)
    await sql`update fund set places = 1 where id = ${fundId}::uuid`.execute(db)
    await tellOutcomes(services)
    assert.equal(await toldAtOf(db, first.roundId), null)
    assert.deepEqual(await awardsOf(db, first.roundId), [])
    assert.deepEqual(await toldAtOf(db, otherId), now)
    await sql`update fund set places = ${rows[0]?.places ?? 0} where id = ${fundId}::uuid`.execute(db)
    await tellOutcomes(services)
    assert.deepEqual(await toldAtOf(db, first.roundId), now)
    assert.equal((await awardsOf(db, first.roundId)).length, 2)
  })
})
