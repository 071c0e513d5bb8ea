import { html, type SafeHtml } from '../../html.ts'

/** Letters of a name that fit on one line of the narrowest page, and how far its lines are apart, in pixels. */
const [mostLetters, lineHeight] = [32, 19]

/** Text as lines of at most so many letters, broken between words where there is a place. */
export function brokenAt(text: string, most: number): readonly string[] {
  const lines: string[] = ['']
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1) ?? ''
    if (line === '') lines[lines.length - 1] = word
    else if (line.length + 1 + word.length <= most) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Pixels that each row needs beyond those of one line, so that the longest of these names can be broken. */
export const roomForLabels = (labels: readonly string[]): number =>
  (Math.max(1, ...labels.map((label) => brokenAt(label, mostLetters).length)) - 1) * lineHeight

/**
 * The name of a row above what is drawn of it: on one line, and on a narrow page on as many as it needs.
 *
 * @param y of its last line
 * @param pixelsWide undefined on a page, which may be narrow
 */
export function labelAbove(label: string, y: number, pixelsWide: number | undefined): SafeHtml {
  const lines = brokenAt(label, mostLetters)
  if (lines.length === 1 || pixelsWide !== undefined)
    return html`<text class="app-chart__label" x="0" y="${y}">${label}</text>`
  return html`<text class="app-chart__label app-chart__label--whole" x="0" y="${y}">${label}</text>
${lines.map((line, at) => html`<text class="app-chart__label app-chart__label--broken" x="0" y="${y - (lines.length - 1 - at) * lineHeight}">${line}</text>`)}`
}
