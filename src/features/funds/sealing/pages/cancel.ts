import type { RoundInFund } from '../../../../core/rounds/round.ts'
import { ukTimeWithZone } from '../../../../core/time/uk-time.ts'
import { checkboxes, textarea, warningText } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { problemSummary } from '../../../../ui/patterns/index.ts'
import type { Words } from '../../fields.messages.ts'
import { manageRoundPath, newRoundPath } from '../../funds.paths.ts'
import { caption, errorAt, link } from '../../pages/parts.ts'

export type CancelModel = {
  readonly round: RoundInFund
  readonly writers: number
  readonly reason: string
  readonly errors: readonly Words[]
  readonly action: string
  readonly csrf: string
}

/** Calls a public round off. */
export function cancelPage({ round, writers, reason, errors, action, csrf }: CancelModel): Page {
  const { fund, slug } = round
  const canBe = round.publishedAt !== null && round.cancelledAt === null
  const title = round.cancelledAt === null ? 'Cancel the round' : 'The round is cancelled'
  return {
    title,
    hasErrors: errors.length > 0,
    backLink: { href: manageRoundPath(fund.slug, slug) },
    main: html`${problemSummary(errors)}
<h1 class="govuk-heading-l">${caption(`${fund.name}: ${round.name}`)}${title}</h1>
${round.cancelledAt !== null && html`<p class="govuk-body">It was cancelled at ${ukTimeWithZone(round.cancelledAt)}. Reason: ${round.cancelledReason}</p>`}
${round.publishedAt === null && html`<p class="govuk-body">This round is not public, so there is nothing to cancel. Its rules can still be changed.</p>`}
${
  canBe &&
  html`<p class="govuk-body">Cancel a round when what decides who may apply or who is awarded has to change. Nothing more can be started or submitted, the reason is published, and ${writers === 0 ? 'nobody is told by email, because nobody has started an application.' : writers === 1 ? 'the 1 person who writes or has sent an application is told by email. What they wrote is kept.' : `the ${writers} people who write or have sent an application are told by email. What they wrote is kept.`}</p>
${form(
  { action, csrf },
  html`${textarea({ id: 'reason', name: 'reason', label: { text: 'Why is it cancelled?', classes: 'govuk-label--s' }, hint: { text: 'Everybody can read this' }, errorMessage: errorAt(errors, 'reason'), value: reason, rows: 4 })}
${checkboxes({ idPrefix: 'confirm', name: 'confirm', fieldset: { legend: { text: 'Confirm', classes: 'govuk-visually-hidden' } }, errorMessage: errorAt(errors, 'confirm'), items: [{ value: 'yes', text: `Yes, cancel ${round.name}` }] })}
${warningText({ text: 'This cannot be undone.' })}
<button type="submit" class="govuk-button govuk-button--warning" data-module="govuk-button">Cancel the round</button>`,
)}`
}
<p class="govuk-body">${link(newRoundPath(fund.slug, slug), 'Copy this round')}, with its rules and its form, to open it again.</p>`,
  }
}
