import { button, insetText, select, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, pointsField, problemSummary, type ScoreFieldsModel } from '../../../../ui/patterns/index.ts'

export type PracticeModel = {
  readonly round: string
  readonly illustrative: boolean
  readonly breadcrumbs: NonNullable<Page['breadcrumbs']>
  readonly applications: readonly { readonly text: string; readonly href: string }[]
  /** What else could be practised on; empty where nothing may be added. */
  readonly others: readonly { readonly value: string; readonly text: string }[]
  readonly action: string
}

/** The applications that assessors practise on. */
export const practicePage = (model: PracticeModel): Page => ({
  title: 'Practice',
  breadcrumbs: model.breadcrumbs,
  main: html`${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-xl">${model.round}</span>
<h1 class="govuk-heading-xl">Practice</h1>
<p class="govuk-body">Before scoring opens, assessors can score one or more applications for practice. When they have submitted, they see the scores agreed here and why, beside their own. Practice counts for nothing.</p>
<p class="govuk-body">Choose applications that everybody reads, or that few will: whoever has practised on one has seen what was agreed of it.</p>
${
  model.applications.length === 0
    ? insetText({ text: 'No scores have been agreed yet.' })
    : html`<ul class="govuk-list govuk-list--bullet">${model.applications.map(({ text, href }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}</ul>`
}
${
  model.others.length > 0 &&
  form(
    { action: model.action, method: 'get' },
    html`${select({
      name: 'reference',
      id: 'reference',
      label: {
        text: model.applications.length === 0 ? 'Which application?' : 'Another application',
        classes: 'govuk-label--m',
      },
      items: model.others,
    })}${button({ text: 'Agree its scores', classes: 'govuk-button--secondary' })}`,
  )
}`,
})

export type AgreeModel = {
  readonly reference: string
  readonly name: string
  readonly illustrative: boolean
  readonly breadcrumbs: NonNullable<Page['breadcrumbs']>
  readonly csrf: string
  readonly action: string
  /** Where it is read, by those who may read what was sent in. */
  readonly applicationHref: string | undefined
  readonly criteria: readonly (Omit<ScoreFieldsModel, 'commentError'> & {
    readonly looksFor: string
    readonly wordsError: { readonly text: string } | undefined
  })[]
  /** Only read: scoring has opened, or this person does not run the round. */
  readonly fixed: boolean
  readonly agreed: boolean
  readonly problems: readonly { readonly text: string; readonly href: string }[]
}

/** The scores that are agreed for one application to practise on, each with why. */
export const agreePage = (model: AgreeModel): Page => ({
  title: `Agreed scores of ${model.name}`,
  breadcrumbs: model.breadcrumbs,
  hasErrors: model.problems.length > 0,
  main: html`${problemSummary(model.problems)}
${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l">${model.reference}</span>
<h1 class="govuk-heading-l">Agreed scores of ${model.name}</h1>
${model.applicationHref !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${model.applicationHref}">Read the application</a></p>`}
${
  model.fixed
    ? html`${insetText({ text: 'These can no longer be changed, or are not yours to change.' })}
<dl class="govuk-summary-list">${model.criteria.map(({ name, points, comment }) => html`<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">${name}</dt><dd class="govuk-summary-list__value">${points}<br>${comment}</dd></div>`)}</dl>`
    : form(
        { action: model.action, csrf: model.csrf },
        html`${model.criteria.map(
          (
            criterion,
          ) => html`<h2 class="govuk-heading-m">${criterion.name}</h2><p class="govuk-body">${criterion.looksFor}</p>
${pointsField(criterion)}
${textarea({
  name: `comment-${criterion.id}`,
  id: `comment-${criterion.id}`,
  label: { text: `Explanation of the points: ${criterion.name}`, classes: 'govuk-label--s' },
  hint: { text: 'Assessors read this beside what they gave.' },
  value: criterion.comment,
  rows: 3,
  errorMessage: criterion.wordsError,
})}`,
        )}
<div class="govuk-button-group">${button({ text: 'Keep as agreed', name: 'action', value: 'agree' })}
${model.agreed && button({ text: 'Take it out of practice', name: 'action', value: 'end', classes: 'govuk-button--secondary' })}</div>`,
      )
}`,
})
