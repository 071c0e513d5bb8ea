import { decisionsPath } from '../decisions.paths.ts'

/** How far the feedback on each application of a round is. */
export const feedbackListPath = (fund: string, round: string): string => `${decisionsPath(fund, round)}/feedback`

export const openDraftsPath = (fund: string, round: string): string => `${feedbackListPath(fund, round)}/open`
export const releasePath = (fund: string, round: string): string => `${feedbackListPath(fund, round)}/release`

/** The feedback on one application, for those who write and approve it. */
export const feedbackPath = (fund: string, round: string, reference: string): string =>
  `${feedbackListPath(fund, round)}/applications/${reference}`

export const approvePath = (fund: string, round: string, reference: string): string =>
  `${feedbackPath(fund, round, reference)}/approve`
export const reopenPath = (fund: string, round: string, reference: string): string =>
  `${feedbackPath(fund, round, reference)}/reopen`

/** What the applicants themselves read, and the same as a file. */
export const ownFeedbackPath = (reference: string): string => `/applications/${reference}/feedback`
export const feedbackFilePath = (reference: string): string => `${ownFeedbackPath(reference)}/file`
