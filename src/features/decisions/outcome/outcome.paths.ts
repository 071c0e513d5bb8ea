import { outcomePath } from '../../assessment/index.ts'

/** What was decided of an application, on the page of all that came of it. */
export const decidedPath = (reference: string): string => `${outcomePath(reference)}#decision`

/** The letter about it as a file. */
export const letterPath = (reference: string): string => `${outcomePath(reference)}/letter`
