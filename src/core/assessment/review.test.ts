import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Criterion, firstBands } from '../rules/assessment-rules.ts'
import { MOST_COMMENT_WORDS, readPoints, scaleOf, submissionProblems, type ToSubmit } from './review.ts'

const criterion = (id: string): Criterion => ({
  id,
  name: id,
  looksFor: '',
  questions: [],
  weightPercent: 50,
  leastPoints: null,
  bands: firstBands,
})
const criteria = [criterion('need'), criterion('plan')]
const good: ToSubmit = {
  scores: new Map([
    ['need', { points: 0, comment: 'Nothing to the point.' }],
    ['plan', { points: 4, comment: 'All of it.' }],
  ]),
  inScope: 'yes',
  scopeComment: '',
  confidence: undefined,
  overallComment: '',
  noConflict: true,
}
const codes = (review: Partial<ToSubmit>) =>
  submissionProblems(criteria, { ...good, ...review }).map(({ code }) => code)

describe('points as they are typed', () => {
  it('are those of a band, or none', () => {
    assert.deepEqual(readPoints(criterion('need'), ' 3 '), { ok: true, value: 3 })
    assert.deepEqual(readPoints(criterion('need'), '0'), { ok: true, value: 0 })
    assert.deepEqual(readPoints(criterion('need'), '  '), { ok: true, value: null })
  })

  it('are nothing else, whatever is typed', () => {
    for (const typed of ['5', '-1', '2.5', '3e0', 'NaN', 'Infinity', '0x3', 'three', '1,0', '99999', '٣']) {
      assert.equal(readPoints(criterion('need'), typed).ok, false, typed)
    }
    const whole = new Set(['0', '1', '2', '3', '4', '00', '01', '02', '03', '04'])
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const read = readPoints(criterion('need'), typed)
        const text = typed.trim()
        return (
          read.ok ===
            (text === '' || firstBands.some(({ points }) => Number(text) === points && /^[\d.]+$/.test(text))) ||
          whole.has(text)
        )
      }),
    )
  })

  it('are chosen by words on a short scale and typed on a long one', () => {
    assert.equal(scaleOf(criterion('need')), 'words')
    const bands = Array.from({ length: 11 }, (_, points) => ({ points, name: String(points), guidance: '' }))
    assert.equal(scaleOf({ bands }), 'numbers')
  })
})

describe('a review to be submitted', () => {
  it('has points, a comment for each criterion and answers to the questions', () => {
    assert.deepEqual(codes({}), [])
    assert.deepEqual(codes({ inScope: 'no', scopeComment: 'It is about something else.' }), [])
  })

  it('says everything that is missing, criterion by criterion', () => {
    assert.deepEqual(codes({ confidence: null }), ['confidence-missing'], 'asked, and not said')
    assert.deepEqual(codes({ confidence: 'not-sure' }), [])
    assert.deepEqual(codes({ scores: new Map(), inScope: null, noConflict: false }), [
      'points-missing',
      'comment-missing',
      'points-missing',
      'comment-missing',
      'scope-missing',
      'conflict-unanswered',
    ])
    assert.deepEqual(codes({ inScope: 'unsure', scopeComment: ' ' }), ['scope-reason-missing'])
  })

  it('has nothing off the scale and no comment of more words than there may be', () => {
    const most = Array.from({ length: MOST_COMMENT_WORDS }, () => 'word').join(' ')
    const scores = (comment: string, points: number) =>
      new Map([...good.scores, ['plan', { points, comment }]] as const)
    assert.deepEqual(codes({ scores: scores(most, 4) }), [])
    assert.deepEqual(codes({ scores: scores(`${most} more`, 2.5) }), ['points-off-scale', 'comment-too-long'])
    assert.deepEqual(codes({ overallComment: `${most} more` }), ['comment-too-long'])
    assert.deepEqual(codes({ scopeComment: `${most} more` }), ['scope-reason-too-long'])
  })
})
