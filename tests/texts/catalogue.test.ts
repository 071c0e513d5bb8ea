// biome-ignore-all lint/suspicious/noTemplateCurlyInString: programs stand here as text
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  languageOf,
  NoCatalogue,
  readCatalogue,
  shareFilled,
  tagsWithCatalogue,
  textsFolder,
  updateCatalogue,
  wrongTranslations,
} from '../../src/languages/catalogue.ts'
import { collectTexts } from '../../src/languages/collect-texts.ts'
import { type PoEntry, readPo, writePo } from '../../src/languages/po-file.ts'
import { rulesOf, wrongIn } from '../../src/languages/translations.ts'
import { findTexts } from '../../src/ui/texts/find-texts.ts'
import type { Text } from '../../src/ui/texts/text.ts'

const texts = collectTexts()

const textOf = (source: string): Text => {
  const [text] = findTexts(source).texts
  assert.ok(text !== undefined)
  return text
}

const linked = textOf('html`<p>See <a href="${href}">the guide</a> of ${name}.</p>`')
const counted = textOf('text: n === 1 ? `one` : `Confirm ${n} actuals of ${name}`')

describe('the catalogue of each language', () => {
  it('is as the source says: npm run texts writes it', () => {
    for (const tag of tagsWithCatalogue()) {
      const written = readFileSync(join(textsFolder, `${tag}.po`), 'utf8')
      assert.equal(written, writePo(updateCatalogue(texts, tag, readPo(written))), `${tag}: run npm run texts`)
    }
  })

  it('has no translation that cannot be used', () => {
    for (const tag of tagsWithCatalogue()) assert.deepEqual(wrongTranslations(texts, readCatalogue(tag)), [], tag)
  })

  it('has every plural form of Welsh for a text that counts', () => {
    assert.deepEqual(rulesOf('cy'), ['zero', 'one', 'two', 'few', 'many', 'other'])
    const counting = readCatalogue('cy').entries.filter(({ counts }) => counts)
    assert.ok(counting.length > 40)
    assert.ok(counting.every(({ words }) => words.length === 6))
  })

  it('that nobody has begun is said so', () => assert.throws(() => languageOf('xx'), NoCatalogue))
})

const entry = (english: string, words: readonly string[]): PoEntry => ({
  english,
  words,
  notes: [],
  places: ['src/a.ts'],
  counts: words.length > 1,
  gone: false,
})

describe('bringing a catalogue up to date', () => {
  const heading = 'Language: cy\n'
  const given = [
    { english: linked.english, places: ['src/a.ts'], values: ['name'], text: linked },
    { english: counted.english, places: ['src/b.ts'], values: ['n', 'name'], text: counted },
  ]

  it('keeps each translation, also of a text that is gone and may come back', () => {
    const before = { heading, entries: [entry(linked.english, ['Gweler']), entry('Gone now', ['Wedi mynd'])] }
    const gone = updateCatalogue(given, 'cy', before)
    assert.deepEqual(
      gone.entries.map(({ english, words, gone }) => [english, words.join('|'), gone]),
      [
        [linked.english, 'Gweler', false],
        [counted.english, '|||||', false],
        ['Gone now', 'Wedi mynd', true],
      ],
    )
    const text = { ...textOf("title: 'Gone now'"), values: [] }
    const back = updateCatalogue([{ english: 'Gone now', places: [], values: [], text }], 'cy', readPo(writePo(gone)))
    assert.deepEqual(back.entries[0]?.words, ['Wedi mynd'])
  })

  it('counts what is filled, each plural form', () => {
    const half = { heading, entries: [entry('A', ['a']), entry('B', ['b', ''])] }
    assert.equal(shareFilled(half), 0.5)
  })

  it('reads what it writes, whatever the words are', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.string())), (pairs) => {
        const entries = pairs.map(([english, welsh]) => entry(english, [welsh]))
        assert.deepEqual(readPo(writePo({ heading, entries })), { heading, entries })
      }),
    ))
})

describe('a translation', () => {
  it('may put values and markup in another order', () => {
    assert.equal(wrongIn(linked, '{1}: <1>y canllaw</1>'), undefined)
    assert.equal(wrongIn(counted, 'Cadarnhau dau o {2}'), undefined)
  })

  it('has all that its text has, and no more', () => {
    assert.equal(wrongIn(linked, '<1>y canllaw</1>'), 'it leaves out {1}')
    assert.equal(wrongIn(linked, '{1} {2} <1>y canllaw</1>'), 'it names {2}, which the English has not')
    assert.equal(wrongIn(linked, '</1>y canllaw<1> {1}'), 'its markup does not open and close as in the English')
    assert.equal(wrongIn(linked, '<1>y <1>canllaw</1></1> {1}'), 'its markup does not open and close as in the English')
  })
})
