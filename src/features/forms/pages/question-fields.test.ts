import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Json } from '../../../core/canonical/index.ts'
import {
  type Answers,
  checkDefinition,
  type Form,
  fieldsOf,
  freeze,
  isAnswered,
  type Question,
  readAnswer,
  type ShownFields,
  validateSubmission,
} from '../../../core/forms/index.ts'
import { html, render } from '../../../ui/html.ts'
import { answerSummary } from './answer-summary.ts'
import { questionFields } from './question-fields.ts'

const options = [
  { value: 'a', label: 'First' },
  { value: 'b', label: 'Second' },
]

/** One question of each type, with answers that it may have. */
const samples: readonly { readonly question: Question; readonly answer: fc.Arbitrary<Json> }[] = (() => {
  const line = fc
    .string({ unit: 'grapheme', maxLength: 30 })
    .map((text) => text.replace(/[\p{Cc}\u2028\u2029]/gu, '').trim())
  const lines = fc.array(line, { maxLength: 3 }).map((parts) => parts.join('\n').trim())
  const pounds = fc.integer({ min: -10_000, max: 1_000_000 }).map((pence) => pence / 100)
  const text = { required: true } as const
  return [
    { question: { type: 'short-text', id: 'one', label: 'Line', ...text }, answer: line },
    { question: { type: 'long-text', id: 'one', label: 'Lines', maxWords: 500 }, answer: lines },
    { question: { type: 'long-text', id: 'one', label: 'Lines', max: 500 }, answer: lines },
    { question: { type: 'long-text', id: 'one', label: 'Lines', guidance: 'Be *short*' }, answer: lines },
    { question: { type: 'email', id: 'one', label: 'Email' }, answer: fc.constantFrom('a@b.uk', 'not mail') },
    { question: { type: 'phone', id: 'one', label: 'Phone' }, answer: fc.constantFrom('01632 960 001', 'x') },
    { question: { type: 'url', id: 'one', label: 'Address' }, answer: fc.constantFrom('https://a.uk/?a=1&b="2"', 'x') },
    { question: { type: 'whole-number', id: 'one', label: 'Count' }, answer: fc.integer() },
    { question: { type: 'number', id: 'one', label: 'Number', suffix: 'km' }, answer: pounds },
    { question: { type: 'money', id: 'one', label: 'Money' }, answer: fc.oneof(pounds, fc.constant('ten')) },
    { question: { type: 'percentage', id: 'one', label: 'Share' }, answer: pounds },
    {
      question: { type: 'date', id: 'one', label: 'Day' },
      answer: fc.constantFrom<Json>(
        '2026-02-28',
        { day: '31', month: '2', year: '2026' },
        { day: '', month: '2', year: '' },
      ),
    },
    { question: { type: 'yes-no', id: 'one', label: 'Yes?' }, answer: fc.boolean() },
    { question: { type: 'radios', id: 'one', label: 'One of', options }, answer: fc.constantFrom('a', 'b') },
    { question: { type: 'select', id: 'one', label: 'One of', options }, answer: fc.constantFrom('a', 'b') },
    {
      question: { type: 'checkboxes', id: 'one', label: 'Any of', options },
      answer: fc.constantFrom<Json>(['a'], ['b'], ['a', 'b']),
    },
    { question: { type: 'authority', id: 'one', label: 'Who' }, answer: fc.constantFrom('LBH', 'retired') },
    {
      question: { type: 'address', id: 'one', label: 'Where', hint: 'Of the office' },
      answer: fc.constantFrom<Json>({ line1: '1 High St', town: 'Ynys', postcode: 'SW1A 2AS' }, { town: 'Only' }),
    },
    {
      question: { type: 'file', id: 'one', label: 'Papers' },
      answer: fc.array(
        line.map((text) => ({ id: 'f1', name: text.trim() || 'a.pdf', size: 12, sha256: 'a'.repeat(64) })),
        { minLength: 1, maxLength: 3 },
      ),
    },
    {
      question: { type: 'declaration', id: 'one', label: 'I agree', declaration: 'To **all**' },
      answer: fc.constant(true),
    },
    {
      question: {
        type: 'repeating-group',
        id: 'one',
        label: 'Teams',
        questions: [
          { type: 'short-text', id: 'name', label: 'Name' },
          { type: 'date', id: 'start', label: 'Start' },
          { type: 'checkboxes', id: 'kinds', label: 'Kinds', options },
          { type: 'short-text', id: 'why', label: 'Why', showIf: { question: 'name', is: 'shown' } },
        ],
      },
      answer: fc.array(
        fc.constantFrom<Json>(
          { name: 'A', kinds: ['a', 'b'] },
          { name: 'hides', why: 'kept' },
          { name: 'shown', start: '2026-01-02', why: 'x' },
        ),
        { minLength: 1, maxLength: 3 },
      ),
    },
    {
      question: {
        type: 'money-table',
        id: 'one',
        label: 'Costs',
        columns: [
          { id: 'what', label: 'What', type: 'text' },
          { id: 'now', label: 'Now' },
        ],
      },
      answer: fc.array(fc.record({ what: fc.constant('Rent'), now: pounds }, { noNullPrototype: true }), {
        minLength: 1,
        maxLength: 3,
      }),
    },
    {
      question: {
        type: 'money-table',
        id: 'one',
        label: 'Costs',
        columns: [{ id: 'now', label: 'Now' }],
        rows: [
          { id: 'pay', label: 'Pay' },
          { id: 'rent', label: 'Rent', hint: 'With rates' },
        ],
      },
      answer: fc.constantFrom<Json>(
        [{ row: 'rent', now: 5 }],
        [
          { row: 'pay', now: 1 },
          { row: 'rent', now: 2.5 },
        ],
      ),
    },
  ]
})()

