import { insetText, pagination } from '../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { illustrativeLabel, sideNavigation } from '../../../ui/patterns/index.ts'
import type { Fact } from '../round-facts.ts'
import type { RoundFrame } from '../round-frame.ts'
import type { Update } from '../round-updates.ts'

type InRound = {
  readonly title: string
  readonly caption?: string | undefined
  readonly description?: string | undefined
  readonly hasErrors?: boolean | undefined
  /** Stands between the trail and the heading: an error summary. */
  readonly before?: SafeHtml | undefined
  readonly content: SafeHtml
}

/** A public page of a round: its heading, what it says, and the way to the round's other pages beside it. */
export function inRound(frame: RoundFrame, { title, caption, description, hasErrors, before, content }: InRound): Page {
  return {
    title,
    section: `${frame.fundName}: ${frame.roundName}`,
    wide: true,
    breadcrumbs: frame.breadcrumbs,
    feed: { href: frame.feedHref, title: `${frame.fundName}, ${frame.roundName}: updates` },
    ...(description === undefined ? {} : { description }),
    ...(hasErrors === undefined ? {} : { hasErrors }),
    main: html`<div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds">
${before}
${labels(frame)}
<span class="govuk-caption-xl">${caption ?? `${frame.fundName}: ${frame.roundName}`}</span>
<h1 class="govuk-heading-xl">${title}</h1>
${content}
</div>
<div class="govuk-grid-column-one-third">
${sideNavigation('Pages of this round', [
  { title: 'Guidance', items: frame.guidance },
  { title: 'News', items: frame.news },
])}
</div>
</div>`,
  }
}

/** Says of made-up content that it is made up, and of a preview that nobody else sees it. On every page of a round. */
export function labels({
  illustrative,
  preview,
}: {
  readonly illustrative: boolean
  readonly preview: boolean
}): SafeHtml {
  return html`${illustrativeLabel(illustrative)}${
    preview &&
    insetText({
      html: html`<strong>Preview.</strong> This round is not published. Only people who work on the fund see this page.`,
    })
  }`
}

/** Facts with their names, one under the other on a narrow screen. */
export function factList(facts: readonly Fact[]): SafeHtml {
  return html`<dl class="govuk-summary-list">${facts.map(
    ({ key, value, href }) =>
      html`<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">${key}</dt><dd class="govuk-summary-list__value">${href === undefined ? value : html`<a class="govuk-link" href="${href}">${value}</a>`}</dd></div>`,
  )}</dl>`
}

/** When a page was published and last changed. */
export function publishedLine(publishedOn: string | undefined, updatedOn: string | undefined): SafeHtml | false {
  return (
    publishedOn !== undefined &&
    html`<p class="govuk-body-s">Published ${publishedOn}${updatedOn !== undefined && html`<br>Last updated ${updatedOn}, <a class="govuk-link" href="#updates">see what changed</a>`}</p>`
  )
}

/** The dated changes of a page, the newest first, each leading to what it changed. */
export function updatesList(updates: readonly Update[], title = 'Updates to this page'): SafeHtml {
  return html`<section id="updates" aria-labelledby="updates-title">
<h2 class="govuk-heading-l govuk-!-margin-top-7" id="updates-title">${title}</h2>
<ul class="govuk-list govuk-list--spaced">${updates.map((update) => updateItem(update, false))}</ul>
</section>`
}

export function updateItem({ at, on, subject, notes, href, linkText }: Update, withSubject: boolean): SafeHtml {
  return html`<li><strong><time datetime="${at.toISOString()}">${on}</time></strong>${withSubject && html`<br>${subject}`}
${notes.map((note) => html`<br>${note}`)}
<br><a class="govuk-link" href="${href}">${linkText}<span class="govuk-visually-hidden">: ${subject}, ${on}</span></a></li>`
}

/** The parts before and after this one. */
export const neighbours = ({ previous, next }: RoundFrame): SafeHtml =>
  pagination({
    landmarkLabel: 'Guidance',
    ...(previous === undefined
      ? {}
      : { previous: { text: 'Previous', labelText: previous.text, href: previous.href } }),
    ...(next === undefined ? {} : { next: { text: 'Next', labelText: next.text, href: next.href } }),
  })
