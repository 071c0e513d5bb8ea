import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { findIdentifiers, withoutIdentifiers } from './find-identifiers.ts'

const asker = {
  name: 'Ann Lee',
  email: 'ann.lee@walsall.example',
  organisations: [{ name: 'Walsall Metropolitan Borough Council', shortName: 'Walsall MBC' }],
}

describe('finding who asked', () => {
  const table: [string, readonly string[], readonly string[]][] = [
    ['May two councils bid?', [], []],
    ['ANN   LEE asks', ['ANN   LEE'], []],
    ['Write to Ann.Lee@Walsall.example.', ['Ann.Lee@Walsall.example'], []],
    ['We at Walsall', [], ['Walsall']],
    ['Walsall Metropolitan Borough Council asks', [], ['Walsall Metropolitan Borough Council']],
    ['Ms Lee', [], ['Lee']],
    ['In Leeds, Walsallshire and Ashlee', [], []],
    ['At walsall.example', [], ['walsall.example']],
  ]
  for (const [text, surely, perhaps] of table) {
    it(`finds ${JSON.stringify([...surely, ...perhaps])} in “${text}”`, () => {
      assert.deepEqual(findIdentifiers(text, asker), { surely, perhaps })
    })
  }

  it('finds nothing in a text from which it has taken everything', () => {
    const words = fc.constantFrom(
      'Ann Lee',
      'Lee',
      'ann.lee@walsall.example',
      'Walsall',
      'WALSALL MBC',
      'Walsall Metropolitan Borough Council',
      'asks',
      '(',
      '?',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(words), (parts) => {
        const left = findIdentifiers(withoutIdentifiers(parts.join(' '), asker), asker)
        assert.deepEqual(left, { surely: [], perhaps: [] })
      }),
    )
  })

  it('takes a name with signs in it for those signs', () => {
    const odd = { name: 'A. (B) Lee*', email: 'x@y.example', organisations: [] }
    assert.deepEqual(findIdentifiers('A. (B) Lee*', odd).surely, ['A. (B) Lee*'])
    assert.deepEqual(findIdentifiers('AxB Leee', odd), { surely: [], perhaps: [] })
  })
})
