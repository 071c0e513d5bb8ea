import { ukTime } from '../../../../core/time/uk-time.ts'
import { button, radios, table, textarea, warningText } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, problemSummary, scrolling } from '../../../../ui/patterns/index.ts'

export type GlassModel = {
  readonly round: string
  readonly illustrative: boolean
  readonly breadcrumbs: NonNullable<Page['breadcrumbs']>
  readonly csrf: string
  readonly action: string
  /** Whether this person may open a view now. */
  readonly opens: boolean
  readonly minutes: readonly number[]
  readonly typed: { readonly reason: string; readonly minutes: string }
  readonly before: readonly { readonly by: string; readonly when: string; readonly reason: string }[]
  readonly problems: readonly { readonly text: string; readonly href: string }[]
}

/** Where scores that are still blind are opened for a reason, and every time that this was done. */
export function glassPage(model: GlassModel): Page {
  const { problems, typed } = model
  const errorOf = (href: string) => {
    const text = problems.find((problem) => problem.href === href)?.text
    return text === undefined ? undefined : { text }
  }
  const title = 'Look at scores before scoring has closed'
  return {
    title,
    breadcrumbs: model.breadcrumbs,
    hasErrors: problems.length > 0,
    main: html`${problemSummary(problems)}
${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l">${model.round}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">Nobody sees scores while they are given, so that no score follows another. Only something that cannot wait, such as a complaint or a suspected fraud, is a reason to look.</p>
${
  model.opens &&
  html`${warningText({ text: 'It is logged with your name, told by email to the programme team and the funders, and published with its reason on the page of the sealed rules.', iconFallbackText: 'Warning' })}
${form(
  { action: model.action, csrf: model.csrf },
  html`${textarea({
    name: 'reason',
    id: 'reason',
    label: { text: 'Why must you look now?', classes: 'govuk-label--m' },
    hint: { text: 'This is published. Do not name a person or an applicant.' },
    value: typed.reason,
    rows: 3,
    errorMessage: errorOf('#reason'),
  })}
${radios({
  name: 'minutes',
  idPrefix: 'minutes',
  value: typed.minutes,
  fieldset: { legend: { text: 'For how long?', classes: 'govuk-fieldset__legend--m' } },
  errorMessage: errorOf('#minutes'),
  items: model.minutes.map((minutes) => ({ value: String(minutes), text: `${minutes} minutes` })),
})}
${button({ text: 'Open the scores', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
)}`
}
<h2 class="govuk-heading-m">Every time that it was done</h2>
${
  model.before.length === 0
    ? html`<p class="govuk-body">It has not been done in this round.</p>`
    : html`<ul class="govuk-list govuk-list--bullet">${model.before.map(({ by, when, reason }) => html`<li>${by}, ${when}: ${reason}</li>`)}</ul>`
}`,
  }
}

export type GlassViewModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: NonNullable<Page['breadcrumbs']>
  readonly reason: string
  readonly endsAt: Date
  readonly criteria: readonly string[]
  readonly rows: readonly {
    readonly application: string
    readonly assessor: string
    readonly isSubmitted: boolean
    readonly points: readonly string[]
  }[]
}

/** Scores as they are while scoring is open, to the one person who has opened the view. */
export const glassViewPage = (model: GlassViewModel): Page => ({
  title: 'Scores before scoring has closed',
  breadcrumbs: model.breadcrumbs,
  wide: true,
  main: html`${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l">Scores before scoring has closed</h1>
${warningText({ text: `Open to you alone until ${ukTime(model.endsAt)}. Reason: ${model.reason}`, iconFallbackText: 'Warning' })}
${scrolling(
  'Scores',
  table({
    head: [
      { text: 'Application' },
      { text: 'Assessor' },
      { text: 'Review' },
      ...model.criteria.map((text) => ({ text })),
    ],
    rows: model.rows.map(({ application, assessor, isSubmitted, points }) => [
      { text: application },
      { text: assessor },
      { text: isSubmitted ? 'Submitted' : 'Not submitted' },
      ...points.map((text) => ({ text })),
    ]),
  }),
)}`,
})
