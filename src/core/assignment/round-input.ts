import type { Expertise } from '../assessment/subjects.ts'
import type { IdPair } from './case.ts'
import type { Bidding, Subject } from './match.ts'

/** All that an assignment of a round depends on, as it is kept and hashed: applications by reference, people by id. */
export type RoundInput = {
  /** What it means: `formats`. */
  readonly format: keyof typeof formats
  /** Assessors for each application. */
  readonly needs: number
  readonly seed: number
  readonly everyoneUpTo: number
  readonly loadBelowAverage: number
  readonly loadAboveAverage: number
  readonly anchors: number
  /** Applications prepared for practice: anchors before others. */
  readonly prepared: readonly string[]
  readonly fairness: boolean
  /** The cap on how likely a pair is; not there where nothing is drawn. */
  readonly mostChancePercent?: number
  readonly applications: readonly (Subject & { readonly reference: string })[]
  readonly assessors: readonly {
    readonly id: string
    readonly expertise: Expertise
    /** 0 of those who have left. */
    readonly wanted: number | null
    readonly bids: Readonly<Record<string, Bidding>>
  }[]
  readonly excluded: readonly {
    readonly application: string
    readonly assessor: string
    readonly kinds: readonly string[]
  }[]
  /** Who reads what now, and which of that was scored already. */
  readonly before: readonly IdPair[]
  readonly fixed: readonly IdPair[]
}

/**
 * What is worked out for an input of each format: new ones are of the last, and earlier ones are replayed as they were.
 * `fairestUpTo`: pairs beyond which the fairest is not looked for. `leavers`: those who have left read what stays and
 * nothing else, and nobody who is there has to give those scores again.
 * `stays`: loads are asked for beside what stays, and an assignment that is worked out again is as fair as the one before
 * where that can be, and no fairer at the cost of changes.
 * `few`: of many pairs few are solved first, more questions of fairness are asked, and the next best leaves the others their
 * experts, fairness and readers.
 * `cuts`: what is impossible is found by cuts.
 * `draws`: who reads what is drawn where there is a cap on how likely a pair is. Where there is none, an input is of format 6.
 */
export const formats = {
  1: { fairestUpTo: 20_000, leavers: false, stays: false, few: false, cuts: false, draws: false },
  2: { fairestUpTo: Number.POSITIVE_INFINITY, leavers: false, stays: false, few: false, cuts: false, draws: false },
  3: { fairestUpTo: Number.POSITIVE_INFINITY, leavers: true, stays: false, few: false, cuts: false, draws: false },
  4: { fairestUpTo: Number.POSITIVE_INFINITY, leavers: true, stays: true, few: false, cuts: false, draws: false },
  5: { fairestUpTo: Number.POSITIVE_INFINITY, leavers: true, stays: true, few: true, cuts: false, draws: false },
  6: { fairestUpTo: Number.POSITIVE_INFINITY, leavers: true, stays: true, few: true, cuts: true, draws: false },
  7: { fairestUpTo: Number.POSITIVE_INFINITY, leavers: true, stays: true, few: true, cuts: true, draws: true },
}

/** Whether who reads what is drawn: not where everybody reads everything. */
export const isDrawn = (input: RoundInput): boolean =>
  formats[input.format].draws && input.mostChancePercent !== undefined && !isForEveryone(input)

/** Whether the fairest is looked for. */
export const seeksFairness = ({ format, fairness, applications, assessors }: RoundInput): boolean =>
  fairness && applications.length * assessors.length <= formats[format].fairestUpTo

/** Whether a round is so small that everybody reads everything. */
export const isForEveryone = ({ applications, everyoneUpTo }: RoundInput): boolean =>
  applications.length <= everyoneUpTo

/** Whether an assignment that is worked out again is to be as fair as the one before, and no fairer. */
export const isAsFairAsBefore = (input: RoundInput): boolean =>
  formats[input.format].stays && seeksFairness(input) && input.before.length > 0
