import { button } from '../components/button.ts'
import { form } from '../form.ts'
import { html, type SafeHtml } from '../html.ts'

export type FilterOptions = {
  /** The page itself; the filters become its query. */
  readonly action: string
  /** Search box, checkboxes, selects: named as the page's query names them. */
  readonly fields: SafeHtml
  /** What is filtered by now; `href` is the page without that one. */
  readonly chosen?: readonly { readonly text: string; readonly href: string }[] | undefined
  readonly clearHref?: string | undefined
  readonly title?: string | undefined
}

/** Narrows a list by a GET form, so that a filtered list has an address of its own. */
export function filter({ action, fields, chosen = [], clearHref, title = 'Filter' }: FilterOptions): SafeHtml {
  const tags = chosen.map(
    ({ text, href }) =>
      html`<li><a class="app-filter__tag" href="${href}"><span class="govuk-visually-hidden">Remove this filter: </span>${text}</a></li>`,
  )
  const content = html`<div class="app-filter__fields">${fields}</div>
<div class="govuk-button-group">${button({ text: 'Apply filters' })}${
    clearHref !== undefined && html`<a class="govuk-link" href="${clearHref}">Clear filters</a>`
  }</div>`
  return html`<section class="app-filter" aria-label="${title}">
<h2 class="govuk-heading-m">${title}</h2>
${tags.length > 0 && html`<ul class="app-filter__chosen">${tags}</ul>`}
${form({ action, method: 'get' }, content)}
</section>`
}
