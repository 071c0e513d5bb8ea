import { button, tag } from '../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { emailAddress, statisticsRow } from '../../../ui/patterns/index.ts'
import type { Announcement, Quote, Standing } from '../read-announcement.ts'
import { factList, inRound, neighbours, publishedLine, updatesList } from './in-round.ts'
import { prose } from './prose.ts'

const phases = {
  preparing: { text: 'Being prepared', classes: 'govuk-tag--yellow' },
  announced: { text: 'Opens soon', classes: 'govuk-tag--blue' },
  open: { text: 'Open', classes: 'govuk-tag--green' },
  closed: { text: 'Closed', classes: 'govuk-tag--grey' },
  cancelled: { text: 'Cancelled', classes: 'govuk-tag--red' },
} as const

/** The front page of a round. */
export function announcementPage(model: Announcement): Page {
  return inRound(model.frame, {
    title: model.title,
    description: model.summary,
    content: html`<p class="govuk-body-l">${model.summary}</p>
<p class="govuk-body">${tag(phases[model.standing.phase])}</p>
${standing(model.standing)}
${model.from !== '' && html`<p class="govuk-body-s govuk-!-margin-bottom-1">From: ${model.from}</p>`}
${publishedLine(model.publishedOn, model.updatedOn)}
${statisticsRow(model.numbers)}
${prose(model.body)}
${quotes(model)}
<h2 class="govuk-heading-l">In brief</h2>
${factList(model.facts)}
<h2 class="govuk-heading-l">Dates</h2>
${factList(model.dates)}
${
  model.contactEmail !== '' &&
  html`<h2 class="govuk-heading-l">Contact</h2>
<p class="govuk-body">Write to <a class="govuk-link" href="mailto:${model.contactEmail}">${emailAddress(model.contactEmail)}</a>. Questions about the round are answered once, <a class="govuk-link" href="${questionsHref(model)}">for everyone to read</a>.</p>`
}
${model.updates.length > 0 && updatesList(model.updates)}
<p class="govuk-body"><a class="govuk-link" href="${model.frame.subscribeHref}">Get an email when something changes</a> or <a class="govuk-link" href="${model.frame.feedHref}">follow the feed</a>.</p>
${neighbours(model.frame)}`,
  })
}

const questionsHref = ({ frame }: Announcement): string => frame.news[0]?.href ?? ''

function standing({ heading, detail, startHref, tellMeHref, resultsHref }: Standing): SafeHtml {
  return html`<p class="govuk-body-l govuk-!-font-weight-bold govuk-!-margin-bottom-2">${heading}</p>
<p class="govuk-body">${detail}</p>
${resultsHref !== undefined && html`<p class="govuk-body"><a class="govuk-link govuk-!-font-weight-bold" href="${resultsHref}">See the results</a></p>`}
${startHref !== undefined && button({ text: 'Apply now', href: startHref, isStartButton: true })}
${tellMeHref !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${tellMeHref}">Get an email when something changes</a></p>`}`
}

function quotes({ quotes: shown, sources }: Announcement): SafeHtml | false {
  if (shown.length > 0)
    return html`<h2 class="govuk-heading-l">What the funders say</h2>
${shown.map(quote)}`
  return (
    sources.length > 0 &&
    html`<h2 class="govuk-heading-l">Where to read what was said</h2>
<ul class="govuk-list govuk-list--bullet">${sources.map(({ title, url }) => html`<li><a class="govuk-link" href="${url}">${title}</a></li>`)}</ul>`
  )
}

const quote = ({
  words,
  speaker,
  organisation,
  sourceHref,
}: Quote): SafeHtml => html`<figure class="govuk-!-margin-left-0 govuk-!-margin-right-0 govuk-!-margin-bottom-6">
<blockquote class="govuk-inset-text govuk-!-margin-top-0 govuk-!-margin-bottom-2">${words}</blockquote>
<figcaption class="govuk-body-s">${speaker !== '' && `${speaker}, `}${organisation}${sourceHref !== '' && html` (<a class="govuk-link" href="${sourceHref}">source<span class="govuk-visually-hidden"> of what ${organisation} says</span></a>)`}</figcaption>
</figure>`
