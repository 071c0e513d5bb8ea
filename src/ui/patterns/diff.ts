import { html, type SafeHtml } from '../html.ts'

/** A stretch of text and what became of it. */
export type DiffSegment = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/** What was changed in a text. Screen readers hear where an addition or a removal begins and ends. */
export function diff(segments: readonly DiffSegment[]): SafeHtml {
  return html`<div class="app-diff">${segments.map(segmentOf)}</div>`
}

/**
 * The same of a text in Markdown, for those who read the page and do not write it: headings and points of a list look like
 * what they are, emphasis has no marks, and links are their words, with the address where a link came or went. Where a mark or
 * a part of a link was changed it stays as it was typed, since that is the change.
 */
export function diffOfMarkdown(segments: readonly DiffSegment[]): SafeHtml {
  return html`<div class="app-diff">${linesOf(segments.map(withoutLinks).map(withoutEmphasis)).map(lineOf)}</div>`
}

const withoutLinks = ({ kind, text }: DiffSegment): DiffSegment => ({
  kind,
  text: text.replaceAll(/(?<!!)\[([^[\]]+)\]\(([^\s()]+)\)/g, kind === 'same' ? '$1' : '$1 ($2)'),
})

/** What was emphasised before and still is; where that was changed, its marks are the change. */
const withoutEmphasis = ({ kind, text }: DiffSegment): DiffSegment => ({
  kind,
  text: kind === 'same' ? text.replaceAll(/(?<![*\w])(\*{1,2})(?=[^\s*])([^*\n]*[^\s*])\1(?![*\w])/g, '$2') : text,
})

/** The pieces of each line, the end of the line with its last piece. */
function linesOf(segments: readonly DiffSegment[]): readonly (readonly DiffSegment[])[] {
  const lines: DiffSegment[][] = [[]]
  for (const { kind, text } of segments) {
    for (const part of text.split(/(?<=\n)/)) {
      if (part !== '') lines.at(-1)?.push({ kind, text: part })
      if (part.endsWith('\n')) lines.push([])
    }
  }
  return lines
}

function lineOf(pieces: readonly DiffSegment[]): readonly (SafeHtml | string)[] | SafeHtml {
  const [first, ...others] = pieces
  const mark = /^(?:(?<heading>#{1,6})|[-*]) +(?=\S|$)/.exec(first?.text ?? '')
  if (first === undefined || mark === null) return pieces.map(segmentOf)
  const text = first.text.slice(mark[0].length)
  if (mark.groups?.heading === undefined) return [{ ...first, text: `• ${text}` }, ...others].map(segmentOf)
  if (first.kind !== 'same' && others.some(({ kind }) => kind !== first.kind)) return pieces.map(segmentOf)
  return html`<strong>${[{ ...first, text }, ...others].map(segmentOf)}</strong>`
}

function segmentOf({ kind, text }: DiffSegment): SafeHtml | string {
  if (kind === 'same') return text
  return kind === 'added'
    ? html`<ins><span class="govuk-visually-hidden">[added: </span>${text}${closing}</ins>`
    : html`<del><span class="govuk-visually-hidden">[removed: </span>${text}${closing}</del>`
}

const closing = html`<span class="govuk-visually-hidden">]</span>`
