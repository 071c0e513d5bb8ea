import { button, insetText, summaryList } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel } from '../../../../ui/patterns/index.ts'
import { reportBlock, type ShownBlock } from './report-block.ts'

export type ReportModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly title: string
  readonly council: string
  readonly edition: { readonly name: string; readonly note: string }
  readonly editions: readonly { readonly text: string; readonly href: string; readonly current: boolean }[]
  readonly parts: readonly { readonly id: string; readonly title: string; readonly blocks: readonly ShownBlock[] }[]
  readonly pdfHref: string
  readonly wordHref: string
  /** Spreadsheets with formulas; undefined where there are no figures. */
  readonly figures: { readonly excelHref: string; readonly openHref: string } | undefined
  /** Where its words are written, for those who write. */
  readonly wordsHref: string | undefined
}

/** The report of a review, to read and to print. */
export const reportPage = (model: ReportModel): Page => ({
  title: `${model.edition.name}: ${model.title}`,
  breadcrumbs: [...model.breadcrumbs, { text: model.edition.name }],
  wide: true,
  main: html`<div class="app-report">${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${model.edition.name}, ${model.council}</span>${model.title}</h1>
<p class="govuk-body">${model.edition.note}</p>
${summaryList({
  rows: [
    {
      key: { text: 'Editions' },
      value: {
        html: html`${model.editions.map(({ text, href, current }) =>
          current
            ? html`<p class="govuk-body">${text}: this one</p>`
            : html`<p class="govuk-body"><a class="govuk-link" href="${href}">${text}</a></p>`,
        )}`,
      },
    },
    {
      key: { text: 'Documents' },
      value: {
        html: html`<p class="govuk-body"><a class="govuk-link" href="${model.pdfHref}">${model.edition.name} as a PDF</a></p>
<p class="govuk-body"><a class="govuk-link" href="${model.wordHref}">${model.edition.name} as a Word document</a></p>
${model.figures !== undefined && figuresOf(model.figures)}`,
      },
    },
  ],
})}
${model.wordsHref !== undefined && button({ text: 'Edit the text', href: model.wordsHref, classes: 'govuk-button--secondary' })}
${model.parts.length === 0 ? insetText({ text: 'Nothing is withheld, so there is no exempt appendix.' }) : contentsOf(model)}
${model.parts.map((part) => partOf(part))}</div>`,
})

const figuresOf = ({ excelHref, openHref }: NonNullable<ReportModel['figures']>): SafeHtml =>
  html`<p class="govuk-body"><a class="govuk-link" href="${openHref}">Figures with their formulas, as OpenDocument</a></p>
<p class="govuk-body"><a class="govuk-link" href="${excelHref}">Figures with their formulas, for Excel</a></p>`

const contentsOf = ({ parts }: ReportModel): SafeHtml =>
  html`<nav aria-labelledby="contents"><h2 class="govuk-heading-m" id="contents">Contents</h2>
<ul class="govuk-list govuk-!-margin-bottom-8">${parts.map(({ id, title }) => html`<li><a class="govuk-link" href="#${id}">${title}</a></li>`)}</ul></nav>`

const partOf = ({ id, title, blocks }: ReportModel['parts'][number]): SafeHtml =>
  html`<h2 class="govuk-heading-l" id="${id}">${title}</h2>
${blocks.map((block, at) => reportBlock(block, `${id}-${at}`))}`
