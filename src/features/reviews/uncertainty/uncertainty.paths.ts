import { reviewPath } from '../reviews.paths.ts'

/** How sure the money of a review is. */
export const uncertaintyPath = (reference: string): string => `${reviewPath(reference)}/uncertainty`

/** All that a run was made of and what came of it, as JSON. */
export const runJsonPath = (reference: string, number: number): string =>
  `${uncertaintyPath(reference)}/runs/${number}.json`

export const checkRunPath = (reference: string, number: number): string =>
  `${uncertaintyPath(reference)}/runs/${number}/check`

/** What a change of one line does. */
export const whatIfPath = (reference: string): string => `${reviewPath(reference)}/what-if`
