import { applicationPath, manageApplicationPath, questionPath } from '../applications.paths.ts'

/** What scans of an application belong to instead of a question; no question has such an id. */
export const scanQuestion = '@scan'

/** A file of an application, for its own people. */
export const applicationFilePath = (reference: string, file: string): string =>
  `${applicationPath(reference)}/files/${file}`

/** Where scripts begin to send a file in pieces; where they go on with it is below. */
export const uploadsPath = (reference: string, page: string): string => `${questionPath(reference, page)}/uploads`

/** The same file for those who run the fund. */
export const manageFilePath = (fund: string, round: string, reference: string, file: string): string =>
  `${manageApplicationPath(fund, round, reference)}/files/${file}`
