import { button, radios } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel } from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import { bidsPath, profilePath } from '../assessors.paths.ts'

export type BidsModel = {
  readonly round: RoundInFund
  readonly titles: readonly { readonly reference: string; readonly title: string; readonly bid: string }[]
  readonly csrf: string
}

/** What an assessor would like to read. Titles alone: what was written is opened only after conflicts are declared. */
export const bidsPage = ({ round, titles, csrf }: BidsModel): Page => ({
  title: 'What you would like to read',
  backLink: { href: profilePath(round.fund.slug, round.slug) },
  main: html`${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${round.fund.name}: ${round.name}</span>What you would like to read</h1>
<p class="govuk-body">It is a wish and counts for a fifth of the match at most.</p>
${
  titles.length === 0
    ? html`<p class="govuk-body">There is nothing to choose from yet.</p>`
    : form(
        { action: bidsPath(round.fund.slug, round.slug), csrf },
        html`${titles.map(({ reference, title, bid }) =>
          radios({
            name: `bid-${reference}`,
            idPrefix: `bid-${reference}`,
            classes: 'govuk-radios--inline govuk-radios--small',
            fieldset: { legend: { text: title, classes: 'govuk-fieldset__legend--s' } },
            value: bid,
            items: [
              { value: 'yes', text: 'Yes' },
              { value: 'maybe', text: 'Maybe' },
              { value: 'no', text: 'No' },
            ],
          }),
        )}
${button({ text: 'Save', preventDoubleClick: true })}`,
      )
}`,
})
