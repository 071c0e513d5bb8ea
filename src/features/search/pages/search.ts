import type { ExcerptPiece, Found } from '../../../core/search/index.ts'
import { select } from '../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { illustrativeTag, problemSummary, type Sought, searchBox } from '../../../ui/patterns/index.ts'

type FoundItem = Pick<Found, 'href' | 'title' | 'detail' | 'illustrative'> & {
  readonly excerpt: readonly ExcerptPiece[]
}

export type FoundGroup = {
  readonly id: string
  readonly title: string
  readonly items: readonly FoundItem[]
  /** Where all of this kind are; undefined when all are here. */
  readonly moreHref: string | undefined
}

export type SearchModel = {
  readonly sought: Sought
  readonly kind: string
  readonly kinds: readonly { readonly value: string; readonly text: string }[]
  readonly groups: readonly FoundGroup[]
  readonly signedIn: boolean
  readonly action: string
}

/** What was found of what one may open, by kind. */
export function searchPage(model: SearchModel): Page {
  const { sought, groups, signedIn } = model
  const query = sought.words
  return {
    title: query === '' ? 'Search' : `Search for ${query}`,
    hasErrors: sought.problems.length > 0,
    main: html`${problemSummary(sought.problems)}
<h1 class="govuk-heading-xl">Search</h1>
${searchForm(model)}
${query !== '' && groups.length === 0 && html`<p class="govuk-body">Nothing that you may open has these words. Try fewer of them, or a reference such as DD-2026-7K3F-W.${!signedIn && ' If you work for a council or on a fund, sign in to find what is yours.'}</p>`}
${groups.map(groupOf)}`,
  }
}

const searchForm = ({ sought, kind, kinds, action }: SearchModel): SafeHtml =>
  searchBox({
    action,
    field: 'q',
    label: { text: 'Words or a reference' },
    sought,
    below: select({
      id: 'kind',
      name: 'kind',
      label: { text: 'In' },
      value: kind,
      items: [{ value: '', text: 'Everything' }, ...kinds],
    }),
    main: true,
  })

const groupOf = ({ id, title, items, moreHref }: FoundGroup): SafeHtml => html`<section aria-labelledby="${id}">
<h2 class="govuk-heading-m" id="${id}">${title}</h2>
<ul class="govuk-list govuk-list--spaced">${items.map(itemOf)}</ul>
${moreHref !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${moreHref}">All ${title.toLowerCase()} with these words</a></p>`}
</section>`

const itemOf = ({ href, title, detail, illustrative, excerpt }: FoundItem): SafeHtml =>
  html`<li><a class="govuk-link" href="${href}">${title}</a> ${illustrativeTag(illustrative)}
<span class="govuk-hint app-found">${detail}</span>
<span class="app-found" translate="no">${excerpt.map(({ text, marked }) => (marked ? html`<mark>${text}</mark>` : text))}</span></li>`
