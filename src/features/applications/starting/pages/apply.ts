import { button, insetText, radios, warningText } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'

export type ApplyModel = {
  readonly fund: string
  readonly round: string
  readonly roundHref: string
  readonly illustrative: boolean
  readonly hours: number
  /** The questions about whether they can apply; undefined when the round has none. */
  readonly screening:
    | { readonly href: string; readonly done: boolean; readonly failed: readonly string[]; readonly refuses: boolean }
    | undefined
  /** How many applications one body can lead. */
  readonly slots: string
  readonly pages: readonly string[]
  readonly blankForm: string
  readonly deadline: { readonly when: string; readonly left: string } | undefined
  /** Why nothing can be started now, if so. */
  readonly notOpen: string | undefined
  /** The applications that this person's organisations have already. */
  readonly started: readonly {
    readonly reference: string
    readonly lead: string
    readonly state: string
    readonly isSent: boolean
    readonly href: string
  }[]
  readonly leads: readonly { readonly id: string; readonly name: string }[]
  /** Organisations of this person's that may not lead, and why. */
  readonly notEligible: readonly string[]
  readonly chosen: string
  /** A colleague's application was offered: starting another for this lead is now a choice. */
  readonly offered: { readonly lead: string; readonly reference: string; readonly href: string } | undefined
  readonly problems: readonly { readonly text: string; readonly href: string }[]
  readonly accountHref: string
  readonly action: string
  readonly csrf: string
}

/** What an application takes, and who is to lead it. */
export function applyPage(model: ApplyModel): Page {
  const { problems, deadline } = model
  return {
    title: 'Start an application',
    backLink: { href: model.roundHref },
    hasErrors: problems.length > 0,
    main: html`${problemSummary(problems)}
${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-xl">${model.fund}: ${model.round}</span>
<h1 class="govuk-heading-xl">Start an application</h1>
${deadline !== undefined && html`<p class="govuk-body">The deadline is <strong>${deadline.when}</strong>. ${deadline.left}.</p>`}
<h2 class="govuk-heading-m">What you need</h2>
<p class="govuk-body">It takes about ${model.hours === 1 ? '1 hour' : `${model.hours} hours`}. You can save and come back, and colleagues of the same organisation can write with you.</p>
${
  model.pages.length > 0 &&
  html`<p class="govuk-body">You will be asked about:</p><ul class="govuk-list govuk-list--bullet">${model.pages.map((page) => html`<li>${page}</li>`)}</ul>`
}
<p class="govuk-body"><a class="govuk-link" href="${model.blankForm}">Read all the questions before you start</a></p>
${model.started.length > 0 && startedList(model)}
${model.notOpen === undefined ? startOf(model) : insetText({ text: model.notOpen })}`,
  }
}

const startedList = ({
  started,
}: ApplyModel): SafeHtml => html`<h2 class="govuk-heading-m">Your organisation has already started</h2>
<ul class="govuk-list">${started.map(
  ({ reference, lead, state, isSent, href }) =>
    html`<li><a class="govuk-link" href="${href}">${isSent ? html`See ${reference}` : html`Continue with ${reference}`}</a>: ${lead}, ${state}</li>`,
)}</ul>`

/** Whoever has not been told whether they can apply is asked first. */
function startOf(model: ApplyModel): SafeHtml {
  const { screening } = model
  if (screening?.done === false) {
    return html`<h2 class="govuk-heading-m">Check that you can apply</h2>
<p class="govuk-body">A few questions tell you what the rules of this round say before you write a word. Your answers go into the application.</p>
${button({ text: 'Check that you can apply', href: screening.href, isStartButton: true })}`
  }
  return html`${
    screening !== undefined &&
    screening.failed.length > 0 &&
    html`${warningText({ text: screening.refuses ? 'With your answers so far, an application cannot be submitted. You can start one and change them.' : 'With your answers so far, rules of the round are against an application. The programme team decides.' })}
<ul class="govuk-list govuk-list--bullet">${screening.failed.map((text) => html`<li>${text}</li>`)}</ul>`
  }${screening !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${screening.href}">See what the rules say of your answers</a></p>`}${startForm(model)}`
}

function startForm(model: ApplyModel): SafeHtml {
  const { leads, notEligible, offered, problems } = model
  const why =
    notEligible.length > 0 &&
    html`<ul class="govuk-list govuk-list--bullet">${notEligible.map((reason) => html`<li>${reason}.</li>`)}</ul>`
  if (leads.length === 0) {
    return html`<h2 class="govuk-heading-m">Which organisation leads</h2>
${why || html`<p class="govuk-body">You are not yet confirmed as working for an organisation that can apply.</p>`}
<p class="govuk-body"><a class="govuk-link" href="${model.accountHref}">Say which organisation you work for</a></p>`
  }
  const problem = problems.find(({ href }) => href === '#lead')
  return html`${form(
    { action: model.action, csrf: model.csrf },
    html`${radios({
      name: 'lead',
      value: model.chosen,
      fieldset: { legend: { text: 'Which organisation leads the application?', classes: 'govuk-fieldset__legend--m' } },
      hint: { text: model.slots },
      errorMessage: problem && { text: problem.text },
      items: leads.map(({ id, name }) => ({ value: id, text: name })),
    })}
${why && html`<p class="govuk-body">Not able to lead:</p>${why}`}
${offered !== undefined && hidden('another', offered.lead)}
<div class="govuk-button-group">${
      offered === undefined
        ? button({ text: 'Start now' })
        : html`${button({ text: `Continue with ${offered.reference}`, href: offered.href })}${button({ text: 'Start another', classes: 'govuk-button--secondary' })}`
    }</div>`,
  )}`
}
