/** How wide the columns of a table are, and how large its text is. */
export type Fit = {
  /** Of each column in twips, twenty to a point; together the width of the text. */
  readonly widths: readonly number[]
  readonly points: number
}

/** A4 less an inch at either side. */
const room = 9026
/** The margins of a cell at its left and right. */
const margins = 200
/** Text as it is elsewhere; smaller where the longest words leave hardly any room. */
const sizes = [11, 9] as const
const hardlyAny = 0.9
/** A line wants no more letters than this: longer ones are broken anyhow. */
const mostLetters = 45

/** Letters and figures, some of them bold, by the size of the text: one more than there are, since fonts differ. */
const twipsOf = (letters: number, points: number): number => (letters + 1) * points * 13

const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0)
const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length))

/**
 * Gives each column room for its longest word, so that no amount is broken, and what is left by how much longer its lines are.
 *
 * @param rows cells, those of the header too; every row as long as the first
 * @example fitColumns([['Option', 'Cost'], ['A mutual of the staff', '£1']]).points // => 11
 */
export function fitColumns(rows: readonly (readonly string[])[]): Fit {
  const columns = (rows[0] ?? []).map((_, at) => rows.map((cells) => cells[at] ?? ''))
  const words = columns.map((texts) => longest(texts.flatMap((text) => text.split(/\s+/))))
  const lines = columns.map((texts) => total(texts.map((text) => longest(text.split('\n')))) / texts.length)
  const least = (points: number): readonly number[] => words.map((letters) => twipsOf(letters, points) + margins)
  const points = sizes.find((size) => total(least(size)) <= room * hardlyAny) ?? sizes[1]
  const needed = least(points)
  const more = lines.map((letters, at) => Math.max(0, Math.min(mostLetters, letters) - (words[at] ?? 0)))
  const left = room - total(needed)
  // Where no line wants more, or not even words fit, all are as wide in proportion.
  const widths =
    left < 0 || total(more) === 0
      ? needed.map((width) => (width * room) / total(needed))
      : needed.map((width, at) => width + (left * (more[at] ?? 0)) / total(more))
  return { widths: widths.map(Math.floor), points }
}
