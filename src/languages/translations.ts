import { type Part, readParts } from '../ui/texts/read-parts.ts'
import type { Text } from '../ui/texts/text.ts'
import type { Translation } from '../ui/texts/translate-source.ts'
import type { PoEntry } from './po-file.ts'

/** The plural rules in the order in which PO files number their forms. @see Unicode CLDR, language plural rules */
const order: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other']

/**
 * The plural rules of a language.
 *
 * @example rulesOf('cy') // => ['zero', 'one', 'two', 'few', 'many', 'other']
 */
export function rulesOf(tag: string): readonly Intl.LDMLPluralRule[] {
  const has = new Set(new Intl.PluralRules(tag).resolvedOptions().pluralCategories)
  return order.filter((rule) => has.has(rule))
}

/** Whether a text has all its translations. */
export const isFilled = ({ words }: PoEntry): boolean => words.length > 0 && words.every((form) => form !== '')

/** What a filled entry makes of a text. Where the text counts something and the entry does not, or the other way, nothing. */
export function translationOf(text: Text, { words, counts }: PoEntry, tag: string): Translation | undefined {
  if (!counts) return words[0]
  if (text.counts === undefined) return words.at(-1)
  const rules = rulesOf(tag)
  return { by: text.counts, forms: Object.fromEntries(words.map((form, index) => [rules[index] ?? 'other', form])) }
}

/**
 * What is wrong with a translation: a value or markup that is missing, that its text does not have, or that does not
 * close. The value that is counted may be said in words.
 *
 * @returns nothing when it can be used
 * @example wrongIn({ english: '{1} bids', kind: 'template', values: [], markup: [] }, 'bidiau') // 'it leaves out {1}'
 */
export function wrongIn(text: Text, words: string): string | undefined {
  const wanted = namesIn(text.english, text)
  const given = namesIn(words, text)
  const counted = `{${text.counts}}`
  const missing = wanted.find((name) => !given.includes(name) && name !== counted)
  if (missing !== undefined) return `it leaves out ${missing}`
  const unknown = given.find((name) => !wanted.includes(name))
  if (unknown !== undefined) return `it names ${unknown}, which the English has not`
  return isNested(readParts(words, text), text) ? undefined : 'its markup does not open and close as in the English'
}

const namesIn = (words: string, text: Text): readonly string[] => readParts(words, text).flatMap(nameOf)

const nameOf = (part: Part): readonly string[] =>
  typeof part === 'string'
    ? []
    : [part.kind === 'value' ? `{${part.number}}` : `<${part.kind === 'close' ? '/' : ''}${part.number}>`]

function isNested(parts: readonly Part[], { markup }: Text): boolean {
  const open: number[] = []
  const seen = new Set<number>()
  for (const part of parts) {
    if (typeof part === 'string' || part.kind === 'value') continue
    if (part.kind === 'close' && open.pop() !== part.number) return false
    if (part.kind !== 'open') continue
    if (seen.has(part.number)) return false
    seen.add(part.number)
    if (markup[part.number - 1]?.close !== undefined) open.push(part.number)
  }
  return open.length === 0
}
