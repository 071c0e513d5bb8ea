import { details, summaryList, table } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { scrolling } from '../../../../ui/patterns/index.ts'

type RuleOnPages = { readonly rule: string; readonly pages: readonly string[] }

export type AccessibilityModel = {
  readonly serviceName: string
  readonly reviewedOn: string
  readonly axe: string
  readonly browser: string
  /** How many rules bore on some page. */
  readonly rules: number
  readonly testedOn: string
  readonly states: number
  /** How many pages were tested 320 and 1280 pixels wide, and with scripts turned off. */
  readonly narrow: number
  readonly wide: number
  readonly withoutScripts: number
  readonly failed: readonly RuleOnPages[]
  readonly unsure: readonly RuleOnPages[]
  /** How many success criteria there are; by number and name, those of which no rule tests anything. */
  readonly criteria: number
  readonly untested: readonly string[]
  readonly pages: readonly { readonly page: string; readonly states: number; readonly on: string }[]
}

const paragraph = (text: string): SafeHtml => html`<p class="govuk-body">${text}</p>`
const heading = (text: string): SafeHtml => html`<h2 class="govuk-heading-m">${text}</h2>`
const list = (items: readonly string[]): SafeHtml =>
  html`<ul class="govuk-list govuk-list--bullet">${items.map((item) => html`<li>${item}</li>`)}</ul>`

/** What regulation 8 asks of a public body, from what the tests of the release found. */
export const accessibilityPage = (model: AccessibilityModel): Page => ({
  title: 'Accessibility statement',
  main: html`<h1 class="govuk-heading-xl">Accessibility statement</h1>
${paragraph(`This statement is about ${model.serviceName}. As many people as possible should be able to use it: with a keyboard alone, with speech or a screen reader, zoomed in to 400%, without scripts, and in colours and fonts of their own.`)}
${heading('How accessible this service is')}
${paragraph('This service is partially compliant with the Web Content Accessibility Guidelines version 2.2 at level AA. The reasons are below: what is known to be wrong, and what nobody has tested. No independent body has audited it yet.')}
${heading('What was tested')}
${paragraph('A machine looked at pages in their states, such as empty, filled in wrongly and filled in. These figures are from its last run, and are not written by hand.')}
${whatWasTested(model)}
${heading('What is known to be wrong')}
${
  model.failed.length === 0
    ? paragraph('No rule was broken on any of the pages that were tested.')
    : html`${paragraph('These rules are broken:')}${model.failed.map(ruleOnPages)}`
}
${model.unsure.length > 0 && html`${paragraph('The machine could not tell whether these rules are kept, and a person has to look:')}${model.unsure.map(ruleOnPages)}`}
${heading('What was not tested')}
${list([
  'files that the service makes, such as PDF and Word documents and spreadsheets',
  'files that people upload, which may be of any kind',
  `${model.untested.length} of the ${model.criteria} success criteria, for which the machine has no rule or found nothing to apply one to`,
])}
${details({ summaryText: 'The success criteria that were not tested', html: list(model.untested) })}
${heading('Telling us about a problem')}
${html`<p class="govuk-body">If you find a problem that is not listed here, or need something in another format, <a class="govuk-link" href="/help">write to the programme team</a> of the round you are looking at. We will answer within 5 working days.</p>`}
${heading('If you are not happy with the answer')}
${html`<p class="govuk-body">The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. <a class="govuk-link" href="https://www.equalityadvisoryservice.com/">Contact the Equality Advisory and Support Service</a>.</p>`}
${heading('How this statement was prepared')}
${paragraph(`Its figures come with the release of the service that you are using. Its words were reviewed on ${model.reviewedOn}.`)}`,
})

const ruleOnPages = ({ rule, pages }: RuleOnPages): SafeHtml =>
  details({
    summaryText: pages.length === 1 ? `${rule}, on 1 page` : `${rule}, on ${pages.length} pages`,
    html: list(pages),
  })

function whatWasTested(model: AccessibilityModel): SafeHtml {
  const { pages, states } = model
  const rows: readonly (readonly [string, string])[] = [
    ['When', model.testedOn],
    ['With', `axe ${model.axe} in ${model.browser}`],
    ['Rules', `${model.rules}, of the guidelines at levels A and AA and of good practice`],
    ['Pages', `${pages.length}, in ${states} states`],
    ['On a narrow screen', `${model.narrow} pages, 320 pixels wide: as when zoomed in to 400%`],
    ['On a wide screen', `${model.wide} pages, 1,280 pixels wide`],
    ['With scripts turned off', `${model.withoutScripts} pages`],
  ]
  return html`${summaryList({ rows: rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } })) })}
${details({
  summaryText: 'The pages that were tested',
  html: scrolling(
    'The pages that were tested',
    table({
      caption: 'The pages that were tested',
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      head: ['Address', 'States', 'Last tested'].map((text) => ({ text })),
      rows: pages.map(({ page, states: count, on }) => [{ text: page }, { text: String(count) }, { text: on }]),
    }),
  ),
})}`
}
