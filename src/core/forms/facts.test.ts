import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { authorityKinds } from '../authorities/authority.ts'
import { calculateForm } from '../calculators/index.ts'
import { checkScreener, everyPath, pathWords } from '../eligibility/index.ts'
import { checkDefinition, describeExpression, type Form, factAnswers, type Question, whatIsVisible } from './index.ts'

const options = authorityKinds.map((kind) => ({ value: kind, label: `A ${kind}` }))
const leads: Question = {
  type: 'select',
  id: 'leads',
  label: 'What leads?',
  fact: 'lead-kind',
  required: true,
  options,
}

const form: Form = {
  id: 'f',
  title: 'F',
  pages: [
    {
      id: 'p',
      title: 'P',
      questions: [
        leads,
        {
          type: 'yes-no',
          id: 'mayor',
          label: 'Is there a mayor?',
          showIf: { question: 'leads', anyOf: ['county', 'combined-authority'] },
        },
      ],
    },
  ],
  rules: [
    {
      id: 'no-police',
      clause: 'Rules 3',
      when: { question: 'leads', is: 'police-commissioner' },
      outcome: 'fail',
      text: 'No police',
    },
  ],
}

describe('the kind of the lead authority', () => {
  it('is a fact of the application that conditions and rules read like any answer', () => {
    const shown = (leadKind: string) =>
      whatIsVisible(form, factAnswers(form, { leadKind })).questions.map(({ id }) => id)
    assert.deepEqual(shown('county'), ['leads', 'mayor'])
    assert.deepEqual(shown('combined-authority'), ['leads', 'mayor'])
    assert.deepEqual(shown('district'), ['leads'])
    assert.deepEqual(factAnswers(form, { leadKind: 'government-department' }), {})
    assert.equal(
      describeExpression(form, { question: 'leads', anyOf: ['county', 'combined-authority'] }),
      '“What leads?” is “A county” or “A combined-authority”',
    )
  })

  it('is given to the calculator as an answer', () => {
    const outcomeOf = (kind: string) => {
      const result = calculateForm({ form, answers: { leads: kind } })
      assert.ok(result.ok, JSON.stringify(result))
      const { valid, outcome, visible, failed } = result.output as Record<string, unknown>
      return { valid, outcome, visible, failed }
    }
    const none = { valid: true, failed: [] }
    assert.deepEqual(outcomeOf('county'), { ...none, outcome: 'pass', visible: ['leads', 'mayor'] })
    assert.deepEqual(outcomeOf('police-commissioner'), {
      valid: true,
      outcome: 'fail',
      visible: ['leads'],
      failed: ['no-police'],
    })
  })

  it('takes every path of a screener, in classes that its rules tell apart', () => {
    assert.deepEqual(checkScreener({ ...form, pages: [{ id: 'p', title: 'P', questions: [leads] }] }), [])
    const { groups, counts } = everyPath(form)
    const paths = (groups[0]?.paths ?? []).map((path) => [pathWords(path), path.outcome])
    const mayor = (answer: string) =>
      ['“What leads?” A county or A combined-authority', `“Is there a mayor?” ${answer}`].join(' and ')
    assert.deepEqual(
      paths.filter(([words]) => words?.includes('mayor')),
      [
        [mayor('any answer'), 'pass'],
        [mayor('no answer'), 'pass'],
      ],
    )
    assert.deepEqual(
      paths.filter(([, outcome]) => outcome === 'fail'),
      [['“What leads?” A police-commissioner', 'fail']],
    )
    assert.equal(counts.total, paths.length)
  })

  it('must be able to be every kind and nothing else, on a page', () => {
    const problemsWith = (question: unknown) => {
      const checked = checkDefinition({ ...form, rules: [], pages: [{ id: 'p', title: 'P', questions: [question] }] })
      return checked.ok ? [] : checked.problems.map(({ at }) => at)
    }
    assert.deepEqual(problemsWith(leads), [])
    assert.deepEqual(problemsWith({ ...leads, options: options.slice(1) }), ['/pages/0/questions/0/options'])
    const other = [...options, { value: 'parish', label: 'Parish' }]
    assert.deepEqual(problemsWith({ ...leads, options: other }), [
      `/pages/0/questions/0/options/${options.length}/value`,
    ])
    assert.deepEqual(problemsWith({ ...leads, type: 'radios' }), ['/pages/0/questions/0/fact'])
    const group = { type: 'repeating-group', id: 'g', label: 'G', questions: [leads] }
    assert.deepEqual(problemsWith(group), ['/pages/0/questions/0/questions/0/fact'])
  })
})
