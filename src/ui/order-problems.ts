import { raw, render, type SafeHtml } from './html.ts'

const list = /(<ul class="govuk-list govuk-error-summary__list">)([\s\S]*?)(<\/ul>)/

/**
 * A page whose error summary names the problems in the order in which their fields stand on it, whatever the order in which
 * they were found. Those that lead to nothing on the page come last, in the order that they had.
 *
 * @param main a page's own part, with an error summary or without
 * @see https://design-system.service.gov.uk/components/error-summary/
 */
export function orderProblems(main: SafeHtml): SafeHtml {
  const markup = render(main)
  return raw(
    markup.replace(list, (_, before: string, items: string, after: string) => {
      const placed = items.split(/(?<=<\/li>)/).map((item) => ({ item, place: placeOf(item, markup) }))
      placed.sort((a, b) => a.place - b.place)
      return `${before}${placed.map(({ item }) => item).join('')}${after}`
    }),
  )
}

/** Where the field that a problem leads to begins; beyond the end where it leads to none. */
function placeOf(item: string, markup: string): number {
  const id = /href="#([^"]+)"/.exec(item)?.[1]
  const place = id === undefined ? -1 : markup.indexOf(` id="${id}"`)
  return place < 0 ? markup.length : place
}
