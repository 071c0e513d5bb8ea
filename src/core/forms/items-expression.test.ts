import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Json } from '../canonical/index.ts'
import {
  type Answers,
  checkDefinition,
  describeExpression,
  type Expression,
  eligibility,
  type Form,
  holds,
  referencesOf,
  whatIsVisible,
} from './index.ts'

const kinds = ['council', 'police', 'charity'] as const

const form: Form = {
  id: 'f',
  title: 'F',
  pages: [
    {
      id: 'one',
      title: 'One',
      questions: [
        { type: 'yes-no', id: 'joint', label: 'Joint?' },
        {
          type: 'repeating-group',
          id: 'partners',
          label: 'Partners',
          showIf: { question: 'joint', is: true },
          questions: [
            {
              type: 'radios',
              id: 'kind',
              label: 'Kind of body',
              options: kinds.map((value) => ({ value, label: value })),
            },
            { type: 'money', id: 'gives', label: 'Pounds', showIf: { question: 'kind', is: 'council' } },
          ],
        },
        { type: 'short-text', id: 'why', label: 'Why?' },
      ],
    },
  ],
}

const withRule = (when: unknown) => ({
  ...form,
  rules: [{ id: 'r', clause: 'Rule 1', when, outcome: 'fail', text: 'No' }],
})

const checked = (value: unknown): Form => {
  const result = checkDefinition(value)
  return result.ok ? result.value : assert.fail(JSON.stringify(result.problems))
}

const textsOf = (value: unknown): readonly string[] => {
  const result = checkDefinition(value)
  return result.ok ? [] : result.problems.map(({ at, text }) => `${at} ${text}`)
}

type Item = { readonly kind?: (typeof kinds)[number]; readonly gives?: number }
type Asked = { readonly question: 'kind' | 'gives'; readonly is?: string | number; readonly above?: number }

const item: fc.Arbitrary<Item> = fc.record(
  { kind: fc.constantFrom(...kinds), gives: fc.integer({ min: 0, max: 3 }) },
  { requiredKeys: [] },
)
const asked: fc.Arbitrary<Asked> = fc.oneof(
  fc.constantFrom(...kinds).map((is) => ({ question: 'kind' as const, is })),
  fc.integer({ min: 0, max: 3 }).map((above) => ({ question: 'gives' as const, above })),
)

/** By hand, of one item: what it gives counts only of a council, which alone is asked. */
const isSo = ({ kind, gives }: Item, { question, is, above = 0 }: Asked): boolean =>
  question === 'kind' ? kind === is : kind === 'council' && gives !== undefined && gives > above

const readingOf = (answers: Answers) => whatIsVisible(form, answers).reading

describe('what is asked of the items of a list', () => {
  it('holds as counting by hand says, and never of a list that is empty or hidden', () => {
    fc.assert(
      fc.property(
        fc.array(item, { maxLength: 5 }),
        asked,
        fc.nat({ max: 5 }),
        fc.boolean(),
        (items, where, n, joint) => {
          const reading = readingOf({ joint, partners: items as unknown as Json })
          const those = items.filter((one) => isSo(one, where)).length
          const says = (test: object) => holds({ items: 'partners', where, ...test } as Expression, reading)
          const there = joint && items.length > 0
          assert.equal(says({ every: true }), there && those === items.length)
          assert.equal(says({ atLeast: n }), there && those >= n)
          assert.equal(says({ above: n }), there && those > n)
          assert.equal(says({ atMost: n }), there && those <= n)
          assert.equal(says({ below: n }), there && those < n)
        },
      ),
    )
  })

  it('refuses a bid with a partner of a kind that may not be one, and waits for the first partner', () => {
    const when = { items: 'partners', where: { question: 'kind', is: 'police' }, atLeast: 1 }
    const ruled = checked(withRule(when))
    const outcome = (...named: readonly string[]) =>
      eligibility(ruled, { joint: true, partners: named.map((kind) => ({ kind })) }).outcome
    assert.deepEqual(
      [outcome(), outcome('council'), outcome('charity', 'police'), outcome('police')],
      ['pass', 'pass', 'fail', 'fail'],
    )
    const turned = checked(withRule({ not: { ...when, where: { question: 'kind', is: 'council' } } }))
    assert.equal(eligibility(turned, { joint: true, partners: [] }).outcome, 'pass')
    assert.equal(eligibility(turned, { joint: true, partners: [{ kind: 'charity' }] }).outcome, 'fail')
    const noCouncil = { items: 'partners', where: { question: 'kind', is: 'council' }, atMost: 0 }
    const none = checked(withRule(noCouncil))
    assert.equal(eligibility(none, { joint: true, partners: [] }).outcome, 'pass')
    assert.equal(eligibility(none, { joint: true, partners: [{ kind: 'charity' }] }).outcome, 'fail')
  })

  it('is read of the list and of the question in it', () => {
    const when: Expression = { not: { items: 'partners', where: { question: 'kind', is: 'police' }, every: true } }
    assert.deepEqual(referencesOf(when), ['partners', 'kind'])
  })

  it('is said in words', () => {
    const words = (test: object) =>
      describeExpression(form, { items: 'partners', where: { question: 'kind', is: 'police' }, ...test } as Expression)
    const rest = 'of the entries of “Partners”, “Kind of body” is “police”'
    assert.equal(words({ atLeast: 1 }), `for at least one ${rest}`)
    assert.equal(words({ atMost: 0 }), `for none ${rest}`)
    assert.equal(words({ every: true }), `for every one ${rest}`)
    assert.equal(words({ above: 2 }), `for more than 2 ${rest}`)
  })

  it('may be several tests at once, which one entry must meet together', () => {
    const tests = [
      { question: 'kind', is: 'council' },
      { question: 'gives', above: 10 },
    ]
    const both: Expression = { items: 'partners', where: { all: tests }, atLeast: 1 }
    const either: Expression = { items: 'partners', where: { any: tests }, atLeast: 1 }
    const fails = (when: Expression, partners: readonly Json[]) =>
      eligibility(checked(withRule(when)), { joint: true, partners }).outcome === 'fail'
    const small = { kind: 'council', gives: 5 }
    const large = { kind: 'council', gives: 11 }
    // A charity is not asked what it gives, so the eleven pounds do not count.
    const hidden = { kind: 'charity', gives: 11 }
    assert.deepEqual(
      [[small, hidden], [small, large], [hidden], [small]].map((partners) => fails(both, partners)),
      [false, true, false, false],
    )
    assert.deepEqual(
      [[hidden], [small], [hidden, large]].map((partners) => fails(either, partners)),
      [false, true, true],
    )
    assert.deepEqual(referencesOf(both), ['partners', 'kind', 'gives'])
    assert.equal(
      describeExpression(form, { all: [{ question: 'joint', is: true }, either] }),
      '“Joint?” is yes and (for at least one of the entries of “Partners”, “Kind of body” is “council” or “Pounds” is more than £10)',
    )
  })

  it('may decide whether a later question is shown', () => {
    const showIf = { items: 'partners', where: { question: 'gives', above: 1 }, every: true }
    const [page] = form.pages
    const shown = checked({
      ...form,
      pages: [{ ...page, questions: page?.questions.map((each) => (each.id === 'why' ? { ...each, showIf } : each)) }],
    })
    const asksWhy = (...gives: readonly number[]) =>
      whatIsVisible(shown, {
        joint: true,
        partners: gives.map((pounds) => ({ kind: 'council', gives: pounds })),
      }).questions.some(({ id }) => id === 'why')
    assert.deepEqual([asksWhy(2, 3), asksWhy(2, 1), asksWhy()], [true, false, false])
  })
})

