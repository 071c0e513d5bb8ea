import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { countWords } from './count-words.ts'

type Component = { readonly config: object; readonly $textarea: { readonly value: string }; count: number }
type Frontend = { readonly CharacterCount: { readonly prototype: { updateCount(this: Component): void } } }

/** The package has no types, and its name as a plain string is not looked up. */
const { CharacterCount }: Frontend = await import('govuk-frontend' as string)

/** The rule that the page shows to people, run as govuk-frontend runs it for its option `maxwords`. */
function asThePageCounts(text: string): number {
  const component: Component = { config: { countType: 'words', maxwords: 1 }, $textarea: { value: text }, count: -1 }
  CharacterCount.prototype.updateCount.call(component)
  return component.count
}

describe('counting words', () => {
  it('counts as people do', () => {
    const cases: readonly (readonly [string, number])[] = [
      ['', 0],
      [' \n\t ', 0],
      ['one', 1],
      ['  one   two\nthree ', 3],
      ['well-being', 1],
      ['Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch a Thŷ’r Gwrhyd', 4],
      ['two\u00a0words', 2],
      ['👩🏽‍🚀 👍', 2],
      ['one — two', 3],
    ]
    for (const [text, words] of cases) assert.equal(countWords(text), words, JSON.stringify(text))
  })

  it('agrees with the character count of govuk-frontend about every character', () => {
    for (let code = 0; code <= 0xffff; code += 1) {
      const text = `a${String.fromCharCode(code)}b`
      if (countWords(text) !== asThePageCounts(text)) assert.fail(`differs for code unit ${code.toString(16)}`)
    }
  })

  it('agrees with the character count of govuk-frontend about any text', () => {
    const spaces = fc.constantFrom(' ', '\n', '\u00a0', '\u2003', '\u200b', '\ufeff', '-', '\t')
    const text = fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 10 }), spaces)).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (any) => assert.equal(countWords(any), asThePageCounts(any))),
      { numRuns: 200 },
    )
  })
})
