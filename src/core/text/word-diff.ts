import { diffWordsWithSpace } from 'diff'

/** A run of text: in both versions, only in the new one, or only in the old one. */
export type Segment = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/** What changed from one text to another, and by how many words. */
export type WordDiff = {
  readonly segments: readonly Segment[]
  readonly addedWords: number
  readonly removedWords: number
  readonly changed: boolean
}

/** Beyond so many changed words a reader is served as well by the two texts whole, and the search would hold up others. */
const MOST_EDITS = 1000

const countWords = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0

const kindOf = (change: { added: boolean; removed: boolean }): Segment['kind'] =>
  change.added ? 'added' : change.removed ? 'removed' : 'same'

function segmentsOf(before: string, after: string): Segment[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS })
  const segments = changes?.map((change): Segment => ({ kind: kindOf(change), text: change.value }))
  if (segments !== undefined && isReadable(segments, before, after)) return segments
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]
}

/** Whether at least half of the words of the shorter text stand in both: with fewer, single words would alternate. */
function isReadable(segments: readonly Segment[], before: string, after: string): boolean {
  const shared = segments.reduce((sum, { kind, text }) => sum + (kind === 'same' ? countWords(text) : 0), 0)
  return shared * 2 >= Math.min(countWords(before), countWords(after))
}

/**
 * What changed between two versions of a text, word by word.
 *
 * The segments that are `same` or `removed`, joined, are exactly `before`; `same` and `added`, exactly `after`. Two
 * texts that have few words in common, or differ by thousands, are given whole, as one removed and one added.
 *
 * @example wordDiff('one two', 'one three').segments // => [{ kind: 'same', text: 'one ' }, { kind: 'removed', text: 'two' }, { kind: 'added', text: 'three' }]
 */
export function wordDiff(before: string, after: string): WordDiff {
  const segments = segmentsOf(before, after).filter(({ text }) => text !== '')
  const words = (kind: Segment['kind']): number =>
    segments.reduce((sum, segment) => sum + (segment.kind === kind ? countWords(segment.text) : 0), 0)
  return { segments, addedWords: words('added'), removedWords: words('removed'), changed: before !== after }
}
