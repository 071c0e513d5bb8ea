import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assessmentPhase, scoresAreOpen } from './phase.ts'

const at = new Date('2026-03-02T09:00:00Z')
const none = { openedAt: null, closedAt: null, frozenAt: null }

describe('the phases of an assessment', () => {
  it('follow one another, and scores are open to others only from the close on', () => {
    const steps = [
      none,
      { ...none, openedAt: at },
      { ...none, openedAt: at, closedAt: at },
      { openedAt: at, closedAt: at, frozenAt: at },
    ]
    assert.deepEqual(steps.map(assessmentPhase), ['sifting', 'scoring', 'closed', 'shortlisted'])
    assert.deepEqual(steps.map(scoresAreOpen), [false, false, true, true])
  })
})
