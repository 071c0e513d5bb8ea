import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import { contentHash, type Json } from '../canonical/index.ts'
import { type Form, type FrozenForm, freeze, submittedAnswers } from './index.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hashOf = (frozen: FrozenForm) => contentHash(frozen as unknown as Json, sha256)

const form: Form = {
  id: 'eoi',
  title: 'Expression of interest',
  pages: [
    {
      id: 'bid',
      title: 'Your bid',
      questions: [
        { id: 'authority', type: 'authority', label: 'Authority' },
        { id: 'joint', type: 'yes-no', label: 'Is this a joint bid?' },
        {
          id: 'partners',
          type: 'repeating-group',
          label: 'Partners',
          itemName: 'partner',
          showIf: { question: 'joint', is: true },
          questions: [
            { id: 'name', type: 'short-text', label: 'Name' },
            { id: 'pays', type: 'yes-no', label: 'Pays?' },
            { id: 'share', type: 'money', label: 'Share', showIf: { question: 'pays', is: true } },
          ],
        },
        { id: 'start', type: 'date', label: 'Start' },
      ],
    },
    {
      id: 'money',
      title: 'Money',
      questions: [
        {
          id: 'costs',
          type: 'money-table',
          label: 'Costs',
          columns: [{ id: 'y1', label: 'Year 1' }],
          rows: [{ id: 'staff', label: 'Staff' }],
        },
      ],
    },
    {
      id: 'never',
      title: 'Never',
      showIf: { question: 'joint', is: false },
      questions: [{ id: 'alone', type: 'short-text', label: 'Why alone?' }],
    },
  ],
}

const answers = {
  authority: 'E06000010',
  joint: true,
  partners: [
    { name: 'Dinas', pays: false, share: 9 },
    { pays: true, share: 1000 },
  ],
  costs: [{ row: 'staff', y1: 5.5 }],
  start: ' ',
  alone: 'hidden',
}

describe('a frozen form', () => {
  const frozen = freeze(form, answers, (_type, id) => (id === 'E06000010' ? 'Kingston upon Hull' : undefined))

  it('holds the visible questions as asked, and the answers in words and as they are', () => {
    assert.deepEqual(
      frozen.pages.map(({ id, questions }) => [id, questions.map((question) => question.id)]),
      [
        ['bid', ['authority', 'joint', 'partners', 'start']],
        ['money', ['costs']],
      ],
    )
    const [authority, , partners, start] = frozen.pages[0]?.questions ?? []
    assert.deepEqual(authority, {
      id: 'authority',
      type: 'authority',
      label: 'Authority',
      value: 'E06000010',
      shown: ['Kingston upon Hull'],
    })
    assert.deepEqual(start, { id: 'start', type: 'date', label: 'Start', value: null, shown: [] })
    assert.deepEqual(partners?.value, [
      { name: 'Dinas', pays: false },
      { pays: true, share: 1000 },
    ])
    assert.deepEqual(
      partners?.items?.map(({ title, questions }) => [
        title,
        questions.map(({ label, shown }) => [label, shown.join()]),
      ]),
      [
        [
          'Partner 1',
          [
            ['Name', 'Dinas'],
            ['Pays?', 'No'],
          ],
        ],
        [
          'Partner 2',
          [
            ['Name', ''],
            ['Pays?', 'Yes'],
            ['Share', '£1,000'],
          ],
        ],
      ],
    )
    assert.deepEqual(frozen.pages[1]?.questions[0]?.table, {
      columns: ['Year 1'],
      rows: [{ name: 'Staff', cells: ['£5.50'] }],
    })
  })

  it('has a hash that depends on what is said, and not on the order of keys or on hidden answers', () => {
    const hash = hashOf(frozen)
    const reordered = Object.fromEntries(Object.entries(answers).reverse())
    const nameOf = () => 'Kingston upon Hull'
    assert.equal(hashOf(freeze(form, { ...reordered, alone: 'else' }, nameOf)), hash)
    assert.notEqual(hashOf(freeze(form, { ...answers, joint: false }, nameOf)), hash)
    const reworded = { ...form, pages: form.pages.map((page) => ({ ...page, title: `${page.title}!` })) }
    assert.notEqual(hashOf(freeze(reworded, answers, nameOf)), hash)
  })

  it('carries only visible answers into a submission', () => {
    const { alone, start, ...visible } = answers
    assert.equal(start.trim(), '')
    assert.equal(alone, 'hidden')
    assert.deepEqual(submittedAnswers(form, answers), {
      ...visible,
      partners: [
        { name: 'Dinas', pays: false },
        { pays: true, share: 1000 },
      ],
    })
    assert.deepEqual(submittedAnswers(form, { ...answers, joint: false }), {
      authority: 'E06000010',
      joint: false,
      costs: answers.costs,
      alone: 'hidden',
    })
  })
})
