import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { anyReported } from '../../../tests/support/any-reported.ts'
import { furthestOf, rowsBehind, stages, summariseRound } from './index.ts'

const groups = { regions: ['London', 'North East'], kinds: ['county', 'district'] }

it('holds as many rows as every figure of a report says', () => {
  fc.assert(
    fc.property(fc.array(anyReported, { maxLength: 40 }), (applications) => {
      const summary = summariseRound(applications, groups)
      assert.equal(rowsBehind(applications, { figure: 'draft' }).length, summary.drafts)
      assert.equal(rowsBehind(applications, { figure: 'withdrawn' }).length, summary.withdrawn)
      for (const figure of stages) {
        assert.equal(rowsBehind(applications, { figure }).length, summary.all[figure])
        for (const { group: region, ...counts } of summary.byRegion)
          assert.equal(rowsBehind(applications, { figure, region }).length, counts[figure])
        for (const { group: kind, ...counts } of summary.byKind)
          assert.equal(rowsBehind(applications, { figure, kind }).length, counts[figure])
      }
    }),
  )
})

it('says how far each came', () => {
  fc.assert(
    fc.property(anyReported, (application) => {
      const furthest = furthestOf(application)
      assert.equal(furthest === undefined, application.state !== 'submitted')
      for (const [at, figure] of stages.entries())
        assert.equal(
          rowsBehind([application], { figure }).length === 1,
          furthest !== undefined && at <= stages.indexOf(furthest),
        )
    }),
  )
})
