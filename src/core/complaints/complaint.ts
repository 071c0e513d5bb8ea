/** A complaint about how an application was dealt with: what it can be about, and how far it has come. */

import type { IsoDay } from '../time/day.ts'

/** What of the process a complaint says went wrong. The judgement itself is not among them. */
export const grounds = ['rule', 'conflict', 'fact', 'notice', 'discrimination', 'other'] as const
export type Ground = (typeof grounds)[number]

export const findings = ['upheld', 'partly-upheld', 'not-upheld'] as const
export type Finding = (typeof findings)[number]

/** Who looks: somebody first, and on request somebody else. */
export type Stage = 'first' | 'review'

/** What was found of one ground, and why. */
export type GroundFound = { readonly ground: Ground; readonly finding: Finding; readonly reasons: string }

/** As much of a complaint as says how far it has come. Days are those of the stage that it is in. */
export type Progress = {
  readonly acknowledgeBy: IsoDay
  readonly replyBy: IsoDay
  /** The last day to reply to the review that was asked for; null where none was. */
  readonly reviewBy: IsoDay | null
  readonly handled: readonly Stage[]
  readonly replied: readonly Stage[]
}

export type ComplaintState = 'received' | 'with-handler' | 'replied' | 'review-asked' | 'in-review' | 'reviewed'

/** @example stateOf({ acknowledgeBy: '2026-01-05', replyBy: '2026-01-26', reviewBy: null, handled: ['first'], replied: [] }) // => 'with-handler' */
export function stateOf({ reviewBy, handled, replied }: Progress): ComplaintState {
  if (replied.includes('review')) return 'reviewed'
  if (handled.includes('review')) return 'in-review'
  if (reviewBy !== null) return 'review-asked'
  if (replied.includes('first')) return 'replied'
  return handled.includes('first') ? 'with-handler' : 'received'
}

/** The stage that a complaint is in: of the first look until a review is asked for. */
export const stageOf = ({ reviewBy }: Pick<Progress, 'reviewBy'>): Stage => (reviewBy === null ? 'first' : 'review')

/** Whether somebody has still to look at it. */
export const isOpen = (progress: Progress): boolean => !progress.replied.includes(stageOf(progress))

/**
 * What is late of a complaint: that nobody was named who looks at it, or that it was not replied to. Each day itself is in
 * time.
 */
export function overdueOf(progress: Progress, today: IsoDay): 'acknowledgement' | 'reply' | null {
  if (!isOpen(progress)) return null
  const { acknowledgeBy, replyBy, reviewBy } = progress
  if (today > (reviewBy ?? replyBy)) return 'reply'
  return stateOf(progress) === 'received' && today > acknowledgeBy ? 'acknowledgement' : null
}
