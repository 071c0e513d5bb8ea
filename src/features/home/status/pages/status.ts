import { summaryList, tag } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'

export type ShownPart = { readonly name: string; readonly tag: { readonly text: string; readonly classes: string } }

export type StatusModel = {
  readonly at: string
  readonly version: string
  readonly parts: readonly ShownPart[]
  /** The way back for those who look after the service; none for the public. */
  readonly breadcrumbs: Page['breadcrumbs']
  /** What was measured; none for the public. */
  readonly measures: readonly { readonly name: string; readonly value: string }[]
  /** Where the messages are that did not go out; undefined for the public. */
  readonly troubledHref: string | undefined
  readonly historyDays: number
  readonly notices: readonly { readonly text: string; readonly times: string }[]
}

/** How the service stands, and what was told of it. */
export const statusPage = (model: StatusModel): Page => ({
  title: 'Status of the service',
  breadcrumbs: model.breadcrumbs,
  main: html`<h1 class="govuk-heading-xl">Status of the service</h1>
<p class="govuk-body">As at ${model.at}. Version ${model.version}.</p>
${summaryList({ rows: model.parts.map((part) => ({ key: { text: part.name }, value: { html: tag(part.tag) } })) })}
${model.measures.length > 0 && measuresOf(model)}
<h2 class="govuk-heading-m">Notices of the last ${model.historyDays} days</h2>
${model.notices.length === 0 ? html`<p class="govuk-body">There were no notices.</p>` : html`<ul class="govuk-list govuk-list--spaced">${model.notices.map(({ text, times }) => html`<li><strong>${times}</strong><br>${text}</li>`)}</ul>`}`,
})

const measuresOf = ({
  measures,
  troubledHref,
}: StatusModel): SafeHtml => html`<h2 class="govuk-heading-m">What was measured</h2>
${summaryList({ rows: measures.map(({ name, value }) => ({ key: { text: name }, value: { text: value } })) })}
${troubledHref !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${troubledHref}">Messages that did not go out</a></p>`}`
