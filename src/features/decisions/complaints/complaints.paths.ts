import { decisionsPath } from '../decisions.paths.ts'

/** Complaints about an application, for the people of its authorities: the form, and what was complained of before. */
export const complainPath = (reference: string): string => `/applications/${reference}/complaint`

/** One of them. */
export const ownComplaintPath = (reference: string, number: number): string => `${complainPath(reference)}/${number}`

/** The complaints of a round, for the programme team. */
export const complaintsPath = (fund: string, round: string): string => `${decisionsPath(fund, round)}/complaints`

/** On what terms applicants can complain. */
export const complaintTermsPath = (fund: string, round: string): string => `${complaintsPath(fund, round)}/terms`

/** One of them, for the team and for whoever looks at it. */
export const managedComplaintPath = (fund: string, round: string, complaint: string): string =>
  `${complaintsPath(fund, round)}/${complaint}`
