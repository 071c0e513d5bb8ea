import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Answers } from './answers.ts'
import { checkDefinition } from './check-definition.ts'
import type { Form } from './definition.ts'
import { freeze } from './frozen.ts'
import { type FrozenBody, freezeApplication } from './frozen-application.ts'
import { compareMaterial, materialContent, materialHash, materialOf } from './material.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const form: Form = {
  id: 'form',
  title: 'Form',
  pages: [
    {
      id: 'page',
      title: 'Page',
      questions: [
        { type: 'long-text', id: 'story', label: 'Why?' },
        { type: 'long-text', id: 'service', label: 'Which service?', material: 'scope' },
        { type: 'money', id: 'ask', label: 'How much?' },
        { type: 'money', id: 'spent', label: 'What was spent last year?', material: 'none' },
        { type: 'authority', id: 'with', label: 'With whom?' },
        {
          type: 'money-table',
          id: 'costs',
          label: 'Costs',
          columns: [
            { id: 'what', label: 'What', type: 'text' },
            { id: 'pounds', label: 'Pounds' },
          ],
        },
        {
          type: 'repeating-group',
          id: 'staff',
          label: 'Staff',
          itemName: 'team',
          questions: [
            { type: 'short-text', id: 'team', label: 'Team' },
            { type: 'money', id: 'pay', label: 'Pay' },
          ],
        },
      ],
    },
  ],
}

const answers: Answers = {
  story: 'Costs rise, and fall.',
  service: 'Libraries',
  ask: 100_000,
  spent: 5,
  with: 'T-BIRCH',
  costs: [{ what: 'Advice, legal', pounds: 60_000 }],
  staff: [{ team: 'One', pay: 40_000 }],
}
const birch: FrozenBody = { id: 'T-BIRCH', name: 'Birch City Council' }
const cedar: FrozenBody = { id: 'T-CEDAR', name: 'Cedar County Council' }

const material = (given: Answers, partners: readonly FrozenBody[] = [birch, cedar], of: Form = form) =>
  materialContent(
    of,
    freezeApplication(freeze(of, given), {
      reference: 'TF-1',
      illustrative: false,
      fund: { slug: 'f', name: 'Fund' },
      round: { slug: 'r', name: 'Round' },
      lead: { id: 'T-ALDER', name: 'Alder' },
      standIn: null,
      partners,
      formVersion: { number: 1, sha256: 'x' },
      declaration: 'It is true',
    }),
  )
const hash = (...given: Parameters<typeof material>): string => materialHash(material(...given), sha256)
const changes = (after: Answers, partners?: readonly FrozenBody[]) =>
  compareMaterial(material(answers), material(after, partners))

describe('what a signature is bound to', () => {
  it('is money by its type, partners by their type, and scope where it is marked', () => {
    assert.equal(checkDefinition(form).ok, true)
    assert.deepEqual(
      material(answers).answers.map(({ question, kind, value }) => [question, kind, value]),
      [
        ['service', 'scope', 'Libraries'],
        ['ask', 'money', 100_000],
        ['with', 'partners', 'T-BIRCH'],
        ['costs', 'money', [{ pounds: 60_000 }]],
        ['staff', 'money', [{ pay: 40_000 }]],
      ],
    )
    assert.equal(materialOf({ type: 'short-text' }), undefined)
    assert.equal(materialOf({ type: 'short-text', material: 'money' }), 'money')
  })

  it('is nothing that a definition does not know', () => {
    const bad = {
      ...form,
      pages: [{ ...form.pages[0], questions: [{ type: 'url', id: 'u', label: 'U', material: 'x' }] }],
    }
    assert.equal(checkDefinition(bad as unknown as Form).ok, false)
  })

  it('stays as it is when a comma changes in a narrative answer, in the words of a table or in the name of a team', () => {
    const commas: readonly Answers[] = [
      { ...answers, story: 'Costs rise and fall.' },
      { ...answers, spent: 6 },
      { ...answers, costs: [{ what: 'Advice legal', pounds: 60_000 }] },
      { ...answers, staff: [{ team: 'One, two', pay: 40_000 }] },
    ]
    for (const after of commas) {
      assert.equal(hash(after), hash(answers))
      assert.deepEqual(changes(after), [])
    }
  })

  it('changes with a pound, a partner or a word of the scope, and says what was and what is', () => {
    assert.notEqual(hash({ ...answers, ask: 100_001 }), hash(answers))
    assert.deepEqual(changes({ ...answers, ask: 100_001 }), [
      { kind: 'money', label: 'How much?', before: ['£100,000'], after: ['£100,001'] },
    ])
    assert.deepEqual(changes({ ...answers, staff: [{ team: 'One', pay: 1 }] }), [
      { kind: 'money', label: 'Staff', before: ['Team 1, Pay: £40,000'], after: ['Team 1, Pay: £1'] },
    ])
    assert.notEqual(hash(answers, [birch]), hash(answers))
    assert.deepEqual(changes(answers, [birch]), [
      { kind: 'partners', label: 'Partners', before: [birch.name, cedar.name], after: [birch.name] },
    ])
    const { service: _, ...without } = answers
    assert.deepEqual(changes(without), [{ kind: 'scope', label: 'Which service?', before: ['Libraries'], after: [] }])
    assert.deepEqual(compareMaterial(material(without), material(answers)), [
      { kind: 'scope', label: 'Which service?', before: [], after: ['Libraries'] },
    ])
  })

  it('is the same for a form in another order and for bodies under another name', () => {
    const turned: Form = {
      ...form,
      pages: form.pages.map((page) => ({ ...page, title: 'New', questions: [...page.questions].reverse() })),
    }
    assert.equal(hash(answers, [cedar, { ...birch, name: 'Birch' }], turned), hash(answers))
  })

  it('has another hash just when the comparison says that something changed', () => {
    const given = fc.record(
      {
        story: fc.constantFrom('a', 'b'),
        service: fc.constantFrom('a', 'a,', ' '),
        ask: fc.constantFrom(0, 1, 2),
        costs: fc.array(fc.record({ what: fc.constantFrom('x', 'y'), pounds: fc.constantFrom(1, 2) }), {
          maxLength: 2,
        }),
        staff: fc.array(fc.record({ team: fc.constantFrom('x', 'y'), pay: fc.constantFrom(1, 2) }), { maxLength: 2 }),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(given, given, (one, other) => {
        const [before, after] = [material(one as Answers), material(other as Answers)]
        const equal = materialHash(before, sha256) === materialHash(after, sha256)
        assert.equal(equal, compareMaterial(before, after).length === 0)
      }),
    )
  })
})
