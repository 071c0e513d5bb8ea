import type { ReportBlock } from '../../../../core/reviews/index.ts'
import { insetText, summaryList, table } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { scrolling } from '../../../../ui/patterns/index.ts'

export type ShownBlock = ReportBlock

/** A piece of a report on a page. */
export function reportBlock(block: ShownBlock): SafeHtml {
  switch (block.kind) {
    case 'heading':
      return html`<h3 class="govuk-heading-m">${block.text}</h3>`
    case 'entry':
      return html`<h4 class="govuk-heading-s">${block.text}</h4>`
    case 'words':
      return html`<p class="govuk-body app-kept-lines">${block.text}</p>`
    case 'finding':
      return html`<p class="govuk-body">${block.text}</p>`
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
    case 'quote':
      return html`<p class="govuk-body">In the words of ${block.from}, unedited:</p>
<blockquote class="govuk-inset-text app-kept-lines">${block.text}</blockquote>`
  }
}
