/** What a spreadsheet takes for the start of a formula, in the usual and the full width, after any white space. */
const FORMULA_START = /^(?:[\t\r\n]|[\s\p{Cc}]*[=+\-@＝＋－＠])/u

/** A negative number is not a formula, and a column of them must still add up. */
const NEGATIVE_NUMBER = /^-\d+(?:\.\d+)?$/

/**
 * Text as a spreadsheet cell that is read and never run: an apostrophe is put before what would start a formula.
 *
 * For files that people open. A file for machines must not use it: it changes the text.
 *
 * @see docs/sources.md#owasp-csv-injection
 * @example escapeCsvCell('=HYPERLINK("http://example.com")') // => "'=HYPERLINK(\"http://example.com\")"
 * @example escapeCsvCell('-12.50') // => '-12.50'
 */
export const escapeCsvCell = (text: string): string =>
  FORMULA_START.test(text) && !NEGATIVE_NUMBER.test(text) ? `'${text}` : text
