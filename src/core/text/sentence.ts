/**
 * A sentence with its full stop: none is added to one that ends with a mark of its own, in quotes or not.
 *
 * @example sentence('It reads “Costs”') // => 'It reads “Costs”.'
 * @example sentence('It reads “Why?”') // => 'It reads “Why?”'
 */
export const sentence = (text: string): string => (/[.?!…][”’)]*$/.test(text) ? text : `${text}.`)
