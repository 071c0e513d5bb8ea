import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { noExpertise } from '../../core/assessment/subjects.ts'
import type { RoundInput, RoundResult } from '../../core/assignment/index.ts'
import { runInThread } from '../threads/run-in-thread.ts'

const thread = new URL('./assignment-thread.ts', import.meta.url)
const areas = ['health', 'housing', 'children', 'corporate']

const inputOf = (applications: number, assessors: number): RoundInput => ({
  format: 1,
  needs: 3,
  seed: 7,
  everyoneUpTo: 15,
  loadBelowAverage: 2,
  loadAboveAverage: 2,
  anchors: 0,
  prepared: [],
  fairness: true,
  applications: Array.from({ length: applications }, (_, n) => ({
    reference: `E${n}`,
    serviceAreas: [areas[n % 4] ?? ''],
    deliveryModels: [],
    authorityKind: 'district',
  })),
  assessors: Array.from({ length: assessors }, (_, n) => ({
    id: `A${n}`,
    expertise: { ...noExpertise, serviceAreas: [areas[n % 4] ?? '', areas[(n + 1) % 4] ?? ''] },
    wanted: null,
    bids: {},
  })),
  excluded: [],
  before: [],
  fixed: [],
})

describe('the thread that works out an assignment', () => {
  it('gives what came of it, having said how far it was', async () => {
    const told: number[] = []
    const result = await runInThread<RoundResult>(thread, inputOf(20, 6), {
      signal: new AbortController().signal,
      tell: (progress) => told.push(progress),
    })
    assert.equal(result.status === 'optimal' && result.pairs.length, 60)
    assert.ok(told.length >= 3)
  })

  it('leaves the process free while it works on 2,000 applications and 200 assessors, and ends when it is told to', async () => {
    const controller = new AbortController()
    const cancelled = new Error('cancelled')
    let turns = 0
    let waiting = true
    const turn = (): void => {
      turns += 1
      if (waiting) setImmediate(turn)
    }
    setImmediate(turn)
    const doing: string[] = []
    const working = runInThread<RoundResult>(thread, inputOf(2000, 200), {
      signal: controller.signal,
      tell: (_, what) => {
        doing.push(what)
        // It is in the middle of the solver: what it would say next never comes.
        if (what.startsWith('Finding the best')) controller.abort(cancelled)
      },
    })
    await assert.rejects(working, cancelled)
    waiting = false
    assert.ok(turns > 100, `${turns} turns of the process`)
    assert.equal(doing.at(-1), 'Finding the best match in all')
  })

  it('fails when it cannot read what it is given', async () => {
    const nonsense = runInThread<RoundResult>(
      thread,
      { format: 1 },
      { signal: new AbortController().signal, tell: () => {} },
    )
    await assert.rejects(nonsense)
  })
})
