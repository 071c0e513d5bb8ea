import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Answers, describeExpression, eligibility, type Form } from './index.ts'

const form: Form = {
  id: 'f',
  title: 'F',
  pages: [
    {
      id: 'p',
      title: 'P',
      questions: [
        { id: 'english', type: 'yes-no', label: 'In England?' },
        { id: 'joint', type: 'yes-no', label: 'Joint?' },
        {
          id: 'why',
          type: 'radios',
          label: 'Why joint?',
          options: [
            { value: 'cost', label: 'Cost' },
            { value: 'none', label: 'No reason' },
          ],
          showIf: { question: 'joint', is: true },
        },
        { id: 'cost', type: 'money', label: 'Cost' },
        { id: 'start', type: 'date', label: 'Start' },
      ],
    },
  ],
  rules: [
    { id: 'england', clause: 'Q&A 1', when: { question: 'english', is: false }, outcome: 'fail', text: 'England only' },
    {
      id: 'reason',
      clause: 'Q&A 2',
      when: { question: 'why', isNot: 'cost' },
      outcome: 'fail',
      text: 'A reason is needed',
    },
    {
      id: 'late',
      clause: 'Q&A 6',
      when: {
        all: [
          { question: 'start', after: '2015-03-31' },
          { question: 'cost', above: 0 },
        ],
      },
      outcome: 'caveat',
      text: 'Starts late',
    },
  ],
}

const outcomeOf = (answers: Answers) => eligibility(form, answers).outcome

describe('eligibility rules', () => {
  it('pass, pass with caveats or fail, and say which rules', () => {
    assert.equal(outcomeOf({ english: true }), 'pass')
    assert.equal(outcomeOf({ english: false }), 'fail')
    assert.deepEqual(
      eligibility(form, { english: true, start: '2015-04-01', cost: 5 }).caveats.map(({ text }) => text),
      ['Starts late'],
    )
    assert.equal(outcomeOf({ english: true, start: '2015-04-01', cost: 5 }), 'pass-with-caveats')
    assert.deepEqual(
      eligibility(form, { english: false, joint: true, why: 'none' }).failed.map(({ id }) => id),
      ['england', 'reason'],
    )
  })

  it('fire only when every question they read is visible and answered', () => {
    assert.equal(outcomeOf({ joint: true }), 'pass')
    assert.equal(outcomeOf({ joint: false, why: 'none' }), 'pass')
    assert.equal(outcomeOf({ joint: true, why: 'none' }), 'fail')
    assert.equal(outcomeOf({ start: '2015-04-01' }), 'pass')
  })

  it('have no outcome when there are none', () => {
    const { rules, ...without } = form
    assert.equal(rules?.length, 3)
    assert.equal(eligibility(without, {}).outcome, null)
  })

  it('are said in plain English', () => {
    const said = form.rules?.map(({ when }) => describeExpression(form, when))
    assert.deepEqual(said, [
      '“In England?” is no',
      '“Why joint?” is not “Cost”',
      '“Start” is after 31 March 2015 and “Cost” is more than £0',
    ])
    const nested = {
      any: [
        { not: { question: 'joint', answered: true } },
        { all: [{ sum: ['cost'], atMost: 1000 }, { compare: ['start', 'before', 'start'] }] },
      ],
    } as const
    assert.equal(
      describeExpression(form, nested),
      'it is not so that “Joint?” is answered or (the total of “Cost” is at most £1,000 and “Start” is before “Start”)',
    )
  })

  it('call an authority by its name where that is known, and by its code otherwise', () => {
    const who = { type: 'authority' as const, id: 'who', label: 'Who?' }
    const asked: Form = { id: 'f', title: 'F', pages: [{ id: 'p', title: 'P', questions: [who] }] }
    const names: Readonly<Record<string, string>> = { E06000010: 'Kingston upon Hull' }
    const when = {
      any: [{ question: 'who', is: 'E06000010' }, { not: { question: 'who', anyOf: ['E06000010', 'X'] } }],
    }
    assert.equal(
      describeExpression(asked, when, (_, id) => names[id]),
      '“Who?” is Kingston upon Hull or it is not so that “Who?” is Kingston upon Hull or “X”',
    )
    assert.equal(describeExpression(asked, { question: 'who', is: 'E06000010' }), '“Who?” is “E06000010”')
  })
})
