import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Form } from '../definition.ts'
import { holds } from '../expression.ts'
import type { Expression, ItemsExpression } from '../expression-shape.ts'
import { checkDefinition } from '../index.ts'
import { copyPages, namer, takenIds } from './copy-part.ts'
import {
  addPart,
  askMore,
  askOtherwise,
  changePart,
  joinBy,
  nest,
  opposite,
  partAt,
  partsOf,
} from './edit-expression.ts'
import { readableFrom } from './readable-questions.ts'
import { addSection, copySection, moveSection, removeSection } from './sections.ts'
import { readTest, typedTest } from './type-test.ts'

const form: Form = {
  id: 'f',
  title: 'F',
  pages: [
    {
      id: 'one',
      title: 'One',
      questions: [
        { type: 'yes-no', id: 'a', label: 'A?' },
        { type: 'whole-number', id: 'b', label: 'B?', showIf: { question: 'a', is: true } },
        { type: 'whole-number', id: 'c', label: 'C?' },
        { type: 'date', id: 'd', label: 'D?' },
        { type: 'checkboxes', id: 'e', label: 'E?', options: [{ value: 'x', label: 'X' }] },
      ],
    },
    { id: 'two', title: 'Two', showIf: { sum: ['b', 'c'], above: 3 }, questions: [] },
    { id: 'three', title: 'Three', questions: [{ type: 'short-text', id: 'g', label: 'G?' }] },
  ],
}

/** Numbers of three questions, so that every expression holds of some and not of others. */
const leaf: fc.Arbitrary<Expression> = fc
  .tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 2 }))
  .map(([question, atLeast]) => ({ question, atLeast }))
const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('tree').map((not) => ({ not })),
  ),
}))
const numbers = fc.record({ a: fc.integer({ min: 0, max: 2 }), b: fc.integer({ min: 0, max: 2 }), c: fc.constant(1) })
const reading = (values: { readonly [id: string]: number }) => ({
  value: (id: string) => values[id],
  total: (id: string) => values[id],
  items: () => [],
})

/** Every path of an expression. */
const pathsOf = (expression: Expression, at: readonly number[] = []): readonly (readonly number[])[] => [
  at,
  ...partsOf(expression).flatMap((part, index) => pathsOf(part, [...at, index])),
]

describe('editing an expression', () => {
  it('means the same with a part in a group of its own, and the contrary when it is turned round', () => {
    fc.assert(
      fc.property(tree, numbers, fc.nat(), (expression, values, pick) => {
        const paths = pathsOf(expression)
        const path = paths[pick % paths.length] ?? []
        const nested = changePart(expression, path, (part) => nest(part, partAt(expression, path.slice(0, -1))))
        assert.ok(nested)
        assert.equal(holds(nested, reading(values)), holds(expression, reading(values)))
        assert.equal(holds(opposite(expression), reading(values)), !holds(expression, reading(values)))
        assert.deepEqual(
          changePart(expression, path, (part) => part),
          expression,
        )
      }),
    )
  })

  it('requires both after a test is added to a single test or to a group of which all must hold', () => {
    fc.assert(
      fc.property(tree, leaf, numbers, (expression, test, values) => {
        fc.pre(!('any' in expression))
        const both = addPart(expression, [], test)
        assert.ok(both)
        const now = reading(values)
        assert.equal(holds(both, now), holds(expression, now) && holds(test, now))
      }),
    )
  })

  it('goes into what is asked of each item of a list, and asks more of the same items', () => {
    const [one, two, three] = [
      { question: 'a', is: true },
      { question: 'b', above: 1 },
      { question: 'c', below: 9 },
    ]
    const single: ItemsExpression = { items: 'list', where: one, atLeast: 1 }
    assert.deepEqual(partsOf(single), [])
    const both = askMore(single, { items: 'list', where: two, every: true })
    assert.deepEqual(both, { items: 'list', where: { all: [one, two] }, every: true })
    assert.deepEqual(partAt({ not: both }, [0, 1]), two)
    const either = joinBy(both, 'any')
    assert.deepEqual(either, { ...both, where: { any: [one, two] } })
    assert.deepEqual(askOtherwise(either as ItemsExpression, 0, { ...single, where: three }), {
      ...single,
      where: { any: [three, two] },
    })
    assert.deepEqual(
      changePart({ all: [both, one] }, [0, 0], () => undefined),
      { all: [{ ...both, where: two }, one] },
    )
    // What is asked of an item is a plain test.
    assert.deepEqual(
      changePart(both, [0], (part) => ({ not: part })),
      both,
    )
  })

  it('leaves a group of one as that one, and nothing of nothing', () => {
    const two: Expression = { all: [{ question: 'a', is: true }, { any: [{ question: 'c', above: 1 }] }] }
    assert.deepEqual(
      changePart(two, [1, 0], () => undefined),
      { question: 'a', is: true },
    )
    assert.equal(
      changePart({ not: { question: 'a', is: true } }, [0], () => undefined),
      undefined,
    )
  })
})

