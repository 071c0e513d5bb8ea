import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { authorityKinds } from '../authorities/authority.ts'
import { calculateForm } from '../calculators/index.ts'
import { checkScreener, everyPath, pathWords } from '../eligibility/index.ts'
import { copyQuestions, namer } from './edit/index.ts'
import {
  type Answers,
  checkDefinition,
  describeExpression,
  type Form,
  factAnswers,
  kindQuestions,
  namedBodies,
  type Question,
  questionsOf,
  type SimpleQuestion,
  whatIsVisible,
} from './index.ts'

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

describe('the kind of an authority that an answer names', () => {
  const partner: SimpleQuestion = { type: 'authority', id: 'partner', label: 'Who is the partner?' }
  const partnerKind: SimpleQuestion = {
    type: 'select',
    id: 'partner-kind',
    label: 'What is the partner?',
    fact: { kindOf: 'partner' },
    showIf: { question: 'partner', answered: true },
    options,
  }
  const districts: SimpleQuestion = {
    type: 'yes-no',
    id: 'districts',
    label: 'Do its districts agree?',
    showIf: { question: 'partner-kind', is: 'county' },
  }
  const named: Form = {
    id: 'named',
    title: 'Named',
    pages: [{ id: 'p', title: 'P', questions: [partner, partnerKind, districts] }],
    rules: [
      {
        id: 'no-police',
        clause: 'Rules 4',
        when: { question: 'partner-kind', is: 'police-commissioner' },
        outcome: 'fail',
        text: 'No police',
      },
    ],
  }
  const listed: Form = {
    id: 'listed',
    title: 'Listed',
    pages: [
      {
        id: 'p',
        title: 'P',
        questions: [
          { type: 'repeating-group', id: 'partners', label: 'Partners', questions: [partner, partnerKind, districts] },
        ],
      },
    ],
  }
  const kinds = new Map([
    ['T-CEDAR', 'county'],
    ['T-ALDER', 'district'],
    ['MINISTRY', 'government-department'],
  ])
  const facts = { leadKind: 'unitary', kinds }
  const problemsWith = (form: unknown) => {
    const checked = checkDefinition(form)
    return checked.ok ? [] : checked.problems.map(({ at }) => at)
  }

  it('follows the answer, and conditions read it like any answer', () => {
    assert.deepEqual(problemsWith(named), [])
    const after = (partnerId: string | null, before = {}) => {
      const answers = { ...before, partner: partnerId }
      const all: Answers = { ...answers, ...factAnswers(named, facts, answers) }
      return { all, shown: whatIsVisible(named, all).questions.map(({ id }) => id) }
    }
    assert.deepEqual(after('T-CEDAR').shown, ['partner', 'partner-kind', 'districts'])
    assert.deepEqual(after('T-ALDER').shown, ['partner', 'partner-kind'])
    assert.deepEqual(after(null).shown, ['partner'])
    const cedar = after('T-CEDAR').all
    assert.equal(after('T-ALDER', cedar).all['partner-kind'], 'district')
    assert.equal(after('MINISTRY', cedar).all['partner-kind'], null)
    assert.equal(after(null, cedar).all['partner-kind'], null)
    assert.deepEqual(factAnswers(named, facts, { partner: 'MINISTRY' }), {})
  })

  it('is asked of the register for the bodies that are named, each once', () => {
    const [first, second] = [questionsOf(named), questionsOf(listed)]
    assert.deepEqual(namedBodies(first, { partner: 'T-CEDAR', 'partner-kind': 'county' }), ['T-CEDAR'])
    assert.deepEqual(namedBodies(first, { 'partner-kind': 'county' }), [])
    const items = [{ partner: 'T-CEDAR' }, {}, { partner: 'T-ALDER' }, { partner: 'T-CEDAR' }]
    assert.deepEqual(namedBodies(second, { partners: items }), ['T-CEDAR', 'T-ALDER'])
    assert.deepEqual(
      [kindQuestions(named), kindQuestions(listed), kindQuestions(form)],
      [['partner', 'partner-kind'], ['partners'], []],
    )
  })

  it('is said in each item of a list, whatever the item said of itself', () => {
    assert.deepEqual(problemsWith(listed), [])
    const partners = [
      { partner: 'T-CEDAR', 'partner-kind': 'district' },
      { partner: 'T-ALDER', districts: true },
      { partner: 'MINISTRY', 'partner-kind': 'county' },
      { 'partner-kind': 'county' },
    ]
    assert.deepEqual(factAnswers(listed, facts, { partners }), {
      partners: [
        { partner: 'T-CEDAR', 'partner-kind': 'county' },
        { partner: 'T-ALDER', districts: true, 'partner-kind': 'district' },
        { partner: 'MINISTRY' },
        {},
      ],
    })
  })

  it('is given to the calculator as an answer, and counts for nothing without the body', () => {
    const outcomeOf = (answers: { [id: string]: string }) => {
      const result = calculateForm({ form: named, answers })
      assert.ok(result.ok, JSON.stringify(result))
      const { outcome, visible } = result.output as Record<string, unknown>
      return [outcome, visible]
    }
    assert.deepEqual(outcomeOf({ partner: 'X', 'partner-kind': 'county' }), [
      'pass',
      ['partner', 'partner-kind', 'districts'],
    ])
    assert.deepEqual(outcomeOf({ partner: 'X', 'partner-kind': 'police-commissioner' }), [
      'fail',
      ['partner', 'partner-kind'],
    ])
    assert.deepEqual(outcomeOf({ 'partner-kind': 'police-commissioner' }), ['pass', ['partner']])
  })

  it('is left open by no path of a screener, which can be published', () => {
    assert.deepEqual(
      checkScreener({
        ...named,
        pages: [{ id: 'p', title: 'P', questions: [{ ...partner, required: true }, partnerKind] }],
      }),
      [],
    )
  })

  it('is walked by the paths of a screener', () => {
    const { groups } = everyPath(named)
    const paths = (groups[0]?.paths ?? []).map((path) => [pathWords(path), path.outcome])
    assert.deepEqual(
      paths.filter(([, outcome]) => outcome === 'fail'),
      [['“Who is the partner?” any other body and “What is the partner?” A police-commissioner', 'fail']],
    )
  })

  it('asks for a body that is named before, in the same place, and only where there is one', () => {
    const withKind = (change: object, others: readonly object[] = [partner]) =>
      problemsWith({
        ...named,
        rules: [],
        pages: [{ id: 'p', title: 'P', questions: [...others, { ...partnerKind, ...change }] }],
      })
    const at = (last: string, index = 1) => [`/pages/0/questions/${index}/${last}`]
    assert.deepEqual(withKind({}), [])
    assert.deepEqual(
      withKind({
        showIf: { all: [{ question: 'partner', answered: true }, { not: { question: 'partner', is: 'X' } }] },
      }),
      [],
    )
    assert.deepEqual(withKind({ showIf: undefined }), at('showIf'))
    assert.deepEqual(withKind({ showIf: { any: [{ question: 'partner', answered: true }] } }), at('showIf'))
    assert.deepEqual(withKind({ required: true }), at('required'))
    assert.deepEqual(withKind({ fact: { kindOf: 'nobody' } }), at('fact/kindOf'))
    assert.deepEqual(withKind({}, [{ ...partner, type: 'short-text' }]), at('fact/kindOf'))
    const group = { type: 'repeating-group', id: 'g', label: 'G', questions: [partner] }
    assert.deepEqual(withKind({}, [group]), [...at('fact/kindOf'), ...at('showIf/question')])
    assert.deepEqual(
      problemsWith({ ...named, rules: [], pages: [{ id: 'p', title: 'P', questions: [partnerKind, partner] }] }),
      at('showIf', 0),
    )
  })

  it('goes with its question when both are copied', () => {
    const copies = copyQuestions([partner, partnerKind], namer(new Set(['partner', 'partner-kind'])))
    assert.deepEqual(copies[1], {
      ...partnerKind,
      id: 'partner-kind-2',
      fact: { kindOf: 'partner-2' },
      showIf: { question: 'partner-2', answered: true },
    })
  })
})
