import { button } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { markdown } from '../../../../ui/markdown.ts'
import type { Page } from '../../../../ui/page.ts'
import { problemSummary } from '../../../../ui/patterns/index.ts'
import { link } from '../../pages/parts.ts'
import type { FormFrame } from '../../read-round-form.ts'

export type TryFrame = {
  readonly frame: FormFrame
  readonly caption: string
  readonly number: number
  readonly versionHref: string
  readonly testsHref: string
  readonly action: string
  readonly csrf: string
  /** The answers so far, as the page carries them. */
  readonly tried: string
  /** Those that are shown with these answers. */
  readonly pages: readonly { readonly id: string; readonly title: string }[]
}

export type TryModel = TryFrame & {
  readonly pageId: string
  readonly title: string
  /** Markdown. */
  readonly guidance: string
  readonly fields: readonly SafeHtml[]
  readonly problems: readonly { readonly text: string; readonly href: string }[]
}

/** Says of a page that nothing of it is kept, and how to end. */
export const tryNotice = ({ number, versionHref }: TryFrame): SafeHtml =>
  html`<div class="govuk-inset-text"><strong>Trying it out.</strong> Nothing that you write here is kept. ${link(versionHref, `Stop, and go back to version ${number}`)}</div>`

/** The trail of a page on which a version is tried out. */
export const tryTrail = ({ frame, number, versionHref }: TryFrame, text: string) => [
  ...frame.crumbs,
  { text: 'Application form', href: frame.formHref },
  { text: `Version ${number}`, href: versionHref },
  { text },
]

/** A page of the form as applicants see it, to try out. */
export const tryPage = (model: TryModel): Page => ({
  title: model.title,
  breadcrumbs: tryTrail(model, 'Try it out'),
  hasErrors: model.problems.length > 0,
  main: html`${problemSummary(model.problems)}
${tryNotice(model)}
<span class="govuk-caption-l">${model.caption}</span>
<h1 class="govuk-heading-l">${model.title}</h1>
${model.guidance !== '' && markdown(model.guidance)}
${form(
  { action: model.action, csrf: model.csrf },
  html`${hidden('tried', model.tried)}${hidden('page', model.pageId)}
${model.fields}
<div class="govuk-button-group">${button({ text: 'Save and continue', name: 'go', value: 'next' })}
${button({ text: 'Check everything', name: 'go', value: 'check', classes: 'govuk-button--secondary' })}</div>
${goTo(model.pages, model.pageId)}`,
)}`,
})

/** The pages that these answers show, each a button, since the answers go along. */
export const goTo = (
  pages: TryFrame['pages'],
  current: string,
): SafeHtml => html`<h2 class="govuk-heading-s">Pages that these answers show</h2>
<ol class="govuk-list govuk-list--number govuk-!-static-padding-left-6">${pages.map(({ id, title }) =>
  id === current
    ? html`<li><strong>${title}</strong></li>`
    : html`<li><button type="submit" class="app-link-button" name="go" value="page:${id}">${title}</button></li>`,
)}</ol>`
