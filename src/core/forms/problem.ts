import type { QuestionType } from './definition.ts'

/** A part of an answer that has more than one input. */
export type DatePart = 'day' | 'month' | 'year'
export type AddressPart = 'line1' | 'line2' | 'town' | 'county' | 'postcode'

/** What is wrong with a value, without words: a code and facts. Lengths are in UTF-16 code units. */
export type Finding =
  | { readonly code: 'missing' }
  | { readonly code: 'not-text' }
  | { readonly code: 'control-characters' }
  | { readonly code: 'too-long' | 'too-short'; readonly characters: number; readonly limit: number }
  | { readonly code: 'too-many-words' | 'too-few-words'; readonly words: number; readonly limit: number }
  | { readonly code: 'not-an-email' | 'not-a-phone' | 'not-a-url' }
  | { readonly code: 'not-a-number' | 'not-a-whole-number' | 'not-money' | 'not-a-percentage' }
  | { readonly code: 'too-small' | 'too-large' | 'year-too-early' | 'year-too-late'; readonly limit: number }
  | { readonly code: 'total-too-small' | 'total-too-large'; readonly total: number; readonly limit: number }
  | { readonly code: 'date-incomplete'; readonly missing: readonly DatePart[] }
  | { readonly code: 'date-short-year' | 'not-a-date' }
  | { readonly code: 'date-too-early' | 'date-too-late'; readonly limit: string }
  | { readonly code: 'not-yes-or-no' | 'not-an-option' | 'not-a-list' | 'not-an-item' }
  | { readonly code: 'too-few-chosen' | 'too-many-chosen'; readonly chosen: number; readonly limit: number }
  | {
      readonly code: 'too-few-items' | 'too-many-items'
      readonly items: number
      readonly limit: number
      readonly itemName: string
    }
  | { readonly code: 'not-an-authority' | 'not-a-file' | 'not-an-address' | 'not-a-postcode' }
  | { readonly code: 'too-few-files' | 'too-many-files'; readonly files: number; readonly limit: number }
  /** A file that was sent and not taken, with its words, or one that is there and cannot be submitted. */
  | { readonly code: 'file-refused'; readonly text: string }
  | { readonly code: 'file-infected' | 'file-failed'; readonly file: string }
  | { readonly code: 'address-part-missing'; readonly part: AddressPart }
  | { readonly code: 'form-too-long'; readonly limit: number }
  | { readonly code: 'check'; readonly check: string; readonly text: string }

export type ProblemCode = Finding['code']

/** Where a finding is. */
export type Place = {
  /** The question on the page; for a question in a group, the group. */
  readonly question: string
  /** The name and id of the input to go to: `start-day`, `partners-0-email`. */
  readonly field: string
  /** What it is called in the middle of a sentence. */
  readonly name: string
  readonly type: QuestionType
}

/** A finding at its place: all that its words need. */
export type Problem = Finding & Place

/**
 * A finding within an answer. Its place is the question's, but for what is said here: `input` is the input to go to of an answer
 * that has several, `at` the place within a list.
 */
export type Found = Finding & { readonly input?: DatePart | AddressPart; readonly at?: Omit<Place, 'question'> }

/** The facts of one code. */
export type FindingOf<Code extends ProblemCode> = Finding extends infer F
  ? F extends { readonly code: infer C }
    ? Code extends C
      ? F
      : never
    : never
  : never

/** Puts findings at their place. */
export const placed = (place: Place, findings: readonly Found[]): readonly Problem[] =>
  findings.map(({ at, input, ...finding }) => {
    const { field, name, type } = at ?? place
    return { ...finding, question: place.question, field: input ? `${field}-${input}` : field, name, type } as Problem
  })
