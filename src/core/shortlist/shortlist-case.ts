import type { AssessmentRules } from '../rules/assessment-rules.ts'

/** One review that counts: points by the id of the criterion, as moderated where they were. */
export type CountedReview = { readonly personId: string; readonly points: Readonly<Record<string, number>> }

/** An application that may be shortlisted. Submitted instants are ISO. */
export type Candidate = {
  readonly id: string
  readonly reference: string
  readonly region: string
  readonly authorityType: string
  readonly deliveryModels: readonly string[]
  readonly submittedAt: string
  readonly reviews: readonly CountedReview[]
}

/** What the statistics of the round say of an application, allowing for strict and lenient assessors. */
export type Estimate = { readonly id: string; readonly estimate: number; readonly probabilityIn: number }

/** The sealed rules that decide who is shortlisted. */
export type ShortlistRules = Pick<
  AssessmentRules,
  'criteria' | 'overallLeastPercent' | 'spread' | 'tieBreaks' | 'calibration'
>

/** Everything that a proposal follows from. The same case gives the same proposal. */
export type ShortlistCase = {
  /** How many are shortlisted. */
  readonly size: number
  readonly rules: ShortlistRules
  readonly candidates: readonly Candidate[]
  /** Null where none were made. Their probabilities are of being among the best `size`. */
  readonly estimates: readonly Estimate[] | null
  /** Pairs that the panel has compared: the better first. */
  readonly preferred: readonly (readonly [better: string, other: string])[]
  /** The public value that the draw takes its chances from; '' while it is not known. */
  readonly drawValue: string
}

/** `below-threshold` and `unscored` are not proposed, whatever their place. */
export const bands = ['clear-in', 'near-tie', 'clear-out', 'below-threshold', 'unscored'] as const
export type BandOfList = (typeof bands)[number]

/** A threshold of the sealed rules that an application does not reach: of a criterion, or (`criterion` '') of all. */
export type MissedThreshold = { readonly criterion: string; readonly least: number; readonly reached: number }

export type ProposedItem = {
  readonly id: string
  readonly reference: string
  /** Where it stands in the proposal, from 1. */
  readonly place: number
  /** By what ranks, 1 is best; those that are equal share the best of their places. Null unless it may be shortlisted. */
  readonly rank: number | null
  /** The plain mean of its weighted totals, of 100, unrounded; null without a review that counts. */
  readonly mean: number | null
  readonly estimate: number | null
  /** How probably it is among the best; null where nothing says. */
  readonly probabilityIn: number | null
  readonly band: BandOfList
  readonly missed: readonly MissedThreshold[]
  readonly proposed: boolean
  /** The step of the sealed order of ties, from 1, that put it before the next; null where none was needed. */
  readonly decidedBy: number | null
}

/**
 * How the bands were found. `room-for-all`: nobody is left out. `estimates`: by the probabilities of the statistics.
 * `errors`: by the plain means and their standard errors. `equal-only`: one score each says nothing of how sure it is, so
 * that only what is equal cannot be told apart.
 */
export type BandMethod = 'room-for-all' | 'estimates' | 'errors' | 'equal-only'

export type Proposal = {
  readonly size: number
  readonly method: BandMethod
  /** By place. */
  readonly items: readonly ProposedItem[]
  /** Steps of the order of ties that decide about the line and wait for something: the draw's value, or comparisons. */
  readonly waitsFor: readonly ('draw' | 'pairwise')[]
  /** Pairs, by id, that the panel is to compare first. */
  readonly toCompare: readonly (readonly [string, string])[]
}

/** Thousandths of thousandths: means that should be equal are then equal. */
export const exactly = (value: number): number => Math.round(value * 1e6) / 1e6

export const meanOf = (values: readonly number[]): number =>
  exactly(values.reduce((sum, value) => sum + value, 0) / values.length)
