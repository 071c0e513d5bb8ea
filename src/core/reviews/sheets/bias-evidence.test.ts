import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { unfitBias } from './bias-evidence.ts'

const fields = (content: Parameters<typeof unfitBias>[0]) => unfitBias(content).map(({ field }) => field)

it('asks what a bias rests on, and for a bias where part of one is dealt with', () => {
  assert.deepEqual(fields({ bias: 41 }), ['evidence'])
  assert.deepEqual(fields({ bias: 41, mitigated: 60, evidence: ' \n' }), ['evidence'])
  assert.deepEqual(fields({ bias: 41, mitigated: 60, evidence: 'Bounds of outsourcing' }), [])
  assert.deepEqual(fields({ mitigated: 60, evidence: 'Bounds of outsourcing' }), ['bias'])
  for (const none of [{}, { bias: 0 }, { bias: 0, mitigated: 0 }, { evidence: 'Payroll' }])
    assert.deepEqual(fields(none), [])
})

it('finds nothing wrong exactly where there is no bias, or words and a bias', () => {
  const percent = fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined })
  const words = fc.option(fc.constantFrom('', ' ', 'Forecasts of five years'), { nil: undefined })
  fc.assert(
    fc.property(percent, percent, words, (bias, mitigated, evidence) => {
      const content = {
        ...(bias !== undefined && { bias }),
        ...(mitigated !== undefined && { mitigated }),
        ...(evidence !== undefined && { evidence }),
      }
      const biased = bias !== undefined && bias > 0
      const right = biased ? evidence === 'Forecasts of five years' : mitigated === undefined || mitigated === 0
      assert.equal(unfitBias(content).length === 0, right)
    }),
  )
})
