import type { Form, Question } from '../../forms/index.ts'
import type { Depth, ReviewRecord } from '../review-record.ts'

/** Parts of a review, in the order of its report. */
export const chapters = [
  { id: 'baseline', title: 'The service today' },
  { id: 'options', title: 'The options' },
  { id: 'criteria', title: 'What matters, and how much' },
  { id: 'money', title: 'Money and risk' },
  { id: 'judgement', title: 'People, law and delivery' },
  { id: 'report', title: 'The report' },
] as const
export type ChapterId = (typeof chapters)[number]['id']

/** A sheet whose pages are entries of a list, such as risks. */
export type EntryList = {
  /** One of them in the middle of a sentence: `risk`. */
  readonly itemName: string
  /** The question whose answer names an entry in lists. */
  readonly titledBy: string
  /** Questions whose answers stand in the list beside the title. */
  readonly columns: readonly string[]
  readonly most: number
}

/** A part of a review that is written as answers to questions: one page, or a list of entries with a page each. */
export type Sheet = {
  /** In addresses, and for ever. */
  readonly id: string
  readonly title: string
  /** What it is for, in a sentence. */
  readonly what: string
  readonly chapter: ChapterId
  /** The least depth at which it is asked for; what was written stays at every depth. */
  readonly from: Depth
  readonly list?: EntryList
  /** Markdown above the questions. */
  readonly guidance?: string
  /** Those of a page, with the options, criteria and years of this review to choose from. */
  readonly questions: (record: ReviewRecord) => readonly Question[]
}

/** The sheet as a form of one page, which reads, checks and shows what is written. */
export const formOf = ({ id, title, guidance, questions }: Sheet, record: ReviewRecord): Form => ({
  id,
  title,
  pages: [{ id, title, questions: questions(record), ...(guidance !== undefined && { guidance }) }],
})
