import type { Json } from '../../canonical/json.ts'

/** What was typed in one line: no line breaks, no space at the ends; undefined when blank. */
export function typedLine(text: string): string | undefined {
  const line = text.replace(/[\r\n\u2028\u2029]+/g, ' ').trim()
  return line === '' ? undefined : line
}

/** What was typed in several lines, without white space at the ends; undefined when blank. */
export function typedLines(text: string): string | undefined {
  const lines = text.replaceAll('\r\n', '\n').trim()
  return lines === '' ? undefined : lines
}

/** A value kept as it was typed; '' for what nobody can have typed. */
export const asTyped = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

/** In words: what is not text is shown as JSON, so that nothing is hidden. */
export const rawWords = (value: Json): readonly string[] => [typeof value === 'string' ? value : JSON.stringify(value)]
