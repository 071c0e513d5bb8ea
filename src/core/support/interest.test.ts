import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { barTo, interestStand } from './interest.ts'
import { supportWork } from './work.ts'

describe('an interest in the service', () => {
  it('bars options advice and nothing else, until it is waived', () => {
    const barred = (said: Parameters<typeof interestStand>[0]) =>
      supportWork.filter((work) => barTo(work, interestStand(said)) !== undefined)
    assert.deepEqual(barred({ interested: true, waived: false }), ['options-appraisal'])
    assert.deepEqual(barred({ interested: true, waived: true }), [])
    assert.deepEqual(barred({ interested: false, waived: false }), [])
  })

  it('is declared before any order', () => {
    assert.deepEqual(
      supportWork.filter((work) => barTo(work, interestStand(undefined)) === 'not-declared'),
      [...supportWork],
    )
  })
})
