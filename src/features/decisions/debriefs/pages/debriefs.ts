import { button, input, tag } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  type FieldText,
  illustrativeLabel,
  problemSummary,
  scrolling,
  stackingTable,
  statisticsRow,
} from '../../../../ui/patterns/index.ts'
import { errorAt } from '../../interviewing/pages/parts.ts'

export type DebriefsModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: NonNullable<Page['breadcrumbs']>
  readonly counts: readonly { readonly value: number; readonly label: string }[]
  readonly rows: readonly {
    readonly reference: string
    readonly lead: string
    readonly href: string
    readonly asked: string
    readonly state: { readonly text: string; readonly classes: string }
    readonly what: string
  }[]
  /** Until when applicants can ask, in a sentence. */
  readonly until: string
  readonly window: { readonly action: string; readonly days: string; readonly remindDays: string } | undefined
  readonly problems: readonly FieldText[]
  readonly csrf: string
}

/** The debriefs of a round: those that wait longest first. */
export const debriefsPage = (model: DebriefsModel): Page => ({
  title: 'Debriefs',
  breadcrumbs: model.breadcrumbs,
  hasErrors: model.problems.length > 0,
  wide: true,
  main: html`${problemSummary(model.problems)}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l">Debriefs</h1>
<p class="govuk-body">${model.until}</p>
${statisticsRow(model.counts)}
${model.rows.length === 0 ? html`<p class="govuk-body">Nobody has asked for a debrief.</p>` : listOf(model)}
${model.window !== undefined && windowOf(model, model.window)}`,
})

const listOf = ({ rows }: DebriefsModel): SafeHtml =>
  scrolling(
    'Debriefs',
    stackingTable({
      caption: 'Debriefs',
      captionClasses: 'govuk-visually-hidden',
      head: [
        { text: 'Application' },
        { text: 'Lead' },
        { text: 'Asked' },
        { text: 'Standing' },
        { text: 'When or what' },
      ],
      rows: rows.map(({ reference, lead, href, asked, state, what }) => [
        { html: html`<a class="govuk-link app-whole" href="${href}">${reference}</a>` },
        { text: lead },
        { text: asked },
        { html: tag(state) },
        { text: what },
      ]),
    }),
  )

const windowOf = (model: DebriefsModel, { action, days, remindDays }: NonNullable<DebriefsModel['window']>): SafeHtml =>
  html`<h2 class="govuk-heading-m">When debriefs can be asked for</h2>
${form(
  { action, csrf: model.csrf },
  html`${input({
    name: 'days',
    id: 'days',
    label: { text: 'Days after everybody is told', classes: 'govuk-label--s' },
    hint: { text: 'Once applicants are told, it can only be made longer' },
    value: days,
    classes: 'govuk-input--width-3',
    inputmode: 'numeric',
    errorMessage: errorAt(model.problems, 'days'),
  })}
${input({
  name: 'remind-days',
  id: 'remind-days',
  label: { text: 'Days after which a request that waits is marked', classes: 'govuk-label--s' },
  value: remindDays,
  classes: 'govuk-input--width-3',
  inputmode: 'numeric',
  errorMessage: errorAt(model.problems, 'remind-days'),
})}
${button({ text: 'Save', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
)}`
