import {
  button,
  checkboxes,
  details,
  errorSummary,
  input,
  insetText,
  panel,
  summaryList,
  tag,
  textarea,
  warningText,
} from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { type DiffSegment, diff, illustrativeLabel, wholeWords } from '../../../../ui/patterns/index.ts'

export type SignOffModel = {
  readonly reference: string
  readonly illustrative: boolean
  readonly back: { readonly href: string; readonly text: string }
  /** What the reader signs as: `as senior sponsor of Exbridge`. */
  readonly signsAs: string
  readonly lead: string
  readonly standing: { readonly text: string; readonly colour: string }
  /** Who is asked or signed, when, and why not: a sentence each. */
  readonly lines: readonly string[]
  readonly justSigned: boolean
  /** What is not as it was signed, so that the signature does not hold. */
  readonly reopened: readonly { readonly label: string; readonly changes: readonly DiffSegment[] }[]
  /** What else changed since: it needs no new signature. */
  readonly alsoChanged: readonly string[]
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  readonly pages: readonly { readonly title: string; readonly summary: SafeHtml }[]
  readonly wordHref: string
  /** Undefined for somebody who only looks. */
  readonly sign: SignForm | undefined
  /** Undefined when there is nothing that the reader could decline. */
  readonly decline: { readonly reason: string; readonly button: string } | undefined
  readonly problems: readonly { readonly field: string; readonly text: string }[]
  readonly action: string
  readonly csrf: string
}

type SignForm = {
  /** Questions that are not answered, or not as they must be to be sent. */
  readonly unfinished: readonly string[]
  readonly statement: string
  readonly name: string
  readonly jobTitle: string
  readonly shown: { readonly sha256: string; readonly parts: string }
  readonly materialSha256: string
}

/** An application as it will be sent, for somebody who is to sign it, or who looks how that stands. */
export function signOffPage(model: SignOffModel): Page {
  const { problems } = model
  const title = model.sign === undefined ? 'Sign-off' : 'Sign off an application'
  return {
    title,
    backLink: model.back,
    hasErrors: problems.length > 0,
    main: html`${
      problems.length > 0 &&
      errorSummary({
        titleText: 'There is a problem',
        errorList: problems.map(({ field, text }) => ({ text, href: `#${field}` })),
      })
    }
${illustrativeLabel(model.illustrative)}
${model.justSigned && panel({ titleText: 'Signed', text: `Application ${model.reference}` })}
<span class="govuk-caption-l">${model.reference}, led by ${model.lead}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${tag({ text: model.standing.text, classes: `govuk-tag--${model.standing.colour}` })} ${model.signsAs}</p>
${model.lines.map((line) => html`<p class="govuk-body">${wholeWords(line)}</p>`)}
${model.sign !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="#sign">Go to the end of the application to sign</a></p>`}
${reopenedOf(model)}
${alsoChangedOf(model)}
<h2 class="govuk-heading-l">The application as it would be sent now</h2>
<p class="govuk-body">You can print this page to read it on paper.${html` You can also <a class="govuk-link" href="${model.wordHref}">download it as a Word document</a>.`}</p>
${summaryList({ rows: model.facts.map(({ name, value }) => ({ key: { text: name }, value: { text: value } })) })}
${model.pages.map(({ title: heading, summary }) => html`<h3 class="govuk-heading-m">${heading}</h3>${summary}`)}
${model.sign !== undefined && signForm(model, model.sign)}
${declineForm(model)}`,
  }
}

const reopenedOf = ({ reopened }: SignOffModel): SafeHtml | false =>
  reopened.length > 0 &&
  html`<h2 class="govuk-heading-m">What has changed since it was signed</h2>
<p class="govuk-body">These are money, scope or partners, so the signature does not hold for what the application says now.</p>
${summaryList({
  rows: reopened.map(({ label, changes }) => ({ key: { text: label }, value: { html: diff(changes) } })),
})}`

const alsoChangedOf = ({ alsoChanged }: SignOffModel): SafeHtml | false =>
  alsoChanged.length > 0 &&
  html`<h2 class="govuk-heading-m">Also changed since it was signed</h2>
<p class="govuk-body">These do not touch money, scope or partners, so they need no new signature.</p>
<ul class="govuk-list govuk-list--bullet">${alsoChanged.map((change) => html`<li>${change}</li>`)}</ul>`

