import assert from 'node:assert/strict'
import { it } from 'node:test'
import { codesWorkAgainAt } from './count-wrong-codes.ts'

const at = new Date('2026-11-25T12:00:00Z')
const asked = (hoursAgo: number, wrongCodes: number) => ({
  askedAt: new Date(at.getTime() - hoursAgo * 3_600_000),
  wrongCodes,
})

it('takes codes below twenty wrong ones in a day', () => {
  assert.equal(codesWorkAgainAt([], at), undefined)
  assert.equal(codesWorkAgainAt([asked(1, 10), asked(2, 9)], at), undefined)
  assert.equal(codesWorkAgainAt([asked(1, 10), asked(24, 10)], at), undefined)
})

it('takes them again once enough are a day old', () => {
  assert.deepEqual(codesWorkAgainAt([asked(2, 20)], at), new Date('2026-11-26T10:00:00Z'))
  // Without the five of 20 hours ago there are 19 left.
  assert.deepEqual(codesWorkAgainAt([asked(1, 10), asked(20, 5), asked(3, 9)], at), new Date('2026-11-25T16:00:00Z'))
  // Without the one of 20 hours ago there are 20 left, so the next oldest has to go too.
  assert.deepEqual(codesWorkAgainAt([asked(1, 10), asked(20, 1), asked(3, 10)], at), new Date('2026-11-26T09:00:00Z'))
})
