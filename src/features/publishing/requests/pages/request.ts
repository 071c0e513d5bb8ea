import type { TypedDay } from '../../../../core/time/typed-day.ts'
import { button, details, radios, select, summaryList, tag, textarea } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { dayField, errorAt, type FieldText, illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'
import { letterPart } from './letter.ts'
import { type MoreTime, moreTimePart } from './more-time.ts'
import { type QuestionsBack, questionsBackPart } from './questions-back.ts'

type Item = { readonly value: string; readonly text: string }

/** A draft as it is read. */
export type ShownDraft = {
  readonly heading: string
  readonly outcome: string
  readonly answer: string
  readonly claimed: readonly { readonly cited: string; readonly reason: string; readonly publicInterest: string }[]
}

export type RequestModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly title: string
  readonly state: { readonly text: string; readonly colour: string }
  readonly late: boolean
  readonly facts: readonly { readonly name: string; readonly value: SafeHtml | string }[]
  readonly asked: string
  /** Giving it to another of the team; undefined for those who only read. */
  readonly give: { readonly action: string; readonly team: readonly Item[]; readonly owner: string } | undefined
  /** The last draft, and those before it. */
  readonly last: ShownDraft | undefined
  readonly earlier: readonly ShownDraft[]
  /** Clearing the last draft; undefined where this person may not. */
  readonly clear: { readonly action: string; readonly shown: number } | undefined
  /** Why this person cannot clear it; '' otherwise. */
  readonly notCleared: string
  readonly send: { readonly action: string; readonly on: TypedDay } | undefined
  readonly draft:
    | {
        readonly action: string
        readonly shown: number
        readonly outcomes: readonly Item[]
        /** None where the law of the request has none. */
        readonly exemptions: readonly Item[]
        readonly places: readonly number[]
        readonly typed: (name: string) => string
      }
    | undefined
  readonly publish:
    | { readonly action: string; readonly asked: string; readonly answer: string; readonly standing: string }
    | undefined
  /** Letters to whoever asks, to be copied; '' where there is none to send now. */
  readonly letters: { readonly acknowledgement: string; readonly answer: string }
  readonly questions: QuestionsBack
  readonly moreTime: MoreTime
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** A request: what is asked, its answer as drafted, cleared and sent, and what of it is published. */
export const requestPage = (model: RequestModel): Page => {
  const { title, state, facts, errors } = model
  return {
    title,
    hasErrors: errors.length > 0,
    breadcrumbs: [...model.breadcrumbs, { text: title }],
    main: html`${problemSummary(errors)}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${tag({ text: state.text, classes: `govuk-tag--${state.colour}` })}${model.late && html` ${tag({ text: 'Late', classes: 'govuk-tag--red' })}`}</p>
${summaryList({ rows: facts.map(({ name, value }) => ({ key: { text: name }, value: typeof value === 'string' ? { text: value } : { html: value } })) })}
<h2 class="govuk-heading-m">What is asked</h2>
<p class="govuk-body app-kept-lines">${model.asked}</p>
${model.letters.acknowledgement !== '' && letterPart('Letter that it has come', 'Send it from the mail system on the day on which it came, or the next.', model.letters.acknowledgement)}
${questionsBackPart(model.questions, model)}
${moreTimePart(model.moreTime, model)}
${model.last !== undefined && draft(model.last, 2)}
${model.letters.answer !== '' && letterPart('Letter with the answer', 'It has the answer as it is cleared, what is withheld and why, and what the requester can do.', model.letters.answer)}
${clearing(model)}
${model.send !== undefined && sending(model, model.send)}
${model.draft !== undefined && drafting(model, model.draft)}
${model.publish !== undefined && publishing(model, model.publish)}
${model.earlier.length > 0 && details({ summaryText: 'Earlier drafts', html: html`${model.earlier.map((each) => draft(each, 3))}` })}
${model.give !== undefined && giving(model, model.give)}`,
  }
}

const draft = ({ heading, outcome, answer, claimed }: ShownDraft, level: 2 | 3): SafeHtml => html`${
  level === 2 ? html`<h2 class="govuk-heading-m">${heading}</h2>` : html`<h3 class="govuk-heading-s">${heading}</h3>`
}
<p class="govuk-body"><strong>${outcome}</strong></p>
<p class="govuk-body app-kept-lines">${answer}</p>
${claimed.map(
  ({ cited, reason, publicInterest }) =>
    html`<p class="govuk-body app-kept-lines"><strong>${cited}</strong>
${reason}${
  publicInterest !== '' &&
  html`
Public interest: ${publicInterest}`
}</p>`,
)}`

const clearing = ({ clear, notCleared, csrf }: RequestModel): SafeHtml =>
  html`${notCleared !== '' && html`<p class="govuk-body">${notCleared}</p>`}${
    clear !== undefined &&
    form(
      { action: clear.action, csrf },
      html`${hidden('shown', String(clear.shown))}${button({ text: 'Clear this draft for sending', preventDoubleClick: true })}`,
    )
  }`

const sending = ({ errors, csrf }: RequestModel, { action, on }: NonNullable<RequestModel['send']>): SafeHtml =>
  html`<h2 class="govuk-heading-m">Send it</h2>
<p class="govuk-body">Send the cleared answer from the mail system, then record the day here.</p>
${form(
  { action, csrf },
  html`${dayField({ id: 'answered', legend: 'When was it sent?', hint: 'Not before it came', typed: on, errors })}
${button({ text: 'Record that it is sent', preventDoubleClick: true })}`,
)}`

const drafting = (
  { errors, csrf }: RequestModel,
  { action, shown, outcomes, exemptions, places, typed }: NonNullable<RequestModel['draft']>,
): SafeHtml =>
  html`<h2 class="govuk-heading-m">${shown === 0 ? 'Draft an answer' : 'Write another draft'}</h2>
<p class="govuk-body">A second person clears it before it is sent.</p>
${form(
  { action, csrf },
  html`${hidden('shown', String(shown))}
${radios({ idPrefix: 'outcome', name: 'outcome', fieldset: { legend: { text: 'What is the outcome of the request?', classes: 'govuk-fieldset__legend--s' } }, errorMessage: errorAt(errors, 'outcome'), value: typed('outcome'), items: outcomes.map((each) => ({ ...each })) })}
${textarea({ id: 'answer', name: 'answer', label: { text: 'Answer', classes: 'govuk-label--s' }, rows: 8, value: typed('answer'), errorMessage: errorAt(errors, 'answer') })}
${exemptions.length > 0 && withheld({ errors, exemptions, places, typed })}
${button({ text: 'Save the draft', preventDoubleClick: true })}`,
)}`

type Withheld = Pick<NonNullable<RequestModel['draft']>, 'exemptions' | 'places' | 'typed'> &
  Pick<RequestModel, 'errors'>

/** What is withheld: the first exemption, and the others folded away until one of them is used. */
function withheld(model: Withheld): SafeHtml {
  const [first = 0, ...others] = model.places
  const used = others.some(
    (place) =>
      model.typed(`exemption-${place}`) !== '' || model.errors.some(({ field }) => field.endsWith(`-${place}`)),
  )
  return html`<h3 class="govuk-heading-s">What is withheld, and why</h3>
${exemption(model, first)}
${details({ summaryText: 'More exemptions', open: used, html: html`${others.map((place) => exemption(model, place))}` })}`
}

const exemption = ({ errors, exemptions, typed }: Withheld, place: number): SafeHtml =>
  html`${select({ id: `exemption-${place}`, name: `exemption-${place}`, label: { text: `Exemption ${place + 1} (optional)` }, errorMessage: errorAt(errors, `exemption-${place}`), value: typed(`exemption-${place}`), items: [{ value: '', text: 'None' }, ...exemptions] })}
${textarea({ id: `reason-${place}`, name: `reason-${place}`, label: { text: `Why exemption ${place + 1} applies` }, rows: 2, value: typed(`reason-${place}`), errorMessage: errorAt(errors, `reason-${place}`) })}
${textarea({ id: `interest-${place}`, name: `interest-${place}`, label: { text: `How the public interest was weighed for exemption ${place + 1}` }, hint: { text: 'Only where it is qualified' }, rows: 2, value: typed(`interest-${place}`), errorMessage: errorAt(errors, `interest-${place}`) })}`

const publishing = (
  { errors, csrf }: RequestModel,
  { action, asked, answer, standing }: NonNullable<RequestModel['publish']>,
): SafeHtml =>
  html`<h2 class="govuk-heading-m">Disclosure log</h2>
<p class="govuk-body">${standing} Everybody reads what you write here. Take out who asked, and everything about people.</p>
${form(
  { action, csrf },
  html`${textarea({ id: 'published-asked', name: 'published-asked', label: { text: 'What was asked, as everybody reads it', classes: 'govuk-label--s' }, rows: 4, value: asked, errorMessage: errorAt(errors, 'published-asked') })}
${textarea({ id: 'published-answer', name: 'published-answer', label: { text: 'The answer, as everybody reads it', classes: 'govuk-label--s' }, rows: 8, value: answer, errorMessage: errorAt(errors, 'published-answer') })}
${button({ text: 'Publish', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
)}`

const giving = ({ errors, csrf }: RequestModel, { action, team, owner }: NonNullable<RequestModel['give']>): SafeHtml =>
  html`<h2 class="govuk-heading-m">Who answers for it</h2>
${form(
  { action, csrf },
  html`${select({ id: 'owner', name: 'owner', label: { text: 'Somebody of the programme team' }, value: owner, items: team, errorMessage: errorAt(errors, 'owner') })}
${button({ text: 'Give it to them', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
)}`
