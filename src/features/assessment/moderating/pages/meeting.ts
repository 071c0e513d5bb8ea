import {
  button,
  details,
  insetText,
  radios,
  select,
  summaryList,
  table,
  textarea,
} from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { type FieldText, illustrativeLabel, problemSummary, scrolling } from '../../../../ui/patterns/index.ts'

/** One score as the meeting reads it. `now` differs from `given` once it was moderated. */
export type MeetingScore = {
  readonly criterion: string
  readonly given: string
  readonly now: string
  readonly comment: string
  /** Each version since, in words. */
  readonly versions: readonly string[]
}

export type MeetingColumn = {
  readonly reviewId: string
  readonly assessor: string
  readonly setAside: boolean
  /** The number of the last decision on whether it counts, 0 before any. */
  readonly asideSeen: string
  readonly scope: string
  readonly total: string
  readonly scores: readonly MeetingScore[]
  readonly history: readonly string[]
}

export type ModerateForm = {
  /** Fields of the form begin with this. */
  readonly place: string
  readonly reviewId: string
  readonly criterionId: string
  readonly label: string
  /** The number of the version that this form is shown with, 0 where the score is as given. */
  readonly seen: string
  readonly choices: readonly { readonly value: string; readonly text: string }[]
  readonly points: string
  readonly reason: string
}

