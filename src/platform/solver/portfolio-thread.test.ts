import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { exampleCase } from '../../../tests/support/decided-record.ts'
import { type PortfolioResult, timesChosen, workOutPortfolio } from '../../core/decisions/index.ts'
import { runInThread } from '../threads/run-in-thread.ts'
import { drawInThreads } from './draw-in-threads.ts'
import { openHighs } from './highs-solver.ts'

const solve = await openHighs()
const thread = new URL('./portfolio-thread.ts', import.meta.url)
const given = exampleCase(30, { draws: 50, places: 5, budgetPounds: 400_000 })

describe('the thread that works out a portfolio', () => {
  it('gives what is worked out in one piece, having said how far it was', async () => {
    const told: number[] = []
    const tell = (progress: number): void => void told.push(progress)
    const { signal } = new AbortController()
    const found = await runInThread<PortfolioResult>(thread, given, { signal, tell })
    assert.deepEqual(found, workOutPortfolio(given, solve))
    assert.ok(told.length > 2)
    assert.deepEqual(
      told,
      told.toSorted((one, other) => one - other),
    )
  })

  it('draws the same in any number of threads, and nothing where nothing says how sure scores are', async () => {
    const all = timesChosen(given, { from: 0, to: given.draws }, solve)
    for (const threads of [1, 3]) assert.deepEqual(await drawInThreads(given, () => {}, threads), all)
    const unsure = { ...given, candidates: given.candidates.map((candidate) => ({ ...candidate, sd: null })) }
    assert.equal(await drawInThreads(unsure, () => {}), null)
  })

  it('ends when it is told to, with the threads that draw for it', async () => {
    const controller = new AbortController()
    const cancelled = new Error('cancelled')
    const long = { ...given, draws: 1_000_000 }
    const working = runInThread<PortfolioResult>(thread, long, {
      signal: controller.signal,
      tell: (_, doing) => {
        if (doing === 'Moving one at a time') controller.abort(cancelled)
      },
    })
    await assert.rejects(working, cancelled)
  })
})
