import type { Text } from './text.ts'

/** A part of what a text says: words, a value, or where markup begins, ends or stands. */
export type Part = string | { readonly kind: 'value' | 'open' | 'close'; readonly number: number }

const marks = /\{(\d+)\}|<(\/?)(\d+)(\/?)>/g

/**
 * The parts of what a text says in any language. In a text without markup only values are read; in a plain string nothing.
 *
 * @example readParts('Of {1} bids', { kind: 'template' }) // ['Of ', { kind: 'value', number: 1 }, ' bids']
 */
export function readParts(words: string, { kind }: Pick<Text, 'kind'>): readonly Part[] {
  if (kind === 'string') return [words]
  const parts: Part[] = []
  let at = 0
  for (const match of words.matchAll(marks)) {
    const [all, value, slash, tag] = match
    if (value === undefined && kind === 'template') continue
    if (match.index > at) parts.push(words.slice(at, match.index))
    if (value !== undefined) parts.push({ kind: 'value', number: Number(value) })
    else parts.push({ kind: slash === '/' ? 'close' : 'open', number: Number(tag) })
    at = match.index + all.length
  }
  if (at < words.length) parts.push(words.slice(at))
  return parts
}
