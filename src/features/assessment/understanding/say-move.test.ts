import assert from 'node:assert/strict'
import { it } from 'node:test'
import { ordinal } from '../../../core/text/ordinal.ts'
import type { UnderstandingResult } from '../../../core/understanding/index.ts'
import { intervalOnScale, moveWords, percent, signed, verdictWords } from './understanding.messages.ts'

it('says where an application moves and because of whom', () => {
  const move = { kind: 'assessors', from: 23, to: 17, assessors: 2, of: 3, leniency: -15 } as const
  assert.equal(
    moveWords(move, 25),
    'Moves from 23rd to 17th because 2 of 3 assessors score about 0.6 of a point below their peers.',
  )
  assert.equal(
    moveWords({ ...move, from: 1, to: 12, assessors: 1, leniency: 10 }, 25),
    'Moves from 1st to 12th because 1 of 3 assessors scores about 0.4 of a point above their peers.',
  )
  assert.equal(
    moveWords({ ...move, assessors: 3 }, 25),
    'Moves from 23rd to 17th because all 3 assessors score about 0.6 of a point below their peers.',
  )
  assert.equal(moveWords({ kind: 'others', from: 2, to: 3 }, 25), 'Moves from 2nd to 3rd because others move.')
  assert.equal(moveWords({ kind: 'none' }, 25), 'Stays where it is.')
})

it('never rounds a chance to none or to certainty, nor a difference to minus nothing', () => {
  assert.deepEqual([0, 0.001, 0.43, 0.999, 1].map(percent), ['0%', 'under 1%', '43%', 'over 99%', '100%'])
  assert.deepEqual([-0.01, 0.04, -5.67, 12].map(signed), ['0.0', '0.0', '−5.7', '+12.0'])
})

it('counts places in words of their own', () => {
  assert.deepEqual([1, 2, 3, 4, 11, 12, 13, 21, 101, 111, 112].map(ordinal), [
    '1st',
    '2nd',
    '3rd',
    '4th',
    '11th',
    '12th',
    '13th',
    '21st',
    '101st',
    '111th',
    '112th',
  ])
})

it('cuts an interval where the scale ends, and leaves one that lies within', () => {
  assert.equal(intervalOnScale([78.6, 103.4], [0, 100]), '78.6 to 100.0')
  assert.equal(intervalOnScale([-3, 12], [8, 100]), '8.0 to 12.0')
  assert.equal(intervalOnScale([41.26, 60], [0, 100]), '41.3 to 60.0')
})

it('says why nothing can be said of how assessors agree, and speaks of estimates where there are some', () => {
  const agreement = (verdict: 'cannot-say' | 'same-order') => ({ verdict }) as UnderstandingResult['agreement']
  const review = (assessor: string, total: number) => ({ application: `of ${assessor}`, assessor, total, points: {} })
  const none = { agreement: agreement('cannot-say'), calibration: null }
  assert.match(verdictWords(none, [review('Ada', 50), review('Ada', 60)]), /One assessor gave every score/)
  assert.match(verdictWords(none, [review('Ada', 50), review('Ben', 50)]), /Every review gives the same in all/)
  assert.match(verdictWords(none, [review('Ada', 50), review('Ben', 60)]), /too little to say/)
  assert.match(verdictWords(none, []), /too little to say/)
  const order = { agreement: agreement('same-order'), calibration: null }
  assert.doesNotMatch(verdictWords(order, []), /estimates/i)
  const estimated = { ...order, calibration: {} as NonNullable<UnderstandingResult['calibration']> }
  assert.match(verdictWords(estimated, []), /The estimates allow for that/)
})
