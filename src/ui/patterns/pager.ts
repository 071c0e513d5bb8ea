import { pagination } from '../components/pagination.ts'
import { html, type SafeHtml } from '../html.ts'

export type PagerOptions = {
  /** Which rows are shown: “Showing 1 to 25 of 120”; '' where there is none. */
  readonly words: string
  readonly previous: string | undefined
  readonly next: string | undefined
}

/** Finds the page to show of one of the lists of a page, which has so many rows. */
export type PageFinder<List extends string> = (
  list: List,
  total: number,
) => PagerOptions & { readonly from: number; readonly to: number }

/**
 * Which part of a long list is shown, and the way to the parts beside it.
 *
 * @param list what the list is, where a page has several
 */
export const pager = ({ words, previous, next }: PagerOptions, list?: string): SafeHtml =>
  html`${words !== '' && html`<p class="govuk-body">${words}</p>`}
${
  (previous ?? next) !== undefined &&
  pagination({
    landmarkLabel: list === undefined ? undefined : `Pages of: ${list}`,
    previous: { href: previous },
    next: { href: next },
  })
}`
