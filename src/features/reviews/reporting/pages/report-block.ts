import type { ReportBlock } from '../../../../core/reviews/index.ts'
import { insetText, summaryList, table } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { chartFrame, scrolling } from '../../../../ui/patterns/index.ts'
import { drawPicture } from './draw-picture.ts'

export type ShownBlock = ReportBlock

/** A piece of a report on a page. @param id unique on the page */
export function reportBlock(block: ShownBlock, id: string): SafeHtml {
  switch (block.kind) {
    case 'heading':
      return html`<h3 class="govuk-heading-m">${block.text}</h3>`
    case 'entry':
      return html`<h4 class="govuk-heading-s">${block.text}</h4>`
    case 'words':
      return html`<p class="govuk-body app-kept-lines">${block.text}</p>`
    case 'finding':
      return html`<p class="govuk-body">${block.text}</p>
${block.points !== undefined && html`<ul class="govuk-list govuk-list--bullet">${block.points.map((point) => html`<li>${point}</li>`)}</ul>`}`
    case 'missing':
      return insetText({ text: block.text })
    case 'facts':
      return summaryList({
        rows: block.rows.map(({ name, value }) => ({
          key: { text: name },
          value: { html: html`<span class="app-kept-lines">${value.join('\n')}</span>` },
        })),
      })
    case 'table':
      return scrolling(
        block.caption,
        table({
          caption: block.caption,
          captionClasses: 'govuk-table__caption--s',
          firstCellIsHeader: true,
          head: block.columns.map(({ text, amounts }) => ({ text, ...(amounts === true && { format: 'numeric' }) })),
          rows: block.rows.map((row) =>
            row.map((text, at) => ({ text, ...(block.columns[at]?.amounts === true && { format: 'numeric' }) })),
          ),
        }),
      )
    case 'picture':
      return html`<p class="govuk-body govuk-!-font-weight-bold">${block.title}</p>
<p class="govuk-body">${block.finding}</p>
${chartFrame(drawPicture(block, id))}`
    case 'quote':
      return html`${block.cut === true ? html`<p class="govuk-body">In the words of ${block.from}, without figures that are withheld:</p>` : html`<p class="govuk-body">In the words of ${block.from}, unedited:</p>`}
<blockquote class="govuk-inset-text app-kept-lines">${block.text}</blockquote>`
  }
}
