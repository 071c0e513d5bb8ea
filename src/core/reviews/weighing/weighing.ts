import type { ReviewCriterion } from '../review-criterion.ts'

/** Swing points; percentages as people type them, or comparisons in pairs, which are both outside official guidance. */
export const weighingMethods = ['swing', 'percentage', 'pairs'] as const
export type WeighingMethod = (typeof weighingMethods)[number]

/** Weights are given, then locked; scores are given, then revealed, and may be given again. */
export const weighingStages = ['weighting', 'scoring', 'revealed'] as const
export type WeighingStage = (typeof weighingStages)[number]

/** What one person gave, as far as it is open to the others. */
export type WeighingPerson = {
  readonly id: string
  readonly name: string
  /** For whom they speak; '' for nobody in particular. */
  readonly speaksFor: string
  readonly credentials: string
  /** Points by criterion; null where they gave none. */
  readonly swings: Readonly<Record<string, number>> | null
  /**
   * By criterion, how many times as much its step matters as that of each criterion after it: of which the points come where
   * criteria were compared in pairs. Null or not there where they were not.
   */
  readonly pairs?: Readonly<Record<string, Readonly<Record<string, number>>>> | null
  /** Why, by criterion. */
  readonly swingReasons: Readonly<Record<string, string>>
  /** What they gave each option, by criterion and option. */
  readonly scores: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly scoreReasons: Readonly<Record<string, string>>
}

export type WeighingNote = {
  readonly kind: 'discussion' | 'dissent'
  readonly by: string
  /** Undefined where it is about the whole. */
  readonly criterion: string | null
  readonly text: string
  readonly at: string
}

/** A round of weighing: all of it that its people have opened to one another. */
export type ReviewWeighing = {
  /** From 1. A later round counts in place of those before it. */
  readonly round: number
  readonly method: WeighingMethod
  /** Who led it. */
  readonly facilitator: string
  /** Their id; undefined in versions that were frozen before it was kept. */
  readonly facilitatorId?: string
  readonly stage: WeighingStage
  /** How often scores were asked for. */
  readonly pass: number
  /** With their anchors as they were when the round began. */
  readonly criteria: readonly ReviewCriterion[]
  /** As they were when scores were last asked for. */
  readonly options: readonly { readonly id: string; readonly title: string }[]
  /** Those who gave something. */
  readonly people: readonly WeighingPerson[]
  readonly notes: readonly WeighingNote[]
}
