import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { lineFactor, type OptionsCase } from '../../core/uncertainty/index.ts'
import { spreadInThreads } from './spread-in-threads.ts'

const line = (driver: string, worth: number) => ({ driver, worth, factor: lineFactor('pert', { low: 10, high: 30 }) })

const given: OptionsCase = {
  options: [
    { id: 'usual', lines: [line('Staff', -900), line('Premises', -200)] },
    { id: 'mutual', lines: [line('Staff', -850), line('Premises', -150), line('Advice', -120)] },
  ],
  correlations: [['Staff', 'Premises', 0.3]],
  samples: 10_000,
  seed: 4,
}

describe('options drawn in threads', () => {
  it('come to the same in one thread and in three, to the last bit', async () => {
    const [alone, three] = await Promise.all([spreadInThreads(given, 1), spreadInThreads(given, 3)])
    assert.deepEqual(three, alone)
    assert.ok((alone?.[0]?.first ?? 0) > 0.5)
  })

  it('come to nothing where correlations cannot all be', async () => {
    const correlations = [
      ['Staff', 'Premises', 0.9],
      ['Premises', 'Advice', 0.9],
      ['Staff', 'Advice', -0.9],
    ] as const
    assert.equal(await spreadInThreads({ ...given, correlations }, 2), null)
  })
})
