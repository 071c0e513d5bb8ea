import { MOST_COMMENT_WORDS } from '../../../../core/assessment/index.ts'
import { confidences, confidenceWords } from '../../../../core/rules/index.ts'
import { button, characterCount, checkboxes, insetText, radios, textarea } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { type ScoreFieldsModel, scoreFields } from '../../../../ui/patterns/index.ts'
import { clarifiedWords } from '../scoring.messages.ts'

type Error = { readonly text: string } | undefined

export type CriterionModel = ScoreFieldsModel & {
  readonly looksFor: string
  /** "25% of the whole". */
  readonly weight: string
  /** What happens below which band; undefined where there is no threshold. */
  readonly threshold: string | undefined
  readonly evidence: readonly { readonly id: string; readonly quote: string; readonly from: string }[]
  /** A passage that was typed and not found in any answer. */
  readonly quote: string
  readonly quoteError: Error
  readonly answers: readonly AnswerModel[]
}

type Clarified = Parameters<typeof clarifiedWords>[0] & { readonly lines: readonly string[] }

export type AnswerModel = {
  readonly label: string
  readonly html: SafeHtml
  /** What the applicant said of it after the deadline, when it was asked. */
  readonly clarified: Clarified | undefined
}

export type WholeModel = {
  readonly inScope: string
  readonly scopeComment: string
  /** Undefined where the sealed rules ask nobody how sure they are. */
  readonly confidence: string | undefined
  readonly overallComment: string
  readonly noConflict: boolean
  readonly errors: Readonly<
    Record<'in-scope' | 'scope-comment' | 'confidence' | 'overall-comment' | 'no-conflict', Error>
  >
}

/** One criterion: on the left what was answered, on the right what is looked for and what the assessor gives. */
export const criterionFields = (criterion: CriterionModel): SafeHtml =>
  html`<section class="app-scoring" aria-labelledby="criterion-${criterion.id}">
<h2 class="govuk-heading-m" id="criterion-${criterion.id}" tabindex="-1">${criterion.name} <span class="govuk-caption-m">${criterion.weight}</span></h2>
<div class="app-scoring__columns">
<div class="app-scoring__read" data-quotable="${criterion.id}">${criterion.answers.map(answerOf)}
${criterion.answers.length === 0 && html`<p class="govuk-body">No question was asked for this criterion: read the whole application.</p>`}</div>
<div class="app-scoring__write">
<p class="govuk-body"><strong>Look for:</strong> ${criterion.looksFor}</p>
${criterion.threshold !== undefined && html`<p class="govuk-body">${criterion.threshold}</p>`}
${scoreFields(criterion)}
${evidenceFields(criterion)}
</div></div></section>`

const answerOf = ({ label, html: content, clarified }: AnswerModel): SafeHtml =>
  html`<h3 class="govuk-heading-s">${label}</h3><div class="app-answer">${content}</div>${clarifiedPart(clarified)}`

/** A clarified answer, under the one as submitted. */
export const clarifiedPart = (clarified: AnswerModel['clarified']): SafeHtml | undefined =>
  clarified === undefined
    ? undefined
    : insetText({
        html: html`<p class="govuk-body"><strong>${clarifiedWords(clarified)}</strong></p>${clarified.lines.map((line) => html`<p class="govuk-body">${line}</p>`)}`,
      })

const evidenceFields = ({ id, name, evidence, quote, quoteError }: CriterionModel): SafeHtml =>
  html`<h3 class="govuk-heading-s" id="evidence-${id}" tabindex="-1">Evidence<span class="govuk-visually-hidden"> for ${name}</span></h3>
${
  evidence.length > 0 &&
  html`<ul class="govuk-list">${evidence.map(
    (
      pin,
    ) => html`<li class="app-pin"><blockquote class="app-pin__quote">“${pin.quote}”</blockquote><span class="govuk-body-s">${pin.from}</span>
${button({
  html: html`Remove<span class="govuk-visually-hidden"> “${pin.quote}” from the evidence for ${name}</span>`,
  name: 'action',
  value: `unpin:${id}:${pin.id}`,
  classes: 'govuk-button--secondary app-pin__remove',
})}</li>`,
  )}</ul>`
}
${textarea({
  name: `quote-${id}`,
  id: `quote-${id}`,
  label: { text: `A passage to point to: ${name}` },
  hint: { text: 'Select it in the answer, or paste it here. It must stand in the answer as it is.' },
  rows: 2,
  value: quote,
  errorMessage: quoteError,
  attributes: { 'data-quote-for': id },
})}
${button({
  html: html`Pin this passage<span class="govuk-visually-hidden"> for ${name}</span>`,
  name: 'action',
  value: `pin:${id}`,
  classes: 'govuk-button--secondary',
})}`

/** Scope, what else there is to say, and the conflict question once more. */
export const wholeFields = (whole: WholeModel): SafeHtml =>
  html`<section class="app-scoring" aria-labelledby="whole">
<h2 class="govuk-heading-m" id="whole" tabindex="-1">The application as a whole</h2>
${wholeQuestions(whole)}
${checkboxes({
  name: 'no-conflict',
  idPrefix: 'no-conflict',
  fieldset: { legend: { text: 'Conflict of interest', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: whole.errors['no-conflict'],
  items: [
    {
      value: 'yes',
      text: 'Having read it, I know of no conflict of interest with this application',
      checked: whole.noConflict,
    },
  ],
})}</section>`

/** What is said of the whole, as it stands on the page and where two windows clashed. */
export const wholeQuestions = ({
  inScope,
  scopeComment,
  confidence,
  overallComment,
  errors,
}: Omit<WholeModel, 'noConflict'>): SafeHtml =>
  html`${radios({
    name: 'in-scope',
    idPrefix: 'in-scope',
    value: inScope,
    fieldset: { legend: { text: 'Is it within the scope of this round?', classes: 'govuk-fieldset__legend--s' } },
    errorMessage: errors['in-scope'],
    items: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
      { value: 'unsure', text: 'I am not sure' },
    ],
  })}
${characterCount({
  name: 'scope-comment',
  id: 'scope-comment',
  label: { text: 'If not, or if you are not sure: why?', classes: 'govuk-label--s' },
  maxwords: MOST_COMMENT_WORDS,
  value: scopeComment,
  rows: 2,
  errorMessage: errors['scope-comment'],
})}
${
  confidence !== undefined &&
  radios({
    name: 'confidence',
    idPrefix: 'confidence',
    value: confidence,
    fieldset: { legend: { text: 'How sure are you of these scores?', classes: 'govuk-fieldset__legend--s' } },
    hint: {
      text: 'It says nothing of how good the application is. As the rules of the round say, scores of which assessors are less sure count less in estimates; the plain mean counts all alike.',
    },
    errorMessage: errors.confidence,
    items: confidences.map((value) => ({ value, text: confidenceWords[value] })),
  })
}
${characterCount({
  name: 'overall-comment',
  id: 'overall-comment',
  label: { text: 'Anything else about the application (optional)', classes: 'govuk-label--s' },
  maxwords: MOST_COMMENT_WORDS,
  value: overallComment,
  rows: 3,
  errorMessage: errors['overall-comment'],
})}`
