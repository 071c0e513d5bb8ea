import { assessmentPath } from '../assessment.paths.ts'

/** Who assesses a round. A post invites somebody. */
export const assessorsPath = (fund: string, round: string): string => `${assessmentPath(fund, round)}/assessors`

export const assessorPath = (fund: string, round: string, person: string): string =>
  `${assessorsPath(fund, round)}/${person}`

export const endAssessorPath = (fund: string, round: string, person: string): string =>
  `${assessorPath(fund, round, person)}/end`

/** Where somebody answers an invitation to assess. */
export const invitedPath = (fund: string, round: string): string => `/assess/${fund}/${round}/invitation`

/** What an assessor knows, wants to read and is to others. */
export const profilePath = (fund: string, round: string): string => `/assess/${fund}/${round}/profile`

/** What an assessor would like to read, by title. */
export const bidsPath = (fund: string, round: string): string => `/assess/${fund}/${round}/bids`
