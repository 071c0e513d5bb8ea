import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inTurns } from './turns.ts'

describe('pieces of work in turns', () => {
  it('run so many at once, the next in the order in which they came, and no more wait than may', async () => {
    const turns = inTurns({ atOnce: 2, waiting: 2 })
    const started: number[] = []
    const ends = new Map<number, () => void>()
    const work = (number: number) => () => {
      started.push(number)
      return new Promise<number>((resolve) => ends.set(number, () => resolve(number)))
    }
    const [one, two, three, four] = [1, 2, 3, 4].map((number) => turns(work(number)))
    assert.equal(turns(work(5)), undefined)
    assert.deepEqual(started, [1, 2])
    ends.get(2)?.()
    assert.equal(await two, 2)
    assert.deepEqual(started, [1, 2, 3])
    ends.get(1)?.()
    assert.equal(await one, 1)
    assert.deepEqual(started, [1, 2, 3, 4])
    ends.get(3)?.()
    ends.get(4)?.()
    assert.deepEqual(await Promise.all([three, four]), [3, 4])
  })

  it('give their place up when they fail', async () => {
    const turns = inTurns({ atOnce: 1, waiting: 0 })
    await assert.rejects(turns(async () => assert.fail('broken')) ?? Promise.resolve())
    assert.equal(await turns(async () => 'next'), 'next')
  })
})
