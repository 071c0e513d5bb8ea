import { assessmentPath } from '../assessment.paths.ts'

/** Every conflict of the assessors of a round. */
export const conflictsPath = (fund: string, round: string): string => `${assessmentPath(fund, round)}/conflicts`

/** The conflicts of one assessor with one application. */
export const conflictPairPath = (fund: string, round: string, reference: string, person: string): string =>
  `${conflictsPath(fund, round)}/${reference}/${person}`

export const releasePath = (fund: string, round: string, reference: string, person: string): string =>
  `${conflictPairPath(fund, round, reference, person)}/release`

export const withdrawReleasePath = (fund: string, round: string, reference: string, person: string): string =>
  `${conflictPairPath(fund, round, reference, person)}/withdraw-release`
