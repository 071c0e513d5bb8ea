import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
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
const group = (id: string, questions: readonly Part[], more: Part = {}): Part => ({
  id,
  type: 'repeating-group',
  label: id,
  questions,
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
const when = (condition: Part): Part => ({
  rules: [{ id: 'r', clause: '1', outcome: 'fail', text: 'No', when: condition }],
})

describe('a form definition', () => {
  it('is accepted when all its parts fit', () => {
    const questions = [
      yesNo('joint'),
      group(
        'partners',
        [text('name'), money('share', showIf({ question: 'name', answered: true }))],
        showIf({ question: 'joint', is: true }),
      ),
      radios('model'),
      text(
        'why',
        showIf({
          any: [
            { question: 'model', is: 'a' },
            { sum: ['share'], above: 10 },
          ],
        }),
      ),
      { id: 'costs', type: 'money-table', label: 'Costs', columns: [{ id: 'pounds', label: 'Pounds' }] },
    ]
    const checks = [{ id: 'c', when: { sum: ['costs', 'share'], above: 100 }, text: 'Too much', question: 'costs' }]
    assert.deepEqual(problemsIn(form(questions, { checks, sections: [{ id: 's', title: 'S', pages: ['p'] }] })), [])
  })

  it('reads columns given as plain texts', () => {
    const result = checkDefinition(form([{ id: 't', type: 'money-table', label: 'T', columns: ['Year 1'] }]))
    assert.ok(result.ok)
    const [table] = result.value.pages[0]?.questions ?? []
    assert.deepEqual(table && 'columns' in table && table.columns, [{ id: 'Year 1', label: 'Year 1' }])
  })

  it('says where every wrong shape is', () => {
    refusedAt(null, '', /object/)
    refusedAt({ ...form([]), pages: 3 }, '/pages', /list/)
    refusedAt({ ...form([]), surprise: 1 }, '/surprise', /not known/)
    refusedAt(form([text('a', { surprise: 1 })]), '/pages/0/questions/0/surprise', /not known/)
    refusedAt(form([text('a', { options: [] })]), '/pages/0/questions/0/options', /not known/)
    refusedAt(form([{ id: 'a', type: 'essay', label: 'A' }]), '/pages/0/questions/0/type', /one of: short-text/)
    refusedAt(form([{ id: 'a', type: 'constructor', label: 'A' }]), '/pages/0/questions/0/type', /one of/)
    refusedAt(form([{ id: 'a', type: 'email' }]), '/pages/0/questions/0/label', /missing/)
    refusedAt(form([text('a b')]), '/pages/0/questions/0/id', /an id/)
    refusedAt(form([text('__proto__')]), '/pages/0/questions/0/id', /an id/)
    refusedAt(form([text('a', { maxWords: 0 })]), '/pages/0/questions/0/maxWords', /1 or more/)
    refusedAt(form([radios('a', { options: [] })]), '/pages/0/questions/0/options', /at least 1/)
    refusedAt(form([group('a', [group('b', [text('c')])])]), '/pages/0/questions/0/questions/0/type', /one of/)
    refusedAt(
      form([text('a')], { rules: [{ id: 'r', when: { question: 'a', answered: true }, outcome: 'fail', text: 'No' }] }),
      '/rules/0/clause',
      /missing/,
    )
  })

  it('refuses expressions outside the closed set', () => {
    const refusals: readonly (readonly [Json, string])[] = [
      [{ question: 'a', like: 'x' }, '/rules/0/when/like'],
      [{ question: 'a', is: 'x', isNot: 'y' }, '/rules/0/when'],
      [{ eval: 'process.exit()' }, '/rules/0/when'],
      [{ all: 3 }, '/rules/0/when/all'],
      [{ all: [], any: [] }, '/rules/0/when/any'],
      [{ question: 'a', is: null }, '/rules/0/when/is'],
      [{ compare: ['a', 'near', 'a'] }, '/rules/0/when/compare/1'],
      [{ sum: [], above: 1 }, '/rules/0/when/sum'],
      ['a is x', '/rules/0/when'],
    ]
    for (const [condition, at] of refusals) {
      const problems = problemsIn(form([text('a')], when(condition as Part)))
      assert.ok(
        problems.some((problem) => problem.at === at),
        `${JSON.stringify(condition)} ${JSON.stringify(problems)}`,
      )
    }
  })

  it('refuses an expression so deep that it cannot be read', () => {
    const deep = Array.from({ length: 50_000 }).reduce<Part>((not) => ({ not }), { question: 'a', answered: true })
    assert.match(problemsIn(form([text('a')], when(deep)))[0]?.text ?? '', /20 deep/)
  })

  it('refuses repeated ids of any kind, also inside groups', () => {
    refusedAt(form([text('a'), text('a')]), '/pages/0/questions/1/id', /“a” is there already/)
    refusedAt(form([text('a'), group('g', [text('a')])]), '/pages/0/questions/1/questions/0/id', /already/)
    refusedAt(
      form([
        radios('a', {
          options: [
            { value: 'x', label: 'X' },
            { value: 'x', label: 'Y' },
          ],
        }),
      ]),
      '/pages/0/questions/0/options/1/value',
      /already/,
    )
    refusedAt(
      {
        ...form([]),
        pages: [
          { id: 'p', title: 'P', questions: [] },
          { id: 'p', title: 'P', questions: [] },
        ],
      },
      '/pages/1/id',
      /already/,
    )
  })

  it('refuses an id that is the name of an input of another question', () => {
    refusedAt(
      form([{ id: 'start', type: 'date', label: 'S' }, text('start-day')]),
      '/pages/0/questions/1/id',
      /input of question “start”/,
    )
    assert.deepEqual(problemsIn(form([{ id: 'start', type: 'date', label: 'S' }, text('start-of-work')])), [])
  })

  it('refuses references to what is not there', () => {
    refusedAt(
      form([text('a', showIf({ question: 'zz', is: 'x' }))]),
      '/pages/0/questions/0/showIf/question',
      /no question “zz”/,
    )
    refusedAt(
      form([money('a')], when({ not: { any: [{ sum: ['a', 'zz'], above: 1 }] } })),
      '/rules/0/when/not/any/0/sum/1',
      /no question/,
    )
    refusedAt(
      form([money('a')], when({ compare: ['a', 'above', 'constructor'] })),
      '/rules/0/when/compare/2',
      /no question/,
    )
    refusedAt(
      form([money('a')], { checks: [{ id: 'c', when: { question: 'a', above: 1 }, text: 'T', question: 'zz' }] }),
      '/checks/0/question',
      /no question/,
    )
    refusedAt(form([], { sections: [{ id: 's', title: 'S', pages: ['zz'] }] }), '/sections/0/pages/0', /no page/)
    refusedAt(form([radios('a')], when({ question: 'a', is: 'zz' })), '/rules/0/when/is', /never be answered "zz"/)
    refusedAt(
      form([group('g', [text('a')])], when({ question: 'a', is: 'x' })),
      '/rules/0/when/question',
      /inside a repeating group/,
    )
  })

  it('refuses tests that do not suit the answer', () => {
    refusedAt(form([text('a')], when({ question: 'a', above: 3 })), '/rules/0/when/above', /short-text/)
    refusedAt(form([money('a')], when({ question: 'a', before: '2014-02-10' })), '/rules/0/when/before', /money/)
    refusedAt(form([text('a')], when({ sum: ['a'], above: 3 })), '/rules/0/when/sum/0', /added up/)
    refusedAt(
      form([text('a'), money('b')], when({ compare: ['a', 'above', 'b'] })),
      '/rules/0/when',
      /cannot be compared/,
    )
    refusedAt(form([yesNo('a')], when({ question: 'a', is: 'yes' })), '/rules/0/when/is', /never/)
  })

  it('refuses limits that no answer can keep', () => {
    refusedAt(form([money('a', { min: 2, max: 1 })]), '/pages/0/questions/0/min', /above max/)
    refusedAt(form([text('a', { minWords: 2, maxWords: 1 })]), '/pages/0/questions/0/minWords', /above maxWords/)
    refusedAt(
      form([{ id: 'd', type: 'date', label: 'D', min: '2015-01-01', max: '2014-01-01' }]),
      '/pages/0/questions/0/min',
      /above max/,
    )
    refusedAt(form([group('g', [text('a')], { minItems: 101 })]), '/pages/0/questions/0/minItems', /100/)
  })

  it('never throws, whatever the JSON', () => {
    const key = fc.constantFrom(
      'id',
      'title',
      'pages',
      'questions',
      'type',
      'label',
      'showIf',
      'rules',
      'when',
      'all',
      'sum',
      'question',
      'is',
    )
    const leaf = fc.oneof(
      fc.constantFrom('p', 'radios', 'repeating-group', 'money-table'),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    )
    const json = fc.letrec<{ any: Json }>((tie) => ({
      any: fc.oneof(
        { depthSize: 'medium' },
        leaf,
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(key, tie('any'), { maxKeys: 6 }),
      ),
    })).any
    fc.assert(
      fc.property(json, (input) =>
        problemsIn(input).every(({ at, text: words }) => at.length >= 0 && words.length > 0),
      ),
      { numRuns: 500 },
    )
  })
})
