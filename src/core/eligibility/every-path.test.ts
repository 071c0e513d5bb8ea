import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  type AskExpression,
  checkDefinition,
  type Expression,
  type Form,
  type ItemTest,
  type Question,
  type Rule,
} from '../forms/index.ts'
import { everyPath, pathWords } from './every-path.ts'

type Value = boolean | string | number | readonly Answered[]
type Answered = { readonly [id: string]: Value }

/** Every answer there is to a question of a small range, one by one. Of a list, every list of every entry; undefined: none. */
function everyAnswer(question: Question): readonly (Value | undefined)[] {
  if (question.type === 'yes-no') return [true, false]
  if (question.type === 'radios') return question.options.map(({ value }) => value)
  if (question.type !== 'repeating-group') return Array.from({ length: 8 }, (_, number) => number)
  const entries = everyAnswered(question.questions)
  const { minItems = 1, maxItems = 3, required } = question
  const lists = Array.from({ length: maxItems }, (_, index) => index + 1).reduce<readonly (readonly Answered[])[][]>(
    (before) => [...before, (before.at(-1) ?? []).flatMap((list) => entries.map((entry) => [...list, entry]))],
    [[[]]],
  )
  return [...lists.slice(minItems).flat(), ...(required ? [] : [undefined])]
}

/** Every set of answers to questions, of which each may be shown by those before it. */
const everyAnswered = (questions: readonly Question[], before: Answered = {}): readonly Answered[] => {
  const [question, ...others] = questions
  if (question === undefined) return [before]
  if (question.showIf && !meets(question.showIf, before)) return everyAnswered(others, before)
  return everyAnswer(question).flatMap((value) =>
    everyAnswered(others, value === undefined ? before : { ...before, [question.id]: value }),
  )
}

/** The plain meaning of a condition, written apart from the engine. */
function meets(expression: Expression, answered: Answered): boolean {
  if ('all' in expression) return expression.all.every((part) => meets(part, answered))
  if ('any' in expression) return expression.any.some((part) => meets(part, answered))
  if ('not' in expression) return !meets(expression.not, answered)
  if ('items' in expression) {
    const entries = answered[expression.items]
    if (!Array.isArray(entries)) return false
    const those = entries.filter((entry: Answered) => meets(expression.where, entry)).length
    if ('every' in expression) return those === entries.length
    if ('above' in expression) return those > expression.above
    if ('atLeast' in expression) return those >= expression.atLeast
    return 'below' in expression ? those < expression.below : those <= expression.atMost
  }
  if (!('question' in expression)) throw new Error('not in these forms')
  const value = answered[expression.question]
  if ('isNot' in expression) return value !== expression.isNot
  if ('answered' in expression) return (value !== undefined) === expression.answered
  if (value === undefined || typeof value === 'object') return false
  if ('is' in expression) return value === expression.is
  if ('anyOf' in expression) return expression.anyOf.includes(value)
  if ('below' in expression) return Number(value) < expression.below
  if ('atLeast' in expression) return Number(value) >= expression.atLeast
  throw new Error('not in these forms')
}

const readBy = (expression: Expression): readonly string[] => {
  if ('all' in expression) return expression.all.flatMap(readBy)
  if ('any' in expression) return expression.any.flatMap(readBy)
  if ('not' in expression) return readBy(expression.not)
  // A list is answered when it has entries, whatever each of them says.
  if ('items' in expression) return [expression.items]
  return 'question' in expression ? [expression.question] : []
}

/** Every set of answers that a person can give, one question after the other, and the rules that fire on it. */
function everyFiring(form: Form): ReadonlySet<string> {
  const questions = form.pages.flatMap((page) => page.questions)
  const found = new Set<string>()
  for (const answered of everyAnswered(questions)) {
    const fired = (form.rules ?? []).filter(
      ({ when }) => readBy(when).every((id) => id in answered) && meets(when, answered),
    )
    found.add(fired.map(({ id }) => id).join())
  }
  return found
}

/** The same from the paths: one of each group, in every combination. */
function firingsOfPaths(form: Form): ReadonlySet<string> {
  const order = (form.rules ?? []).map(({ id }) => id)
  const sets = everyPath(form).groups.reduce<readonly (readonly string[])[]>(
    (before, { paths }) =>
      before.flatMap((fired) =>
        paths.map(({ failed, caveats }) => [...fired, ...[...failed, ...caveats].map(({ id }) => id)]),
      ),
    [[]],
  )
  return new Set(sets.map((set) => order.filter((id) => set.includes(id)).join()))
}

const kinds: readonly ((id: string) => Question)[] = [
  (id) => ({ type: 'yes-no', id, label: id, required: true }),
  (id) => ({
    type: 'radios',
    id,
    label: id,
    required: true,
    options: ['a', 'b', 'c'].map((value) => ({ value, label: value })),
  }),
  (id) => ({ type: 'whole-number', id, label: id, required: true, min: 0, max: 7 }),
]

