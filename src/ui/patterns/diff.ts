import { html, type SafeHtml } from '../html.ts'

/** A stretch of text and what became of it. */
export type DiffSegment = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/** What was changed in a text. Screen readers hear where an addition or a removal begins and ends. */
export function diff(segments: readonly DiffSegment[]): SafeHtml {
  return html`<div class="app-diff">${segments.map(segmentOf)}</div>`
}

function segmentOf({ kind, text }: DiffSegment): SafeHtml | string {
  if (kind === 'same') return text
  return kind === 'added'
    ? html`<ins>${spoken('[added: ')}${text}${spoken(']')}</ins>`
    : html`<del>${spoken('[removed: ')}${text}${spoken(']')}</del>`
}

function spoken(words: string): SafeHtml {
  return html`<span class="govuk-visually-hidden">${words}</span>`
}
