import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { mergeAnswers } from './merge-answers.ts'

const answers = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y', 'z'), {
  maxKeys: 3,
  noNullPrototype: true,
})

describe('what two people made of the same page', () => {
  it('takes what only one of them changed, added or took away', () => {
    const base = { scope: 'Clubs', duty: 'Section 507B', users: 'Young people' }
    const theirs = { scope: 'Clubs', duty: 'None', users: 'Young people', staff: 4 }
    const mine = { scope: 'Clubs and streets', duty: 'Section 507B' }
    assert.deepEqual(mergeAnswers(base, theirs, mine), {
      answers: { scope: 'Clubs and streets', duty: 'None', staff: 4 },
      clashes: [],
    })
  })

  it('names what both changed, each otherwise, and keeps mine there', () => {
    const merged = mergeAnswers({ scope: 'Clubs' }, { scope: 'Streets' }, { scope: 'Camps' })
    assert.deepEqual(merged, {
      answers: { scope: 'Camps' },
      clashes: [{ question: 'scope', mine: 'Camps', theirs: 'Streets' }],
    })
  })

  it('is mine where nobody else wrote, theirs where I changed nothing, and clashes for neither', () => {
    fc.assert(
      fc.property(answers, answers, (base, changed) => {
        assert.deepEqual(mergeAnswers(base, base, changed), { answers: changed, clashes: [] })
        assert.deepEqual(mergeAnswers(base, changed, base), { answers: changed, clashes: [] })
        assert.deepEqual(mergeAnswers(base, changed, changed), { answers: changed, clashes: [] })
      }),
    )
  })

  it('has the same clashes whoever was first', () => {
    fc.assert(
      fc.property(answers, answers, answers, (base, one, other) => {
        const asked = (from: typeof one, to: typeof one) =>
          mergeAnswers(base, from, to).clashes.map(({ question }) => question)
        assert.deepEqual(asked(one, other).sort(), asked(other, one).sort())
      }),
    )
  })
})
