import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Expression, Form, Question, RepeatingGroupQuestion, Rule } from '../forms/index.ts'
import { checkScreener, type ScreenerProblem } from './check-screener.ts'
import { everyPath, pathWords } from './every-path.ts'

const yesNo = (id: string, showIf?: Expression): Question => ({
  type: 'yes-no',
  id,
  label: `${id}?`,
  required: true,
  ...(showIf && { showIf }),
})
const partners: Question = { type: 'whole-number', id: 'partners', label: 'Partners', required: true, min: 0 }
const fail = (id: string, when: Expression): Rule => ({ id, clause: '1', when, outcome: 'fail', text: id })
const caveat = (id: string, when: Expression): Rule => ({ ...fail(id, when), outcome: 'caveat' })
const screener = (questions: readonly Question[], rules: readonly Rule[], more: Partial<Form> = {}): Form => ({
  id: 's',
  title: 'Can you apply?',
  pages: [{ id: 'p', title: 'P', questions }],
  rules,
  ...more,
})

const bodies = (more: Partial<RepeatingGroupQuestion> = {}): RepeatingGroupQuestion => ({
  type: 'repeating-group',
  id: 'bodies',
  label: 'Bodies',
  questions: [
    {
      type: 'radios',
      id: 'kind',
      label: 'Kind',
      required: true,
      options: ['council', 'police', 'charity'].map((value) => ({ value, label: value })),
    },
    { type: 'yes-no', id: 'pays', label: 'Pays?', required: true },
  ],
  ...more,
})
const payingPolice = fail('police', {
  items: 'bodies',
  where: {
    all: [
      { question: 'kind', is: 'police' },
      { question: 'pays', is: true },
    ],
  },
  atLeast: 2,
})

const notCouncil = fail('not a council', { question: 'council', is: false })

