import { button, table } from '../../../../ui/components/index.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { chartFrame, illustrativeLabel, scrolling } from '../../../../ui/patterns/index.ts'
import { drawPicture, type PictureBlock } from '../../reporting/pages/draw-picture.ts'

export type PlanModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  /** Undefined where there is no step yet. */
  readonly plan:
    | {
        readonly picture: PictureBlock
        readonly headings: readonly string[]
        readonly rows: readonly (readonly string[])[]
      }
    | undefined
  /** For those who write it. */
  readonly editHref: string | undefined
}

/** The implementation plan along a line of time. */
export const planPage = ({ illustrative, breadcrumbs, plan, editHref }: PlanModel): Page => ({
  title: 'The plan',
  wide: true,
  breadcrumbs: [...breadcrumbs, { text: 'The plan' }],
  main: html`${illustrativeLabel(illustrative)}
<h1 class="govuk-heading-l">The plan</h1>
${
  plan === undefined
    ? html`<p class="govuk-body">There is no step yet.</p>`
    : html`<p class="govuk-body">${plan.picture.finding}</p>
${chartFrame(drawPicture(plan.picture, 'plan'))}
${scrolling(
  'The plan in words',
  table({
    caption: 'The plan in words',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: plan.headings.map((text) => ({ text })),
    rows: plan.rows.map((cells) => cells.map((text) => ({ text }))),
  }),
)}`
}
${editHref !== undefined && button({ text: plan === undefined ? 'Write the plan' : 'Change the plan', href: editHref, classes: 'govuk-button--secondary' })}`,
})
