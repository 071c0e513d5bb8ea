import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { escapeCsvCell } from './escape-csv-cell.ts'
import { plainList } from './plain-list.ts'
import { makeReference, readReference } from './reference.ts'
import { sentence } from './sentence.ts'
import { shortPounds } from './short-pounds.ts'
import { slug } from './slug.ts'
import { wordDiff } from './word-diff.ts'

const ALPHABET = '0123456789CDFHJKMNPRTWX'
const aReference = fc
  .tuple(
    fc.constantFrom('DD', 'DDYP', 'NEIGHBOR'),
    fc.integer({ min: 2014, max: 2099 }),
    fc.array(fc.nat(252), { minLength: 4, maxLength: 4 }),
  )
  .map(([prefix, year, bytes]) => makeReference(prefix, year, () => Uint8Array.from(bytes)))

describe('a sentence', () => {
  it('ends with one mark, whether or not that stands in quotes', () => {
    const ended: readonly (readonly [string, string])[] = [
      ['It reads “Costs”', 'It reads “Costs”.'],
      ['It reads “Why?”', 'It reads “Why?”'],
      ['It says “Costs fall.”', 'It says “Costs fall.”'],
      ['Once (or twice)', 'Once (or twice).'],
      ['Costs fall.', 'Costs fall.'],
    ]
    for (const [text, as] of ended) assert.equal(sentence(text), as)
    fc.assert(fc.property(fc.string(), (text) => assert.equal(sentence(sentence(text)), sentence(text))))
  })
})

describe('a reference', () => {
  it('is read back from whatever people type for it', () => {
    fc.assert(
      fc.property(aReference, (reference) => {
        assert.match(reference, /^[A-Z]{2,8}-\d{4}-[0-9CDFHJKMNPRTWX]{4}-[0-9CDFHJKMNPRTWX]$/)
        assert.equal(readReference(reference), reference)
        assert.equal(readReference(` ${reference.toLowerCase().replaceAll('-', ' ')}`), reference)
        const prefix = reference.split('-', 1)[0] ?? ''
        const rest = reference.slice(prefix.length)
        for (const [meant, typed] of ['0O', '1I', '1l', '2z', '5S', '6G', '8B']) {
          assert.equal(readReference(prefix + rest.replaceAll(meant ?? '', typed ?? '')), reference)
        }
      }),
    )
  })

  it('ends in the character that a person works out by hand', () => {
    // 2×1 + 0×2 + 2×3 + 6×4 + 7×5 + 15×6 (K) + 3×7 + 12×8 (F) = 274 = 11 × 23 + 21, and W is the 21st from 0.
    assert.equal(
      makeReference('DD', 2026, () => Uint8Array.of(7, 15, 3, 12)),
      'DD-2026-7K3F-W',
    )
  })

  it('is refused with any one character wrong', () => {
    const reference = makeReference('DD', 2026, () => Uint8Array.of(7, 15, 3, 12))
    let tried = 0
    for (let place = 3; place < reference.length; place += 1) {
      if (reference[place] === '-') continue
      for (const wrong of ALPHABET) {
        if (wrong === reference[place]) continue
        assert.equal(readReference(reference.slice(0, place) + wrong + reference.slice(place + 1)), undefined)
        tried += 1
      }
    }
    assert.equal(tried, 9 * 22)
  })

  it('is refused with two different characters of its code swapped', () => {
    fc.assert(
      fc.property(aReference, fc.nat(2), (reference, place) => {
        const start = reference.length - 6 + place
        const [one, other] = [reference[start], reference[start + 1]]
        fc.pre(one !== other)
        assert.equal(
          readReference(`${reference.slice(0, start)}${other}${one}${reference.slice(start + 2)}`),
          undefined,
        )
      }),
    )
  })

  it('draws each character equally often: a byte beyond the last whole run is drawn again', () => {
    const counts = new Map<string, number>()
    for (let byte = 0; byte < 256; byte += 1) {
      const answers = [Uint8Array.of(byte), Uint8Array.of(0), Uint8Array.of(0, 0, 0, 0)]
      const drawn = makeReference('DD', 2026, () => answers.shift() ?? new Uint8Array(4)).split('-')[2]?.[0] ?? ''
      if (byte < 253) counts.set(drawn, (counts.get(drawn) ?? 0) + 1)
      else assert.equal(drawn, '0')
    }
    assert.deepEqual([...counts.values()], Array(23).fill(11))
  })

  it('is not made from a prefix or read from text that is none', () => {
    assert.throws(() => makeReference('D', 2026, () => new Uint8Array(4)), RangeError)
    assert.throws(() => makeReference('DD', 26, () => new Uint8Array(4)), RangeError)
    for (const text of ['', 'DD', '2026-7K3F-5', 'DD-2026-7AEF-5', 'D1-2026-7K3F-5', 'x'.repeat(10_000)]) {
      assert.equal(readReference(text), undefined)
    }
  })
})

