import { button, insetText, radios, select, summaryList, textarea } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import type { FieldText } from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import { interviewPath, interviewsPath } from '../interviewing.paths.ts'
import { closedNote, errorAt, interviewsFrame } from './parts.ts'

export type Suggested = {
  readonly criterionId: string
  readonly question: string
  readonly because: string
  readonly comments: readonly string[]
}

export type InterviewModel = {
  readonly round: RoundInFund
  readonly reference: string
  readonly facts: readonly { readonly key: string; readonly lines: readonly string[] }[]
  /** A wish to move that nobody has answered. */
  readonly wish: string | undefined
  readonly hasPlace: boolean
  readonly places: readonly { readonly value: string; readonly text: string; readonly selected?: boolean }[]
  readonly questions: readonly { readonly id: string; readonly question: string; readonly all: boolean }[]
  readonly suggested: readonly Suggested[]
  readonly absent: readonly { readonly value: string; readonly text: string; readonly absent: boolean }[]
  readonly closed: boolean
  readonly typed: { readonly where: string; readonly reason: string; readonly question: string }
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** One interview, for the programme team: moving it, its questions, what applicants wish, who came. */
export function interviewPage(model: InterviewModel): Page {
  const { round, reference, facts, errors } = model
  return interviewsFrame(
    round,
    reference,
    errors,
    html`${closedNote(model.closed)}${summaryList({ rows: facts.map(({ key, lines }) => ({ key: { text: key }, value: { html: html`${lines.map((line) => html`${line}<br>`)}` } })) })}
${model.wish !== undefined && wishOf(model, model.wish)}
${!model.closed && html`${moveForm(model)}${model.hasPlace && absenceForm(model)}`}
${questionsOf(model)}`,
    [{ text: 'Timetable', href: interviewsPath(round.fund.slug, round.slug, 'timetable') }],
  )
}

const action = ({ round, reference }: InterviewModel, verb: string): string =>
  `${interviewPath(round.fund.slug, round.slug, reference)}/${verb}`

const wishOf = (model: InterviewModel, wish: string): SafeHtml =>
  html`${insetText({ html: html`<h2 class="govuk-heading-m">They ask to move it</h2><p class="govuk-body app-kept-lines govuk-!-margin-bottom-0">${wish}</p>` })}
${
  !model.closed &&
  form(
    { action: action(model, 'keep'), csrf: model.csrf },
    html`<p class="govuk-body">Move it below, or keep it where it is and say why. They are told by email.</p>
${textarea({ name: 'keep-reason', id: 'keep-reason', label: { text: 'Why it stays' }, rows: 2, errorMessage: errorAt(model.errors, 'keep-reason') })}
${button({ text: 'Keep it where it is', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
  )
}`

const moveForm = (model: InterviewModel): SafeHtml =>
  html`<h2 class="govuk-heading-m">${model.hasPlace ? 'Move it by hand' : 'Give it a place by hand'}</h2>
${form(
  { action: action(model, 'move'), csrf: model.csrf },
  html`${select({
    id: 'where',
    name: 'where',
    label: { text: 'Session and time' },
    items: [{ value: '', text: 'Choose' }, ...model.places],
    errorMessage: errorAt(model.errors, 'where'),
  })}
${textarea({ name: 'reason', id: 'reason', label: { text: 'Why?' }, rows: 2, value: model.typed.reason, errorMessage: errorAt(model.errors, 'reason') })}
${button({ text: 'Move and tell everybody', preventDoubleClick: true })}`,
)}`

const absenceForm = (model: InterviewModel): SafeHtml =>
  html`<h2 class="govuk-heading-m">Who did not come</h2>
${form(
  { action: action(model, 'absence'), csrf: model.csrf },
  html`${radios({
    name: 'who',
    idPrefix: 'who',
    fieldset: { legend: { text: 'Who is it about?', classes: 'govuk-fieldset__legend--s' } },
    errorMessage: errorAt(model.errors, 'who'),
    items: model.absent.map(({ value, text, absent }) => ({
      value,
      text,
      ...(absent && { hint: { text: 'Recorded as absent' } }),
    })),
  })}
${textarea({ name: 'absence-reason', id: 'absence-reason', label: { text: 'What is known of why?' }, rows: 2, errorMessage: errorAt(model.errors, 'absence-reason') })}
<div class="govuk-button-group">${button({ text: 'Did not come', name: 'absent', value: 'yes', classes: 'govuk-button--secondary' })}
${button({ text: 'Came after all', name: 'absent', value: 'no', classes: 'govuk-button--secondary' })}</div>`,
)}`

function questionsOf(model: InterviewModel): SafeHtml {
  const { questions, suggested, closed, csrf, errors } = model
  return html`<h2 class="govuk-heading-m" id="questions">Questions</h2>
${
  questions.length === 0
    ? html`<p class="govuk-body">None are written yet.</p>`
    : html`<ol class="govuk-list govuk-list--number">${questions.map(
        ({
          id,
          question,
          all,
        }) => html`<li>${question} ${all && html`<span class="govuk-hint">Asked in every interview</span>`}
${
  !closed &&
  !all &&
  form(
    { action: action(model, 'questions/remove'), csrf },
    html`${hidden('id', id)}${button({ html: html`Take back<span class="govuk-visually-hidden"> “${question}”</span>`, classes: 'govuk-button--secondary' })}`,
  )
}</li>`,
      )}</ol>`
}
${
  !closed &&
  html`${suggested.map(
    ({
      criterionId,
      question,
      because,
      comments,
    }) => html`<h3 class="govuk-heading-s">Suggested by the assessors’ doubts</h3>
<p class="govuk-body">${because}</p>
${comments.map((comment) => html`<blockquote class="govuk-inset-text app-kept-lines">${comment}</blockquote>`)}
${form(
  { action: action(model, 'questions'), csrf },
  html`${hidden('criterion', criterionId)}${textarea({ name: 'question', id: `question-${criterionId}`, label: { text: 'The question, to be put in your own words' }, rows: 3, value: question })}
${button({ text: 'Add this question', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
)}`,
  )}
${form(
  { action: action(model, 'questions'), csrf },
  html`${textarea({ name: 'question', id: 'question', label: { text: 'Another question for this interview' }, rows: 2, value: model.typed.question, errorMessage: errorAt(errors, 'question') })}
${button({ text: 'Add a question', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
)}`
}`
}

export type QuestionsModel = {
  readonly round: RoundInFund
  readonly questions: readonly { readonly id: string; readonly question: string }[]
  readonly interviews: readonly { readonly reference: string; readonly href: string; readonly count: number }[]
  readonly mayChange: boolean
  readonly closed: boolean
  readonly typed: string
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** The questions that every interview is asked, and the way to those of each. */
export function questionsPage(model: QuestionsModel): Page {
  const { round, questions, interviews, mayChange, errors, csrf } = model
  const path = interviewsPath(round.fund.slug, round.slug, 'questions')
  return interviewsFrame(
    round,
    'Questions',
    errors,
    html`${closedNote(model.closed)}<h2 class="govuk-heading-m">Asked in every interview</h2>
${
  questions.length === 0
    ? html`<p class="govuk-body">None are written yet.</p>`
    : html`<ol class="govuk-list govuk-list--number">${questions.map(
        ({ id, question }) =>
          html`<li>${question}${mayChange && form({ action: `${path}/remove`, csrf }, html`${hidden('id', id)}${button({ html: html`Take back<span class="govuk-visually-hidden"> “${question}”</span>`, classes: 'govuk-button--secondary' })}`)}</li>`,
      )}</ol>`
}
${
  mayChange &&
  form(
    { action: path, csrf },
    html`${textarea({ name: 'question', id: 'question', label: { text: 'A question for every interview' }, rows: 2, value: model.typed, errorMessage: errorAt(errors, 'question') })}
${button({ text: 'Add the question', preventDoubleClick: true })}`,
  )
}
<h2 class="govuk-heading-m">Questions for one interview</h2>
<ul class="govuk-list">${interviews.map(({ reference, href, count }) => html`<li><a class="govuk-link" href="${href}#questions">${reference}</a>: ${count === 0 ? 'none of its own' : `${count} of its own`}</li>`)}</ul>`,
  )
}
