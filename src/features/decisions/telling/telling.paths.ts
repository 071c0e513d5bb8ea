/** The letter about the decision on an application, as a page. */
export const decidedPath = (reference: string): string => `/applications/${reference}/decision`

/** The same as a file. */
export const letterPath = (reference: string): string => `${decidedPath(reference)}/letter`
