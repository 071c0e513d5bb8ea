import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fundersFirst } from './funders-first.ts'

const funder = (name: string, people: number, told: number) => ({ name, people, told })

describe('telling funders first', () => {
  it('waits for nobody where the only funder is the body that runs the fund', () => {
    assert.deepEqual(fundersFirst([funder('A', 0, 0)]), { untold: [], silent: [] })
    assert.deepEqual(fundersFirst([]), { untold: [], silent: [] })
  })

  it('waits for the only funder where somebody speaks for it', () => {
    assert.deepEqual(fundersFirst([funder('A', 2, 0)]), { untold: ['A'], silent: [] })
    assert.deepEqual(fundersFirst([funder('A', 2, 1)]), { untold: [], silent: [] })
  })

  it('waits for each of several, also for those for which nobody speaks yet', () => {
    const several = [funder('A', 1, 1), funder('B', 1, 0), funder('C', 0, 0), funder('D', 0, 1)]
    assert.deepEqual(fundersFirst(several), { untold: ['B'], silent: ['C'] })
  })
})
