import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Check, Expression } from './index.ts'
import { neededUnlessOther } from './needed-unless-other.ts'

const check = (when: Expression): Check => ({ id: 'c', when, text: 'Answer one of them', question: 'a' })
const unanswered = (question: string): Expression => ({ question, answered: false })
const neededIn = (...whens: readonly Expression[]): readonly string[] => [
  ...neededUnlessOther({ checks: whens.map(check) }),
]

it('names the questions of which a check wants one at least', () => {
  assert.deepEqual(neededIn({ all: [unanswered('a'), unanswered('b')] }), ['a', 'b'])
  assert.deepEqual(neededIn({ all: ['a', 'b', 'c'].map(unanswered) }, { question: 'd', is: true }), ['a', 'b', 'c'])
})

it('leaves questions that other checks are about', () => {
  assert.deepEqual([...neededUnlessOther({})], [])
  for (const when of [
    unanswered('a'),
    { all: [unanswered('a')] },
    { any: [unanswered('a'), unanswered('b')] },
    { all: [unanswered('a'), { question: 'b', answered: true }] },
    { all: [unanswered('a'), { question: 'b', is: 'yes' }] },
    { not: { all: [unanswered('a'), unanswered('b')] } },
  ] as const)
    assert.deepEqual(neededIn(when), [])
})
