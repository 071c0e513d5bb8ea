import { longestSearch } from '../../core/search/index.ts'
import { button, input } from '../components/index.ts'
import { form } from '../form.ts'
import { html, type SafeHtml } from '../html.ts'
import { fieldText } from './problem-summary.ts'

/** What somebody looks for on a page, as its address says it. */
export type Sought = {
  /** On one line; '' where nothing is looked for. */
  readonly words: string
  /** That the box was sent empty; none before it was sent. For the summary on top of the page, and beside the box. */
  readonly problems: readonly { readonly text: string; readonly href: string }[]
}

/**
 * Reads what somebody looks for.
 *
 * @param field as the address and the box name it
 * @example readSought(new URLSearchParams('q=+youth+mutual'), 'q').words // => 'youth mutual'
 * @example readSought(new URLSearchParams('q=+'), 'q').problems[0]?.text // => 'Enter what you are looking for'
 */
export function readSought(query: URLSearchParams, field: string): Sought {
  const typed = query.get(field)
  const words = (typed ?? '')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, longestSearch)
  const empty = typed !== null && words === ''
  return { words, problems: empty ? [fieldText(field, 'Enter what you are looking for')] : [] }
}

export type SearchBoxOptions = {
  /** The page itself; what is looked for becomes its query. */
  readonly action: string
  readonly field: string
  readonly label: { readonly text: string; readonly classes?: string }
  readonly sought: Sought
  readonly hint?: string | undefined
  /** Of the box, such as its width. */
  readonly classes?: string | undefined
  /** What else the address says: hidden before the box, or chosen below it. */
  readonly before?: SafeHtml | undefined
  readonly below?: SafeHtml | undefined
  /** Where searching is all that the page is for. */
  readonly main?: boolean
}

/** A box for words to look for, and what is wrong where it was sent empty. */
export function searchBox({
  action,
  field,
  label,
  sought,
  hint,
  classes,
  before,
  below,
  main = false,
}: SearchBoxOptions): SafeHtml {
  const wrong = sought.problems.find(({ href }) => href === `#${field}`)
  const box = input({
    id: field,
    name: field,
    type: 'search',
    label,
    value: sought.words,
    spellcheck: false,
    hint: hint === undefined ? undefined : { text: hint },
    classes,
    attributes: { maxlength: longestSearch },
    errorMessage: wrong === undefined ? undefined : { text: wrong.text },
  })
  return form(
    { action, method: 'get' },
    html`${before}${box}
${below}${button({ text: 'Search', classes: main ? undefined : 'govuk-button--secondary' })}`,
  )
}
