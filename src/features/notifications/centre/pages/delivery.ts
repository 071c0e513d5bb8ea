import { deliveries, groupsToChoose, type MessageGroup } from '../../../../core/notifications/index.ts'
import { button, select } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { deliveryWords, groupNames } from '../centre.messages.ts'
import type { Chosen } from '../delivery.store.ts'

export type DeliveryModel = {
  /** Undefined: of all funds. */
  readonly fundName: string | undefined
  readonly action: string
  readonly chosen: readonly Chosen[]
  readonly everywhere: readonly Chosen[]
  /** The funds of which something else can be chosen. */
  readonly funds: readonly { readonly text: string; readonly href: string }[]
  readonly backHref: string
  readonly csrf: string
}

/** How somebody is told of what. */
export function deliveryPage(model: DeliveryModel): Page {
  const { fundName, funds } = model
  const title = fundName === undefined ? 'What we email you' : `What we email you about ${fundName}`
  return {
    title,
    backLink: { href: model.backHref },
    main: html`<h1 class="govuk-heading-xl">${title}</h1>
<p class="govuk-body">Everything is in your notifications, whatever you choose. We always email at once what you would lose by reading it late: sign-in, receipts, deadlines, decisions and requests to sign.</p>
${form({ action: model.action, csrf: model.csrf }, html`${groupsToChoose.map((group) => choiceOf(group, model))}${button({ text: 'Save', preventDoubleClick: true })}`)}
${
  fundName === undefined &&
  funds.length > 0 &&
  html`<h2 class="govuk-heading-m">One fund otherwise</h2>
<ul class="govuk-list govuk-list--bullet">${funds.map(({ text, href }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}</ul>`
}`,
  }
}

const of = (chosen: readonly Chosen[], group: MessageGroup) => chosen.find((one) => one.group === group)?.delivery

function choiceOf(group: MessageGroup, { fundName, chosen, everywhere }: DeliveryModel): SafeHtml {
  const usual = deliveryWords[of(everywhere, group) ?? 'at-once']
  const items = deliveries.map((delivery) => ({ value: delivery, text: deliveryWords[delivery] }))
  return select({
    id: group,
    name: group,
    label: { text: groupNames[group], classes: 'govuk-label--s' },
    value: of(chosen, group) ?? (fundName === undefined ? 'at-once' : ''),
    items: fundName === undefined ? items : [{ value: '', text: `As usual: ${usual.toLowerCase()}` }, ...items],
  })
}