describe('a screener', () => {
  it('that leads every path to an outcome and lets somebody pass has nothing wrong with it', () => {
    const form = screener(
      [
        yesNo('council'),
        yesNo('joint', { question: 'council', is: true }),
        { ...partners, showIf: { question: 'joint', is: true } },
      ],
      [
        notCouncil,
        fail('too few', { question: 'partners', below: 2 }),
        caveat('say why', { question: 'joint', is: false }),
      ],
    )
    assert.deepEqual(checkScreener(form), [])
  })

  it('may ask for a list, of whose entries rules ask several things at once and how many there are', () => {
    assert.deepEqual(checkScreener(screener([bodies()], [payingPolice])), [])
    const words = everyPath(screener([bodies()], [payingPolice])).groups.flatMap(({ paths }) => paths.map(pathWords))
    assert.deepEqual(words, [
      '“Bodies” such as 1 entry (“Kind” council or charity, “Pays?” yes)',
      '“Bodies” such as 2 entries (“Kind” police, “Pays?” yes)',
      '“Bodies” no entries',
    ])
    // At most one body: two of them, which the rule asks for, there never are.
    assert.deepEqual(checkScreener(screener([bodies({ maxItems: 1 })], [payingPolice])), [
      { code: 'rule-never-fires', rule: '1: police' },
    ])
  })

  it('is bounded by what is asked of a list, not by how many entries it may have', () => {
    const rules = ['council', 'police', 'charity'].map((kind) =>
      fail(kind, { items: 'bodies', where: { question: 'kind', is: kind }, above: 3 }),
    )
    const [group] = everyPath(screener([bodies({ required: true, maxItems: 100 })], rules)).groups
    // Each kind has more than three entries or not, in whatever combination.
    assert.equal(group?.paths.length, 2 ** 3)
  })

  const wrong: readonly [string, Form, readonly ScreenerProblem[]][] = [
    ['has no rules', screener([yesNo('council')], []), [{ code: 'no-rules' }]],
    [
      'asks for words, which nobody can go through one by one',
      screener([{ type: 'long-text', id: 'why', label: 'Why?' }, yesNo('council')], [notCouncil]),
      [{ code: 'type-not-countable', question: 'Why?' }],
    ],
    [
      'cites no clause',
      screener([yesNo('council')], [{ ...notCouncil, clause: ' ' }]),
      [{ code: 'clause-missing', rule: ' : not a council' }],
    ],
    [
      'lets a question of a rule be left open',
      screener([{ ...yesNo('council'), required: false }], [notCouncil]),
      [{ code: 'dead-end', question: 'council?', path: '“council?” no answer' }],
    ],
    [
      'stops people by a check, without telling them that they cannot apply',
      screener([yesNo('council'), yesNo('joint')], [notCouncil], {
        checks: [{ id: 'c', when: { question: 'joint', is: true }, text: 'No joint bids', question: 'joint' }],
      }),
      [{ code: 'dead-end', question: 'joint?', path: '“joint?” yes' }],
    ],
    [
      'asks for words in each entry of a list',
      screener(
        [bodies({ questions: [{ type: 'short-text', id: 'name', label: 'Name' }] }), yesNo('council')],
        [notCouncil],
      ),
      [{ code: 'type-not-countable', question: 'Name' }],
    ],
    [
      'lets what a rule asks of each entry of a list be left open',
      screener(
        [bodies({ questions: bodies().questions.map((child) => ({ ...child, required: false })) })],
        [fail('police', { items: 'bodies', where: { question: 'kind', is: 'police' }, every: true })],
      ),
      [{ code: 'dead-end', question: 'Kind', path: '“Bodies” with an entry that leaves “Kind” open' }],
    ],
    [
      'counts entries of a list so high that nobody could look the paths through',
      screener(
        [bodies()],
        [
          fail('a', { items: 'bodies', where: { question: 'kind', is: 'police' }, above: 90 }),
          fail('b', { items: 'bodies', where: { question: 'kind', is: 'council' }, above: 90 }),
          fail('c', { items: 'bodies', where: { question: 'pays', is: true }, above: 90 }),
        ],
      ),
      [{ code: 'too-many-paths', questions: ['Bodies'], most: 5000 }],
    ],
    [
      'has a rule that no answers meet: it asks for one answer to be two things',
      screener(
        [yesNo('council'), partners],
        [
          notCouncil,
          fail('odd', {
            all: [
              { question: 'partners', above: 3 },
              { question: 'partners', below: 4 },
            ],
          }),
        ],
      ),
      [{ code: 'rule-never-fires', rule: '1: odd' }],
    ],
    [
      'has a rule on a question that is hidden when the rule would hold',
      screener(
        [yesNo('council'), yesNo('joint', { question: 'council', is: true })],
        [
          notCouncil,
          fail('odd', {
            all: [
              { question: 'council', is: false },
              { question: 'joint', is: true },
            ],
          }),
        ],
      ),
      [{ code: 'rule-never-fires', rule: '1: odd' }],
    ],
    [
      'tells one number both things',
      screener(
        [partners],
        [fail('too few', { question: 'partners', below: 3 }), caveat('few', { question: 'partners', below: 5 })],
      ),
      [{ code: 'told-both', fails: '1: too few', passes: '1: few', path: '“Partners” 2 or less' }],
    ],
    [
      'passes with a caveat only those who fail',
      screener(
        [yesNo('council'), yesNo('joint')],
        [
          notCouncil,
          caveat('but', {
            all: [
              { question: 'council', is: false },
              { question: 'joint', is: true },
            ],
          }),
        ],
      ),
      [{ code: 'caveat-only-on-failure', rule: '1: but', path: '“council?” no and “joint?” yes' }],
    ],
    [
      'lets nobody pass',
      screener([yesNo('council')], [notCouncil, fail('a council', { question: 'council', is: true })]),
      [{ code: 'nobody-passes', rules: ['1: a council'], path: '“council?” yes' }],
    ],
  ]
  for (const [what, form, problems] of wrong) {
    it(`is refused when it ${what}`, () => assert.deepEqual(checkScreener(form), problems))
  }

  it('with too many paths is refused by name, not run until the end of time', () => {
    const many = Array.from({ length: 30 }, (_, index) => yesNo(`q${index}`))
    const all: Expression = { all: many.map(({ id }) => ({ question: id, is: true })) }
    const [problem, ...others] = checkScreener(screener(many, [fail('all', all)]), 100)
    assert.equal(problem?.code, 'too-many-paths')
    assert.deepEqual(others, [])
    // Thirty questions that do not depend on each other are sixty paths, not a thousand million.
    const apart = many.map(({ id }) => fail(id, { question: id, is: true }))
    assert.deepEqual(checkScreener(screener(many, apart), 100), [])
  })
})
