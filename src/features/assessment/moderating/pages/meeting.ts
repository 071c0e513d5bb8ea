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
  /** Where it is moderated; undefined where nothing was given, or nothing can be changed. */
  readonly moderateHref: string | undefined
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
  /** How sure they said they were of these scores; undefined where the sealed rules ask nobody. */
  readonly confidence: string | undefined
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

/** Another application of the meeting. */
export type MeetingLink = { readonly text: string; readonly href: string }

export type MeetingModel = {
  readonly reference: string
  readonly lead: string
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[]
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  /** How far the meeting is; the neighbours in its order, and the next that is not settled. */
  readonly progress: {
    readonly words: string
    readonly before: MeetingLink | undefined
    readonly after: MeetingLink | undefined
    readonly next: MeetingLink | undefined
  }
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
        /** The one that was chosen, or sent. */
        readonly score: ModerateForm | undefined
        readonly scoresAction: string
        readonly setAsideAction: string
        /** What was typed into the one that was sent. */
        readonly setAside: { readonly reviewId: string; readonly reason: string; readonly seen: string } | undefined
        readonly settleAction: string
        readonly note: string
        /** `yes`, `no`, or '' where nobody has said yet. */
        readonly settled: string
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
${progress(model.progress)}
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

const progress = ({ words, before, after, next }: MeetingModel['progress']): SafeHtml => {
  const links = [
    { name: 'Before it', to: before },
    { name: 'After it', to: after },
    { name: 'Next that is not settled', to: next?.href === after?.href ? undefined : next },
  ].flatMap(({ name, to }) => (to === undefined ? [] : [{ name, ...to }]))
  return html`<p class="govuk-body">${words}</p>
${links.length > 0 && html`<nav aria-label="Applications of the meeting"><ul class="govuk-list">${links.map(({ name, text, href }) => html`<li>${name}: <a class="govuk-link" href="${href}">${text}</a></li>`)}</ul></nav>`}`
}

function sideBySide({ criteria, columns }: MeetingModel): SafeHtml {
  const score = (column: MeetingColumn, at: number): SafeHtml => {
    const found = column.scores[at]
    if (found === undefined) return html`–`
    const points =
      found.now === found.given ? html`${found.given}` : html`<strong>${found.now}</strong> (given ${found.given})`
    if (found.moderateHref === undefined) return points
    return html`${points} <a class="govuk-link" href="${found.moderateHref}">Moderate<span class="govuk-visually-hidden"> ${found.criterion} of ${column.assessor}</span></a>`
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
        [{ text: 'Total out of 100' }, ...columns.map(({ total }) => ({ text: total })), { text: '' }],
        [{ text: 'In scope' }, ...columns.map(({ scope }) => ({ text: scope })), { text: '' }],
        ...(columns.some(({ confidence }) => confidence !== undefined)
          ? [
              [
                { text: 'How sure they say they are' },
                ...columns.map(({ confidence = '–' }) => ({ text: confidence })),
                { text: '' },
              ],
            ]
          : []),
      ],
    }),
  )
}

const comments = ({ assessor, scores, confidence, history }: MeetingColumn): SafeHtml =>
  details({
    summaryText: `What ${assessor} wrote`,
    html: html`${scores.map(
      ({ criterion, given, comment, versions }) => html`<h3 class="govuk-heading-s">${criterion}: ${given}</h3>
<p class="govuk-body">${comment === '' ? 'No comment.' : comment}</p>
${versions.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${versions.map((text) => html`<li>${text}</li>`)}</ul>`}`,
    )}${confidence !== undefined && html`<h3 class="govuk-heading-s">How sure they say they are</h3><p class="govuk-body">${confidence}</p>`}${history.length > 0 && html`<h3 class="govuk-heading-s">Whether it counts</h3><ul class="govuk-list govuk-list--bullet">${history.map((text) => html`<li>${text}</li>`)}</ul>`}`,
  })

function moderate({ forms, errors, csrf }: MeetingModel): SafeHtml {
  if (forms === undefined) return html``
  const { score, scoresAction } = forms
  if (score === undefined)
    return html`<p class="govuk-body">To moderate a score, choose it in the table. The score that was given stays beside the moderated one for ever, with your name and reason.</p>`
  const { place, reviewId, criterionId, label, seen, choices, points, reason } = score
  return html`<h2 class="govuk-heading-m" id="moderate">Moderate a score: ${label}</h2>
<p class="govuk-body">The score that was given stays beside the moderated one for ever, with your name and reason.</p>
${form(
  { action: scoresAction, csrf },
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
  })}${button({ text: 'Save the moderated score', preventDoubleClick: true })}`,
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

const notes = ({ notes: said, forms, errors, csrf, progress: { next } }: MeetingModel): SafeHtml =>
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
      errorMessage: errorAt(errors, 'settled'),
      value: forms.settled,
      items: [
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No, it comes back' },
      ],
    })}<div class="govuk-button-group">${
      next !== undefined &&
      button({ text: 'Save the note and go on', name: 'after', value: 'next', preventDoubleClick: true })
    }${button({
      text: 'Save the note',
      ...(next === undefined ? {} : { classes: 'govuk-button--secondary' }),
      preventDoubleClick: true,
    })}</div>`,
  )
}`
