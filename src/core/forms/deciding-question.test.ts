import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { decidingQuestion, type Expression, holds, type Reading } from './index.ts'

const ids = ['a', 'b', 'c', 'd']
const readingOf = (answers: { readonly [id: string]: boolean }): Reading => ({
  value: (id) => answers[id],
  total: () => undefined,
  items: () => [],
})
const leaf = fc.record({ question: fc.constantFrom(...ids), is: fc.boolean() }, { noNullPrototype: true })
const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('tree').map((not) => ({ not })),
  ),
}))
const answers = fc.record({ a: fc.boolean(), b: fc.boolean(), c: fc.boolean(), d: fc.boolean() })

describe('the question that decides', () => {
  it('is among those that an expression reads, and is that of whose answers alone it depends', () => {
    fc.assert(
      fc.property(tree, answers, (expression, given) => {
        const decides = decidingQuestion(expression, readingOf(given))
        assert.ok(decides !== undefined)
        // Found apart from it: the questions whose other answer turns the outcome round.
        const turns = ids.filter(
          (id) =>
            holds(expression, readingOf({ ...given, [id]: !given[id as 'a'] })) !== holds(expression, readingOf(given)),
        )
        const read = ids.filter((id) => JSON.stringify(expression).includes(`"${id}"`))
        assert.ok(read.includes(decides))
        if (read.length === 1) assert.deepEqual([decides], read)
        const alternatives =
          JSON.stringify(expression).includes('"any"') || JSON.stringify(expression).includes('"not"')
        if (!alternatives && holds(expression, readingOf(given))) assert.ok(turns.includes(decides))
      }),
    )
  })

  it('is the one that holds of several of which one is enough, and the one that does not of what is denied', () => {
    const reading = readingOf({ a: false, b: true, c: false, d: true })
    const yes = (question: string): Expression => ({ question, is: true })
    assert.equal(decidingQuestion({ any: [yes('a'), yes('b'), yes('d')] }, reading), 'b')
    assert.equal(decidingQuestion({ not: { all: [yes('b'), yes('c'), yes('a')] } }, reading), 'c')
    assert.equal(decidingQuestion({ all: [yes('d'), { not: yes('a') }] }, reading), 'd')
    assert.equal(decidingQuestion({ any: [] }, reading), undefined)
  })

  it('is the list, the first that is added up, or the first that is compared', () => {
    const reading = readingOf({})
    const of = (expression: Expression) => decidingQuestion(expression, reading)
    assert.equal(of({ items: 'partners', where: { question: 'kind', is: 'police' }, atLeast: 1 }), 'partners')
    assert.equal(of({ sum: ['staff', 'advice'], above: 1 }), 'staff')
    assert.equal(of({ compare: ['ends', 'before', 'starts'] }), 'ends')
  })
})
