import { html, type SafeHtml } from '../html.ts'

export type SideNavigationSection = {
  readonly title?: string | undefined
  readonly items: readonly { readonly text: string; readonly href: string; readonly current?: boolean | undefined }[]
}

/** The pages of one thing, beside them. `label` tells it from the page's other navigation. */
export function sideNavigation(label: string, sections: readonly SideNavigationSection[]): SafeHtml {
  return html`<nav class="app-side-navigation" aria-label="${label}">${sections.map(
    ({
      title,
      items,
    }) => html`${title !== undefined && html`<h2 class="govuk-heading-s govuk-!-margin-bottom-1">${title}</h2>`}
<ul class="app-side-navigation__list">${items.map(
      ({ text, href, current }) =>
        html`<li class="app-side-navigation__item${current === true && ' app-side-navigation__item--current'}"><a href="${href}"${current === true && html` aria-current="page"`}>${text}</a></li>`,
    )}</ul>`,
  )}</nav>`
}