/** A list of up to three entries, each of a choice and, after one of its options, a question more. */
const list = (id: string, limits: object): Question => ({
  type: 'repeating-group',
  id,
  label: id,
  maxItems: 3,
  ...limits,
  questions: [
    {
      type: 'radios',
      id: `${id}-kind`,
      label: 'Kind',
      required: true,
      options: ['a', 'b', 'c'].map((value) => ({ value, label: value })),
    },
    { type: 'yes-no', id: `${id}-pays`, label: 'Pays?', required: true, showIf: { question: `${id}-kind`, is: 'a' } },
  ],
})

const entryTest = (id: string): fc.Arbitrary<ItemTest> => {
  const one: fc.Arbitrary<AskExpression> = fc.oneof(
    fc.constantFrom('a', 'b', 'c').map((is) => ({ question: `${id}-kind`, is })),
    fc.boolean().map((is) => ({ question: `${id}-pays`, is })),
  )
  const several = fc.array(one, { minLength: 1, maxLength: 2 })
  return fc.oneof(
    one,
    several.map((all) => ({ all })),
    several.map((any) => ({ any })),
  )
}

const testOfList = ({ id }: Question): fc.Arbitrary<Expression> => {
  const number = fc.integer({ min: 0, max: 4 })
  const many = fc.oneof(
    fc.constant({ every: true as const }),
    number.map((atLeast) => ({ atLeast })),
    number.map((above) => ({ above })),
    number.map((below) => ({ below })),
    number.map((atMost) => ({ atMost })),
  )
  return fc.oneof(
    { weight: 6, arbitrary: fc.tuple(entryTest(id), many).map(([where, those]) => ({ items: id, where, ...those })) },
    { weight: 1, arbitrary: fc.boolean().map((answered) => ({ question: id, answered })) },
  )
}

const testOf = (question: Question): fc.Arbitrary<Expression> => {
  const { id } = question
  if (question.type === 'repeating-group') return testOfList(question)
  if (question.type === 'yes-no') return fc.boolean().map((is) => ({ question: id, is }))
  if (question.type === 'radios') {
    const value = fc.constantFrom('a', 'b', 'c')
    return fc.oneof(
      value.map((is) => ({ question: id, is })),
      value.map((isNot) => ({ question: id, isNot })),
      fc.uniqueArray(value, { minLength: 1 }).map((anyOf) => ({ question: id, anyOf })),
    )
  }
  const number = fc.integer({ min: 0, max: 8 })
  return fc.oneof(
    number.map((below) => ({ question: id, below })),
    number.map((atLeast) => ({ question: id, atLeast })),
    number.map((is) => ({ question: id, is })),
  )
}

const expressionOn = (questions: readonly Question[]): fc.Arbitrary<Expression> => {
  const one = fc.constantFrom(...questions).chain(testOf)
  return fc.oneof(
    { weight: 3, arbitrary: one },
    { weight: 1, arbitrary: one.map((not) => ({ not })) },
    { weight: 1, arbitrary: fc.array(one, { minLength: 2, maxLength: 3 }).map((all) => ({ all })) },
    { weight: 1, arbitrary: fc.array(one, { minLength: 2, maxLength: 3 }).map((any) => ({ any })) },
  )
}

const plainQuestions = fc
  .array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 4 })
  .map((made) => made.map((kind, index) => kind(`q${index}`)))

/** A list among others, with every way in which its length may be bounded. */
const withList = fc
  .tuple(
    fc.array(fc.constantFrom(...kinds), { maxLength: 2 }),
    fc.nat(2),
    fc.record({
      required: fc.boolean(),
      minItems: fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined }),
      maxItems: fc.integer({ min: 2, max: 3 }),
    }),
  )
  .map(([made, place, { minItems, ...limits }]) =>
    made
      .map((kind, index) => kind(`q${index}`))
      .toSpliced(place, 0, list('list', minItems === undefined ? limits : { ...limits, minItems })),
  )

const formOf = (asked: fc.Arbitrary<readonly Question[]>): fc.Arbitrary<Form> =>
  asked
    .chain((questions) =>
      fc.record({
        questions: fc.tuple(
          ...questions.map((question, index) =>
            index === 0
              ? fc.constant(question)
              : fc.option(expressionOn(questions.slice(0, index)), { nil: undefined, freq: 2 }).map((showIf) => ({
                  ...question,
                  ...(showIf && { showIf }),
                })),
          ),
        ),
        rules: fc.array(fc.tuple(expressionOn(questions), fc.constantFrom('fail', 'caveat')), {
          minLength: 1,
          maxLength: 4,
        }),
      }),
    )
    .map(({ questions, rules }) => ({
      id: 'f',
      title: 'F',
      pages: [{ id: 'p', title: 'P', questions }],
      rules: rules.map(([when, outcome], index): Rule => ({ id: `r${index}`, clause: '1', when, outcome, text: 't' })),
    }))

