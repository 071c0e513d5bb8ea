import {
  button,
  checkboxes,
  errorSummary,
  insetText,
  summaryList,
  warningText,
} from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { type CountdownOptions, countdown, emailAddress, illustrativeLabel } from '../../../../ui/patterns/index.ts'

export type CheckModel = {
  /** Whether the round is made up. */
  readonly illustrative: boolean
  readonly reference: string
  readonly lead: string
  readonly back: string
  readonly action: string
  readonly csrf: string
  /** What this page shows, to be compared with what would be submitted. */
  readonly shown: { readonly sha256: string; readonly parts: string }
  readonly problems: readonly { readonly text: string; readonly href?: string | undefined }[]
  /** Whether the problems are what stopped a submission, rather than what is still to do. */
  readonly refused: boolean
  readonly pages: readonly { readonly title: string; readonly summary: SafeHtml }[]
  readonly eligibility: readonly { readonly text: string; readonly clause: string; readonly fails: boolean }[]
  /** Whether the round lets no application be submitted that fails a rule. */
  readonly refusesFailing: boolean
  readonly partnersWaiting: readonly string[]
  /** Why it cannot be submitted at this time, if so. */
  readonly closed: string | undefined
  /** How many applications one body can lead. */
  readonly slots: string
  /** What somebody tried to send too late. */
  readonly late: LateModel | undefined
  readonly deadline: CountdownOptions | undefined
  /** The words to agree to; undefined when the form has a declaration of its own. */
  readonly declaration: string | undefined
  readonly readOnly: boolean
}

export type LateModel = {
  readonly reference: string
  readonly received: string
  readonly by: string
  readonly sha256: string
  /** How many attempts are kept, if this is the last that there can be. */
  readonly mostKept: number | undefined
  /** Whom to ask; '' when the round gives nobody. */
  readonly contact: string
}

/** Every answer, everything that is wrong with them, and the way to submit. */
export function checkPage(model: CheckModel): Page {
  const { problems, pages } = model
  return {
    title: 'Check your answers',
    backLink: { href: model.back, text: 'Back to all questions' },
    hasErrors: model.refused,
    main: html`${
      problems.length > 0 &&
      errorSummary({
        titleText: model.refused ? 'There is a problem' : 'Before you can submit',
        errorList: problems,
        disableAutoFocus: !model.refused,
      })
    }
${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l">${model.reference}</span>
<h1 class="govuk-heading-l">Check your answers</h1>
${model.closed !== undefined && insetText({ text: model.closed })}
${model.late !== undefined && lateOf(model.late)}
${pages.map(({ title, summary }) => html`<h2 class="govuk-heading-m">${title}</h2>${summary}`)}
${eligibilityOf(model)}
${
  model.partnersWaiting.length > 0 &&
  insetText({
    text: `Not answered yet: ${model.partnersWaiting.join(', ')}. A partner that has not accepted is not part of the application.`,
  })
}
${model.closed === undefined && !model.readOnly && submitForm(model)}`,
  }
}

const lateOf = ({ reference, received, by, sha256, mostKept, contact }: LateModel): SafeHtml =>
  html`<h2 class="govuk-heading-m">What you tried to send is kept</h2>
${summaryList({
  rows: [
    { key: { text: 'Reference' }, value: { text: reference } },
    { key: { text: 'Received' }, value: { text: received } },
    { key: { text: 'Sent by' }, value: { text: by } },
    { key: { text: 'SHA-256 of the content' }, value: { text: sha256 } },
  ],
})}
${mostKept !== undefined && html`<p class="govuk-body">This is the last attempt that is kept: there are ${mostKept}, and none is added.</p>`}
<p class="govuk-body">It is not submitted. If something outside your control made it late, write to the programme team${contact !== '' && html` at <a class="govuk-link" href="mailto:${contact}">${emailAddress(contact)}</a>`} with this reference and say what happened. They can let it in as you sent it, for a reason that is published.</p>`

const ineligible = (eligibility: CheckModel['eligibility'], refuses: boolean): string => {
  if (!eligibility.some(({ fails }) => fails))
    return 'These points do not stop a submission. Those who assess the application see them.'
  return refuses
    ? 'An application that fails a rule cannot be submitted in this round.'
    : 'That does not stop a submission in this round. The programme team decides.'
}

const eligibilityOf = ({ eligibility, closed, refusesFailing }: CheckModel): SafeHtml | false =>
  eligibility.length > 0 &&
  html`<h2 class="govuk-heading-m">What the rules say about your answers</h2>
<ul class="govuk-list govuk-list--bullet">${eligibility.map(
    ({ text, clause, fails }) =>
      html`<li>${fails && html`<strong>Not eligible: </strong>`}${text} <span class="govuk-hint govuk-!-display-inline">(${clause})</span></li>`,
  )}</ul>
${closed === undefined && html`<p class="govuk-body">${ineligible(eligibility, refusesFailing)}</p>`}`

const notSent =
  'The application was not submitted, and your answers are kept. If the deadline is near, use another network, such as that of a phone.'

function submitForm({ lead, slots, deadline, declaration, action, csrf, shown, problems }: CheckModel): SafeHtml {
  const declarationProblem = problems.find(({ href }) => href === '#declaration')
  return html`<h2 class="govuk-heading-m">Submit</h2>
${deadline !== undefined && countdown(deadline)}
${form(
  { action, csrf, notSent },
  html`${hidden('content', shown.sha256)}${hidden('parts', shown.parts)}${
    declaration !== undefined &&
    checkboxes({
      name: 'declaration',
      fieldset: { legend: { text: 'Declaration', classes: 'govuk-fieldset__legend--s' } },
      errorMessage: declarationProblem && { text: declarationProblem.text },
      items: [{ value: 'yes', text: declaration }],
    })
  }
${warningText({ text: `${slots}. You are submitting this one for ${lead}.` })}
${button({ text: 'Submit application', preventDoubleClick: true })}`,
)}`
}
