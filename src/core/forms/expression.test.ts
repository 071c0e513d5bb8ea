import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Json } from '../canonical/index.ts'
import { type Answers, answerOf } from './answers.ts'
import { type Expression, holds, type Reading, referencesOf } from './index.ts'

const IDS = ['a', 'b', 'c', 'constructor']

const readingOf = (answers: Answers): Reading => ({
  value: (id) => answerOf(answers, id),
  total: (id) => {
    const value = answerOf(answers, id)
    return typeof value === 'number' ? value : undefined
  },
  items: () => [],
})

const id = fc.constantFrom(...IDS)
const amount = fc.integer({ min: -3, max: 3 })
const day = fc.constantFrom('2014-02-09', '2014-02-10', '2014-02-11')
const scalar = fc.oneof(amount, day, fc.constantFrom('x', 'y'), fc.boolean())
const numberTest = fc.oneof(
  ...(['above', 'atLeast', 'below', 'atMost'] as const).map((test) => amount.map((n) => ({ [test]: n }))),
)
const test = fc.oneof(
  numberTest,
  scalar.map((is) => ({ is })),
  scalar.map((isNot) => ({ isNot })),
  fc.array(scalar, { minLength: 1, maxLength: 3 }).map((anyOf) => ({ anyOf })),
  day.map((before) => ({ before })),
  day.map((after) => ({ after })),
  fc.boolean().map((answered) => ({ answered })),
  fc.constantFrom('x', 'y').map((includes) => ({ includes })),
)
const comparison = fc.constantFrom('is', 'isNot', 'above', 'atLeast', 'below', 'atMost', 'before', 'after')

const expression = fc.letrec<{ any: Expression }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.tuple(id, test).map(([question, one]) => ({ question, ...one }) as Expression),
    fc
      .tuple(fc.array(id, { minLength: 1, maxLength: 3 }), numberTest)
      .map(([sum, one]) => ({ sum, ...one }) as unknown as Expression),
    fc.tuple(id, comparison, id).map((compare) => ({ compare }) as unknown as Expression),
    fc.array(tie('any'), { maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('any'), { maxLength: 3 }).map((any) => ({ any })),
    tie('any').map((not) => ({ not })),
  ),
})).any

const answer: fc.Arbitrary<Json> = fc.oneof(
  scalar,
  fc.constant(''),
  fc.constant(null),
  fc.subarray(['x', 'y']),
  fc.constant({}),
)
const answers = fc.dictionary(id, answer)

describe('an expression', () => {
  it('obeys the laws of not, all and any, whatever is answered', () => {
    fc.assert(
      fc.property(fc.array(expression, { maxLength: 4 }), answers, (parts, given) => {
        const reading = readingOf(given)
        const each = parts.map((part) => holds(part, reading))
        assert.equal(holds({ all: parts }, reading), !each.includes(false))
        assert.equal(holds({ any: parts }, reading), each.includes(true))
        assert.equal(holds({ not: { all: parts } }, reading), holds({ any: parts.map((not) => ({ not })) }, reading))
        assert.equal(holds({ not: { not: { any: parts } } }, reading), each.includes(true))
      }),
      { numRuns: 500 },
    )
  })

  it('looks at nothing but the questions that it says it reads', () => {
    fc.assert(
      fc.property(expression, answers, answers, (one, given, other) => {
        const read = new Set(referencesOf(one))
        const changed = Object.fromEntries(
          IDS.flatMap((key) => {
            const value = (read.has(key) ? given : other)[key]
            return value === undefined || !Object.hasOwn(read.has(key) ? given : other, key) ? [] : [[key, value]]
          }),
        )
        assert.equal(holds(one, readingOf(changed)), holds(one, readingOf(given)))
      }),
      { numRuns: 500 },
    )
  })

  it('tests one answer as its words say', () => {
    const cases: readonly (readonly [Json | undefined, object, boolean])[] = [
      ['yes', { is: 'yes' }, true],
      ['no', { is: 'yes' }, false],
      [false, { is: false }, true],
      [undefined, { is: false }, false],
      [undefined, { isNot: 'x' }, true],
      ['x', { isNot: 'x' }, false],
      ['b', { anyOf: ['a', 'b'] }, true],
      [['c', 'b'], { anyOf: ['a', 'b'] }, true],
      [['c'], { anyOf: ['a', 'b'] }, false],
      [5, { above: 5 }, false],
      [5, { atLeast: 5 }, true],
      [5, { below: 5 }, false],
      [5, { atMost: 5 }, true],
      ['5', { atMost: 5 }, false],
      [undefined, { below: 5 }, false],
      ['2014-02-09', { before: '2014-02-10' }, true],
      ['2014-02-10', { before: '2014-02-10' }, false],
      ['2014-02-11', { after: '2014-02-10' }, true],
      ['99', { after: '2014-02-10' }, false],
      [['x'], { includes: 'x' }, true],
      ['x', { includes: 'x' }, false],
      [0, { answered: true }, true],
      [false, { answered: true }, true],
      [' \n', { answered: true }, false],
      [[], { answered: false }, true],
      [{ line1: ' ' }, { answered: false }, true],
      [null, { answered: false }, true],
    ]
    for (const [value, one, expected] of cases) {
      const reading = readingOf(value === undefined ? {} : { a: value })
      assert.equal(holds({ question: 'a', ...one } as Expression, reading), expected, JSON.stringify([value, one]))
    }
  })

  it('adds decimals without the error of binary fractions', () => {
    const reading = readingOf({ a: 0.1, b: 0.2 })
    assert.equal(holds({ sum: ['a', 'b'], above: 0.3 }, reading), false)
    assert.equal(holds({ sum: ['a', 'b', 'c'], atMost: 0.3 }, reading), true)
    assert.equal(holds({ sum: ['c'], below: 1 }, reading), false)
  })

  it('compares two answers, and is false when one is missing', () => {
    const reading = readingOf({ a: '2014-02-10', b: '2014-03-01', n: 3, m: 3 })
    assert.equal(holds({ compare: ['a', 'before', 'b'] }, reading), true)
    assert.equal(holds({ compare: ['b', 'atMost', 'a'] }, reading), false)
    assert.equal(holds({ compare: ['n', 'atLeast', 'm'] }, reading), true)
    assert.equal(holds({ compare: ['n', 'isNot', 'zz'] }, reading), false)
    assert.equal(holds({ compare: ['n', 'above', 'a'] }, reading), false)
  })
})