describe('a definition that asks of the items of a list', () => {
  const where = { question: 'kind', is: 'police' }

  it('is refused where the list, the question in it or the answer is not there', () => {
    assert.deepEqual(textsOf(withRule({ items: 'nobody', where, every: true })), [
      '/rules/0/when/items there is no question “nobody”',
    ])
    assert.deepEqual(textsOf(withRule({ items: 'joint', where, every: true })), [
      '/rules/0/when/items question “joint” has no items',
    ])
    assert.deepEqual(textsOf(withRule({ items: 'partners', where: { question: 'joint', is: true }, every: true })), [
      '/rules/0/when/where/question “partners” has no question “joint” in its items',
    ])
    assert.deepEqual(textsOf(withRule({ items: 'partners', where: { question: 'kind', is: 'bank' }, every: true })), [
      '/rules/0/when/where/is question “kind” can never be answered "bank"',
    ])
    const several = { any: [where, { question: 'joint', is: true }, { question: 'kind', is: 'bank' }] }
    assert.deepEqual(textsOf(withRule({ items: 'partners', where: several, every: true })), [
      '/rules/0/when/where/any/1/question “partners” has no question “joint” in its items',
      '/rules/0/when/where/any/2/is question “kind” can never be answered "bank"',
    ])
    assert.deepEqual(textsOf(withRule({ items: 'partners', where: { question: 'gives', is: 'x' }, every: true })), [
      '/rules/0/when/where/is question “gives” can never be answered "x"',
    ])
  })

  it('is refused with no number of items, with two, with a number that is not one, or with no test', () => {
    const shapes = [
      { items: 'partners', where },
      { items: 'partners', where, atLeast: 1, atMost: 2 },
      { items: 'partners', where, every: false },
      { items: 'partners', where, atLeast: 'one' },
      { items: 'partners', where: { question: 'kind' }, every: true },
      { items: 'partners', where: { all: [] }, every: true },
      { items: 'partners', where: { any: [{ not: where }] }, every: true },
      { items: 'partners', where: { any: [{ all: [where] }] }, every: true },
      { items: 'partners', where: { all: [where], any: [where] }, every: true },
      { items: 'partners', every: true },
      { items: 'partners', where, every: true, or: 1 },
    ]
    for (const shape of shapes) assert.notDeepEqual(textsOf(withRule(shape)), [], JSON.stringify(shape))
  })

  it('is refused where an item would look at all the items of its own list', () => {
    const [page] = form.pages
    const showIf = { items: 'partners', where, atLeast: 1 }
    const questions = page?.questions.map((each) =>
      each.type === 'repeating-group'
        ? { ...each, questions: each.questions.map((child) => (child.id === 'gives' ? { ...child, showIf } : child)) }
        : each,
    )
    assert.deepEqual(textsOf({ ...form, pages: [{ ...page, questions }] }), [
      '/pages/0/questions/1/questions/1/showIf/items an item of “partners” cannot read all items of “partners”',
    ])
  })
})