const formOf = (question: Question): Form => {
  const checked = checkDefinition({ id: 'f', title: 'F', pages: [{ id: 'p', title: 'P', questions: [question] }] })
  assert.ok(checked.ok, JSON.stringify(checked))
  return checked.value
}

const authorities = [{ value: 'LBH', text: 'Hounslow' }]

const fieldsFor = (question: Question, answers: Answers, withProblems = false): string => {
  const form = formOf(question)
  const problems = withProblems ? validateSubmission(form, answers) : []
  return render(html`${questionFields({ form, questions: [question], answers, problems, authorities })}`)
}

const unescaped = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '',
  )
const attributeOf = (tag: string, name: string): string | undefined => {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : unescaped(found)
}

/** What a browser would send of these fields. */
function sent(markup: string): ShownFields {
  const fields: Record<string, string[]> = {}
  const add = (name: string, value: string) => {
    fields[name] = [...(fields[name] ?? []), value]
  }
  for (const [tag, kind, inside] of markup.matchAll(
    /<(?:(input)\b[^>]*>|textarea\b[^>]*>([^<]*)<\/textarea>|select\b[^>]*>.*?<\/select>)/gs,
  )) {
    const name = attributeOf(tag, 'name') ?? assert.fail(`a field has no name: ${tag}`)
    const selected = /<option[^>]*selected[^>]*>/.exec(tag)?.[0]
    if (kind === undefined)
      add(
        name,
        inside === undefined
          ? (attributeOf(selected ?? '<option value="">', 'value') ?? '')
          : unescaped(inside).replace(/^\n/, ''),
      )
    else if (!/type="(?:radio|checkbox)"/.test(tag) || / checked/.test(tag)) add(name, attributeOf(tag, 'value') ?? '')
  }
  return fields
}

