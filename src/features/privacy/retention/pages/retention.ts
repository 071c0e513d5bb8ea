import { button, details, summaryList, tag, textarea } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, nothing, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText, problemSummary } from '../../../../ui/patterns/index.ts'
import { beside } from '../../pages/beside.ts'
import type { PageLink } from '../../privacy-navigation.ts'

export type RetentionModel = {
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly pages: readonly PageLink[]
  readonly on: boolean
  readonly waiting: { readonly asked: string; readonly action: string; readonly mine: boolean } | undefined
  /** What the switch does next. */
  readonly next: SwitchWords
  /** The rules that the switch is for, with what they come to now. */
  readonly rules: readonly {
    readonly title: string
    readonly what: string
    /** What becomes of it, and when. */
    readonly goes: string
    /** How much is due, will be and is on hold. */
    readonly counts: string
    readonly isDue: boolean
    /** '' for none. */
    readonly examples: string
  }[]
  readonly others: readonly { readonly what: string; readonly outcome: string; readonly carriedOut: string }[]
  readonly turns: readonly { readonly turn: string; readonly by: string; readonly reason: string }[]
  readonly runs: readonly { readonly at: string; readonly rows: number }[]
  readonly reason: string
  readonly errors: readonly FieldText[]
  readonly action: string
  readonly csrf: string
}

/** The words of the switch. */
export type SwitchWords = {
  readonly turn: 'on' | 'off'
  readonly heading: string
  readonly hint: string
  readonly button: string
}

/** What would go and when, whether it does, and the switch. */
export const retentionPage = (model: RetentionModel): Page => ({
  title: 'Retention',
  wide: true,
  hasErrors: model.errors.length > 0,
  breadcrumbs: model.breadcrumbs,
  main: beside(
    model.pages,
    html`${problemSummary(model.errors)}
<h1 class="govuk-heading-l">Retention</h1>
<p class="govuk-body">${tag({ text: model.on ? 'On' : 'Off', classes: model.on ? 'govuk-tag--green' : 'govuk-tag--grey' })}</p>
<p class="govuk-body">${model.on ? 'What is due goes each night at about 4am.' : 'Nothing below goes until retention is switched on. This page shows what would.'} What is on hold stays.</p>
${waitingOf(model)}
<h2 class="govuk-heading-m">What would go now</h2>
${rulesOf(model)}
${details({ summaryText: 'What these are', html: meaningOf(model) })}
${details({ summaryText: 'What stays, and what goes by itself', html: othersOf(model) })}
${switchOf(model)}
${historyOf(model)}`,
  ),
})

const waitingOf = ({ waiting, csrf }: RetentionModel): SafeHtml =>
  waiting === undefined
    ? nothing
    : html`<div class="govuk-inset-text" id="confirm"><p class="govuk-body">${waiting.asked}</p>
${
  waiting.mine
    ? html`<p class="govuk-body">Another administrator has to confirm it.</p>`
    : form({ action: waiting.action, csrf }, button({ text: 'Confirm and switch on', preventDoubleClick: true }))
}</div>`

const rulesOf = ({ rules }: RetentionModel): SafeHtml =>
  summaryList({
    rows: rules.map(({ title, goes, counts, isDue, examples }) => ({
      key: { text: title },
      value: {
        html: html`${isDue ? html`<strong>${counts}</strong>` : counts}<br>${goes}${examples !== '' && html`<br>${examples}`}`,
      },
    })),
  })

const meaningOf = ({ rules }: RetentionModel): SafeHtml =>
  html`<ul class="govuk-list govuk-list--bullet">${rules.map(({ title, what }) => html`<li><strong>${title}</strong>: ${what}</li>`)}</ul>`

const othersOf = ({ others }: RetentionModel): SafeHtml =>
  html`<ul class="govuk-list govuk-list--bullet">${others.map(({ what, outcome, carriedOut }) => html`<li>${what}. <strong>${outcome}</strong> (${carriedOut}).</li>`)}</ul>`

const switchOf = ({ next, reason, errors, action, csrf }: RetentionModel): SafeHtml =>
  html`<h2 class="govuk-heading-m">${next.heading}</h2>
${form(
  { action, csrf },
  html`${hidden('turn', next.turn)}
${textarea({ id: 'reason', name: 'reason', label: { text: 'Why?', classes: 'govuk-label--s' }, hint: { text: next.hint }, value: reason, rows: 3, errorMessage: errorAt(errors, 'reason') })}
${button({ text: next.button, preventDoubleClick: true, ...(next.turn === 'off' && { classes: 'govuk-button--warning' }) })}`,
)}`

const historyOf = ({ turns, runs }: RetentionModel): SafeHtml => html`<h2 class="govuk-heading-m">What happened</h2>
${turns.length === 0 && runs.length === 0 && html`<p class="govuk-body">Nothing yet.</p>`}
<ul class="govuk-list govuk-list--bullet">${runs.map(({ at, rows }) => html`<li>At ${at}, ${rows} ${rows === 1 ? 'row' : 'rows'} went or ${rows === 1 ? 'was' : 'were'} emptied.</li>`)}
${turns.map(({ turn, by, reason }) => html`<li>${turn}: ${by}. ${reason}</li>`)}</ul>`
