import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Json } from '../canonical/index.ts'
import { checkDefinition, type DefinitionProblem } from './index.ts'

type Part = { readonly [key: string]: Json }

const text = (id: string, more: Part = {}): Part => ({ id, type: 'short-text', label: id, ...more })
const yesNo = (id: string, more: Part = {}): Part => ({ id, type: 'yes-no', label: id, ...more })
const radios = (id: string, more: Part = {}): Part => ({
  id,
  type: 'radios',
  label: id,
  options: ['a', 'b'].map((value) => ({ value, label: value })),
  ...more,
})
const money = (id: string, more: Part = {}): Part => ({ id, type: 'money', label: id, ...more })

const form = (questions: readonly Part[], more: Part = {}): Part => ({
  id: 'f',
  title: 'F',
  pages: [{ id: 'p', title: 'P', questions }],
  ...more,
})

function problemsIn(input: unknown): readonly DefinitionProblem[] {
  const result = checkDefinition(input)
  return result.ok ? [] : result.problems
}

const refusedAt = (input: unknown, at: string, words: RegExp) => {
  const problems = problemsIn(input)
  assert.deepEqual(
    problems.map((problem) => problem.at),
    [at],
    JSON.stringify(problems),
  )
  assert.match(problems[0]?.text ?? '', words)
}

const showIf = (condition: Part): Part => ({ showIf: condition })

describe('conditions of a form', () => {
  it('refuses conditions that go round in a circle', () => {
    refusedAt(
      form([text('a', showIf({ question: 'a', answered: true }))]),
      '/pages/0/questions/0/showIf',
      /depends on itself/,
    )
    const pair = form([
      yesNo('a', showIf({ question: 'b', is: true })),
      yesNo('b', showIf({ question: 'a', is: true })),
    ])
    assert.deepEqual(
      problemsIn(pair).map(({ at }) => at),
      ['/pages/0/questions/0/showIf', '/pages/0/questions/1/showIf'],
    )
    const page = {
      ...form([]),
      pages: [{ id: 'p', title: 'P', questions: [yesNo('a')], ...showIf({ question: 'a', is: true }) }],
    }
    refusedAt(page, '/pages/0/showIf', /itself/)
  })

  it('refuses a condition that looks ahead', () => {
    refusedAt(
      form([text('a', showIf({ question: 'b', is: true })), yesNo('b')]),
      '/pages/0/questions/0/showIf',
      /comes later/,
    )
  })

  it('refuses a question that no answers show', () => {
    const unreachable: readonly (readonly Part[])[] = [
      [
        yesNo('a'),
        text(
          'b',
          showIf({
            all: [
              { question: 'a', is: true },
              { question: 'a', is: false },
            ],
          }),
        ),
      ],
      [
        radios('a'),
        text(
          'b',
          showIf({
            all: [
              { question: 'a', isNot: 'a' },
              { question: 'a', isNot: 'b' },
              { question: 'a', answered: true },
            ],
          }),
        ),
      ],
      [money('a', { max: 10 }), text('b', showIf({ question: 'a', above: 10 }))],
      [
        { id: 'a', type: 'whole-number', label: 'A' },
        text(
          'b',
          showIf({
            all: [
              { question: 'a', above: 1 },
              { question: 'a', below: 2 },
            ],
          }),
        ),
      ],
      [
        { id: 'a', type: 'date', label: 'A', max: '2014-02-10' },
        text('b', showIf({ question: 'a', after: '2014-02-10' })),
      ],
      [
        yesNo('a'),
        yesNo('x', showIf({ question: 'a', is: true })),
        text(
          'b',
          showIf({
            all: [
              { question: 'a', is: false },
              { question: 'x', is: true },
            ],
          }),
        ),
      ],
      [yesNo('a'), text('b', showIf({ any: [] }))],
      [text('a'), text('b', showIf({ all: [{ question: 'a', is: 'x' }, { not: { question: 'a', answered: true } }] }))],
    ]
    for (const questions of unreachable) {
      refusedAt(form(questions), `/pages/0/questions/${questions.length - 1}/showIf`, /no answers show it/)
    }
  })

  it('accepts a question that only just can be shown', () => {
    const reachable: readonly (readonly Part[])[] = [
      [money('a', { max: 10 }), text('b', showIf({ question: 'a', atLeast: 10 }))],
      [
        money('a'),
        text(
          'b',
          showIf({
            all: [
              { question: 'a', above: 1 },
              { question: 'a', below: 2 },
            ],
          }),
        ),
      ],
      [
        { id: 'a', type: 'date', label: 'A' },
        text(
          'b',
          showIf({
            all: [
              { question: 'a', after: '2014-02-09' },
              { question: 'a', before: '2014-02-11' },
            ],
          }),
        ),
      ],
      [
        radios('a'),
        text(
          'b',
          showIf({
            all: [
              { question: 'a', isNot: 'a' },
              { question: 'a', isNot: 'b' },
            ],
          }),
        ),
      ],
      [
        money('a', { max: 60 }),
        money('c', { max: 60 }),
        text(
          'b',
          showIf({
            all: [
              { sum: ['a', 'c'], above: 100 },
              { sum: ['a', 'c'], below: 110 },
            ],
          }),
        ),
      ],
      [
        { id: 'a', type: 'checkboxes', label: 'A', options: ['x', 'y', 'z'].map((value) => ({ value, label: value })) },
        text(
          'b',
          showIf({
            all: [
              { question: 'a', includes: 'x' },
              { question: 'a', includes: 'y' },
              { not: { question: 'a', includes: 'z' } },
            ],
          }),
        ),
      ],
    ]
    for (const questions of reachable) assert.deepEqual(problemsIn(form(questions)), [])
  })

  it('answers soon about a form made to be slow', () => {
    const many = Array.from({ length: 60 }, (_, index) => radios(`q${index}`))
    const all = many.map(({ id }) => ({ question: id ?? '', is: 'b' }))
    assert.deepEqual(problemsIn(form([...many, text('last', showIf({ all }))])), [])
  })
})
