import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { form } from '../../../tests/support/open-round-form.ts'
import type { Form, Question } from '../../core/forms/index.ts'
import { describeChanges } from './describe-changes.messages.ts'

const withQuestion = (id: string, change: (question: Question) => object): Form => ({
  ...form,
  pages: form.pages.map((page) => ({
    ...page,
    questions: page.questions.map((each) => (each.id === id ? (change(each) as Question) : each)),
  })),
})

const texts = (after: Form, before: Form = form) => describeChanges(before, after).map(({ text }) => text)

describe('what changed between two versions, in words', () => {
  it('is nothing between a version and itself', () => {
    assert.deepEqual(describeChanges(form, structuredClone(form)), [])
  })

  it('sets a rewording beside the words before', () => {
    const after = withQuestion('name', (question) => ({ ...question, label: 'Who leads?' }))
    assert.deepEqual(describeChanges(form, after), [
      { text: 'Question reworded: “Who leads?”', before: 'Name of the lead officer', after: 'Who leads?' },
    ])
  })

  it('says limits, and what must be answered', () => {
    assert.deepEqual(
      texts(withQuestion('drivers', ({ required: _, ...question }) => ({ ...question, maxWords: 1500 }))),
      [
        '“Why do you want to change?” need no longer be answered',
        '“Why do you want to change?”: words at most 1,500, was 20',
      ],
    )
  })

  it('says conditions in words, before and after', () => {
    const [change] = describeChanges(
      form,
      withQuestion('with', ({ showIf: _, ...question }) => question),
    )
    assert.deepEqual(change, {
      text: '“Which authority is it with?” is asked in other cases',
      before: 'Only if “Is this a joint bid?” is yes',
      after: 'Always',
    })
  })

  it('says which choices came and went, which are reworded, and that nothing but their order changed', () => {
    const asked = (options: readonly (readonly [string, string])[]): Form => ({
      id: 'f',
      title: 'F',
      pages: [
        {
          id: 'p',
          title: 'P',
          questions: [
            {
              type: 'radios',
              id: 'model',
              label: 'Model',
              options: options.map(([value, label]) => ({ value, label })),
            },
          ],
        },
      ],
    })
    const [a, b, c] = [
      ['a', 'A mutual'],
      ['b', 'A trust'],
      ['c', 'Shared'],
    ] as const
    const between = (before: Form, after: Form) => describeChanges(before, after)
    assert.deepEqual(between(asked([a, b]), asked([['a', 'A staff mutual'], c])), [
      { text: '“Model”: choices taken away', before: 'A trust' },
      { text: '“Model”: choices added', after: 'Shared' },
      { text: '“Model”: a choice reworded', before: 'A mutual', after: 'A staff mutual' },
    ])
    assert.deepEqual(between(asked([a, b]), asked([b, a])), [{ text: '“Model”: the choices are in another order' }])
    const table = (columns: readonly string[]): Form => ({
      ...asked([a]),
      pages: [
        {
          id: 'p',
          title: 'P',
          questions: [
            { type: 'money-table', id: 't', label: 'Costs', columns: columns.map((label) => ({ id: label, label })) },
          ],
        },
      ],
    })
    assert.deepEqual(between(table(['2026', '2027']), table(['2026'])), [
      { text: '“Costs”: columns taken away', before: '2027' },
    ])
  })

  it('says pages that are new, gone and moved, and rules', () => {
    const [first, second, ...others] = form.pages
    const added = { id: 'new', title: 'New page', questions: [] }
    assert.ok(first && second)
    assert.deepEqual(texts({ ...form, pages: [second, first, ...others, added] }).slice(0, 2), [
      'The page “New page” is new',
      'The pages are in another order: Who leads the work, Why do you want to change?, Working together, What it costs, New page',
    ])
    const { rules: _, ...unruled } = form
    assert.deepEqual(describeChanges(form, unruled), [
      { text: 'Eligibility rule removed', before: 'Q&A 2: Joint bids are encouraged' },
    ])
    assert.deepEqual(texts(form, { ...form, pages: [...form.pages, added] }), ['The page “New page” was removed'])
  })
})
