import { button, insetText } from '../../../../ui/components/index.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, problemSummary, statisticsRow } from '../../../../ui/patterns/index.ts'
import type { WrongForm } from '../../orders/pages/wrong-form.ts'
import { type ClaimsModel, claimsSection } from './claims.ts'
import { type InstalmentsModel, instalmentsSection } from './instalments.ts'
import { type SettlingModel, settlingSections } from './settling.ts'

export type GrantModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly council: string
  readonly title: string
  readonly ended: boolean
  readonly statistics: readonly { readonly value: string; readonly label: string }[]
  readonly instalments: InstalmentsModel
  readonly claims: ClaimsModel
  readonly settling: SettlingModel
  readonly agreementHref: string | undefined
  readonly wrong: WrongForm | undefined
  readonly csrf: string
}

/** An award of money: its instalments, what is claimed, paid, spent and returned, and the review of each year. */
export const grantPage = (model: GrantModel): Page => ({
  title: `Grant to ${model.council}`,
  hasErrors: model.wrong !== undefined,
  breadcrumbs: [...model.breadcrumbs, { text: `Grant to ${model.council}` }],
  main: html`${problemSummary(model.wrong?.errors ?? [])}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${model.title}</span>Grant to ${model.council}</h1>
${model.ended && insetText({ text: 'This award is no longer in force. Nothing more can be claimed of it.' })}
${statisticsRow(model.statistics)}
${model.agreementHref !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${model.agreementHref}">Read the agreement of this award</a></p>`}
${instalmentsSection(model.instalments, model.wrong, model.csrf)}
${model.instalments.setHref !== undefined && button({ text: model.instalments.instalments.length === 0 ? 'Set the instalments' : 'Change the instalments', href: model.instalments.setHref, classes: 'govuk-button--secondary' })}
${claimsSection(model.claims, model.wrong, model.csrf)}
${settlingSections(model.settling, model.wrong, model.csrf)}`,
})
