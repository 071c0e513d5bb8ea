import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { countSifted, eligibilityFindings, type Sifted, scopeFindings, siftStanding, siftStandings } from './sift.ts'
import { areasIn, modelsIn } from './subjects.ts'

const sent: Sifted = { state: 'submitted', late: false, eligibility: 'eligible', scope: 'in-scope' }

describe('the sift', () => {
  it('scores only what is submitted, eligible and in scope', () => {
    assert.equal(siftStanding(sent), 'scored')
    assert.equal(siftStanding({ ...sent, late: true }), 'scored', 'let in after the deadline')
    assert.equal(siftStanding({ ...sent, scope: 'out-of-scope' }), 'out-of-scope')
    assert.equal(siftStanding({ ...sent, eligibility: 'ineligible', scope: 'out-of-scope' }), 'ineligible')
    assert.equal(siftStanding({ ...sent, eligibility: 'duplicate' }), 'duplicate')
    assert.equal(siftStanding({ ...sent, eligibility: 'withdrawn' }), 'withdrawn')
    assert.equal(siftStanding({ ...sent, state: 'withdrawn' }), 'withdrawn')
    assert.equal(siftStanding({ ...sent, state: 'draft', late: true }), 'late')
    assert.equal(siftStanding({ ...sent, eligibility: 'open' }), 'open')
    assert.equal(siftStanding({ ...sent, scope: 'open' }), 'open')
  })

  it('counts everything once', () => {
    const row = fc.record({
      state: fc.constantFrom('draft', 'submitted', 'withdrawn') as fc.Arbitrary<Sifted['state']>,
      late: fc.boolean(),
      eligibility: fc.constantFrom(...eligibilityFindings),
      scope: fc.constantFrom(...scopeFindings),
    })
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const counts = countSifted(rows)
        assert.equal(counts.received, rows.length)
        assert.equal(
          siftStandings.reduce((sum, each) => sum + counts[each], 0),
          rows.length,
        )
        assert.equal(counts.scored, rows.filter((one) => siftStanding(one) === 'scored').length)
      }),
    )
  })
})

describe('what an application is about', () => {
  it('is told by the beginnings of words', () => {
    assert.deepEqual(areasIn('Adult learning and libraries'), ['culture-and-libraries', 'education-and-skills'])
    assert.deepEqual(areasIn('Children’s centres'), ['children'])
    assert.deepEqual(areasIn('Reorganising the office'), [])
    assert.deepEqual(areasIn('Carpark'), [], 'not in the middle of a word')
  })

  it('takes what forms call delivery models for what rules call them', () => {
    assert.deepEqual(modelsIn(['outsourcing', 'voluntary-body', 'mutual', 'other']), [
      'mutual',
      'charity',
      'private-contract',
    ])
  })
})
