import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Json } from '../canonical/index.ts'
import {
  answerWords,
  fieldsOf,
  isAnswered,
  type Question,
  readAnswer,
  type ShownFields,
  showAnswer,
  validateDraft,
  withPosted,
} from './index.ts'
import { kinds } from './types/every-kind.ts'

const options = ['a', 'b', 'c'].map((value) => ({ value, label: value.toUpperCase() }))
const partners: Question = {
  id: 'q',
  type: 'repeating-group',
  label: 'Partners',
  itemName: 'partner',
  questions: [
    { id: 'name', type: 'short-text', label: 'Name' },
    { id: 'share', type: 'money', label: 'Share' },
    { id: 'from', type: 'date', label: 'From' },
    { id: 'does', type: 'checkboxes', label: 'Does', options },
  ],
}
const rows: Question = {
  id: 'q',
  type: 'money-table',
  label: 'Costs',
  columns: [
    { id: 'y1', label: 'Year 1' },
    { id: 'y2', label: 'Year 2' },
  ],
  rows: [
    { id: 'staff', label: 'Staff' },
    { id: 'advice', label: 'Advice' },
  ],
}
const added: Question = {
  id: 'q',
  type: 'money-table',
  label: 'Costs',
  columns: [
    { id: 'what', label: 'What', type: 'text' },
    { id: 'cost', label: 'Cost' },
  ],
}

/** A plain question of a type. */
const plain = (type: string): Question => {
  const withOptions = ['radios', 'select', 'checkboxes'].includes(type)
  return { id: 'q', type, label: 'Q', ...(withOptions && { options }) } as unknown as Question
}

const everyQuestion: readonly Question[] = [
  ...Object.keys(kinds)
    .filter((type) => type !== 'repeating-group' && type !== 'money-table')
    .map(plain),
  partners,
  rows,
  added,
]

const read = (question: Question, fields: ShownFields) => readAnswer(question, fieldsOf(fields))

describe('a posted answer', () => {
  it('is understood as people type it', () => {
    const cases: readonly (readonly [string, string, Json])[] = [
      ['short-text', '  Cyngor\r\nGwynedd ', 'Cyngor Gwynedd'],
      ['long-text', '\r\nTŷ\r\n\r\n👍 \n', 'Tŷ\n\n👍'],
      ['money', '£1,234.56', 1234.56],
      ['money', ' 1000000 ', 1000000],
      ['money', '-£5', -5],
      ['money', '1 000', 1000],
      ['percentage', '12.5%', 12.5],
      ['percentage', '100', 100],
      ['whole-number', '1,000', 1000],
      ['whole-number', '−3', -3],
      ['number', '0012.50', 12.5],
      ['number', '-0', 0],
      ['yes-no', 'yes', true],
      ['yes-no', 'no', false],
      ['declaration', 'yes', true],
      ['radios', 'a', 'a'],
    ]
    for (const [type, typed, answer] of cases)
      assert.deepEqual(read(plain(type), { q: typed }), answer, `${type} ${typed}`)
  })

  it('is kept as it was typed when it cannot be understood, and a draft says so', () => {
    const cases: readonly (readonly [string, string, string])[] = [
      ['money', 'ten', 'not-money'],
      ['money', '1,23', 'not-money'],
      ['money', '£1.234', 'not-money'],
      ['money', '12345678901234567', 'not-money'],
      ['whole-number', '3.5', 'not-a-whole-number'],
      ['number', '1e3', 'not-a-number'],
      ['percentage', '%', 'not-a-percentage'],
      ['yes-no', 'maybe', 'not-yes-or-no'],
      ['radios', 'z', 'not-an-option'],
      ['email', 'someone at example', 'not-an-email'],
      ['phone', 'ring me', 'not-a-phone'],
      ['url', 'javascript:alert(1)', 'not-a-url'],
    ]
    for (const [type, typed, code] of cases) {
      const question = plain(type)
      const answer = read(question, { q: typed })
      assert.deepEqual(showAnswer(question, answer), { q: typed })
      const form = { id: 'f', title: 'F', pages: [{ id: 'p', title: 'P', questions: [question] }] }
      assert.deepEqual(
        validateDraft(form, { q: answer ?? null }).map((problem) => problem.code),
        [code],
        typed,
      )
    }
  })

  it('makes a day of three inputs, and keeps them when they make none', () => {
    const date = plain('date')
    const posted = (day: string, month: string, year: string) =>
      read(date, { 'q-day': day, 'q-month': month, 'q-year': year })
    assert.equal(posted('10', '2', '2014'), '2014-02-10')
    assert.equal(posted(' 1', 'february ', '2016'), '2016-02-01')
    assert.equal(posted('29', 'Feb', '2016'), '2016-02-29')
    assert.deepEqual(posted('31', '2', '2014'), { day: '31', month: '2', year: '2014' })
    assert.deepEqual(posted('1', '', '14'), { day: '1', month: '', year: '14' })
    assert.equal(posted('', ' ', ''), undefined)
    assert.deepEqual(showAnswer(date, '2014-02-10'), { 'q-day': '10', 'q-month': '2', 'q-year': '2014' })
    assert.deepEqual(answerWords(date, { day: '31', month: '2', year: '2014' }), ['31 2 2014'])
  })

  it('makes a list of ticks in the order of the options', () => {
    assert.deepEqual(read(plain('checkboxes'), { q: ['c', 'a', 'c', ' '] }), ['a', 'c'])
    assert.deepEqual(read(plain('checkboxes'), { q: ['zz', 'b'] }), ['b', 'zz'])
    assert.equal(read(plain('checkboxes'), {}), undefined)
  })

  it('makes an address of its lines', () => {
    const typed = {
      'q-line1': 'Neuadd y Ddinas',
      'q-line2': ' ',
      'q-town': 'Caerdydd',
      'q-county': '',
      'q-postcode': 'cf103nd',
    }
    assert.deepEqual(read(plain('address'), typed), {
      line1: 'Neuadd y Ddinas',
      town: 'Caerdydd',
      postcode: 'CF10 3ND',
    })
  })

  it('makes a list of the items of a group, and closes the gaps', () => {
    const typed = {
      'q-0-name': 'Hull',
      'q-0-share': '£5',
      'q-0-from-day': '1',
      'q-0-from-month': '2',
      'q-0-from-year': '2015',
      'q-0-does': ['b'],
      'q-1-name': ' ',
      'q-2-name': 'Walsall',
      'q-2-share': 'five',
    }
    assert.deepEqual(read(partners, typed), [
      { name: 'Hull', share: 5, from: '2015-02-01', does: ['b'] },
      { name: 'Walsall', share: 'five' },
    ])
    assert.equal(read(partners, { 'q-0-name': '' }), undefined)
  })

  it('makes rows of a money table', () => {
    assert.deepEqual(read(rows, { 'q-0-y1': '', 'q-0-y2': '', 'q-1-y1': '£1,000', 'q-1-y2': 'tbc' }), [
      { row: 'advice', y1: 1000, y2: 'tbc' },
    ])
    assert.deepEqual(showAnswer(rows, [{ row: 'advice', y1: 1000.5 }]), { 'q-1-y1': '1000.50', 'q-1-y2': '' })
    assert.deepEqual(read(added, { 'q-0-what': 'Legal advice', 'q-0-cost': '99.99' }), [
      { what: 'Legal advice', cost: 99.99 },
    ])
  })

  it('reads the same again after it was shown, whatever was posted', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.stringMatching(/^[£+−-]?[0-9]{0,17}[.,%]?[0-9]{0,4}$/),
      fc.constantFrom('yes', 'no', 'a', 'b', '1', '31', 'Feb', '2014', '£1,234.56', 'sw1a 2as'),
    )
    for (const question of everyQuestion) {
      const names = [...new Set(['q', ...Object.keys(showAnswer(question, '')), ...itemNames(question)])]
      const posted = fc.dictionary(fc.constantFrom(...names), fc.oneof(typed, fc.array(typed, { maxLength: 4 })))
      fc.assert(
        fc.property(posted, (fields) => {
          const once = read(question, fields)
          const shown = once === undefined ? {} : showAnswer(question, once)
          assert.deepEqual(read(question, shown), once, question.type)
        }),
        { numRuns: 150 },
      )
    }
  })

  it('can always be shown and said, whatever JSON is stored', () => {
    fc.assert(
      fc.property(fc.constantFrom(...everyQuestion), fc.jsonValue(), (question, value) => {
        const lines = answerWords(question, value as Json)
        assert.ok(lines.every((line) => typeof line === 'string'))
        assert.ok(
          Object.values(showAnswer(question, value as Json))
            .flat()
            .every((field) => typeof field === 'string'),
        )
        if (!isAnswered(value as Json)) assert.deepEqual(lines, [])
      }),
      { numRuns: 1000 },
    )
  })

  it('goes over the answers before, takes away what was cleared and leaves other pages alone', () => {
    const questions = [plain('short-text'), { ...plain('money'), id: 'cost' }]
    const before = { q: 'old', cost: 5, elsewhere: 'kept' }
    assert.deepEqual(withPosted(before, fieldsOf({ q: '', cost: '6' }), questions), { cost: 6, elsewhere: 'kept' })
    assert.deepEqual(before, { q: 'old', cost: 5, elsewhere: 'kept' })
  })
})