describe('a word diff', () => {
  const someText = fc
    .array(fc.constantFrom('gofal', 'dŵr', 'service', 'staff,', '£100,000', ' ', '\n', '  ', 'a', '😀'))
    .map((words) => words.join(' '))

  it('gives back both texts exactly', () => {
    fc.assert(
      fc.property(someText, someText, (before, after) => {
        const { segments, changed } = wordDiff(before, after)
        const without = (kind: string): string =>
          segments
            .filter((segment) => segment.kind !== kind)
            .map(({ text }) => text)
            .join('')
        assert.equal(without('added'), before)
        assert.equal(without('removed'), after)
        assert.equal(changed, before !== after)
      }),
    )
  })

  it('never cuts through a word, Welsh ones too', () => {
    const { segments, addedWords, removedWords } = wordDiff('Y tŵr mawr', 'Y tŷ mawr a glas')
    assert.deepEqual(
      segments.map(({ kind, text }) => `${kind}:${text}`),
      ['same:Y ', 'removed:tŵr', 'added:tŷ', 'same: mawr', 'added: a glas'],
    )
    assert.deepEqual([addedWords, removedWords], [3, 1])
  })

  it('says that two equal texts have not changed', () => {
    assert.deepEqual(wordDiff('Same.', 'Same.'), {
      segments: [{ kind: 'same', text: 'Same.' }],
      addedWords: 0,
      removedWords: 0,
      changed: false,
    })
    assert.deepEqual(wordDiff('', '').segments, [])
  })

  it('gives texts whole when they have too little in common to compare', () => {
    const before = Array.from({ length: 1500 }, (_, index) => `a${index}`).join(' ')
    const after = Array.from({ length: 1500 }, (_, index) => `b${index}`).join(' ')
    assert.deepEqual(
      wordDiff(before, after).segments.map(({ kind }) => kind),
      ['removed', 'added'],
    )
    assert.equal(wordDiff(before, after).addedWords, 1500)
    const other = wordDiff(
      'The budget falls and the need rises.',
      'A mutual of the staff and of residents would save a tenth.',
    )
    assert.deepEqual(
      other.segments.map(({ kind }) => kind),
      ['removed', 'added'],
    )
  })
})

describe('text for addresses, lists and spreadsheets', () => {
  it('makes a slug of any title', () => {
    const table: [string, string][] = [
      ['Delivering Differently: 2014', 'delivering-differently-2014'],
      ['King’s Lynn & West Norfolk', 'kings-lynn-and-west-norfolk'],
      ["St. Helen's", 'st-helens'],
      ['  Ŵy ŷd â ', 'wy-yd-a'],
      ['½ price – “now”', '1-2-price-now'],
      ['基金', ''],
    ]
    for (const [title, expected] of table) assert.equal(slug(title), expected)
    assert.equal(slug('one two three', 8), 'one-two')
    assert.equal(slug('one two three', 7), 'one-two')
    assert.equal(slug('abcdefgh', 3), 'abc')
  })

  it('makes only slugs that a slug leaves as they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        assert.match(slug(text, 20), /^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/)
        assert.equal(slug(slug(text, 20), 20), slug(text, 20))
        assert.ok(slug(text, 20).length <= 20)
      }),
    )
  })

  it('says a list as a sentence does', () => {
    assert.deepEqual(
      [[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((items) => plainList(items)),
      ['', 'a', 'a and b', 'a, b and c'],
    )
    assert.equal(plainList(['a', 'b', 'c'], 'or'), 'a, b or c')
  })

  it('stops every start of a formula, and nothing else', () => {
    for (const start of [
      '=1+1',
      '+44 20',
      '-1+cmd|',
      '@SUM(1)',
      '\t=1',
      '\r=1',
      '\n=1',
      ' =1',
      '＝1',
      '-',
      '--1',
      '-1,000',
    ]) {
      assert.equal(escapeCsvCell(start), `'${start}`)
    }
    for (const plain of ['', 'a=1', '-5', '-12.50', '0', "'=1", 'x@example.gov.uk', 'Gŵyl – haf', ' a', '1-2']) {
      assert.equal(escapeCsvCell(plain), plain)
    }
  })
})

describe('pounds on the axis of a picture', () => {
  it('have three figures and the size by a letter', () => {
    const words = [0, 12, 999, 1_000, 12_345, 999_600, 1_234_567, -2_500_000, 1_200_000_000].map(shortPounds)
    assert.deepEqual(words, ['£0', '£12', '£999', '£1k', '£12.3k', '£1m', '£1.23m', '-£2.5m', '£1.2bn'])
  })
})
