import type { InvitationResponse } from '../../../core/rounds/invitation.ts'
import type { RoundInFund } from '../../../core/rounds/round.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { insetText, radios } from '../../../ui/components/index.ts'
import { form } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { illustrativeLabel, problemSummary } from '../../../ui/patterns/index.ts'
import type { Words } from '../fields.messages.ts'
import { publicRoundPath } from '../funds.paths.ts'
import { caption, errorAt, figure, link, saveButton } from './parts.ts'

export type InvitationModel = {
  readonly round: RoundInFund
  readonly organisationName: string
  readonly response: InvitationResponse
  readonly closed: boolean
  readonly errors: readonly Words[]
  readonly action: string
  readonly csrf: string
}

/** Where an invited authority says whether it is interested. */
export function invitationPage(model: InvitationModel): Page {
  const { round, organisationName, response, closed, errors, action, csrf } = model
  const { fund } = round
  const illustrative = round.illustrative || fund.illustrative
  const now = {
    none: null,
    interested: `${organisationName} has said that it is interested.`,
    'not-this-time': `${organisationName} has said: not this time.`,
  }[response]
  return {
    title: `Invitation to ${organisationName}`,
    hasErrors: errors.length > 0,
    main: html`${problemSummary(errors)}
${illustrativeLabel(illustrative)}
<h1 class="govuk-heading-l">${caption(`${fund.name}: ${round.name}`)}Invitation to ${organisationName}</h1>
${illustrative && html`<p class="govuk-body">This is a made-up round, for demonstration. Nobody is really invited.</p>`}
${now !== null && insetText({ text: now })}
<p class="govuk-body">${link(publicRoundPath(fund.slug, round.slug), 'Read what the fund offers and who may apply')}. An application takes about ${round.hoursToApply === 1 ? '1 hour' : `${figure(round.hoursToApply)} hours`} to write.</p>
${round.deadlineAt !== null && html`<p class="govuk-body">The deadline is ${ukTimeWithZone(round.deadlineAt)}.</p>`}
${
  closed
    ? html`<p class="govuk-body">The round is closed.</p>`
    : form(
        { action, csrf },
        html`${radios({
          idPrefix: 'response',
          name: 'response',
          fieldset: {
            legend: { text: `Is ${organisationName} interested in applying?`, classes: 'govuk-fieldset__legend--m' },
          },
          hint: { text: 'Your answer binds you to nothing, and you can change it until the deadline' },
          errorMessage: errorAt(errors, 'response'),
          value: response === 'none' ? undefined : response,
          items: [
            { value: 'interested', text: 'Interested' },
            { value: 'not-this-time', text: 'Not this time' },
          ],
        })}
${saveButton('Send the answer')}`,
      )
}`,
  }
}
