import type { Share } from '../calibration/index.ts'
import type { BandOfList } from '../shortlist/index.ts'

/** One review that counts: what it gives in all, of 100, and for each criterion. */
export type StudiedReview = {
  readonly application: string
  readonly assessor: string
  readonly total: number
  readonly points: Readonly<Record<string, number>>
  /** How much its scores count in estimates against those of a sure assessor, above 0 up to 1; absent where nobody is asked. */
  readonly weight?: number
}

/** Everything that the statistics of a round follow from, as plain JSON. The same case gives the same result. */
export type UnderstandingCase = {
  readonly format: 1
  /** Of the round, in their order. */
  readonly criteria: readonly string[]
  /** The least and the most that a review can give in all, and what one point is worth there. */
  readonly scale: readonly [least: number, most: number]
  readonly pointWorth: number
  /** How many are shortlisted. */
  readonly places: number
  /** Whether the sealed rules ask for calibration, and up to how many applications none is made. */
  readonly calibrationUse: 'none' | 'advice' | 'ranks'
  readonly noneUpTo: number
  /** Points of one criterion that are so far apart are a wide spread. */
  readonly spreadPoints: number
  readonly seed: number
  /** Kept in each of four chains. */
  readonly draws: number
  readonly bootstraps: number
  /** In the order of the applications and then of the assessors. */
  readonly reviews: readonly StudiedReview[]
  /** Applications that are to be scored and have no review that counts. */
  readonly withoutReview: readonly string[]
  /** How each criterion is studied beside the total. Cases of before criteria were studied lack it. */
  readonly diagnosis?: DiagnosisCase
}

/** How criteria are studied: kept draws in each of four chains, and the least and most points of each criterion. */
export type DiagnosisCase = {
  readonly draws: number
  readonly scales: readonly { readonly criterion: string; readonly scale: readonly [least: number, most: number] }[]
}

/** A coefficient with its bootstrap interval; null where it is not defined. */
export type Coefficient = {
  readonly value: number
  readonly interval95: readonly [low: number, high: number] | null
} | null

/** How assessors agree, of 1. */
export type Agreement = {
  /** Of one review: the part of the variance that is quality, the assessors' level counted in and not. Null: not defined. */
  readonly agreement: Share | null
  readonly consistency: Share | null
  /** Reviews for each application, as their harmonic mean, and how consistent the mean of so many is. */
  readonly reviewsEach: number
  readonly meanAgreement: number | null
  readonly meanConsistency: number | null
  readonly variances: { readonly quality: number; readonly leniency: number; readonly noise: number } | null
  readonly ordinal: Coefficient
  readonly interval: Coefficient
  /** Krippendorff's alpha, ordinal, of each criterion. */
  readonly criteria: readonly { readonly id: string; readonly ordinal: number | null }[]
  /** Only where everybody scored everything. */
  readonly kendall: { readonly w: number; readonly p: number } | null
  readonly verdict: Verdict
}

/** What agreement comes to. `same-order`: assessors put bids in one order and use the scale differently. */
export type Verdict = 'agree' | 'same-order' | 'partly' | 'disagree' | 'cannot-say'

/** Why there are no estimates. */
export type NoEstimates = 'no-scores' | 'few' | 'rules' | 'one-assessor' | 'no-difference'

/** By the rank that decides and the probability together, as the shortlist has them. */
export type Band = Extract<BandOfList, 'clear-in' | 'near-tie' | 'clear-out'>

/** Of an application: estimates that allow for strict and lenient assessors. */
export type EstimatedApplication = {
  readonly id: string
  readonly estimate: number
  readonly interval50: readonly [low: number, high: number]
  readonly interval90: readonly [low: number, high: number]
  readonly expectedRank: number
  readonly probabilityIn: number
  readonly band: Band
  /** By the estimate; 1 is best. */
  readonly rank: number
  readonly why: Move
}

/** Why a place differs: so many of its assessors score so far above (or, below 0, under) their peers. */
export type Move =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'assessors'
      readonly from: number
      readonly to: number
      readonly assessors: number
      readonly of: number
      /** The mean of how far they score above their peers, of 100. */
      readonly leniency: number
    }
  | { readonly kind: 'others'; readonly from: number; readonly to: number }

export type EstimatedAssessor = {
  readonly id: string
  readonly leniency: number
  readonly interval90: readonly [low: number, high: number]
  readonly reviews: number
  /** The chance of being more than half a point from their peers. */
  readonly probabilityFar: number
}

/** Advice: somebody looks, nothing follows by itself. */
export type Flags = {
  readonly assessors: readonly string[]
  readonly reviews: readonly { readonly application: string; readonly assessor: string; readonly residual: number }[]
  readonly spread: readonly { readonly application: string; readonly criterion: string; readonly points: number }[]
}

/**
 * One criterion by the model of the total, in points of that criterion: where a difference in the total comes from. It is
 * for diagnosis, and ranks nothing. `study` is null where all its points are the same.
 */
export type StudiedCriterion = {
  readonly criterion: string
  readonly study: {
    /** Standard deviations of what applications are worth, of how strict assessors are, and of what is neither. */
    readonly sds: { readonly quality: number; readonly leniency: number; readonly noise: number }
    /** Of the mean of as many reviews as an application has: how consistent it is, of 1. */
    readonly reliability: number
    readonly assessors: readonly EstimatedAssessor[]
    /** `change`: by how much its plain mean changes once the leniency of its assessors is taken off, in points. */
    readonly applications: readonly {
      readonly id: string
      readonly mean: number
      readonly estimate: number
      readonly change: number
    }[]
    readonly rHat: number
    readonly draws: number
  } | null
}

export type UnderstandingResult = {
  readonly format: 1
  readonly ranked: readonly {
    readonly id: string
    readonly rank: number
    readonly mean: number
    readonly reviews: number
    readonly range: number
  }[]
  readonly withoutReview: readonly string[]
  readonly agreement: Agreement
  readonly calibration: {
    readonly applications: readonly EstimatedApplication[]
    readonly assessors: readonly EstimatedAssessor[]
    readonly rHat: number
    readonly draws: number
  } | null
  readonly noEstimates: NoEstimates | null
  /** Assessors who can be compared with one another; more than one group cannot be compared across. */
  readonly groups: readonly (readonly string[])[]
  readonly flags: Flags
  /** Where the case asks for it and there are estimates. */
  readonly criteria?: readonly StudiedCriterion[]
}