function signForm({ problems, action, csrf }: SignOffModel, sign: SignForm): SafeHtml {
  const errorAt = (field: string) => {
    const found = problems.find((problem) => problem.field === field)
    return found && { text: found.text }
  }
  return html`<h2 class="govuk-heading-l" id="sign">Sign</h2>
${form(
  { action, csrf },
  html`${hidden('answer', 'sign')}${hidden('content', sign.shown.sha256)}${hidden('parts', sign.shown.parts)}${hidden('material', sign.materialSha256)}${hidden('statement', sign.statement)}
${input({ name: 'name', label: { text: 'Your full name' }, value: sign.name, autocomplete: 'name', spellcheck: false, errorMessage: errorAt('name') })}
${input({ name: 'jobTitle', label: { text: 'Your job title' }, value: sign.jobTitle, autocomplete: 'organization-title', errorMessage: errorAt('jobTitle') })}
${sign.unfinished.length > 0 && asUnfinished(sign.unfinished, errorAt('asUnfinished'))}
${checkboxes({
  name: 'agreed',
  idPrefix: 'agreed',
  fieldset: { legend: { text: 'Statement', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorAt('agreed'),
  items: [{ value: 'yes', text: sign.statement }],
})}
<p class="govuk-body">Your name, job title and this statement go with the application to the programme team and the assessors. If money, scope or partners change, you are asked to sign again.</p>
${button({ text: 'Sign', preventDoubleClick: true })}`,
)}`
}

/** Nobody signs what is half written without having been told what is missing. */
const asUnfinished = (questions: readonly string[], errorMessage: { readonly text: string } | undefined): SafeHtml =>
  html`${warningText({
    text: `This application is not complete: ${questions.length === 1 ? '1 question is' : `${questions.length} questions are`} not answered, or not as the form asks.`,
    iconFallbackText: 'Warning',
  })}
${details({
  summaryText: 'What is not answered yet',
  open: questions.length <= 10,
  html: html`<ul class="govuk-list govuk-list--bullet">${questions.map((label) => html`<li>${label}</li>`)}</ul>`,
})}
<p class="govuk-body">If you sign now, only a change of money, scope or partners asks you to sign again. Whatever else is written after that goes out with your signature.</p>
${checkboxes({
  name: 'asUnfinished',
  idPrefix: 'asUnfinished',
  fieldset: { legend: { text: 'Sign it before it is complete?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage,
  items: [{ value: 'yes', text: 'Yes, I sign it although it is not complete' }],
})}`

function declineForm({ decline, problems, action, csrf }: SignOffModel): SafeHtml | false {
  if (decline === undefined) return false
  const problem = problems.find(({ field }) => field === 'reason')
  return details({
    summaryText: decline.button,
    open: problem !== undefined,
    html: form(
      { action, csrf, namedByLabels: true },
      html`${hidden('answer', 'decline')}${textarea({
        name: 'reason',
        label: { text: 'Why?' },
        hint: { text: 'Those who write the application read this' },
        rows: 3,
        value: decline.reason,
        errorMessage: problem && { text: problem.text },
      })}${button({ text: decline.button, classes: 'govuk-button--warning', preventDoubleClick: true })}`,
    ),
  })
}

export type UnconfirmedModel = {
  readonly reference: string
  readonly illustrative: boolean
  readonly fund: string
  readonly signsAs: string
  readonly organisation: string
  readonly askedBy: string
  readonly email: string
  readonly organisationsHref: string
  /** Whether they have asked to act for the organisation. */
  readonly waits: boolean
}

/** For somebody who is asked to sign and is not known to work for the organisation. */
export const unconfirmedPage = (model: UnconfirmedModel): Page => ({
  title: 'Confirm where you work',
  main: html`${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l">${model.reference}: ${model.fund}</span>
<h1 class="govuk-heading-l">Confirm where you work</h1>
<p class="govuk-body">${model.askedBy} asks you to sign an application ${model.signsAs}.</p>
<p class="govuk-body">We do not know that ${model.email} is an address of ${model.organisation}. Before you can read and sign the application, somebody of ${model.organisation} or a programme team has to confirm that you act for it.</p>
${
  model.waits
    ? insetText({ text: 'You have asked. We write to you when you are confirmed; then open this page again.' })
    : html`<p class="govuk-body"><a class="govuk-link" href="${model.organisationsHref}">Ask to act for ${model.organisation}</a></p>`
}`,
})
