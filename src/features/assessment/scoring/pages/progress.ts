import type { MomentTyped } from '../../../../core/rounds/index.ts'
import { button, checkboxes, insetText, table, tag, warningText } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  illustrativeLabel,
  momentField,
  problemSummary,
  scrolling,
  statisticsRow,
} from '../../../../ui/patterns/index.ts'

type ProblemLink = { readonly text: string; readonly href: string }

export type ProgressModel = {
  readonly round: string
  readonly illustrative: boolean
  readonly breadcrumbs: NonNullable<Page['breadcrumbs']>
  readonly csrf: string
  /** Whether this person runs the round; others look. */
  readonly runs: boolean
  readonly phase: 'sifting' | 'scoring' | 'closed' | 'shortlisted'
  /** Where scoring stands, in a sentence. */
  readonly now: string
  /** What keeps it from being opened. */
  readonly missing: readonly string[]
  readonly numbers: readonly { readonly value: string | number; readonly label: string }[]
  readonly people: readonly {
    readonly name: string
    readonly given: number
    readonly declared: number
    readonly begun: number
    readonly submitted: number
    readonly last: string
    readonly state: { readonly text: string; readonly classes: string } | undefined
  }[]
  readonly due: MomentTyped
  /** Reviews that are not submitted. */
  readonly left: number
  /** Applications with fewer reviews than the sealed rules say, named in a sentence. */
  readonly short: readonly string[]
  readonly action: string
  readonly practiceHref: string
  readonly glassHref: string
  readonly problems: readonly ProblemLink[]
}

/** How far assessors are, by counts alone; where scoring is opened, followed and closed. */
export const progressPage = (model: ProgressModel): Page => ({
  title: 'Scoring',
  breadcrumbs: model.breadcrumbs,
  hasErrors: model.problems.length > 0,
  wide: true,
  main: html`${problemSummary(model.problems)}
${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-xl">${model.round}</span>
<h1 class="govuk-heading-xl">Scoring</h1>
<p class="govuk-body-l">${model.now}</p>
${model.phase === 'sifting' && beforeOpening(model)}
${model.people.length > 0 && statisticsRow(model.numbers)}
${model.people.length > 0 && html`<h2 class="govuk-heading-m">Assessors</h2>${scrolling('How far each assessor is', peopleTable(model))}`}
${model.phase === 'scoring' && html`<p class="govuk-body">These are counts. Nobody, the programme team included, sees a score before scoring has closed.</p>`}
${model.phase === 'scoring' && model.runs && whileOpen(model)}
<h2 class="govuk-heading-m">Also</h2>
<ul class="govuk-list govuk-list--bullet">
<li><a class="govuk-link" href="${model.practiceHref}">Practice: the scores that are agreed for it</a></li>
${model.phase === 'scoring' && model.runs && html`<li><a class="govuk-link" href="${model.glassHref}">Look at scores before scoring has closed</a></li>`}
</ul>`,
})

function beforeOpening({ missing, runs, due, problems, action, csrf }: ProgressModel): SafeHtml {
  if (missing.length > 0)
    return html`<h2 class="govuk-heading-m">Before scoring can open</h2><ul class="govuk-list govuk-list--bullet">${missing.map((text) => html`<li>${text}</li>`)}</ul>`
  if (!runs) return insetText({ text: 'Everything is ready for scoring to open.' })
  return html`<h2 class="govuk-heading-l">Open scoring</h2>
<p class="govuk-body">Assessors are told by email. From then on the applications given to them can be read, and nothing about how they are scored changes any more.</p>
${form({ action: `${action}/open`, csrf }, html`${dueField(due, problems)}${button({ text: 'Open scoring', preventDoubleClick: true })}`)}`
}

const dueField = (typed: MomentTyped, problems: readonly ProblemLink[]): SafeHtml =>
  momentField({
    id: 'due',
    legend: 'When are scores due?',
    hint: 'A day and a time, such as 5pm. Assessors see it, and we work out their pace from it. Scoring does not close automatically.',
    typed,
    error: problems.find(({ href }) => href.startsWith('#due'))?.text,
  })

const peopleTable = ({ people, phase }: ProgressModel): SafeHtml =>
  table({
    firstCellIsHeader: true,
    head: [
      { text: 'Assessor' },
      { text: 'Given', format: 'numeric' },
      { text: 'Declared', format: 'numeric' },
      { text: 'Begun', format: 'numeric' },
      { text: 'Submitted', format: 'numeric' },
      { text: 'Last saved' },
      ...(phase === 'scoring' ? [{ text: 'Pace' }] : []),
    ],
    rows: people.map(({ name, given, declared, begun, submitted, last, state }) => [
      { text: name },
      { text: String(given), format: 'numeric' },
      { text: String(declared), format: 'numeric' },
      { text: String(begun), format: 'numeric' },
      { text: String(submitted), format: 'numeric' },
      { text: last, classes: 'app-whole' },
      ...(phase === 'scoring' ? [{ html: state === undefined ? html`` : tag(state) }] : []),
    ]),
  })

function whileOpen({ action, csrf, due, problems, left, short }: ProgressModel): SafeHtml {
  return html`${
    left > 0 &&
    html`<h2 class="govuk-heading-m">Remind assessors</h2>
<p class="govuk-body">Everybody who has reviews left is sent an email with how many and by when.</p>
${form({ action: `${action}/remind`, csrf }, button({ text: 'Send the reminder', classes: 'govuk-button--secondary', preventDoubleClick: true }))}`
  }
<h2 class="govuk-heading-m">Change when scores are due</h2>
${form({ action: `${action}/due`, csrf }, html`${dueField(due, problems)}${button({ text: 'Change it', classes: 'govuk-button--secondary' })}`)}
<h2 class="govuk-heading-m">Close scoring</h2>
<p class="govuk-body">Scoring closes once and for good. After that scores can be seen, moderated and ranked, and none can be added.</p>
${left > 0 && warningText({ text: left === 1 ? '1 review is missing.' : `${left} reviews are missing.`, iconFallbackText: 'Warning' })}
${left === 0 && short.map((text) => warningText({ text, iconFallbackText: 'Warning' }))}
${form(
  { action: `${action}/close`, csrf },
  html`${
    (left > 0 || short.length > 0) &&
    checkboxes({
      name: 'anyway',
      idPrefix: 'anyway',
      errorMessage: errorAt(problems, '#anyway'),
      items: [{ value: 'yes', text: 'Close it without them' }],
      fieldset: { legend: { text: 'Missing reviews', classes: 'govuk-fieldset__legend--s' } },
    })
  }${button({ text: 'Close scoring', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
)}`
}

function errorAt(problems: readonly ProblemLink[], href: string): { readonly text: string } | undefined {
  const text = problems.find((problem) => problem.href === href)?.text
  return text === undefined ? undefined : { text }
}
