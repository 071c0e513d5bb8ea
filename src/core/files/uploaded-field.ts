/**
 * The field in which a form carries files of an input that were sent in pieces before it.
 *
 * @example uploadedField('files') // => 'files-uploaded'
 */
export const uploadedField = (input: string): string => `${input}-uploaded`
