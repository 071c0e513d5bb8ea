import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { compareMethods, type McdaCase } from '../../mcda/index.ts'
import { methodsFinding } from './index.ts'

const caseOf = (values: readonly (readonly number[])[], swings: readonly number[]): McdaCase => ({
  criteria: swings.map((swing, at) => ({ id: `c${at}`, swing })),
  options: values.map((_, at) => String.fromCharCode(65 + at)),
  values,
})
const findingOf = (given: McdaCase, leader: string) =>
  methodsFinding(compareMethods(given), [leader], (id) => `Option ${id}`)

describe('what other methods say, in words', () => {
  it('is one sentence where all agree', () => {
    const agreed = caseOf(
      [
        [0.9, 0.8],
        [0.2, 0.1],
      ],
      [1, 1],
    )
    assert.equal(
      findingOf(agreed, 'A'),
      'All other methods agree: Weighted product, TOPSIS by length, TOPSIS by range, VIKOR and PROMETHEE II have “Option A” first too.',
    )
  })

  it('says who differs, and whether scaling or the rule is why', () => {
    const given = caseOf(
      [
        [0.9, 0.5],
        [0.5, 0.6],
        [0.2, 0.61],
      ],
      [1, 2],
    )
    const finding = findingOf(given, 'A')
    assert.match(finding, /^Weighted product and TOPSIS by length have “Option A” first too\. /)
    assert.match(
      finding,
      /TOPSIS by range has “Option B” first, because it stretches each criterion .*: so scaled, the weighted sum has the same first\./,
    )
    assert.match(finding, /PROMETHEE II has “Option C” first, because it asks whether an option is better/)
  })

  it('says level where a method has two options first', () => {
    const given = caseOf(
      [
        [1, 0],
        [0.45, 0.45],
      ],
      [1, 1],
    )
    assert.match(findingOf(given, 'A'), /PROMETHEE II has “Option A” and “Option B” level/)
  })
})
