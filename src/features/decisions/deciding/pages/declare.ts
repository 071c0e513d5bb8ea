import { button, insetText } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { type FieldText, illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import { decisionsCrumbs } from '../../list-crumbs.ts'
import { declarePath } from '../deciding.paths.ts'
import type { DeclareTyped } from '../read-declaration.ts'
import { conflictFields } from './conflict-fields.ts'

export type DeclareModel = {
  readonly round: RoundInFund
  readonly waits: string
  readonly applications: readonly { readonly reference: string; readonly name: string }[]
  /** What is known of this person already; said to them. */
  readonly known: string
  readonly typed: DeclareTyped
  readonly saidBefore: boolean
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** Where somebody says what conflicts they have, before they recommend or decide. */
export function declarePage(model: DeclareModel): Page {
  const { round, errors } = model
  return {
    title: 'Declare your conflicts',
    hasErrors: errors.length > 0,
    breadcrumbs: [...decisionsCrumbs(round), { text: 'Declare your conflicts' }],
    main: html`${problemSummary(errors)}
${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${round.name}</span>Declare your conflicts</h1>
<p class="govuk-body">You have a conflict when you, your family or your employer could gain or lose by a decision. You also have one when others would reasonably think so. You do not recommend or decide on an application that you have a conflict with.</p>
${model.known !== '' && insetText({ text: model.known })}
${
  model.waits === ''
    ? form(
        { action: declarePath(round.fund.slug, round.slug), csrf: model.csrf },
        html`${conflictFields({ who: 'you', ...model })}
${button({ text: 'Declare', preventDoubleClick: true })}`,
      )
    : insetText({ text: model.waits })
}`,
  }
}
