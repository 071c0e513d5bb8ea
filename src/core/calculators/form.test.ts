import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Json } from '../canonical/index.ts'
import { type Calculation, calculateForm } from './index.ts'

const form = {
  id: 'eoi',
  title: 'Expression of interest',
  pages: [
    {
      id: 'p1',
      title: 'Your bid',
      questions: [
        { id: 'england', type: 'yes-no', label: 'Is your authority in England?', required: true },
        { id: 'joint', type: 'yes-no', label: 'Is this a joint bid?' },
        {
          id: 'why-joint',
          type: 'long-text',
          label: 'Reason',
          required: true,
          maxWords: 3,
          showIf: { question: 'joint', is: true },
        },
        { id: 'support', type: 'money', label: 'Support asked for', max: 100000 },
      ],
    },
  ],
  rules: [
    { id: 'R1', clause: 'Q&A 1', when: { question: 'england', is: false }, outcome: 'fail', text: 'England only' },
    { id: 'R2', clause: 'Q&A 2', when: { question: 'support', above: 90000 }, outcome: 'caveat', text: 'Near the cap' },
  ],
  checks: [
    {
      id: 'C1',
      when: {
        all: [
          { question: 'joint', is: false },
          { question: 'support', above: 50000 },
        ],
      },
      text: 'One authority alone may ask for £50,000',
      question: 'support',
    },
  ],
}

const outputOf = (input: unknown) => {
  const result = calculateForm(input)
  assert.ok(result.ok, JSON.stringify(result))
  return result.output
}

const refusedAt = (result: Calculation) => (result.ok ? [] : result.problems.map(({ at }) => at))

describe('the calculator form', () => {
  it('gives everything asked of it, all problems at once', () => {
    assert.deepEqual(
      outputOf({ form, answers: { england: false, joint: true, 'why-joint': 'un dau tri pedwar', support: 100001 } }),
      {
        valid: false,
        problems: [
          {
            question: 'why-joint',
            code: 'too-many-words',
            text: 'Reason must be 3 words or fewer. You have used 4',
            field: 'why-joint',
          },
          {
            question: 'support',
            code: 'too-large',
            text: 'Support asked for must be £100,000 or less',
            field: 'support',
          },
        ],
        visible: ['england', 'joint', 'why-joint', 'support'],
        outcome: 'fail',
        failed: ['R1'],
        caveats: ['Near the cap'],
      },
    )
  })

  it('lets a hidden answer count for nothing', () => {
    assert.deepEqual(outputOf({ form, answers: { england: true, joint: false, 'why-joint': 'un dau tri pedwar' } }), {
      valid: true,
      problems: [],
      visible: ['england', 'joint', 'support'],
      outcome: 'pass',
      failed: [],
      caveats: [],
    })
  })

  it('asks for nothing in a draft, and for what is required unless told that it is one', () => {
    const valid = (mode: Json | undefined) =>
      (outputOf({ form, ...(mode !== undefined && { mode }) }) as { valid: boolean }).valid
    assert.deepEqual([valid('draft'), valid('submit'), valid(undefined)], [true, false, false])
  })

  it('says checks at their question, when submitted', () => {
    const answers = { england: true, joint: false, support: 60000 }
    const texts = (mode: string) =>
      (outputOf({ form, answers, mode }) as { problems: { text: string }[] }).problems.map(({ text }) => text)
    assert.deepEqual(texts('submit'), ['One authority alone may ask for £50,000'])
    assert.deepEqual(texts('draft'), [])
  })

  it('has no outcome for a form without rules', () => {
    const { rules, ...without } = form
    assert.equal(rules.length, 2)
    assert.equal((outputOf({ form: without, mode: 'draft' }) as { outcome: Json }).outcome, null)
  })

  it('refuses input that does not fit, and says where', () => {
    assert.deepEqual(refusedAt(calculateForm(null)), [''])
    assert.deepEqual(refusedAt(calculateForm([])), [''])
    assert.deepEqual(refusedAt(calculateForm({})), ['/form'])
    assert.deepEqual(refusedAt(calculateForm({ form, surprise: 1, mode: 'send' })), ['/surprise', '/mode'])
    assert.deepEqual(refusedAt(calculateForm({ form, answers: [] })), ['/answers'])
    assert.deepEqual(refusedAt(calculateForm({ form, answers: { 'a/b': 1 } })), ['/answers/a~1b'])
    assert.deepEqual(refusedAt(calculateForm({ form: { ...form, pages: [{ id: 'p' }] } })), [
      '/form/pages/0/title',
      '/form/pages/0/questions',
    ])
    const circular = {
      ...form,
      pages: [
        {
          id: 'p',
          title: 'P',
          questions: [{ id: 'a', type: 'email', label: 'A', showIf: { question: 'a', answered: true } }],
        },
      ],
      rules: [],
      checks: [],
    }
    assert.deepEqual(refusedAt(calculateForm({ form: circular })), ['/form/pages/0/questions/0/showIf'])
  })

  it('answers plain JSON, or says what does not fit, whatever the answers', () => {
    const answers = fc.dictionary(fc.constantFrom('england', 'joint', 'why-joint', 'support'), fc.jsonValue())
    fc.assert(
      fc.property(answers, (given) => {
        const output = outputOf({ form, answers: given })
        assert.deepEqual(JSON.parse(JSON.stringify(output)), output)
      }),
    )
  })
})
