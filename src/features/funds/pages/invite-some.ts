import type { RoundInFund } from '../../../core/rounds/round.ts'
import { checkboxes } from '../../../ui/components/index.ts'
import { form } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { problemSummary } from '../../../ui/patterns/index.ts'
import type { Words } from '../fields.messages.ts'
import { caption, errorAt, saveButton } from './parts.ts'

export type InviteSomeModel = {
  readonly round: RoundInFund
  /** Those who may be invited and are not yet. */
  readonly authorities: readonly { readonly id: string; readonly name: string; readonly hasAddress: boolean }[]
  readonly chosen: readonly string[]
  readonly errors: readonly Words[]
  readonly action: string
  readonly backHref: string
  readonly csrf: string
}

/** Chooses some of those who may be invited. */
export function inviteSomePage({ round, authorities, chosen, errors, action, backHref, csrf }: InviteSomeModel): Page {
  return {
    title: 'Choose whom to invite',
    hasErrors: errors.length > 0,
    backLink: { href: backHref },
    main: html`${problemSummary(errors)}
<h1 class="govuk-heading-l">${caption(`${round.fund.name}: ${round.name}`)}Choose whom to invite</h1>
${form(
  { action, csrf },
  html`${checkboxes({
    idPrefix: 'organisations',
    name: 'organisations',
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: 'Authorities not invited yet', classes: 'govuk-fieldset__legend--s' } },
    errorMessage: errorAt(errors, 'organisations'),
    values: chosen,
    items: authorities.map(({ id, name, hasAddress }) => ({
      value: id,
      text: hasAddress ? name : `${name} (no email address)`,
    })),
  })}
${saveButton('Invite those chosen')}`,
)}`,
  }
}
