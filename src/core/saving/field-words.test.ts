import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { inputWords, type Question } from '../forms/index.ts'
import { readFieldWords, wordsOfField, writeFieldWords } from './field-words.ts'

const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/)
const line = fc.stringMatching(/^[A-Za-zŵ=“”?£][A-Za-zŵ=“”?£ ]{0,30}[a-z]$/).map((text) => text.replace(/ +/g, ' '))

const questions: readonly Question[] = [
  { type: 'long-text', id: 'why', label: 'Why\nchange = what?' },
  { type: 'date', id: 'start-on', label: 'When will it start?' },
  {
    type: 'repeating-group',
    id: 'partners',
    label: 'Partners',
    itemName: 'partner',
    questions: [{ type: 'address', id: 'office', label: 'Office' }],
  },
  {
    type: 'money-table',
    id: 'costs',
    label: 'Costs',
    rows: [
      { id: 'staff', label: 'Staff' },
      { id: 'other', label: 'Everything else' },
    ],
    columns: [{ id: 'y1', label: '2027 to 2028' }],
  },
  { type: 'money-table', id: 'more', label: 'More', columns: [{ id: 'what', label: 'What', type: 'text' }] },
]

describe('what stood beside the fields of a form', () => {
  it('comes back from a form as it was, line ends of browsers and all', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, line), { maxLength: 8 }), (entries) => {
        const words = new Map(entries)
        assert.deepEqual(readFieldWords(writeFieldWords(words).replaceAll('\n', '\r\n')), words)
      }),
    )
  })

  it('names a field by its question, its row and column, its item, or what it is a part of', () => {
    const words = readFieldWords(writeFieldWords(inputWords(questions)))
    const expected = {
      why: 'Why change = what?',
      'start-on-day': 'When will it start? (day)',
      'partners-1-office-postcode': 'Partner 2: Office (postcode)',
      'costs-1-y1': 'Everything else: 2027 to 2028',
      'more-0-what': 'Row 1: What',
      'costs-7-y1': undefined,
      other: undefined,
    }
    for (const [field, text] of Object.entries(expected)) assert.equal(wordsOfField(words, field), text, field)
  })

  it('says nothing of what a stranger made up', () => {
    assert.deepEqual([...readFieldWords('=x\nwhy=\nno words\n\n')], [])
  })
})
