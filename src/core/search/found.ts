import type { Actor } from '../permissions/index.ts'
import type { SearchWords } from './search-words.ts'

/** What can be found, in the order in which it is shown. */
export const foundKinds = [
  'application',
  'award',
  'interview',
  'review',
  'order',
  'advice',
  'benefit',
  'post',
  'resource',
  'event',
  'fund',
  'guidance',
  'update',
  'question',
  'person',
  'message',
] as const

export type FoundKind = (typeof foundKinds)[number]

/** Something that was found, and that whoever looks may open. */
export type Found = {
  readonly kind: FoundKind
  readonly href: string
  readonly title: string
  /** Of what it is: the fund and round, the organisation. */
  readonly detail: string
  /** The words around what was looked for, marked: see {@link markedPieces}. */
  readonly excerpt: string
  readonly illustrative: boolean
  /** How well it fits; only to be compared. */
  readonly rank: number
  /** Its reference was asked for. */
  readonly exact: boolean
}

/** What stands around a word that was looked for: characters that no text has a use for. */
export const markStart = '\uE000'
export const markEnd = '\uE001'

/** A piece of an excerpt; `marked`: it is what was looked for. */
export type ExcerptPiece = { readonly text: string; readonly marked: boolean }

/**
 * An excerpt in pieces. It is text and nothing else: what looks like markup in it is shown as it is.
 *
 * @example markedPieces('a \uE000youth\uE001 service') // => [{ text: 'a ', marked: false }, { text: 'youth', marked: true }, { text: ' service', marked: false }]
 */
export function markedPieces(excerpt: string): readonly ExcerptPiece[] {
  const pieces = excerpt.split(markStart).flatMap((part, index): ExcerptPiece[] => {
    const [before = '', ...after] = part.split(markEnd)
    if (index === 0) return [{ text: [before, ...after].join(''), marked: false }]
    return [
      { text: before, marked: true },
      { text: after.join(''), marked: false },
    ]
  })
  return pieces.filter(({ text }) => text !== '')
}

/** The best first: those whose reference was asked for, then by how well they fit. */
export const bestFirst = (found: readonly Found[]): readonly Found[] =>
  found.toSorted((one, other) => Number(other.exact) - Number(one.exact) || other.rank - one.rank)

/** What a part of the service is asked: to find no more than this person may open. */
export type Search = {
  readonly words: SearchWords
  readonly actor: Actor
  readonly at: Date
  /** So many at most. */
  readonly limit: number
}
