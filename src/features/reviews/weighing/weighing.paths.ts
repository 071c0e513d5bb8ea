import { reviewPath } from '../reviews.paths.ts'

/** Where a round of weighing is, and what there is to do in it. */
export const weighingPath = (reference: string): string => `${reviewPath(reference)}/weighing`

/** Where a round goes on to its next stage. */
export const weighingStagePath = (reference: string): string => `${weighingPath(reference)}/stage`

/** One’s own weights. */
export const ownWeightsPath = (reference: string): string => `${weighingPath(reference)}/weights`

/** One’s own scores on a criterion. */
export const ownScoresPath = (reference: string, criterion: string): string =>
  `${weighingPath(reference)}/scores/${criterion}`

export const weighingNotesPath = (reference: string): string => `${weighingPath(reference)}/notes`

/** What people gave, side by side. */
export const comparePath = (reference: string): string => `${weighingPath(reference)}/compare`

/** What the round comes to. */
export const weighedPath = (reference: string): string => `${weighingPath(reference)}/results`

/** What other methods make of it. */
export const methodsPath = (reference: string): string => `${weighedPath(reference)}/methods`

/** All that ranks were worked out of and what came of it, as JSON. */
export const rankRunJsonPath = (reference: string, number: number): string =>
  `${weighedPath(reference)}/runs/${number}.json`

export const checkRankRunPath = (reference: string, number: number): string =>
  `${weighedPath(reference)}/runs/${number}/check`
