import { notIndependent, weighingMethods } from '../../../../core/reviews/index.ts'
import {
  button,
  details,
  insetText,
  radios,
  summaryList,
  table,
  tag,
  taskList,
  warningText,
} from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText, illustrativeLabel, problemSummary, scrolling } from '../../../../ui/patterns/index.ts'
import { methodWords } from '../weighing.messages.ts'
import { type NotesModel, notesPart } from './notes.ts'

type Begin = { readonly seen: number; readonly method: string }

export type RoundModel = {
  readonly number: string
  readonly method: string
  readonly outsideGuidance: boolean
  readonly facilitator: string
  /** Whether they are among those who score. */
  readonly facilitatorScores: boolean
  readonly stage: string
  readonly what: string
  /** Criteria or their anchors are no longer as they were when the round began. */
  readonly changedSince: boolean
  /** For one who scores: what there is to give. */
  readonly own: readonly { readonly href: string; readonly title: string; readonly given: boolean }[]
  readonly people: readonly {
    readonly name: string
    readonly speaksFor: string
    readonly weighed: boolean
    readonly scored: string
  }[]
  /** For the facilitator. */
  readonly goOn:
    | {
        readonly seen: number
        readonly text: string
        readonly what: string
        /** What cannot be undone; undefined where all can. */
        readonly warning?: string
        readonly action: string
      }
    | undefined
  readonly links: readonly { readonly href: string; readonly text: string }[]
  readonly notes: NotesModel
}

export type WeighingModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly errors: readonly FieldText[]
  readonly round: RoundModel | undefined
  /** For the facilitator: beginning a round. */
  readonly begin: Begin | undefined
  /** Where the facilitator is chosen. */
  readonly peopleHref: string
  readonly action: string
  readonly csrf: string
}

/** Where the weighing of a review is, and what there is to do. */
export const weighingPage = (model: WeighingModel): Page => ({
  title: 'Weights and scores',
  hasErrors: model.errors.length > 0,
  breadcrumbs: [...model.breadcrumbs, { text: 'Weights and scores' }],
  main: html`${problemSummary(model.errors)}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l">Weights and scores</h1>
<p class="govuk-body">Criteria and their anchors come first, then weights, then scores. Each person gives theirs alone; they are opened to all together. The result helps to make a shortlist. It is not the recommendation.</p>
${
  model.round === undefined
    ? model.begin === undefined &&
      insetText({
        html: html`No round of weighing has begun. A facilitator begins it. The person who leads the review chooses the facilitator under <a class="govuk-link" href="${model.peopleHref}">who works on it</a>.`,
      })
    : roundPart(model.round, model)
}
${model.begin !== undefined && beginPart(model.begin, model)}`,
})

const roundPart = (round: RoundModel, { errors, csrf }: WeighingModel): SafeHtml => html`${summaryList({
  rows: [
    { key: { text: 'Round' }, value: { text: round.number } },
    {
      key: { text: 'Weights' },
      value: {
        html: html`${round.method}${round.outsideGuidance && html` ${tag({ text: 'Outside guidance', classes: 'govuk-tag--orange' })}`}`,
      },
    },
    {
      key: { text: 'Facilitator' },
      value: {
        html: html`${round.facilitator}${round.facilitatorScores && html` ${tag({ text: 'Scores too', classes: 'govuk-tag--orange' })}<p class="govuk-body govuk-!-margin-top-2 govuk-!-margin-bottom-0">${notIndependent}. The report says so once they have given something.</p>`}`,
      },
    },
    { key: { text: 'Now' }, value: { html: html`<strong>${round.stage}.</strong> ${round.what}` } },
  ],
})}
${round.changedSince && insetText({ text: 'The criteria or their anchors were changed after this round began. The round keeps them as they were. To weigh them as they are now, begin another round.' })}
${
  round.own.length > 0 &&
  html`<h2 class="govuk-heading-m">Your weights and scores</h2>
${taskList({
  idPrefix: 'own',
  items: round.own.map(({ href, title, given }) => ({
    title: { text: title },
    href,
    status: given ? { text: 'Given' } : { tag: { text: 'Not yet', classes: 'govuk-tag--blue' } },
  })),
})}`
}
${round.links.length > 0 && html`<h2 class="govuk-heading-m">Weights and scores given</h2><ul class="govuk-list">${round.links.map(({ href, text }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}</ul>`}
<h2 class="govuk-heading-m">Who has given what</h2>
${scrolling(
  'Who has given what',
  table({
    firstCellIsHeader: true,
    head: [{ text: 'Scorer' }, { text: 'They speak for' }, { text: 'Weights' }, { text: 'Criteria scored' }],
    rows: round.people.map(({ name, speaksFor, weighed, scored }) => [
      { text: name },
      { text: speaksFor },
      { text: weighed ? 'Given' : 'Not yet' },
      { text: scored },
    ]),
  }),
)}
${
  round.goOn !== undefined &&
  form(
    { action: round.goOn.action, csrf },
    html`<h2 class="govuk-heading-m" id="go-on">Go on</h2><p class="govuk-body">${round.goOn.what}</p>
${round.goOn.warning !== undefined && warningText({ text: round.goOn.warning, iconFallbackText: 'Warning' })}
${hidden('seen', round.goOn.seen)}${button({ text: round.goOn.text, preventDoubleClick: true })}`,
  )
}
${notesPart(round.notes, errors, csrf)}`

function beginPart(begin: Begin, { errors, action, csrf, round }: WeighingModel): SafeHtml {
  const fields = form(
    { action, csrf },
    html`${hidden('seen', begin.seen)}${radios({
      name: 'method',
      idPrefix: 'method',
      value: begin.method,
      fieldset: { legend: { text: 'How are weights given?', classes: 'govuk-fieldset__legend--s' } },
      errorMessage: errorAt(errors, 'method'),
      items: weighingMethods.map((method) => ({
        value: method,
        text: methodWords[method].name,
        hint: { text: methodWords[method].what },
      })),
    })}${button({ text: round === undefined ? 'Begin' : 'Begin another round', preventDoubleClick: true })}`,
  )
  if (round === undefined) return html`<h2 class="govuk-heading-m">Begin a round</h2>${fields}`
  return details({
    summaryText: 'Begin another round',
    open: errorAt(errors, 'method') !== undefined,
    html: html`<p class="govuk-body">It takes the criteria as they are now. Weights and scores of this round are kept, and count no more.</p>${fields}`,
  })
}
