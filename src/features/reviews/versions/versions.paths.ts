import { reviewPath } from '../reviews.paths.ts'

/** Versions of a review that were frozen. */
export const versionsPath = (reference: string): string => `${reviewPath(reference)}/versions`

export const versionPath = (reference: string, number: number): string => `${versionsPath(reference)}/${number}`

/** What a version holds, as the text of which its hash is. */
export const versionRecordPath = (reference: string, number: number): string =>
  `${versionPath(reference, number)}/record.json`

export const comparePath = (reference: string): string => `${versionsPath(reference)}/compare`