export type MeetingModel = {
  readonly reference: string
  readonly lead: string
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[]
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  readonly answersHref: string | undefined
  /** Where its scores are pictured; undefined where there is no picture. */
  readonly pictureHref: string | undefined
  readonly criteria: readonly { readonly name: string; readonly spread: string }[]
  readonly columns: readonly MeetingColumn[]
  readonly notes: readonly string[]
  readonly extra: {
    readonly text: string
    readonly people: readonly { readonly value: string; readonly text: string }[]
    readonly action: string
  }
  /** Undefined once nothing can be moderated any more. */
  readonly forms:
    | {
        readonly scores: readonly ModerateForm[]
        readonly scoresAction: string
        readonly setAsideAction: string
        /** What was typed into the one that was sent. */
        readonly setAside: { readonly reviewId: string; readonly reason: string; readonly seen: string } | undefined
        readonly settleAction: string
        readonly note: string
      }
    | undefined
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

const errorAt = (errors: readonly FieldText[], field: string) => {
  const found = errors.find((error) => error.field === field)
  return found && { text: found.text }
}

/** One application for the meeting: what every assessor gave, side by side, and what can be done about it. */
export const meetingPage = (model: MeetingModel): Page => ({
  title: `Moderation of ${model.reference}`,
  wide: true,
  hasErrors: model.errors.length > 0,
  breadcrumbs: [...model.breadcrumbs, { text: model.reference }],
  main: html`${problemSummary(model.errors)}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l" id="moderation"><span class="govuk-caption-l">${model.reference}</span>${model.lead === '' ? 'Moderation' : model.lead}</h1>
${summaryList({ rows: model.facts.map(({ name, value }) => ({ key: { text: name }, value: { text: value } })) })}
${model.answersHref !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${model.answersHref}">Read the application</a></p>`}
${model.pictureHref !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${model.pictureHref}">What its scores say, as a picture</a></p>`}
<h2 class="govuk-heading-m">What assessors gave</h2>
${model.columns.length === 0 ? html`<p class="govuk-body">Nobody has submitted a review of it.</p>` : sideBySide(model)}
${model.columns.map(comments)}
${model.forms !== undefined && model.columns.length > 0 && html`${moderate(model)}${setAside(model)}`}
${extra(model)}
${notes(model)}`,
})

function sideBySide({ criteria, columns }: MeetingModel): SafeHtml {
  const score = (column: MeetingColumn, at: number): SafeHtml => {
    const found = column.scores[at]
    if (found === undefined) return html`–`
    return found.now === found.given ? html`${found.given}` : html`<strong>${found.now}</strong> (given ${found.given})`
  }
  return scrolling(
    'Scores side by side',
    table({
      caption: 'Scores side by side',
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      head: [
        { text: 'Criterion' },
        ...columns.map(({ assessor, setAside: aside }) => ({ text: aside ? `${assessor} (set aside)` : assessor })),
        { text: 'Apart by' },
      ],
      rows: [
        ...criteria.map(({ name, spread }, at) => [
          { text: name },
          ...columns.map((column) => ({ html: score(column, at) })),
          { text: spread },
        ]),
        [{ text: 'In all, of 100' }, ...columns.map(({ total }) => ({ text: total })), { text: '' }],
        [{ text: 'In scope' }, ...columns.map(({ scope }) => ({ text: scope })), { text: '' }],
      ],
    }),
  )
}

const comments = ({ assessor, scores, history }: MeetingColumn): SafeHtml =>
  details({
    summaryText: `What ${assessor} wrote`,
    html: html`${scores.map(
      ({ criterion, given, comment, versions }) => html`<h3 class="govuk-heading-s">${criterion}: ${given}</h3>
<p class="govuk-body">${comment === '' ? 'No comment.' : comment}</p>
${versions.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${versions.map((text) => html`<li>${text}</li>`)}</ul>`}`,
    )}${history.length > 0 && html`<h3 class="govuk-heading-s">Whether it counts</h3><ul class="govuk-list govuk-list--bullet">${history.map((text) => html`<li>${text}</li>`)}</ul>`}`,
  })

function moderate({ forms, errors, csrf }: MeetingModel): SafeHtml {
  if (forms === undefined) return html``
  return html`<h2 class="govuk-heading-m">Moderate a score</h2>
<p class="govuk-body">The score that was given stays beside the moderated one for ever, with your name and reason.</p>
${forms.scores.map(({ place, reviewId, criterionId, label, seen, choices, points, reason }) =>
  details({
    summaryText: label,
    open: errors.some(({ field }) => field.startsWith(place)),
    html: form(
      { action: forms.scoresAction, csrf },
      html`${hidden('review', reviewId)}${hidden('criterion', criterionId)}${hidden('seen', seen)}${select({
        id: `${place}points`,
        name: 'points',
        label: { text: 'Moderated score', classes: 'govuk-label--s' },
        errorMessage: errorAt(errors, `${place}points`),
        value: points,
        items: choices,
      })}${textarea({
        id: `${place}reason`,
        name: 'reason',
        label: { text: 'Reason', classes: 'govuk-label--s' },
        errorMessage: errorAt(errors, `${place}reason`),
        value: reason,
        rows: 3,
      })}${button({ text: 'Save the moderated score', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
    ),
  }),
)}`
}

function setAside({ forms, columns, errors, csrf }: MeetingModel): SafeHtml {
  if (forms === undefined) return html``
  return html`<h2 class="govuk-heading-m">Set a review aside</h2>
<p class="govuk-body">It no longer counts, is kept, and can count again. Both need a reason.</p>
${columns.map(({ reviewId, assessor, setAside: aside, asideSeen }) => {
  const field = `aside-${reviewId}-reason`
  const mine = forms.setAside?.reviewId === reviewId ? forms.setAside : undefined
  return details({
    summaryText: aside ? `Let the review of ${assessor} count again` : `Set the review of ${assessor} aside`,
    open: errors.some((error) => error.field === field),
    html: form(
      { action: forms.setAsideAction, csrf },
      html`${hidden('review', reviewId)}${hidden('aside', aside ? 'no' : 'yes')}${hidden('seen', mine?.seen ?? asideSeen)}${textarea(
        {
          id: field,
          name: 'reason',
          label: { text: 'Reason', classes: 'govuk-label--s' },
          errorMessage: errorAt(errors, field),
          value: mine?.reason ?? '',
          rows: 3,
        },
      )}${button({ text: aside ? 'Let it count again' : 'Set it aside', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
    ),
  })
})}`
}

const extra = ({ extra: asked, forms, errors, csrf }: MeetingModel): SafeHtml =>
  html`<h2 class="govuk-heading-m">One more assessor</h2>
<p class="govuk-body">${asked.text}</p>
${
  forms !== undefined &&
  asked.people.length > 0 &&
  form(
    { action: asked.action, csrf },
    html`${select({
      id: 'person',
      name: 'person',
      label: { text: 'Who is asked', classes: 'govuk-label--s' },
      hint: { text: 'Those without a conflict who have not read it, the least busy first' },
      errorMessage: errorAt(errors, 'person'),
      items: [{ value: '', text: 'Select' }, ...asked.people],
    })}${button({ text: 'Ask for one more opinion', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
  )
}`

const notes = ({ notes: said, forms, errors, csrf }: MeetingModel): SafeHtml =>
  html`<h2 class="govuk-heading-m">What the meeting said</h2>
${said.length === 0 ? html`<p class="govuk-body">Nothing yet.</p>` : said.map((text) => insetText({ text }))}
${
  forms !== undefined &&
  form(
    { action: forms.settleAction, csrf },
    html`${textarea({
      id: 'note',
      name: 'note',
      label: { text: 'Note of the meeting', classes: 'govuk-label--s' },
      errorMessage: errorAt(errors, 'note'),
      value: forms.note,
      rows: 4,
    })}${radios({
      idPrefix: 'settled',
      name: 'settled',
      fieldset: { legend: { text: 'Is it settled?', classes: 'govuk-fieldset__legend--s' } },
      classes: 'govuk-radios--inline',
      value: 'yes',
      items: [
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No, it comes back' },
      ],
    })}${button({ text: 'Save the note', preventDoubleClick: true })}`,
  )
}`
