import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Form, Question } from '../forms/definition.ts'
import { categoryQuestions, leadSlotsFit } from './lead-slots-fit.ts'
import { type RoundRulesTyped, readRoundRules } from './read-round-rules.ts'
import { leadSlotsFor, plainRules } from './round-rules.ts'

const size = {
  type: 'radios',
  id: 'size',
  label: 'Size',
  required: true,
  options: [
    { value: 'large', label: 'Large bid' },
    { value: 'small', label: 'Small bid' },
  ],
} as const satisfies Question
const formOf = (...questions: readonly Question[]): Form => ({
  id: 'f',
  title: 'F',
  pages: [{ id: 'p', title: 'P', questions }],
})

const typed: RoundRulesTyped = {
  countedBy: 'all',
  most: '1',
  mostOf: () => '',
  partnerMinimum: '0',
  partnerSlots: '',
  ineligible: 'refuse',
  screenerVersionId: '',
}

describe('reading the rules of a round', () => {
  it('gives the plain rules for what a new round is filled in with', () => {
    const { signOffs: _signOffs, ...plain } = plainRules
    assert.deepEqual(readRoundRules(typed, [], []), { ok: true, value: plain })
  })

  it('counts each category by itself, so that one large and one small bid can be led', () => {
    const read = readRoundRules({ ...typed, countedBy: 'size', mostOf: () => '1' }, [size], [])
    assert.deepEqual(read.ok && read.value.leadSlots, {
      question: 'size',
      categories: [
        { value: 'large', name: 'Large bid', most: 1 },
        { value: 'small', name: 'Small bid', most: 1 },
      ],
    })
  })

  it('says everything that is wrong at once', () => {
    const read = readRoundRules(
      { ...typed, most: 'two', partnerMinimum: '-1', partnerSlots: '0', ineligible: '', screenerVersionId: 'gone' },
      [size],
      [],
    )
    assert.deepEqual(read.ok ? [] : read.problems.map(({ code, field }) => `${field}: ${code}`), [
      'most: not-a-number',
      'partnerMinimum: too-small',
      'partnerSlots: too-small',
      'ineligible: missing',
      'screener: choice-unknown',
    ])
  })

  it('refuses a round in which nobody could apply', () => {
    const none = readRoundRules({ ...typed, countedBy: 'size', mostOf: () => '0' }, [size], [])
    assert.deepEqual(none.ok ? [] : none.problems, [{ code: 'no-slots', field: 'countedBy' }])
  })
})

describe('the question that applications are counted by', () => {
  it('is one that every applicant answers', () => {
    assert.deepEqual(categoryQuestions(formOf(size)), [size])
    const { required: _required, ...optional } = size
    assert.deepEqual(categoryQuestions(formOf(optional)), [])
    const asked: Question = { type: 'yes-no', id: 'joint', label: 'Joint?' }
    assert.deepEqual(categoryQuestions(formOf(asked, { ...size, showIf: { question: 'joint', is: true } })), [])
  })

  it('fits a form that asks it with the same options, and no other', () => {
    const slots = {
      question: 'size',
      categories: ['large', 'small'].map((value) => ({ value, name: value, most: 1 })),
    }
    assert.equal(leadSlotsFit(slots, formOf(size)), true)
    assert.equal(leadSlotsFit(slots, formOf()), false)
    const more = { ...size, options: [...size.options, { value: 'huge', label: 'Huge' }] }
    assert.equal(leadSlotsFit(slots, formOf(more)), false)
    assert.equal(leadSlotsFit(leadSlotsFor(2), formOf()), true)
  })
})
