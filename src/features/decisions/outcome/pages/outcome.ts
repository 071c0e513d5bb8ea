import type { LetterBlock } from '../../../../core/letters/index.ts'
import type { ScoreBand } from '../../../../core/results/index.ts'
import { insetText, table } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, timeline } from '../../../../ui/patterns/index.ts'
import type { CameLine } from '../../../applications/index.ts'
import type { ToldShortlist } from '../../../assessment/index.ts'
import { bandsNote, scoreBandWords, tooFew } from '../../feedback/distribution.messages.ts'
import { letterBody } from '../../telling/pages/letter-body.ts'

/** `interviewHref`: where its people say when they can come, while there is no place yet. */
export type ShortlistPart = ToldShortlist & { readonly interviewHref: string | undefined }

export type DecisionPart = {
  readonly blocks: readonly LetterBlock[]
  readonly awardHref: string | undefined
  readonly letterHref: string
  /** What the application itself scored, where the sealed rules show it; '' otherwise. */
  readonly own: string
  /** Empty when there were too few to show any. */
  readonly spread: readonly ScoreBand[]
}

export type OutcomeModel = {
  readonly reference: string
  readonly illustrative: boolean
  readonly applicationHref: string
  readonly heading: string
  readonly steps: readonly CameLine[]
  readonly shortlist: ShortlistPart | undefined
  readonly decision: DecisionPart | undefined
  /** When something is told, while nothing is; '' after. */
  readonly waits: string
  /** What its people can ask for now. */
  readonly asks: readonly { readonly text: string; readonly href: string }[]
}

/** All that came of an application, in the order of time: nothing before the time at which all are told. */
export const outcomePage = (model: OutcomeModel): Page => ({
  title: `${model.heading}: ${model.reference}`,
  breadcrumbs: [{ text: 'Application', href: model.applicationHref }, { text: 'Outcome' }],
  main: html`${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${model.reference}</span>${model.heading}</h1>
${model.waits !== '' && insetText({ text: model.waits })}
<h2 class="govuk-heading-m">What came of it so far</h2>
${timeline(model.steps)}
${model.shortlist !== undefined && shortlistPart(model.shortlist)}
${model.decision !== undefined && decisionPart(model.decision)}
${model.asks.length > 0 && asksPart(model.asks)}`,
})

const asksPart = (asks: OutcomeModel['asks']): SafeHtml => html`<h2 class="govuk-heading-m">What you can ask for</h2>
<ul class="govuk-list">
${asks.map(({ text, href }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}
</ul>`

const shortlistPart = ({
  next,
  interviewHref,
  scores,
  comments,
}: ShortlistPart): SafeHtml => html`<h2 class="govuk-heading-m" id="shortlist">The shortlist</h2>
<p class="govuk-body">${next}</p>
${interviewHref !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${interviewHref}">Say when you can come to an interview</a></p>`}
${
  scores.length > 0 &&
  table({
    caption: 'What assessors gave it on average',
    captionClasses: 'govuk-table__caption--s',
    head: [{ text: 'Criterion' }, { text: 'Points', format: 'numeric' }, { text: 'Of', format: 'numeric' }],
    rows: scores.map(({ criterion, points, most }) => [
      { text: criterion },
      { text: points, format: 'numeric' },
      { text: most, format: 'numeric' },
    ]),
  })
}
${comments.map(({ criterion, comments: said }) => html`<h3 class="govuk-heading-s">${criterion}</h3>${said.map((text) => html`<p class="govuk-body">${text}</p>`)}`)}`

const decisionPart = ({
  blocks,
  awardHref,
  letterHref,
  own,
  spread,
}: DecisionPart): SafeHtml => html`<h2 class="govuk-heading-m" id="decision">The letter</h2>
${letterBody(blocks)}
<ul class="govuk-list">
${awardHref !== undefined && html`<li><a class="govuk-link" href="${awardHref}">Read and sign the agreement</a></li>`}
<li><a class="govuk-link" href="${letterHref}">The letter (PDF)</a></li>
</ul>
<h2 class="govuk-heading-m">How all applications before the panel scored</h2>
${own !== '' && html`<p class="govuk-body">${own}</p>`}
${spread.length === 0 ? html`<p class="govuk-body">${tooFew}</p>` : spreadTable(spread)}`

const spreadTable = (spread: readonly ScoreBand[]): SafeHtml =>
  html`${table({
    caption: 'Applications by their total score',
    captionClasses: 'govuk-visually-hidden',
    head: [{ text: 'Total score' }, { text: 'Applications', format: 'numeric' }],
    rows: spread.map((band) => [{ text: scoreBandWords(band) }, { text: String(band.count), format: 'numeric' }]),
  })}
<p class="govuk-body-s">${bandsNote}</p>`
