import { insetText, notificationBanner, summaryList, taskList } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { type CountdownOptions, countdown, illustrativeLabel, timeline } from '../../../../ui/patterns/index.ts'
import { testLabel } from '../../testing/pages/test-label.ts'
import type { CameLine } from '../../what-came.ts'

export type TaskStatus = 'not-started' | 'optional' | 'in-progress' | 'has-problems' | 'completed'

export type TaskListModel = {
  readonly reference: string
  /** Whose application it is. */
  readonly heading: string
  readonly fund: string
  readonly round: string
  readonly state: 'draft' | 'submitted' | 'withdrawn'
  /** What came of it since it was submitted. */
  readonly came: readonly CameLine[]
  /** Whether the reader is not of the lead. */
  readonly readOnly: boolean
  /** What somebody of a partner writes; undefined for the lead and for those who only read. */
  readonly contributes: 'all' | 'some' | undefined
  /** Whether the reader joined by an invitation, and is of no partner. */
  readonly joined: boolean
  readonly illustrative: boolean
  /** Whether the programme team tries the form out. */
  readonly isTest: boolean
  /** That the programme team keys it in; undefined when its authority writes it here. */
  readonly keyed: string | undefined
  /** For those who do: what came, and who signed it. */
  readonly keyedHref: string | undefined
  /** What changed in the form, until somebody has read it. */
  readonly formChanges: SafeHtml | undefined
  readonly deadline: CountdownOptions | undefined
  /** The questions about whether it can apply; undefined when the round has none. */
  readonly eligibility: { readonly href: string; readonly done: boolean } | undefined
  readonly sections: readonly {
    readonly title: string
    readonly tasks: readonly {
      readonly title: string
      readonly href: string
      readonly status: TaskStatus
      readonly hint: string | undefined
    }[]
  }[]
  readonly done: number
  readonly total: number
  /** Pages of which nothing need be written, and nothing is: they are in the list and not in the total. */
  readonly optional: number
  readonly partners: readonly { readonly name: string; readonly state: string }[]
  /** Who must sign before it is submitted. */
  readonly signOffs: readonly {
    readonly title: string
    readonly hint: string | undefined
    readonly href: string
    readonly status: { readonly text: string; readonly colour: string }
  }[]
  /** How many people were invited by their addresses. */
  readonly invited: number
  readonly links: {
    readonly home: string
    readonly colleagues: string
    readonly owes: string
    readonly check: string
    readonly partners: string
    readonly partner: string
    readonly word: string
    readonly receipt: string
    readonly submission: string
  }
}

/** How each status is called, and the colour of its tag. */
export const statusWords: Readonly<Record<TaskStatus, { readonly text: string; readonly colour: string | undefined }>> =
  {
    'not-started': { text: 'Not started', colour: 'grey' },
    optional: { text: 'Optional', colour: 'grey' },
    'in-progress': { text: 'In progress', colour: 'light-blue' },
    'has-problems': { text: 'Has problems', colour: 'red' },
    completed: { text: 'Completed', colour: undefined },
  }

const shownStatus = (status: TaskStatus) => {
  const { text, colour } = statusWords[status]
  return colour === undefined ? { text } : { tag: { text, classes: `govuk-tag--${colour}` } }
}

/** All there is to do in an application, and how far it is. */
export function taskListPage(model: TaskListModel): Page {
  const { reference, heading, links } = model
  return {
    title: heading,
    breadcrumbs: [{ text: 'Your work', href: links.home }, { text: reference }],
    main: html`${model.isTest ? testLabel() : illustrativeLabel(model.illustrative)}
<span class="govuk-caption-xl">${reference}</span>
<h1 class="govuk-heading-xl">${heading}</h1>
${model.keyed !== undefined && insetText({ html: html`${model.keyed}${model.keyedHref !== undefined && html` <a class="govuk-link" href="${model.keyedHref}">What came, and who signed it</a>`}` })}
${stateOf(model)}
${model.came.length > 0 && html`<h2 class="govuk-heading-l">What came of it</h2>${timeline(model.came)}`}
${model.formChanges}
${model.deadline !== undefined && model.state !== 'submitted' && countdown(model.deadline)}
${facts(model)}
${model.state === 'submitted' ? sentOf(model) : questionsOf(model)}
${!model.readOnly && !model.isTest && colleaguesOf(model)}
<h2 class="govuk-heading-l">Partners</h2>
${partnersOf(model)}
${signOffsOf(model)}
${!model.readOnly && model.state !== 'submitted' && checkAndSubmit(model)}`,
  }
}

/** The pages to write, each with how far it is. */
const questionsOf = (model: TaskListModel): SafeHtml => {
  const { sections, links } = model
  return html`<h2 class="govuk-heading-l">Questions</h2>
${eligibilityOf(model)}
<p class="govuk-body">You have completed ${model.done} of ${model.total === 1 ? '1 page' : `${model.total} pages`}.${optionalWords(model.optional)} <a class="govuk-link" href="${links.word}">Download all of it as a Word document</a></p>
${(!model.readOnly || model.contributes !== undefined) && html`<p class="govuk-body"><a class="govuk-link" href="${links.owes}">Who still has to do what</a></p>`}
${sections.map(
  (section, index) => html`<h3 class="govuk-heading-m">${section.title}</h3>
${taskList({
  idPrefix: `section-${index + 1}`,
  items: section.tasks.map(({ title, href, status, hint }) => ({
    title: { text: title },
    href,
    ...(hint !== undefined && { hint: { text: hint } }),
    status: shownStatus(status),
  })),
})}`,
)}`
}

