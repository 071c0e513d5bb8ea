import { button, details, insetText, tag, warningText } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  type FieldText,
  illustrativeLabel,
  problemSummary,
  scrolling,
  stackingTable,
  statisticsRow,
} from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import { decisionsCrumbs } from '../../list-crumbs.ts'

export type OutcomeRow = {
  readonly name: string
  /** Where this person chooses of it; undefined where they may not, or not any more. */
  readonly href: string | undefined
  readonly score: string
  readonly was: string
  /** Of what was recommended otherwise than the rules propose: under which rule, why and by whom. */
  readonly wasBecause: string
  readonly now: string
  readonly award: boolean
  readonly departs: boolean
  readonly departure: string
  readonly kept: boolean
}

export type OutcomesModel = {
  readonly round: RoundInFund
  readonly title: string
  readonly intro: string
  readonly waits: string
  /** What stands at the beginning of a row: what was proposed, or recommended. */
  readonly startsFrom: string
  readonly counts: readonly { readonly value: string; readonly label: string }[]
  /** Sealed limits of spread that the awards do not keep to. */
  readonly broken: readonly string[]
  readonly rows: readonly OutcomeRow[]
  /** What to read before. */
  readonly papers: readonly { readonly text: string; readonly href: string }[]
  readonly toDo: readonly { readonly text: string; readonly href: string }[]
  readonly freeze: { readonly action: string; readonly shown: string } | undefined
  readonly next: { readonly text: string; readonly href: string } | undefined
  readonly frozen:
    | { readonly words: string; readonly sha256: string; readonly jsonHref: string | undefined }
    | undefined
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** What becomes of every application, as the panel recommends or whoever decides says. */
export const outcomesPage = (model: OutcomesModel): Page => ({
  title: model.title,
  wide: true,
  hasErrors: model.errors.length > 0,
  breadcrumbs: [...decisionsCrumbs(model.round), { text: model.title }],
  main: html`${problemSummary(model.errors)}
${illustrativeLabel(model.round.illustrative)}
<h1 class="govuk-heading-l" id="outcomes"><span class="govuk-caption-l">${model.round.name}</span>${model.title}</h1>
${model.waits === '' && html`<p class="govuk-body">${model.intro}</p>`}
${model.papers.length > 0 && html`<ul class="govuk-list">${model.papers.map(({ text, href }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}</ul>`}
${model.waits === '' ? standing(model) : insetText({ text: model.waits })}`,
})

const standing = (model: OutcomesModel): SafeHtml => html`${model.frozen !== undefined && frozenPart(model.frozen)}
${statisticsRow(model.counts)}
${brokenPart(model.broken)}
${model.toDo.length > 0 && html`<h2 class="govuk-heading-m">To do first</h2><ul class="govuk-list govuk-list--bullet">${model.toDo.map(({ text, href }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}</ul>`}
${scrolling(
  model.title,
  stackingTable({
    caption: 'Applications',
    captionClasses: 'govuk-table__caption--m',
    head: ['Application', 'Score of 100', model.startsFrom, 'Now'].map((text) => ({ text })),
    rows: model.rows.map((row) => [
      { html: nameCell(row) },
      { text: row.score, format: 'numeric' },
      { html: html`${row.was}${row.wasBecause !== '' && html`<br>${row.wasBecause}`}` },
      { html: nowCell(row) },
    ]),
  }),
)}
${
  model.freeze !== undefined &&
  form(
    { action: model.freeze.action, csrf: model.csrf },
    html`${hidden('shown', model.freeze.shown)}${warningText({ text: 'A frozen recommendation stays as it is, with every departure and its reason.', iconFallbackText: 'Warning' })}${button({ text: 'Freeze the recommendation', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
  )
}
${model.next !== undefined && button({ text: model.next.text, href: model.next.href })}`

/** Said where people have put outcomes together that the sealed rules would not propose. */
export const brokenPart = (broken: readonly string[]): SafeHtml | false =>
  broken.length > 0 &&
  insetText({
    html: html`<p class="govuk-body govuk-!-font-weight-bold">These awards do not keep to the sealed limits of spread</p>
<ul class="govuk-list govuk-list--bullet">${broken.map((line) => html`<li>${line}</li>`)}</ul>`,
  })

const frozenPart = ({ words, sha256, jsonHref }: NonNullable<OutcomesModel['frozen']>): SafeHtml =>
  html`${warningText({ text: words, iconFallbackText: 'Note' })}
${details({ summaryText: 'Verify this', html: html`<p class="govuk-body">SHA-256:<br><code class="app-hash">${sha256}</code></p>${jsonHref !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${jsonHref}">The record as one file</a>. <code>npm run -s calc -- verify &lt; record.json</code> looks at every hash and chooses the portfolio again.</p>`}` })}`

const nameCell = ({ name, href, kept }: OutcomeRow): SafeHtml =>
  html`${href === undefined ? html`<strong>${name}</strong>` : html`<a class="govuk-link" href="${href}">${name}</a>`}${kept && html`<br><span class="govuk-hint govuk-!-font-size-16">You have a conflict, and do not decide on it</span>`}`

const nowCell = ({ now, award, departs, departure }: OutcomeRow): SafeHtml =>
  html`${tag({ text: now, classes: award ? 'govuk-tag--green' : 'govuk-tag--grey' })}${departs && html`<br>${departure}`}`
