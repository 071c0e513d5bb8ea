import { button, details, insetText, tag, textarea } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  errorAt,
  type FieldText,
  illustrativeLabel,
  problemSummary,
  timeline,
  verifyThis,
} from '../../../../ui/patterns/index.ts'
import { type BenefitTables, benefitTables } from '../../register/pages/benefit-tables.ts'
import type { ReturnEvent, ReturnRow, SaidInReturn } from './parts.ts'

/** What whoever looks can do with a return now. */
export type ReturnActions = {
  readonly freeze: boolean
  readonly confirm: boolean
  readonly send: boolean
  readonly answer: boolean
  readonly publish: boolean
}

export type ReturnModel = Pick<ReturnRow, 'title' | 'due' | 'state'> & {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly caption: string
  /** The version that is shown; undefined where the register is shown as it stands. */
  readonly version: { readonly number: number; readonly recordHref: string } | undefined
  /** What is asked about the last version, and by whom; undefined where nothing waits for an answer. */
  readonly asked: { readonly heading: string; readonly text: string } | undefined
  readonly said: readonly SaidInReturn[]
  /** For those who write it. */
  readonly wordsHref: string | undefined
  readonly tables: BenefitTables
  readonly history: readonly ReturnEvent[]
  readonly can: ReturnActions
  readonly question: string
  readonly errors: readonly FieldText[]
  readonly freezeAction: string
  readonly stepAction: string
  readonly csrf: string
}

/** A return: what it says, how far it is, and what can be done with it. */
export const returnPage = (model: ReturnModel): Page => ({
  title: `Return ${model.title.toLowerCase()}`,
  wide: true,
  hasErrors: model.errors.length > 0,
  breadcrumbs: [...model.breadcrumbs, { text: model.title }],
  main: html`${problemSummary(model.errors)}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${model.caption}</span>Return ${model.title.toLowerCase()}</h1>
<p class="govuk-body">${tag(model.state)} Due on ${model.due}</p>
${model.version === undefined ? insetText({ text: 'No version is made yet. This is the register as it stands.' }) : html`<p class="govuk-body">This is version ${model.version.number}, as it was made. <a class="govuk-link" href="${model.version.recordHref}">Download its whole record</a>. Its SHA-256 stands under “What was done with it”.</p>`}
${model.asked !== undefined && askedOf(model.asked, model.wordsHref)}
${actionsOf(model)}
<h2 class="govuk-heading-m">In the words of the council</h2>
${model.said.length === 0 && html`<p class="govuk-body">Nothing is said yet.</p>`}
${model.said.map(({ question, answer }) => html`<h3 class="govuk-heading-s govuk-!-margin-bottom-1">${question}</h3><p class="govuk-body app-kept-lines">${answer}</p>`)}
${model.wordsHref !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${model.wordsHref}">Answer the questions of this return</a></p>`}
<h2 class="govuk-heading-m">What came of the award</h2>
${benefitTables(model.tables)}
${model.history.length > 0 && historyOf(model.history)}`,
})

const askedOf = ({ heading, text }: NonNullable<ReturnModel['asked']>, wordsHref: string | undefined): SafeHtml =>
  insetText({
    html: html`<h2 class="govuk-heading-s govuk-!-margin-bottom-1">${heading}</h2>
<p class="govuk-body app-kept-lines">${text}</p>
${wordsHref !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${wordsHref}#reply">Answer it</a>, change what has to be changed, and make another version.</p>`}`,
  })

const historyOf = (history: readonly ReturnEvent[]): SafeHtml =>
  html`<h2 class="govuk-heading-m">What was done with it</h2>${timeline(
    history.map(({ text, sha256, ...event }) => ({
      ...event,
      description: html`${text !== '' && html`<p class="govuk-body app-kept-lines">${text}</p>`}${sha256 !== undefined && verifyThis('the record of this version', sha256)}`,
    })),
    3,
  )}`

const actionsOf = (model: ReturnModel): SafeHtml => html`${
  model.can.freeze &&
  form(
    { action: model.freezeAction, csrf: model.csrf },
    html`<p class="govuk-body">Making a version keeps all that is written now. Finance is asked to confirm it.</p>
${button({ text: 'Make a version and ask finance', preventDoubleClick: true, attributes: { id: 'freeze' } })}`,
  )
}
${model.can.confirm && html`${stepForm(model, 'confirmed', 'Confirm for finance')}${questionForm(model, sendBack)}`}
${model.can.send && stepForm(model, 'sent', 'Send to the programme team')}
${model.can.answer && html`${stepForm(model, 'accepted', 'Accept')}${questionForm(model, askBack)}`}
${model.can.publish && stepForm(model, 'published', 'Publish its figures')}`

const stepForm = (model: ReturnModel, step: string, text: string): SafeHtml =>
  form(
    { action: model.stepAction, csrf: model.csrf },
    html`${stepFields(model, step)}${button({ text, preventDoubleClick: true, attributes: { id: step } })}`,
  )

const stepFields = ({ version }: ReturnModel, step: string): SafeHtml =>
  html`${hidden('step', step)}${hidden('number', String(version?.number ?? 0))}`

type QuestionWords = {
  readonly summary: string
  readonly label: string
  readonly hint: string
  readonly button: string
}

const askBack: QuestionWords = {
  summary: 'Ask a question back',
  label: 'What do you ask?',
  hint: 'The council answers it in another version',
  button: 'Ask',
}

const sendBack: QuestionWords = {
  summary: 'Send it back',
  label: 'What is wrong with it?',
  hint: 'The council is told, and makes another version, which waits for you again',
  button: 'Send back',
}

const questionForm = (model: ReturnModel, words: QuestionWords): SafeHtml =>
  details({
    summaryText: words.summary,
    open: model.errors.some(({ field }) => field === 'question'),
    html: form(
      { action: model.stepAction, csrf: model.csrf },
      html`${stepFields(model, 'questioned')}
${textarea({ id: 'question', name: 'question', label: { text: words.label, classes: 'govuk-label--s' }, hint: { text: words.hint }, value: model.question, errorMessage: errorAt(model.errors, 'question') })}
${button({ text: words.button, classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
    ),
  })
