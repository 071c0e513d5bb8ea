import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { changedUnderRules, type Expression, eligibility, type Form, type Question } from './index.ts'

const yesNo = (id: string, showIf?: Expression): Question => ({
  type: 'yes-no',
  id,
  label: id,
  required: true,
  ...(showIf && { showIf }),
})
const radios = (id: string, values: readonly string[], showIf?: Expression): Question => ({
  type: 'radios',
  id,
  label: id,
  options: values.map((value) => ({ value, label: value })),
  ...(showIf && { showIf }),
})

/** A rule reads `why`, whose condition reads `joint`, whose page's condition reads `english`; and the costs of a list. */
const form: Form = {
  id: 'f',
  title: 'F',
  pages: [
    { id: 'where', title: 'Where', questions: [yesNo('english'), yesNo('free')] },
    {
      id: 'who',
      title: 'Who',
      showIf: { question: 'english', is: true },
      questions: [yesNo('joint'), radios('why', ['cost', 'none'], { question: 'joint', is: true })],
    },
    {
      id: 'money',
      title: 'Money',
      questions: [
        {
          type: 'repeating-group',
          id: 'works',
          label: 'Works',
          questions: [
            { type: 'money', id: 'cost', label: 'Cost' },
            { type: 'short-text', id: 'work', label: 'Work' },
          ],
        },
        { type: 'money', id: 'other', label: 'Other' },
      ],
    },
  ],
  rules: [
    { id: 'why', clause: '1', when: { question: 'why', is: 'none' }, outcome: 'fail', text: 'A reason is needed' },
    { id: 'cost', clause: '2', when: { sum: ['cost'], above: 100 }, outcome: 'fail', text: 'Too much' },
  ],
}

const withQuestion = (id: string, change: (question: Question) => Question): Form => ({
  ...form,
  pages: form.pages.map((page) => ({
    ...page,
    questions: page.questions.map((question) => (question.id === id ? change(question) : question)),
  })),
})
const withPage = (id: string, showIf: Expression): Form => ({
  ...form,
  pages: form.pages.map((page) => (page.id === id ? { ...page, showIf } : page)),
})
const changed = (after: Form): readonly string[] => changedUnderRules(form, after).map(({ id }) => id)
const onlyFree: Expression = { question: 'free', is: true }

describe('what the rules of a form rest on', () => {
  it('is what they read, with its type, its values, whether it is needed, and its condition', () => {
    assert.deepEqual(changed(withQuestion('why', () => radios('why', ['cost', 'none'], onlyFree))), ['why'])
    assert.deepEqual(changed(withQuestion('why', (why) => ({ ...why, required: true }))), ['why'])
    const joint = { question: 'joint', is: true }
    assert.deepEqual(changed(withQuestion('why', () => radios('why', ['cost', 'nothing'], joint))), ['why'])
    assert.deepEqual(
      changed(withQuestion('why', ({ id, label }) => ({ type: 'short-text', id, label, showIf: joint }))),
      ['why'],
    )
    assert.deepEqual(changed({ ...form, pages: form.pages.slice(0, 1) }), ['why', 'cost', 'joint', 'works'])
  })

  it('is also what conditions read, of questions, pages and groups, however far back', () => {
    assert.deepEqual(changed(withQuestion('joint', () => yesNo('joint', onlyFree))), ['joint'])
    assert.deepEqual(changed(withQuestion('english', () => yesNo('english', onlyFree))), ['english'])
    assert.deepEqual(changed(withPage('who', { question: 'english', is: false })), ['why', 'joint'])
    assert.deepEqual(changed(withPage('money', onlyFree)), ['cost', 'works'])
    assert.deepEqual(changed(withQuestion('works', (works) => ({ ...works, showIf: onlyFree }))), ['works'])
    const inItem = withQuestion('works', (works) =>
      works.type === 'repeating-group'
        ? {
            ...works,
            questions: works.questions.map((child) => (child.id === 'cost' ? { ...child, showIf: onlyFree } : child)),
          }
        : works,
    )
    assert.deepEqual(changed(inItem), ['cost'])
  })

  it('is not words, limits, the order of options, or a question that no rule reads', () => {
    assert.deepEqual(changed({ ...form, title: 'Other', pages: form.pages.toReversed() }), [])
    assert.deepEqual(changed(withQuestion('other', () => yesNo('other', onlyFree))), [])
    assert.deepEqual(changed(withQuestion('free', () => radios('free', ['a', 'b']))), [])
    const worded = withQuestion('why', () => ({
      ...radios('why', ['none', 'cost'], { question: 'joint', is: true }),
      label: 'Why is it joint?',
      hint: 'In a word',
    }))
    assert.deepEqual(changed(worded), [])
  })

  it('decides: where nothing of it changed, the rules say the same of all answers', () => {
    const ids = ['a', 'b', 'c', 'd']
    const condition = (index: number) =>
      index === 0
        ? fc.constant(undefined)
        : fc.option(fc.record({ question: fc.constantFrom(...ids.slice(0, index)), is: fc.boolean() }), {
            nil: undefined,
          })
    const conditions = fc.tuple(...ids.flatMap((_, index) => [condition(index), condition(index)]))
    const rules: Form['rules'] = [
      { id: 'r', clause: '1', when: { question: 'c', is: true }, outcome: 'fail', text: 'No' },
    ]
    const made = (of: readonly (Expression | undefined)[]): Form => ({
      id: 'f',
      title: 'F',
      pages: ids.map((id, index) => {
        const showIf = of[2 * index]
        return { id, title: id, questions: [yesNo(id, of[2 * index + 1])], ...(showIf && { showIf }) }
      }),
      rules,
    })
    const answers = ids.reduce<readonly Readonly<Record<string, boolean>>[]>(
      (some, id) => some.flatMap((each) => [each, { ...each, [id]: true }, { ...each, [id]: false }]),
      [{}],
    )
    let same = 0
    fc.assert(
      fc.property(conditions, fc.subarray([0, 1, 2, 3, 4, 5, 6, 7]), conditions, (was, places, others) => {
        const is = was.map((each, place) => (places.includes(place) ? others[place] : each))
        if (changedUnderRules(made(was), made(is)).length > 0) return
        same += 1
        for (const each of answers)
          assert.equal(eligibility(made(was), each).outcome, eligibility(made(is), each).outcome)
      }),
      { seed: 12, numRuns: 300 },
    )
    assert.ok(same > 30)
  })
})
