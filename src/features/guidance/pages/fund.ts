import { tag } from '../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { illustrativeTag, statisticsRow } from '../../../ui/patterns/index.ts'
import type { PublicFund, RoundOfFund } from '../read-fund.ts'
import { factList, labels } from './in-round.ts'

const phases = {
  preparing: { text: 'Being prepared', classes: 'govuk-tag--yellow' },
  announced: { text: 'Opens soon', classes: 'govuk-tag--blue' },
  open: { text: 'Open', classes: 'govuk-tag--green' },
  closed: { text: 'Closed', classes: 'govuk-tag--grey' },
  cancelled: { text: 'Cancelled', classes: 'govuk-tag--red' },
} as const

/** A fund for the public. */
export function fundPage(fund: PublicFund): Page {
  return {
    title: fund.name,
    description: fund.summary,
    breadcrumbs: [{ text: 'Funds', href: fund.frontHref }, { text: fund.name }],
    main: html`${labels({ illustrative: fund.illustrative, preview: false })}
<h1 class="govuk-heading-xl">${fund.name}</h1>
<p class="govuk-body-l">${fund.summary}</p>
${statisticsRow(fund.numbers)}
<h2 class="govuk-heading-l">Rounds</h2>
${fund.rounds.length === 0 ? html`<p class="govuk-body">No round has been set up yet.</p>` : html`<ul class="govuk-list app-cards">${fund.rounds.map(roundCard)}</ul>`}
${fund.benefitsHref !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${fund.benefitsHref}">What came of its awards</a></p>`}
${fund.resourcesHref !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${fund.resourcesHref}">What its network has learned</a></p>`}
<h2 class="govuk-heading-l">The money</h2>
${factList(fund.money)}
${
  fund.funders.length > 0 &&
  html`<h2 class="govuk-heading-l">Who pays for it</h2>
${factList(fund.funders)}`
}
<h2 class="govuk-heading-l">Who answers for it</h2>
${
  fund.seniorOfficer === undefined
    ? html`<p class="govuk-body">The senior officer responsible is not stated.</p>`
    : html`<p class="govuk-body"><strong>${fund.seniorOfficer.name}</strong>${fund.seniorOfficer.title !== '' && html`<br>${fund.seniorOfficer.title}`}<br>Senior officer responsible</p>`
}
${
  fund.sources.length > 0 &&
  html`<h2 class="govuk-heading-l">Where these facts were read</h2>
<ul class="govuk-list govuk-list--bullet">${fund.sources.map(({ fact, title, url }) => html`<li>${fact}: <a class="govuk-link" href="${url}">${title}</a></li>`)}</ul>`
}`,
  }
}

const roundCard = ({
  name,
  href,
  phase,
  when,
  illustrative,
  resultsHref,
}: RoundOfFund): SafeHtml => html`<li class="app-card">
<h3 class="govuk-heading-m"><a class="govuk-link" href="${href}">${name}</a></h3>
<p class="govuk-body">${tag(phases[phase])} ${illustrativeTag(illustrative)}</p>
<p class="govuk-body govuk-!-margin-bottom-0">${when}</p>
${resultsHref !== undefined && html`<p class="govuk-body govuk-!-margin-top-2 govuk-!-margin-bottom-0"><a class="govuk-link" href="${resultsHref}">Results<span class="govuk-visually-hidden"> of ${name}</span></a></p>`}
</li>`