describe('picking a test', () => {
  it('gives back what was picked, and the engine accepts it', () => {
    const picked: readonly Expression[] = [
      { question: 'a', is: false },
      { question: 'b', atMost: -2.5 },
      { question: 'd', after: '2026-02-28' },
      { question: 'e', includes: 'x' },
      { question: 'e', anyOf: ['x'] },
      { question: 'g', answered: false },
      { compare: ['b', 'below', 'c'] },
      { sum: ['b', 'c'], atLeast: 7 },
    ]
    for (const expression of picked) {
      const typed = typedTest(expression)
      assert.ok(typed)
      const read = readTest(form, { kind: 'rule', id: 'new' }, typed)
      assert.deepEqual(read, { ok: true, value: expression })
      const rules = [{ id: 'new', clause: '1', when: expression, outcome: 'fail', text: 'No' }]
      assert.ok(checkDefinition({ ...form, rules }).ok, JSON.stringify(expression))
    }
  })

  it('reads for a question only what comes before it', () => {
    const ids = (place: Parameters<typeof readableFrom>[1]) => readableFrom(form, place).map(({ id }) => id)
    assert.deepEqual(ids({ kind: 'question', id: 'c' }), ['a', 'b'])
    assert.deepEqual(ids({ kind: 'page', id: 'one' }), [])
    assert.deepEqual(ids({ kind: 'page', id: 'three' }), ['a', 'b', 'c', 'd', 'e'])
  })
})

describe('copies and sections', () => {
  it('reads of the copies what was read of the originals, with ids that nothing has', () => {
    const copies = copyPages(form.pages, namer(takenIds(form)))
    assert.ok(checkDefinition({ ...form, pages: [...form.pages, ...copies] }).ok)
    assert.deepEqual(copies[1]?.showIf, { sum: ['b-2', 'c-2'], above: 3 })
    assert.deepEqual(copies[0]?.questions[1]?.showIf, { question: 'a-2', is: true })
  })

  it('keeps every page in one section and in order, whatever is done', () => {
    const act = fc.tuple(fc.constantFrom('add', 'remove', 'up', 'down', 'copy'), fc.nat({ max: 5 }))
    fc.assert(
      fc.property(fc.array(act, { maxLength: 8 }), (acts) => {
        const plain: Form = { ...form, pages: form.pages.map(({ id, title }) => ({ id, title, questions: [] })) }
        const done = acts.reduce((now, [what, pick]) => {
          const name = namer(takenIds(now))
          const section = now.sections?.[pick % (now.sections.length || 1)]?.id ?? ''
          const page = now.pages[pick % now.pages.length]?.id ?? ''
          if (what === 'add')
            return addSection(now, { id: name('s'), title: 'S', from: page, first: { id: name('first'), title: 'F' } })
          if (what === 'remove') return removeSection(now, section)
          return what === 'copy' ? copySection(now, section, name) : moveSection(now, section, what === 'up' ? -1 : 1)
        }, plain)
        assert.deepEqual(checkDefinition(done), { ok: true, value: done })
      }),
    )
  })
})
