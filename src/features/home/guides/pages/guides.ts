import { html } from '../../../../ui/html.ts'
import { markdown } from '../../../../ui/markdown.ts'
import type { Page } from '../../../../ui/page.ts'
import { englishOnly } from '../../../../ui/patterns/index.ts'
import { guidePath, guidesPath } from '../guides.paths.ts'
import type { Guide } from '../read-guides.ts'

export const guidesPage = (guides: readonly Pick<Guide, 'slug' | 'title'>[]): Page => ({
  title: 'Guides',
  main: html`<h1 class="govuk-heading-xl">Guides</h1>
<p class="govuk-body">Each guide takes a new user through their work here, page by page.</p>
<ul class="govuk-list govuk-list--spaced">${guides.map(
    ({ slug, title }) => html`<li><a class="govuk-link" href="${guidePath(slug)}">${title}</a></li>`,
  )}</ul>`,
})

export const guidePage = ({ title, text }: Pick<Guide, 'title' | 'text'>): Page => ({
  title,
  breadcrumbs: [{ text: 'Guides', href: guidesPath }, { text: title }],
  main: html`${englishOnly()}<div lang="en">${markdown(text, { headingLevel: 1 })}</div>`,
})
