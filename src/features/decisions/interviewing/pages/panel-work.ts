import { button, details, insetText, radios, tag, textarea } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  type FieldText,
  illustrativeLabel,
  problemSummary,
  type ScoreFieldsModel,
  scoreFields,
  scrolling,
  stackingTable,
} from '../../../../ui/patterns/index.ts'
import { errorAt } from './parts.ts'

type Tag = { readonly text: string; readonly classes?: string }

export type PanelWorkModel = {
  readonly fund: string
  readonly round: string
  readonly illustrative: boolean
  readonly now: string
  readonly availability: { readonly href: string; readonly words: string }
  readonly interests: { readonly href: string; readonly words: string }
  readonly rows: readonly {
    readonly reference: string
    readonly name: string
    readonly href: string | undefined
    readonly when: string
    readonly where: string
    readonly state: Tag
  }[]
}

/** What a member of the panel has to do in a round, in the order of time. */
export const panelWorkPage = (model: PanelWorkModel): Page => ({
  title: 'Interviews',
  backLink: { href: '/home', text: 'Your work' },
  wide: true,
  main: html`${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${model.fund}: ${model.round}</span>Interviews</h1>
<p class="govuk-body-l">${model.now}</p>
<p class="govuk-body">${model.availability.words} <a class="govuk-link" href="${model.availability.href}">Say when you can come</a></p>
<p class="govuk-body">${model.interests.words} <a class="govuk-link" href="${model.interests.href}">Enter your interests</a></p>
${
  model.rows.length === 0
    ? insetText({ text: 'There is nobody to interview yet.' })
    : scrolling(
        'Interviews',
        stackingTable({
          firstCellIsHeader: true,
          head: ['Application', 'When', 'Where', 'State'].map((text) => ({ text })),
          rows: model.rows.map(({ reference, name, href, when, where, state }) => [
            {
              html: html`${href === undefined ? reference : html`<a class="govuk-link" href="${href}">${reference}</a>`}${name !== '' && html`<br><span class="govuk-!-font-weight-regular">${name}</span>`}`,
            },
            { text: when },
            { html: html`<span class="govuk-!-text-break-word">${where}</span>` },
            { html: tag(state) },
          ]),
        }),
      )
}
<p class="govuk-body">Say of each interview whether you have a conflict of interest before its papers open. You see what others gave once you have submitted your own.</p>`,
})

export type PanelDeclareModel = {
  readonly reference: string
  readonly illustrative: boolean
  readonly facts: readonly string[]
  readonly action: string
  readonly back: string
  readonly said: { readonly hasConflict: string; readonly statement: string }
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** Before the papers open: has this member a conflict of interest? */
export const panelDeclarePage = (model: PanelDeclareModel): Page => ({
  title: 'Do you have a conflict of interest?',
  backLink: { href: model.back, text: 'Back to your interviews' },
  hasErrors: model.errors.length > 0,
  main: html`${problemSummary(model.errors)}${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${model.reference}</span>Do you have a conflict of interest?</h1>
${model.facts.map((fact) => html`<p class="govuk-body">${fact}</p>`)}
<p class="govuk-body">With one you leave the room for this interview, see none of its papers and give no scores.</p>
${form(
  { action: model.action, csrf: model.csrf },
  html`${radios({
    name: 'conflict',
    idPrefix: 'conflict',
    value: model.said.hasConflict,
    fieldset: {
      legend: {
        text: 'Do you, somebody close to you, or a body that you work for, have an interest in it?',
        classes: 'govuk-fieldset__legend--s',
      },
    },
    errorMessage: errorAt(model.errors, 'conflict'),
    items: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ],
  })}
${textarea({ name: 'statement', id: 'statement', label: { text: 'If so: what is it?' }, rows: 3, value: model.said.statement, errorMessage: errorAt(model.errors, 'statement') })}
${button({ text: 'Continue', preventDoubleClick: true })}`,
)}`,
})

export type PanelCriterion = ScoreFieldsModel & {
  readonly looksFor: string
  readonly weight: string
  readonly threshold: string | undefined
}

