import { assessmentPath } from '../assessment.paths.ts'

/** The shortlist as it is proposed and decided on. */
export const shortlistPath = (fund: string, round: string): string => `${assessmentPath(fund, round)}/shortlist`

/** What the panel decides of one application. */
export const decisionPath = (fund: string, round: string, reference: string): string =>
  `${shortlistPath(fund, round)}/applications/${reference}`

export const drawPath = (fund: string, round: string): string => `${shortlistPath(fund, round)}/draw`

/** Two applications that cannot be told apart, side by side. */
export const comparePath = (fund: string, round: string): string => `${shortlistPath(fund, round)}/compare`

export const freezePath = (fund: string, round: string): string => `${shortlistPath(fund, round)}/freeze`

/** The frozen document, as it was hashed. */
export const shortlistJsonPath = (fund: string, round: string): string =>
  `${assessmentPath(fund, round)}/shortlist.json`

/** What the public reads, once applicants are told. */
export const publicShortlistPath = (fund: string, round: string): string => `/funds/${fund}/${round}/shortlist`

/** What an applicant is told. */
export const outcomePath = (reference: string): string => `/applications/${reference}/outcome`
