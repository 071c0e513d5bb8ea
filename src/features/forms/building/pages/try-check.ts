import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { link } from '../../pages/parts.ts'
import { goTo, type TryFrame, tryNotice, tryTrail } from './try.ts'

type Told = { readonly clause: string; readonly text: string }

export type TryCheckModel = TryFrame & {
  readonly problems: readonly { readonly text: string; readonly page: string }[]
  readonly failed: readonly Told[]
  readonly caveats: readonly Told[]
}

/** What would stop the answers that were tried from being submitted, and what the rules say of them. */
export const tryCheckPage = (model: TryCheckModel): Page => ({
  title: 'What would happen on submitting',
  breadcrumbs: tryTrail(model, 'Try it out'),
  main: html`${tryNotice(model)}
<span class="govuk-caption-l">${model.caption}</span>
<h1 class="govuk-heading-l">What would happen on submitting</h1>
${
  model.problems.length === 0
    ? html`<p class="govuk-body">Nothing stands in the way.</p>`
    : html`<p class="govuk-body">This stands in the way:</p><ul class="govuk-list govuk-list--bullet">${model.problems.map(({ text, page }) => html`<li>${text} (${page})</li>`)}</ul>`
}
${told('Rules that refuse it', model.failed)}
${told('What applicants are told', model.caveats)}
${form({ action: model.action, csrf: model.csrf }, html`${hidden('tried', model.tried)}${goTo(model.pages, '')}`)}
<p class="govuk-body">To go through starting, saving, checking and the receipt, ${link(model.testsHref, 'start a test application')}.</p>`,
})

const told = (heading: string, rules: readonly Told[]): SafeHtml | false =>
  rules.length > 0 &&
  html`<h2 class="govuk-heading-m">${heading}</h2><ul class="govuk-list govuk-list--bullet">${rules.map(({ clause, text }) => html`<li>${text} (${clause})</li>`)}</ul>`
