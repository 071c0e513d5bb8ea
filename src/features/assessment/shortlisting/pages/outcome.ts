import { insetText, table } from '../../../../ui/components/index.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel } from '../../../../ui/patterns/index.ts'

export type OutcomeModel = {
  readonly reference: string
  readonly roundName: string
  readonly illustrative: boolean
  readonly applicationHref: string
  readonly told: boolean
  /** When it will be told, in words; '' where nothing is set. */
  readonly when: string
  readonly shortlisted: boolean
  readonly next: string
  /** Mean points by criterion, where the sealed rules show an applicant its own with the decision. */
  readonly scores: readonly { readonly criterion: string; readonly points: string; readonly most: string }[]
  readonly comments: readonly { readonly criterion: string; readonly comments: readonly string[] }[]
}

/** What became of an application: nothing before the time at which all are told. */
export const outcomePage = (model: OutcomeModel): Page => ({
  title: `Outcome of ${model.reference}`,
  breadcrumbs: [{ text: 'Application', href: model.applicationHref }, { text: 'Outcome' }],
  main: html`${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${model.reference}</span>${heading(model)}</h1>
${model.told ? html`<p class="govuk-body">${model.next}</p>${scores(model)}` : insetText({ text: model.when === '' ? 'It is not decided when applicants are told.' : model.when })}`,
})

const heading = ({ told, shortlisted }: OutcomeModel): string => {
  if (!told) return 'No outcome yet'
  return shortlisted ? 'Your application is on the shortlist' : 'Your application is not on the shortlist'
}

const scores = ({ scores: rows, comments }: OutcomeModel) =>
  rows.length > 0 &&
  html`${table({
    caption: 'What assessors gave it on average',
    captionClasses: 'govuk-table__caption--m',
    head: [{ text: 'Criterion' }, { text: 'Points', format: 'numeric' }, { text: 'Of', format: 'numeric' }],
    rows: rows.map(({ criterion, points, most }) => [
      { text: criterion },
      { text: points, format: 'numeric' },
      { text: most, format: 'numeric' },
    ]),
  })}
${comments.map(({ criterion, comments: said }) => html`<h2 class="govuk-heading-m">${criterion}</h2>${said.map((text) => html`<p class="govuk-body">${text}</p>`)}`)}`
