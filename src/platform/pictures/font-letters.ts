/** Whether a font has a letter for a code point. */
export type HasLetter = (codePoint: number) => boolean

/**
 * Which code points a TrueType or OpenType font has letters for, by the best of its tables of characters.
 *
 * @param font a whole file, with a table of format 4 or 12, as every font for text has
 * @throws {RangeError} if it has none: a fault of ours, since fonts come with the program
 * @see https://learn.microsoft.com/typography/opentype/spec/cmap
 */
export function lettersOf(font: Uint8Array): HasLetter {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const cmap = tableAt(view, 'cmap')
  const tables = Array.from(
    { length: view.getUint16(cmap + 2) },
    (_, at) => cmap + view.getUint32(cmap + 4 + at * 8 + 4),
  )
  const ofFormat = (format: number): number | undefined => tables.find((at) => view.getUint16(at) === format)
  const [long, short] = [ofFormat(12), ofFormat(4)]
  if (long !== undefined) return inLong(view, long)
  if (short !== undefined) return inShort(view, short)
  throw new RangeError('the font has no table of characters that can be read')
}

function tableAt(view: DataView, tag: string): number {
  for (let at = 12; at < 12 + view.getUint16(4) * 16; at += 16) {
    const own = String.fromCharCode(...[0, 1, 2, 3].map((place) => view.getUint8(at + place)))
    if (own === tag) return view.getUint32(at + 8)
  }
  throw new RangeError(`the font has no table ${tag}`)
}

/** Groups of code points from the first to the last of each. */
function inLong(view: DataView, table: number): HasLetter {
  const groups = Array.from({ length: view.getUint32(table + 12) }, (_, at) => table + 16 + at * 12)
  const ranges = groups.map((at) => [view.getUint32(at), view.getUint32(at + 4)] as const)
  return (codePoint) => ranges.some(([first, last]) => codePoint >= first && codePoint <= last)
}

/** Segments of the first 65,536 code points, whose letters are counted from a number or looked up; 0 is no letter. */
function inShort(view: DataView, table: number): HasLetter {
  const twice = view.getUint16(table + 6)
  const [ends, starts] = [table + 14, table + 16 + twice]
  const [deltas, offsets] = [starts + twice, starts + 2 * twice]
  return (codePoint) => {
    for (let at = 0; at < twice; at += 2) {
      if (codePoint > view.getUint16(ends + at)) continue
      const start = view.getUint16(starts + at)
      if (codePoint < start) return false
      const offset = view.getUint16(offsets + at)
      const found = offset === 0 ? codePoint : view.getUint16(offsets + at + offset + (codePoint - start) * 2)
      return found !== 0 && ((found + view.getUint16(deltas + at)) & 0xffff) !== 0
    }
    return false
  }
}
