import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type BandOfList, departureProblems, departureRules, departureRulesFor } from './index.ts'

const codes = (band: BandOfList, rule: string, reason: string) =>
  departureProblems(band, { rule, reason }).map(({ code }) => code)
const long = 'The accounts of the last two years are qualified by the auditor'

describe('a departure from the proposal', () => {
  it('names a rule and a reason, whatever the band', () => {
    for (const band of ['clear-in', 'near-tie', 'clear-out'] as const) {
      assert.deepEqual(codes(band, '', ' '), ['rule-missing', 'reason-missing'])
      assert.deepEqual(codes(band, 'we-like-it', long), ['rule-missing'])
      assert.deepEqual(codes(band, 'assurance', long), [])
    }
  })

  it('says that scores cannot tell only of what they cannot tell', () => {
    assert.deepEqual(codes('near-tie', 'near-tie', 'Level'), [])
    assert.deepEqual(codes('clear-in', 'near-tie', long), ['rule-not-for-band'])
    assert.deepEqual(codes('clear-out', 'near-tie', long), ['rule-not-for-band'])
    assert.deepEqual(departureRulesFor('near-tie'), departureRules)
    assert.equal(departureRulesFor('clear-out').length, departureRules.length - 1)
  })

  it('has a reason of substance where the scores are clear', () => {
    assert.deepEqual(codes('clear-in', 'assurance', 'Accounts qualified'), ['reason-too-thin'])
    assert.deepEqual(codes('clear-out', 'spread', 'one two three four five six seven 8'), ['reason-too-thin'])
    assert.deepEqual(codes('clear-out', 'spread', 'one two three four five six seven eight'), [])
    assert.deepEqual(codes('near-tie', 'assurance', 'Accounts qualified'), [])
  })
})
