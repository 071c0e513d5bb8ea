import { summaryList } from '../../../../ui/components/index.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, scrolling, stackingTable, statisticsRow } from '../../../../ui/patterns/index.ts'

export type PerformanceModel = {
  /** Whether what is made up counts. */
  readonly illustrative: boolean
  readonly at: string
  readonly leastCount: number
  readonly statistics: readonly { readonly value: string; readonly label: string }[]
  /** Sentences about the figures that are not there. */
  readonly notShown: readonly string[]
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly figures: readonly { readonly name: string; readonly how: string }[]
  readonly csvHref: string
  readonly jsonHref: string
  readonly feedbackHref: string
  /** For those who run a fund: where they enter what it costs. */
  readonly costs: readonly { readonly href: string; readonly text: string }[]
}

const link = (href: string, text: string) => html`<a class="govuk-link" href="${href}">${text}</a>`

/** How the service performs, with how each figure is counted and the months that it is made of. */
export const performancePage = (model: PerformanceModel): Page => ({
  title: 'How this service performs',
  wide: true,
  main: html`${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-xl">How this service performs</h1>
<p class="govuk-body">As at ${model.at}. Any number below ${model.leastCount} is withheld so that nobody can be identified, and is left out of totals.</p>
${model.statistics.length > 0 && statisticsRow(model.statistics)}
${
  model.notShown.length > 0 &&
  html`<p class="govuk-body">Not shown yet:</p>
<ul class="govuk-list govuk-list--bullet">${model.notShown.map((text) => html`<li>${text}</li>`)}</ul>`
}
<h2 class="govuk-heading-l" id="months">Month by month</h2>
${
  model.rows.length === 0
    ? html`<p class="govuk-body">Nothing was counted yet.</p>`
    : scrolling(
        'How this service performs, month by month',
        stackingTable({
          caption: 'How this service performs, month by month',
          captionClasses: 'govuk-visually-hidden',
          firstCellIsHeader: true,
          head: model.headings.map((text) => ({ text })),
          rows: model.rows.map((cells) => cells.map((text) => ({ text }))),
        }),
      )
}
<p class="govuk-body">The same ${link(model.csvHref, 'as a CSV file')} and ${link(model.jsonHref, 'as JSON')}.</p>
<h2 class="govuk-heading-l">How each figure is counted</h2>
${summaryList({ rows: model.figures.map(({ name, how }) => ({ key: { text: name }, value: { text: how } })) })}
<p class="govuk-body">${link(model.feedbackHref, 'Say how satisfied you are with this service')}</p>
${
  model.costs.length > 0 &&
  html`<h2 class="govuk-heading-m">What your funds cost</h2>
<ul class="govuk-list govuk-list--bullet">${model.costs.map(({ href, text }) => html`<li>${link(href, text)}</li>`)}</ul>`
}`,
})
