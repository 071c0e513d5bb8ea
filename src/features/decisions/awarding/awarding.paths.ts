import { decisionsPath } from '../decisions.paths.ts'

/** The awards of a round, for the programme team. */
export const awardsPath = (fund: string, round: string): string => `${decisionsPath(fund, round)}/awards`

/** Offering an award to whoever is next on the reserve list. */
export const offerReservePath = (fund: string, round: string): string => `${awardsPath(fund, round)}/reserve`

export const managedAwardPath = (fund: string, round: string, reference: string): string =>
  `${awardsPath(fund, round)}/${reference}`

export const managedAgreementPath = (fund: string, round: string, reference: string, number: number): string =>
  `${managedAwardPath(fund, round, reference)}/agreements/${number}`

export const withdrawPath = (fund: string, round: string, reference: string): string =>
  `${managedAwardPath(fund, round, reference)}/withdraw`

/** The award of an application, for the council and those who sign for it. */
export const awardPath = (reference: string): string => `/applications/${reference}/award`

export const agreementPath = (reference: string, number: number): string =>
  `${awardPath(reference)}/agreements/${number}`

export const signersPath = (reference: string): string => `${awardPath(reference)}/signers`

export const signPath = (reference: string): string => `${awardPath(reference)}/sign`

/** Declining changed terms of an award that was accepted. */
export const declineTermsPath = (reference: string): string => `${awardPath(reference)}/decline-terms`

export const declinePath = (reference: string): string => `${awardPath(reference)}/decline`
