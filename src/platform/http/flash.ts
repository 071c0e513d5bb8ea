/** What is said once on the next page: what the last action did, or else what its reader has to know. */
export type Flash = string | { readonly important: string }

/** Before what has to be known, in the cookie: nothing that was done is said so. */
const mark = 'important:'

/** @example writeFlash({ important: 'There is more' }) // => 'important:There is more' */
export const writeFlash = (flash: Flash): string => (typeof flash === 'string' ? flash : `${mark}${flash.important}`)

/** @example readFlash('It is saved.') // => 'It is saved.' */
export const readFlash = (cookie: string): Flash =>
  cookie.startsWith(mark) ? { important: cookie.slice(mark.length) } : cookie
