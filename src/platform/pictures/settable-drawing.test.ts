import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { lettersOf } from './font-letters.ts'
import { settableDrawing } from './settable-drawing.ts'

const file = (module: string) => readFileSync(new URL(import.meta.resolve(module)))
const has = lettersOf(file('@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf'))

describe('the letters of the font of pictures', () => {
  it('are those that its makers name, and no others', () => {
    for (const there of 'Az09£€é“”’–—≥→Ŵŷ½ΩЖא□') assert.ok(has(there.codePointAt(0) ?? 0), there)
    for (const absent of '中ش😀🎉✓\u{10ffff}') assert.ok(!has(absent.codePointAt(0) ?? 0), absent)
  })

  it('refuses a file that is no font', () => {
    assert.throws(() => lettersOf(new Uint8Array(12)), /no table cmap/)
  })
})

describe('a drawing with characters that the font does not have', () => {
  it('has one box for each of them, however many code points it is made of', () => {
    const drawing = '<text>Youth 🎉 café 👩‍💻, 中文 £5</text>'
    assert.deepEqual(settableDrawing(drawing, has), { svg: '<text>Youth □ café □, □□ £5</text>', replaced: true })
  })

  it('is left as it is where the font has them all', () => {
    const drawing = '<text x="1">Ŵyneb “a” – e\u0301</text>'
    assert.deepEqual(settableDrawing(drawing, has), { svg: drawing, replaced: false })
  })
})
