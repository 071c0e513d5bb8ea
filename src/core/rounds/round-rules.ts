import type { Json } from '../canonical/json.ts'
import type { SignOffKind } from '../sign-offs/index.ts'

/** A kind of application of which a body may lead so many. `value` is the answer that says it, '' where no question does. */
export type LeadCategory = {
  readonly value: string
  /** In the middle of a sentence: `large bid`. '' where no question says it. */
  readonly name: string
  readonly most: number
}

/**
 * How many applications one body may submit as their lead. With a question, its answer says of which category an
 * application is, and each category is counted by itself; without one there is a single category, named ''.
 */
export type LeadSlots = { readonly question: string | null; readonly categories: readonly LeadCategory[] }

/** What becomes of an application that a rule of eligibility fails. */
export const ineligibleChoices = ['refuse', 'accept-and-flag'] as const
export type Ineligible = (typeof ineligibleChoices)[number]

/** What a round asks of an application besides the answers to its form. */
export type RoundRules = {
  readonly leadSlots: LeadSlots
  /** Partners that must have accepted before an application can be submitted. */
  readonly partnerMinimum: number
  /** In how many submitted applications of the round one body may be a partner. null: in as many as it likes. */
  readonly partnerSlots: number | null
  readonly ineligible: Ineligible
  /** The published version of the screener that is answered before a word is written; null: there is none. */
  readonly screenerVersionId: string | null
  /** Who must sign an application off before it is submitted. */
  readonly signOffs: readonly SignOffKind[]
}

/** Those of them that say who can apply, how often and with whom: they are set together. */
export type EntryRules = Omit<RoundRules, 'signOffs'>

/** So many applications of one lead, of whatever kind. @example leadSlotsFor(2).categories[0]?.most // => 2 */
export const leadSlotsFor = (most: number): LeadSlots => ({
  question: null,
  categories: [{ value: '', name: '', most }],
})

/** What holds of a round until somebody says otherwise: one application of each lead, and partners as people like. */
export const plainRules: RoundRules = {
  leadSlots: leadSlotsFor(1),
  partnerMinimum: 0,
  partnerSlots: null,
  ineligible: 'refuse',
  screenerVersionId: null,
  signOffs: [],
}

/**
 * Of which category an application is.
 *
 * @param answer to the question that says it
 * @returns undefined while that question has no answer that is a category
 */
export function leadCategoryOf(
  { question, categories }: LeadSlots,
  answer: Json | undefined,
): LeadCategory | undefined {
  return question === null ? categories[0] : categories.find(({ value }) => value === answer)
}

/**
 * The first slot of a category that is free: 1, 2, 3, …
 *
 * @param taken slots that the lead's other submitted applications of the category hold
 * @returns undefined when every slot is taken
 * @example freeSlot({ value: '', name: '', most: 2 }, [1]) // => 2
 */
export function freeSlot({ most }: LeadCategory, taken: readonly number[]): number | undefined {
  for (let slot = 1; slot <= most; slot += 1) if (!taken.includes(slot)) return slot
  return undefined
}
