import { insetText } from '../components/inset-text.ts'
import type { SafeHtml } from '../html.ts'

/** The language of the program, which a translated program has its own in the place of. */
const language: string = 'en-GB'

/**
 * Before something that is not translated, such as a guide: says so, in the language of the page. On an English page
 * it is nothing.
 *
 * @example englishOnly() // => false
 */
export const englishOnly = (): SafeHtml | false =>
  !language.startsWith('en') &&
  insetText({ classes: 'govuk-!-margin-top-0', text: 'The text below is in English only.' })
