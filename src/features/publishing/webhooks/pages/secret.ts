import { insetText } from '../../../../ui/components/index.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel } from '../../../../ui/patterns/index.ts'
import type { Crumbs } from './parts.ts'

export type SecretModel = {
  readonly fund: { readonly name: string; readonly illustrative: boolean }
  readonly breadcrumbs: Crumbs
  readonly secret: string
  readonly webhookHref: string
}

/** The secret of a webhook, this once. */
export const secretPage = ({ fund, breadcrumbs, secret, webhookHref }: SecretModel): Page => ({
  title: 'The secret of the webhook',
  breadcrumbs,
  main: html`${illustrativeLabel(fund.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${fund.name}</span>The secret of the webhook</h1>
<p class="govuk-body">By this the receiver knows that a message is from here. Put it where the receiver keeps its secrets.</p>
<p class="govuk-body"><code class="app-hash">${secret}</code></p>
${insetText({ text: 'Copy it now: it is not shown again. If you lose it, renew it.' })}
<p class="govuk-body"><a class="govuk-link" href="${webhookHref}">Go on to the webhook</a></p>`,
})
