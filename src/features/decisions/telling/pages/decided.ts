import type { LetterBlock } from '../../../../core/letters/index.ts'
import { insetText, table } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel } from '../../../../ui/patterns/index.ts'
import { letterBody } from './letter-body.ts'

export type DecidedModel = {
  readonly reference: string
  readonly illustrative: boolean
  readonly applicationHref: string
  readonly told:
    | {
        readonly heading: string
        readonly blocks: readonly LetterBlock[]
        readonly awardHref: string | undefined
        readonly letterHref: string
        /** What the application itself scored, where the sealed rules show it; '' otherwise. */
        readonly own: string
        readonly spread: readonly { readonly band: string; readonly count: number }[]
      }
    | undefined
  /** What stands in place of a letter. */
  readonly instead: string
  readonly outcomeHref: string
}

type Told = NonNullable<DecidedModel['told']>

/** The decision on an application as its people read it: nothing before all are told. */
export const decidedPage = ({
  reference,
  illustrative,
  applicationHref,
  told,
  instead,
  outcomeHref,
}: DecidedModel): Page => ({
  title: told?.heading ?? 'No decision to read yet',
  breadcrumbs: [{ text: 'Application', href: applicationHref }, { text: 'Decision' }],
  main: html`${illustrativeLabel(illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${reference}</span>${told?.heading ?? 'No decision to read yet'}</h1>
${told === undefined ? html`${insetText({ text: instead })}<p class="govuk-body"><a class="govuk-link" href="${outcomeHref}">What came of the shortlist</a></p>` : letter(told)}`,
})

const letter = ({ blocks, awardHref, letterHref, own, spread }: Told): SafeHtml => html`${letterBody(blocks)}
<ul class="govuk-list">
${awardHref !== undefined && html`<li><a class="govuk-link" href="${awardHref}">Read and sign the agreement</a></li>`}
<li><a class="govuk-link" href="${letterHref}">The letter (PDF)</a></li>
</ul>
<h2 class="govuk-heading-m">How all applications before the panel scored</h2>
${own !== '' && html`<p class="govuk-body">${own}</p>`}
${table({
  caption: 'Applications by their total score',
  captionClasses: 'govuk-visually-hidden',
  head: [{ text: 'Total score' }, { text: 'Applications', format: 'numeric' }],
  rows: spread.map(({ band, count }) => [{ text: band }, { text: String(count), format: 'numeric' }]),
})}`
