import { button, errorSummary, insetText, radios } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel } from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import { invitedPath, profilePath } from '../assessors.paths.ts'

export type InvitedModel = {
  readonly round: RoundInFund
  readonly state: 'invited' | 'accepted' | 'declined' | 'ended'
  readonly asked: readonly string[]
  readonly errors: readonly string[]
  readonly csrf: string
}

/** Answering an invitation to assess. */
export function invitedPage({ round, state, asked, errors, csrf }: InvitedModel): Page {
  const { fund, slug } = round
  return {
    title: `Assess applications to ${fund.name}`,
    hasErrors: errors.length > 0,
    main: html`${errors.length > 0 && errorSummary({ titleText: 'There is a problem', errorList: errors.map((text) => ({ text, href: '#answer' })) })}
${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${round.name}</span>Assess applications to ${fund.name}</h1>
${
  state === 'invited'
    ? html`<h2 class="govuk-heading-m">What is asked of you</h2>
<ul class="govuk-list govuk-list--bullet">${asked.map((line) => html`<li>${line}</li>`)}</ul>
${form(
  { action: invitedPath(fund.slug, slug), csrf },
  html`${radios({
    name: 'answer',
    idPrefix: 'answer',
    fieldset: { legend: { text: 'Will you assess?', classes: 'govuk-fieldset__legend--m' } },
    errorMessage: errors.length > 0 ? { text: errors[0] ?? '' } : undefined,
    items: [
      { value: 'accepted', text: 'Yes' },
      { value: 'declined', text: 'No' },
    ],
  })}
${button({ text: 'Continue', preventDoubleClick: true })}`,
)}`
    : insetText({
        html: html`${state === 'accepted' ? html`You have accepted. <a class="govuk-link" href="${profilePath(fund.slug, slug)}">Your profile as an assessor</a>` : state === 'declined' ? 'You have declined. Thank you for saying so.' : 'You are not an assessor of this round now.'}`,
      })
}`,
  }
}
