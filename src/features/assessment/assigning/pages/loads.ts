import { table } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { scrolling } from '../../../../ui/patterns/index.ts'

export type ShownLoads = {
  /** How many assessors read so many. */
  readonly histogram: readonly { readonly load: number; readonly assessors: number }[]
  /** `between`: as many as they could be given; empty where everybody reads everything. */
  readonly people: readonly { readonly name: string; readonly load: number; readonly between: string }[]
}

const barHeight = 20

/** How many each assessor reads: how often each load comes, as bars beside its numbers, and then person by person. */
export function loadsOf({ histogram, people }: ShownLoads): SafeHtml {
  const bounded = people.some(({ between }) => between !== '')
  const most = histogram.reduce((largest, { assessors }) => Math.max(largest, assessors), 1)
  return html`<h2 class="govuk-heading-l">How many each reads</h2>
${scrolling(
  'How many each reads',
  table({
    caption: 'How often each load comes',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: [
      { text: 'Reads' },
      { text: 'Assessors', format: 'numeric' },
      { html: html`<span class="govuk-visually-hidden">Bar</span>` },
    ],
    rows: histogram.map(({ load, assessors }) => [
      { text: load },
      { text: assessors, format: 'numeric' },
      {
        html: html`<svg width="100%" height="${barHeight}" aria-hidden="true" focusable="false"><rect width="${(100 * assessors) / most}%" height="${barHeight}" fill="#1d70b8"></rect></svg>`,
      },
    ]),
  }),
)}
${scrolling(
  'Each assessor',
  table({
    caption: 'Each assessor',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: [
      { text: 'Assessor' },
      { text: 'Reads', format: 'numeric' },
      ...(bounded ? [{ text: 'Could read, anchors apart' }] : []),
    ],
    rows: people.map(({ name, load, between }) => [
      { text: name },
      { text: load, format: 'numeric' },
      ...(bounded ? [{ text: between }] : []),
    ]),
  }),
)}`
}
