import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { makeReference } from '../text/reference.ts'
import { markEnd, markedPieces, markStart } from './found.ts'
import { longestSearch, readSearch } from './search-words.ts'

it('finds a reference among words, however it is typed', () => {
  const bytes = fc.uint8Array({ minLength: 4, maxLength: 4, max: 240 })
  fc.assert(
    fc.property(bytes, fc.constantFrom('-', ' ', '', '–'), fc.boolean(), (random, between, lower) => {
      const reference = makeReference('DD', 2026, () => random)
      const typed = reference.replaceAll('-', between)
      const found = readSearch(`the bid ${lower ? typed.toLowerCase() : typed}`)
      assert.ok(found?.references.includes(reference), typed)
    }),
  )
})

it('takes what is written as a reference is, though its check character says otherwise', () => {
  assert.deepEqual(readSearch('dd-2026-aaaa1')?.references, ['DD-2026-AAAA1'])
})

it('looks for nothing where nothing is typed, and for so many characters at most', () => {
  assert.equal(readSearch(' \n\t '), undefined)
  assert.equal(readSearch('\u0000'), undefined)
  assert.equal(readSearch('a'.repeat(1000))?.text.length, longestSearch)
  assert.deepEqual(readSearch('youth  \n service'), { text: 'youth service', references: [] })
})

it('cuts an excerpt at its marks and loses nothing else', () => {
  const pieces = fc.array(fc.record({ text: fc.string({ minLength: 1 }), marked: fc.boolean() }))
  fc.assert(
    fc.property(pieces, (given) => {
      const excerpt = given.map(({ text, marked }) => (marked ? markStart + text + markEnd : text)).join('')
      const cut = markedPieces(excerpt)
      const text = (list: typeof given, marked: boolean) =>
        list
          .filter((piece) => piece.marked === marked)
          .map((piece) => piece.text)
          .join('')
      assert.equal(text([...cut], true), text(given, true))
      assert.equal(text([...cut], false), text(given, false))
    }),
  )
})

it('bears marks that are not in pairs', () => {
  assert.deepEqual(markedPieces(`${markEnd}a${markStart}b`), [
    { text: 'a', marked: false },
    { text: 'b', marked: true },
  ])
})
