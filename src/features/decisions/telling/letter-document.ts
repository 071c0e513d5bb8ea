import { illustrativeWords } from '../../../core/text/illustrative-words.ts'
import { ukDate } from '../../../core/time/uk-time.ts'
import type { DocumentData } from '../../../platform/pdf/document-data.ts'
import { type Letter, letterParagraphs, outcomeHeading } from './outcome-letter.messages.ts'

/** The letter to print and file. */
export const letterDocument = (letter: Letter, toldAt: Date, illustrative: boolean): DocumentData => ({
  title: outcomeHeading(letter),
  subtitle: `${letter.round}, ${ukDate(toldAt)}`,
  author: letter.fund,
  label: illustrative ? illustrativeWords : undefined,
  footer: letter.reference,
  createdAt: toldAt,
  blocks: letterParagraphs(letter).map((text) => ({ kind: 'paragraph', text })),
})
