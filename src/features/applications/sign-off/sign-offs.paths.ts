import { applicationPath } from '../applications.paths.ts'

/** Every sign-off of an application. @param slot the one to go to: see `slotName` */
export const signOffsPath = (reference: string, slot?: string): string =>
  `${applicationPath(reference)}/sign-offs${slot === undefined ? '' : `#${slot}`}`

/** Where it is read and signed. */
export const signOffPath = (reference: string, slot: string): string => `${signOffsPath(reference)}/${slot}`

/** What the signer reads, as a Word document. */
export const signOffWordPath = (reference: string, slot: string): string =>
  `${signOffPath(reference, slot)}/application.docx`

export const askSignOffPath = (reference: string, slot: string): string => `${signOffPath(reference, slot)}/ask`
export const remindSignOffPath = (reference: string, slot: string): string => `${signOffPath(reference, slot)}/remind`
