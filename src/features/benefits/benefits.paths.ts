import { applicationPath } from '../applications/index.ts'
import { benefitsOfFundPath } from '../funds/index.ts'
import { publishedBenefitsPath } from '../guidance/index.ts'

/** What came of an award. */
export const benefitsPath = (reference: string): string => `${applicationPath(reference)}/benefits`

/** Where the finance of the council is named. */
export const financePath = (reference: string): string => `${benefitsPath(reference)}/finance`

/** Where risks of the review are taken over. */
export const takeRisksPath = (reference: string): string => `${benefitsPath(reference)}/risks`

/** Where finance confirms what was written. */
export const confirmPath = (reference: string): string => `${benefitsPath(reference)}/confirm`

/** Where finance sends back what is not right. */
export const sendBackPath = (reference: string): string => `${benefitsPath(reference)}/send-back`

export const returnsPath = (reference: string): string => `${benefitsPath(reference)}/returns`

/** A return, by how many months after the acceptance it is due. */
export const returnPath = (reference: string, months: number): string => `${returnsPath(reference)}/${months}`

/** The way from the decision to the day on which the service runs in its new way. */
export const goLivePath = (reference: string): string => `${applicationPath(reference)}/go-live`

/** The benefits of all awards of a fund, for those who run it. */
export const cohortPath = benefitsOfFundPath

/** Where a version of a return is made. */
export const freezeReturnPath = (reference: string, months: number): string => `${returnPath(reference, months)}/freeze`

/** Where a return goes on: to finance, to the programme team, and back. */
export const returnStepPath = (reference: string, months: number): string => `${returnPath(reference, months)}/step`

/** The text of a version, of which its hash is. */
export const returnRecordPath = (reference: string, months: number, number: number): string =>
  `${returnPath(reference, months)}/${number}/record.json`

/** Forecast against outturn of every award of a fund, as a file for those who run it. */
export const cohortFilePath = (fund: string): string => `${cohortPath(fund)}/outturns.csv`

/** Benefits of different awards that may be one. */
export const betweenPath = (fund: string): string => `${cohortPath(fund)}/between-awards`

/** The published benefits of one award. */
export const publishedAwardPath = (fund: string, reference: string): string =>
  `${publishedBenefitsPath(fund)}/${reference}`

export const publishedFilePath = (fund: string): string => `${publishedBenefitsPath(fund)}/benefits.csv`