describe('the fields of a question', () => {
  for (const { question, answer } of samples) {
    it(`send back what they show: ${question.type}, ${question.label}`, () => {
      fc.assert(
        fc.property(answer, (value) => {
          const read = readAnswer(question, fieldsOf(sent(fieldsFor(question, { one: value }))))
          assert.deepEqual(read, isAnswered(value) ? value : undefined)
        }),
        { numRuns: 40 },
      )
    })

    it(`have an input for every problem to lead to: ${question.type}, ${question.label}`, () => {
      const required = { ...question, required: true } as Question
      const wrong: readonly Answers[] = [
        {},
        { one: 'wrong' },
        { one: [{}] },
        { one: { line1: '', town: 'x', postcode: 'x' } },
      ]
      for (const answers of wrong) {
        const markup = fieldsFor(required, answers, true)
        for (const { field } of validateSubmission(formOf(required), answers)) {
          assert.ok(markup.includes(`id="${field}"`), `${field} in ${markup}`)
        }
        const ids = [...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
        assert.equal(new Set(ids).size, ids.length, `ids are used twice in ${markup}`)
      }
    })
  }

  it('say what may be left out, and carry their problem in words', () => {
    const question: Question = { type: 'short-text', id: 'one', label: 'Name' }
    assert.match(fieldsFor(question, {}), /Name \(optional\)/)
    const either = (questions: readonly Question[], checked: boolean): string => {
      const form: Form = {
        ...formOf(question),
        ...(checked && {
          checks: [
            {
              id: 'either',
              when: { all: questions.map(({ id }) => ({ question: id, answered: false })) },
              text: 'Answer one',
              question: 'one',
            },
          ],
        }),
      }
      return questionFields({ form, questions, answers: {}, problems: [] }).map(render).join('')
    }
    const two: readonly Question[] = [question, { type: 'url', id: 'two', label: 'Or address' }]
    assert.equal(either(two, false).match(/\(optional\)/g)?.length, 2)
    assert.doesNotMatch(either(two, true), /\(optional\)/, 'one of them is needed, so neither is optional')
    const required = fieldsFor({ ...question, required: true }, {}, true)
    assert.match(required, /<label class="govuk-label govuk-label--m" for="one">\s*Name\s*<\/label>/)
    assert.match(required, /id="one-error"[^>]*>.*Enter the name/s)
  })
})

describe('questions of which one’s id begins another’s', () => {
  const yes = { type: 'yes-no', id: 'joint', label: 'Is it joint?', required: true } as const
  const why = { type: 'short-text', id: 'joint-why', label: 'Why?', required: true, max: 5 } as const

  it('are told of their own problems alone', () => {
    for (const [first, second] of [
      [yes, why],
      [{ ...yes, type: 'date' }, why],
    ] as const) {
      const checked = checkDefinition({
        id: 'f',
        title: 'F',
        pages: [{ id: 'p', title: 'P', questions: [first, second] }],
      })
      assert.ok(checked.ok)
      const answers = { joint: first.type === 'date' ? '2027-02-28' : true, 'joint-why': 'Too long by far' }
      const problems = validateSubmission(checked.value, answers)
      assert.deepEqual(
        problems.map(({ field }) => field),
        ['joint-why'],
      )
      const fields = questionFields({ form: checked.value, questions: [first, second], answers, problems })
      assert.deepEqual(
        fields.map((field) => /govuk-error-message/.test(render(field))),
        [false, true],
      )
    }
  })

  it('are sent once each where the first of them is hidden in an entry', () => {
    const group: Question = {
      type: 'repeating-group',
      id: 'people',
      label: 'People',
      questions: [
        { type: 'yes-no', id: 'leads', label: 'Leads?' },
        { type: 'short-text', id: 'role', label: 'Role', showIf: { question: 'leads', is: true } },
        { type: 'short-text', id: 'role-now', label: 'Role now' },
      ],
    }
    const typed = { 'people-0-leads': 'no', 'people-0-role': 'Chair', 'people-0-role-now': 'Clerk' }
    const form = formOf(group)
    const answers = { people: [{ leads: false, 'role-now': 'Clerk' }] }
    const fields = questionFields({ form, questions: [group], answers, problems: [], typed })
    const back = sent(render(html`${fields}`))
    assert.deepEqual([back['people-0-role'], back['people-0-role-now']], [['Chair'], ['Clerk']])
  })
})

describe('an answer in a summary', () => {
  it('is escaped, keeps its line breaks and says when there is none', () => {
    const questions: readonly Question[] = [
      { type: 'long-text', id: 'a', label: 'Why & how' },
      { type: 'short-text', id: 'b', label: 'Who' },
    ]
    const form: Form = { id: 'f', title: 'F', pages: [{ id: 'p', title: 'P', questions }] }
    const [page] = freeze(form, { a: '<b>one</b>\ntwo' }).pages
    assert.ok(page)
    const shown = render(answerSummary(page, (pageId, question) => `/${pageId}#${question}`))
    assert.match(shown, /&lt;b&gt;one&lt;\/b&gt;<br>two/)
    assert.match(shown, /Not answered/)
    assert.match(shown, /href="\/p#b"[^>]*>Change<span class="govuk-visually-hidden"> who<\/span>/)
    assert.ok(!render(answerSummary(page)).includes('Change'))
  })
})
