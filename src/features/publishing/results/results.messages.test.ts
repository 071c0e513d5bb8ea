import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { stages } from '../../../core/reporting/index.ts'
import { outcomeWords } from './results.messages.ts'

describe('what became of a bid', () => {
  it('is never that it is not eligible where it reached the stage of those that are: it was out of scope', () => {
    const said = stages.slice(0, 3).map((cameTo) => outcomeWords({ outcome: 'ineligible', cameTo }))
    assert.deepEqual(said, ['Not eligible', 'Out of scope', 'Not eligible or out of scope'])
    assert.equal(outcomeWords({ outcome: 'ineligible', cameTo: undefined }), 'Not eligible or out of scope')
    assert.equal(outcomeWords({ outcome: 'not-shortlisted', cameTo: 'scored' }), 'Not shortlisted')
    assert.equal(outcomeWords({ outcome: 'not-shortlisted', cameTo: 'received' }), 'Not assessed', 'a duplicate')
    assert.equal(outcomeWords({ outcome: 'withdrawn', cameTo: 'eligible' }), 'Withdrawn by the applicant')
  })
})