describe('an answer in words', () => {
  it('is said as GOV.UK writes it', () => {
    const cases: readonly (readonly [Question, Json, readonly string[]])[] = [
      [plain('money'), 1000, ['£1,000']],
      [plain('money'), 1234567.5, ['£1,234,567.50']],
      [plain('money'), -5, ['-£5']],
      [plain('percentage'), 12.5, ['12.5%']],
      [plain('date'), '2014-02-10', ['10 February 2014']],
      [plain('yes-no'), false, ['No']],
      [plain('radios'), 'b', ['B']],
      [plain('checkboxes'), ['c', 'a'], ['A', 'C']],
      [plain('long-text'), 'one\ntwo', ['one', 'two']],
      [{ ...plain('number'), suffix: 'days' } as Question, 1500, ['1,500 days']],
      [partners, [{ name: 'Hull', share: 5 }], ['Name: Hull', 'Share: £5']],
      [rows, [{ row: 'staff', y1: 0.1, y2: 0.2 }], ['Staff: Year 1 £0.10, Year 2 £0.20', 'Total: £0.30']],
    ]
    for (const [question, value, lines] of cases) assert.deepEqual(answerWords(question, value), lines)
  })

  it('names authorities and files when it is told their names', () => {
    const nameOf = (_type: string, id: string) => (id === 'E06000010' ? 'Kingston upon Hull' : undefined)
    assert.deepEqual(answerWords(plain('authority'), 'E06000010', nameOf), ['Kingston upon Hull'])
    assert.deepEqual(answerWords(plain('authority'), 'E99', nameOf), ['E99'])
  })
})

function itemNames(question: Question): readonly string[] {
  if (question.type === 'repeating-group')
    return [0, 1, 3].flatMap((index) =>
      ['name', 'share', 'from-day', 'from-month', 'from-year', 'does'].map((part) => `q-${index}-${part}`),
    )
  return question.type === 'money-table'
    ? [0, 1, 3].flatMap((index) => question.columns.map(({ id }) => `q-${index}-${id}`))
    : []
}
