import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { periodWords } from './describe-inventory.ts'
import { retentionRules } from './retention-rules.ts'

describe('periodWords', () => {
  it('says whole years as years and a single one of anything as one', () => {
    assert.equal(periodWords({ months: 84, after: 'last-seen' }), '7 years after they were last here')
    assert.equal(periodWords({ months: 12, after: 'made' }), '1 year after they were made')
    assert.equal(periodWords({ months: 18, after: 'ended' }), '18 months after they ended')
    assert.equal(periodWords({ months: 1, after: 'ended' }), '1 month after they ended')
    assert.equal(periodWords({ days: 1, after: 'expired' }), '1 day after they ran out')
    assert.equal(periodWords({ days: 30, after: 'expired' }), '30 days after they ran out')
  })
})

describe('retentionRules', () => {
  it('have names of their own', () => {
    const ids = retentionRules.map(({ id }) => id)
    assert.deepEqual(
      ids.filter((id, place) => ids.indexOf(id) !== place),
      [],
    )
  })

  it('empty only columns that they hold', () => {
    for (const { id, holds, sweep } of retentionRules)
      if (sweep !== undefined && sweep.clock !== 'person')
        for (const column of sweep.blank ?? []) assert.ok(Object.values(holds)[0]?.includes(column), `${id}: ${column}`)
  })

  it('say when and by what it goes, if anything goes, and only then', () => {
    for (const { id, outcome, period, sweep, byItself } of retentionRules) {
      const goes = ['delete', 'blank', 'anonymise'].includes(outcome)
      assert.equal(period !== undefined, goes, id)
      assert.equal((sweep ?? byItself) !== undefined, goes, id)
    }
  })
})