/** What was sent, beside the answers and the receipt at the top: nobody changes it any more. */
const sentOf = ({ links }: TaskListModel): SafeHtml =>
  html`<h2 class="govuk-heading-l">What was sent</h2>
<p class="govuk-body"><a class="govuk-link" href="${links.word}">Download all of it as a Word document</a></p>`

/** So that the count agrees with the list. */
function optionalWords(pages: number): string {
  if (pages === 0) return ''
  return pages === 1 ? ' 1 more is optional.' : ` ${pages} more are optional.`
}

const partnerWords = {
  all: 'You can read and write this application as a partner. The lead authority submits it.',
  some: 'You can read this application as a partner, and write the pages that say so. The lead authority submits it.',
  none: 'You can read this application as a partner. The lead authority writes it.',
} as const

const eligibilityOf = ({ eligibility }: TaskListModel): SafeHtml | false =>
  eligibility !== undefined &&
  html`<h3 class="govuk-heading-m">Before you write</h3>
${taskList({
  idPrefix: 'eligibility',
  items: [
    {
      title: { text: 'Whether you can apply' },
      href: eligibility.href,
      status: shownStatus(eligibility.done ? 'completed' : 'not-started'),
    },
  ],
})}`

const invitedWords = {
  all: 'You were invited to write this application. The lead authority submits it.',
  some: 'You were invited to write the pages that say so, and can read the rest. The lead authority submits it.',
} as const

function stateOf(model: TaskListModel): SafeHtml | false {
  const { state, links, readOnly, contributes, deadline } = model
  if (state === 'submitted') {
    return notificationBanner({
      html: html`<p class="govuk-notification-banner__heading">This application has been submitted.</p>
<p class="govuk-body"><a class="govuk-notification-banner__link" href="${links.receipt}">See the receipt</a> or <a class="govuk-notification-banner__link" href="${links.submission}">read the answers as submitted</a>.</p>`,
    })
  }
  if (readOnly && model.joined) return insetText({ text: invitedWords[contributes ?? 'some'] })
  if (readOnly) {
    return insetText({
      html: html`${partnerWords[contributes ?? 'none']} <a class="govuk-link" href="${links.partner}">Your part in it</a>.`,
    })
  }
  if (deadline?.passed === true) {
    return insetText({
      text: `${state === 'withdrawn' ? 'This application was withdrawn, and the deadline has passed: it cannot be submitted again.' : 'The deadline has passed, so this application cannot be submitted.'} Your answers are kept.`,
    })
  }
  return (
    state === 'withdrawn' &&
    insetText({ text: 'This application was withdrawn. You can change it and submit it again.' })
  )
}

/** The deadline of what can still be sent is in the countdown. */
const facts = ({ fund, round, deadline, state }: TaskListModel): SafeHtml =>
  summaryList({
    classes: 'govuk-summary-list--no-border',
    rows: [
      { key: { text: 'Fund' }, value: { text: fund } },
      { key: { text: 'Round' }, value: { text: round } },
      state === 'submitted' && deadline && { key: { text: 'Deadline' }, value: { text: deadline.when } },
    ],
  })

const colleaguesOf = ({ invited, links, state }: TaskListModel): SafeHtml | false => {
  const sent = state === 'submitted'
  const others = invited === 1 ? '1 other person is invited or has' : `${invited} other people are invited or have`
  return (
    (!sent || invited > 0) &&
    html`<h2 class="govuk-heading-l">People</h2>
<p class="govuk-body">${!sent && 'Your colleagues can write this application with you. '}${invited === 0 ? 'Nobody else is invited.' : `${others} joined.`}</p>
<p class="govuk-body"><a class="govuk-link" href="${links.colleagues}">${sent ? 'See who is invited' : 'Invite people by email'}</a></p>`
  )
}

function partnersOf({ partners, links, readOnly, isTest, state }: TaskListModel): SafeHtml {
  const list =
    partners.length === 0
      ? html`<p class="govuk-body">No partners.${state !== 'submitted' && ' You do not need any.'}</p>`
      : html`<ul class="govuk-list govuk-list--bullet">${partners.map(({ name, state }) => html`<li>${name}: ${state}</li>`)}</ul>`
  return html`${list}${
    !readOnly &&
    !isTest &&
    state !== 'submitted' &&
    html`<p class="govuk-body"><a class="govuk-link" href="${links.partners}">Add or change partners</a></p>`
  }`
}

const signOffsOf = ({ signOffs }: TaskListModel): SafeHtml | false =>
  signOffs.length > 0 &&
  html`<h2 class="govuk-heading-l">Sign-offs</h2>
${taskList({
  idPrefix: 'sign-off',
  items: signOffs.map(({ title, hint, href, status }) => ({
    title: { text: title },
    href,
    ...(hint !== undefined && { hint: { text: hint } }),
    status:
      status.colour === 'green'
        ? { text: status.text }
        : { tag: { text: status.text, classes: `govuk-tag--${status.colour}` } },
  })),
})}`

const checkAndSubmit = ({ links, deadline }: TaskListModel): SafeHtml =>
  deadline?.passed === true
    ? html`<p class="govuk-body"><a class="govuk-link" href="${links.check}">Read all your answers</a></p>`
    : html`<h2 class="govuk-heading-l">Submit</h2>
<p class="govuk-body"><a class="govuk-link" href="${links.check}">Check your answers and submit</a></p>`
