import type { HasLetter } from './font-letters.ts'

/** What stands for a character that the font has no letter for: one that every font for text has. */
export const substitute = '□'

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * A drawing in which each character that the font cannot set, of however many code points, is one {@link substitute}.
 *
 * @example settableDrawing('<text>Go 🎉</text>', (codePoint) => codePoint < 256) // => { svg: '<text>Go □</text>', replaced: true }
 */
export function settableDrawing(svg: string, has: HasLetter): { readonly svg: string; readonly replaced: boolean } {
  let replaced = false
  const settable = svg.replaceAll(/[^\p{ASCII}]+/gu, (run) =>
    Array.from(characters.segment(run), ({ segment }) => {
      if (Array.from(segment).every((each) => has(each.codePointAt(0) ?? 0))) return segment
      replaced = true
      return substitute
    }).join(''),
  )
  return { svg: settable, replaced }
}