export type PanelScoreModel = {
  readonly reference: string
  readonly name: string
  readonly illustrative: boolean
  readonly when: string
  readonly questions: readonly string[]
  readonly papers: readonly { readonly title: string; readonly summary: SafeHtml }[]
  readonly comments: readonly { readonly criterion: string; readonly comments: readonly string[] }[]
  /** `early`: papers are open, scoring is not. */
  readonly state: 'early' | 'open' | 'submitted' | 'closed'
  readonly criteria: readonly PanelCriterion[]
  readonly given: readonly {
    readonly name: string
    readonly own: string
    readonly comment: string
    readonly others: readonly { readonly points: string; readonly comment: string }[]
  }[]
  readonly versions: string
  readonly autosaveKey: string
  readonly action: string
  readonly conflictAction: string
  readonly back: string
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

const stateSentences = {
  early: 'Interviews are not open yet: the papers are here to read.',
  open: 'What you write is saved while you type. Nobody of the panel sees it before they have submitted their own.',
  submitted:
    'You have submitted your scores, so they can no longer be changed. What others have submitted stands beside them, without their names.',
  closed: 'Interviews have closed.',
} as const

/** What a member asks, reads and gives in one interview. */
export const panelScorePage = (model: PanelScoreModel): Page => ({
  title: `Interview: ${model.name || model.reference}`,
  backLink: { href: model.back, text: 'Back to your interviews' },
  hasErrors: model.errors.length > 0,
  wide: true,
  main: html`${problemSummary(model.errors)}${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${model.reference}</span>Interview${model.name !== '' && html`: ${model.name}`}</h1>
<p class="govuk-body">${model.when}</p>
<p class="govuk-body">${stateSentences[model.state]}</p>
<h2 class="govuk-heading-m">Questions</h2>
${model.questions.length === 0 ? html`<p class="govuk-body">None are written yet.</p>` : html`<ol class="govuk-list govuk-list--number govuk-list--spaced">${model.questions.map((question) => html`<li>${question}</li>`)}</ol>`}
<h2 class="govuk-heading-m">Papers</h2>
${model.papers.map(({ title, summary }) => details({ summaryText: title, html: summary }))}
${model.comments.length > 0 && details({ summaryText: 'What assessors wrote', html: html`${model.comments.map(({ criterion, comments }) => html`<h3 class="govuk-heading-s">${criterion}</h3>${comments.map((comment) => html`<p class="govuk-body app-kept-lines">${comment}</p>`)}`)}` })}
${model.state === 'open' && scoringOf(model)}
${model.given.map(
  ({ name, own, comment, others }) =>
    html`<section class="app-scoring"><h2 class="govuk-heading-m">${name}</h2><div class="app-scoring__columns"><div><h3 class="govuk-heading-s">You gave ${own}</h3><p class="govuk-body app-kept-lines">${comment}</p></div><div>${others.map(({ points, comment: said }) => html`<h3 class="govuk-heading-s">Another member gave ${points}</h3><p class="govuk-body app-kept-lines">${said}</p>`)}</div></div></section>`,
)}
${
  (model.state === 'open' || model.state === 'early') &&
  details({
    summaryText: 'You have found a conflict of interest',
    html: html`<p class="govuk-body">The papers close to you at once. What you gave stays where it is and does not count.</p>
${form({ action: model.conflictAction, csrf: model.csrf }, html`${textarea({ name: 'statement', id: 'late-statement', label: { text: 'What is it? (optional)' }, rows: 2 })}${button({ text: 'Declare a conflict', classes: 'govuk-button--warning' })}`)}`,
  })
}`,
})

const scoringOf = (model: PanelScoreModel): SafeHtml =>
  form(
    { action: model.action, csrf: model.csrf, autosave: model.action, autosaveKey: model.autosaveKey },
    html`${hidden('version', model.versions)}${model.criteria.map(
      (
        criterion,
      ) => html`<section class="app-scoring" aria-labelledby="criterion-${criterion.id}"><h2 class="govuk-heading-m" id="criterion-${criterion.id}">${criterion.name} <span class="govuk-caption-m">${criterion.weight}</span></h2>
<p class="govuk-body"><strong>Look for:</strong> ${criterion.looksFor}</p>
${criterion.threshold !== undefined && html`<p class="govuk-body">${criterion.threshold}</p>`}
${scoreFields(criterion)}</section>`,
    )}
<div class="govuk-button-group">${button({ text: 'Save and submit', name: 'action', value: 'submit', preventDoubleClick: true })}
${button({ text: 'Save and come back later', name: 'action', value: 'later', classes: 'govuk-button--secondary' })}</div>
<p class="govuk-body">Once submitted, it can no longer be changed.</p>`,
  )

/** Nothing can be read or written there, and why. What had been typed is handed back. */
export const panelShutPage = (model: {
  readonly reference: string
  readonly illustrative: boolean
  readonly title: string
  readonly text: string
  readonly back: string
  readonly typed: readonly { readonly label: string; readonly value: string }[]
}): Page => ({
  title: model.title,
  backLink: { href: model.back, text: 'Back to your interviews' },
  main: html`${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${model.reference}</span>${model.title}</h1>
<p class="govuk-body">${model.text}</p>
${model.typed.map(({ label, value }) => html`<h2 class="govuk-heading-s">${label}</h2><p class="govuk-body app-kept-lines">${value}</p>`)}`,
})
