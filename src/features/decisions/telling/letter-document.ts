import { type OutcomeLetter, plainWords } from '../../../core/letters/index.ts'
import { illustrativeWords } from '../../../core/text/illustrative-words.ts'
import { ukDate } from '../../../core/time/uk-time.ts'
import type { DocumentData } from '../../../platform/pdf/document-data.ts'

/** A letter to print and file. */
export const letterDocument = (
  { title, fund, round, reference, blocks }: OutcomeLetter,
  { at, illustrative }: { readonly at: Date; readonly illustrative: boolean },
): DocumentData => ({
  title,
  subtitle: `${round}, ${ukDate(at)}`,
  author: fund,
  label: illustrative ? illustrativeWords : undefined,
  footer: reference,
  createdAt: at,
  blocks: blocks.map((block) => {
    if (block.kind === 'list') return { kind: 'list', items: block.items.map(plainWords) }
    const text = plainWords(block.runs)
    return block.kind === 'heading' ? { kind: 'heading', level: 1, text } : { kind: 'paragraph', text }
  }),
})