const form = formOf(plainQuestions)
const formWithList = formOf(withList)

describe('every path of a screener', () => {
  it('fires exactly the sets of rules that going through all answers one by one does', () => {
    fc.assert(
      fc.property(form, (made) => {
        fc.pre(checkDefinition(made).ok)
        assert.deepEqual([...firingsOfPaths(made)].sort(), [...everyFiring(made)].sort())
      }),
      { numRuns: 500 },
    )
  })

  it('does so for lists too, as going through every list of every number of entries does', () => {
    fc.assert(
      fc.property(formWithList, (made) => {
        fc.pre(checkDefinition(made).ok)
        assert.deepEqual([...firingsOfPaths(made)].sort(), [...everyFiring(made)].sort())
      }),
      { numRuns: 300 },
    )
  })

  it('is taken by its own answers, and no two paths of a group are alike', () => {
    fc.assert(
      fc.property(fc.oneof(form, formWithList), (made) => {
        fc.pre(checkDefinition(made).ok)
        for (const { paths } of everyPath(made).groups) {
          const words = paths.map(pathWords)
          assert.equal(new Set(words).size, words.length)
          for (const { steps, answers } of paths) {
            assert.deepEqual(
              Object.keys(answers),
              steps.filter(({ answer }) => answer.values[0] !== undefined).map(({ question }) => question.id),
            )
          }
        }
      }),
    )
  })

  it('cuts numbers and days where the rules do, and says the parts in words', () => {
    const wordsOf = (question: Question, ...whens: readonly Expression[]): readonly string[] => {
      const rules = whens.map(
        (when, index): Rule => ({ id: `r${index}`, clause: '1', when, outcome: 'fail', text: '' }),
      )
      const [group] = everyPath({
        id: 'f',
        title: 'F',
        pages: [{ id: 'p', title: 'P', questions: [question] }],
        rules,
      }).groups
      return (group?.paths ?? []).map(({ steps }) => steps[0]?.answer.words ?? '')
    }
    const count: Question = { type: 'whole-number', id: 'n', label: 'N', required: true, min: 0 }
    assert.deepEqual(wordsOf(count, { question: 'n', below: 3 }, { question: 'n', above: 4 }), [
      '2 or less',
      '3 or 4',
      '5 or more',
    ])
    assert.deepEqual(wordsOf(count, { question: 'n', below: 3 }, { question: 'n', above: 9 }), [
      '2 or less',
      'at least 3 and at most 9',
      '10 or more',
    ])
    assert.deepEqual(wordsOf(count, { question: 'n', is: 0 }), ['0', '1 or more'])
    const money: Question = { type: 'money', id: 'n', label: 'N', required: true, min: 0, max: 100000 }
    assert.deepEqual(wordsOf(money, { question: 'n', above: 25000 }), ['£25,000 or less', 'more than £25,000'])
    assert.deepEqual(wordsOf(money, { question: 'n', above: 100000 }), ['any answer'])
    const day: Question = { type: 'date', id: 'n', label: 'N', required: true }
    assert.deepEqual(wordsOf(day, { question: 'n', after: '2016-03-31' }), [
      '31 March 2016 or earlier',
      '1 April 2016 or later',
    ])
    const choice: Question = {
      type: 'radios',
      id: 'n',
      label: 'N',
      required: true,
      options: [
        { value: 'a', label: 'Alpha' },
        { value: 'b', label: 'Beta' },
        { value: 'c', label: 'Gamma' },
      ],
    }
    assert.deepEqual(wordsOf(choice, { question: 'n', is: 'b' }), ['Alpha or Gamma', 'Beta'])
  })

  it('multiplies the counts of groups that do not depend on each other', () => {
    const made: Form = {
      id: 'f',
      title: 'F',
      pages: [
        {
          id: 'p',
          title: 'P',
          questions: ['a', 'b', 'c'].map((id): Question => ({ type: 'yes-no', id, label: id, required: true })),
        },
      ],
      rules: [
        { id: 'r1', clause: '1', when: { question: 'a', is: false }, outcome: 'fail', text: '' },
        { id: 'r2', clause: '2', when: { question: 'b', is: true }, outcome: 'caveat', text: '' },
      ],
    }
    // Nothing tells the answers to c apart, so they are one path.
    assert.deepEqual(everyPath(made).counts, { total: 4, pass: 1, caveats: 1, fail: 2 })
  })
})
