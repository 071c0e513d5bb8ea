import { button, panel } from '../../../ui/components/index.ts'
import { form } from '../../../ui/form.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { emailAddress, problemSummary } from '../../../ui/patterns/index.ts'
import type { ProblemsInWords } from '../guidance.messages.ts'
import type { OwnSubscription } from '../read-subscription.ts'
import { labels } from './in-round.ts'
import { kindChoices } from './subscribe.ts'

export type SubscriptionModel = OwnSubscription & {
  readonly csrf: string
  readonly problems: ProblemsInWords
}

const titles = {
  'to-confirm': 'Confirm that you want updates',
  'run-out': 'This link has run out',
  confirmed: 'Updates you get',
  ended: 'You have unsubscribed',
} as const

/** A subscription in the hands of its owner. Opening it changes nothing: mail programs open links too. */
export function subscriptionPage(model: SubscriptionModel): Page {
  const title = titles[model.state]
  return {
    title,
    hasErrors: model.problems.list.length > 0,
    main: html`${problemSummary(model.problems.list)}
${labels({ illustrative: model.illustrative, preview: false })}
<span class="govuk-caption-l">${model.fundName}: ${model.roundName}</span>
<h1 class="govuk-heading-l">${title}</h1>
${contentOf(model)}`,
  }
}

function contentOf(model: SubscriptionModel): SafeHtml {
  const { state, email, csrf } = model
  if (state === 'to-confirm')
    return html`<p class="govuk-body">We will tell <strong>${emailAddress(email)}</strong> about this round.</p>
${form({ action: model.confirmAction, csrf }, button({ text: 'Confirm', preventDoubleClick: true }))}`
  if (state === 'run-out')
    return html`<p class="govuk-body">It worked for 7 days. <a class="govuk-link" id="again" href="${model.againHref}">Ask for updates again</a>.</p>`
  if (state === 'ended')
    return html`<p class="govuk-body">We will not write to <strong>${emailAddress(email)}</strong> about this round any more.</p>
<p class="govuk-body"><a class="govuk-link" id="again" href="${model.againHref}">Ask for updates again</a> or <a class="govuk-link" href="${model.roundHref}">read about the round</a>.</p>`
  return html`<p class="govuk-body">We write to <strong>${emailAddress(email)}</strong>.</p>
${form({ action: model.changeAction, csrf }, html`${kindChoices(model.kinds, model.problems)}${button({ text: 'Save', preventDoubleClick: true })}`)}
<h2 class="govuk-heading-m">Unsubscribe</h2>
${unsubscribeForm(model)}`
}

const unsubscribeForm = ({ endAction, csrf }: SubscriptionModel): SafeHtml =>
  form(
    { action: endAction, csrf },
    button({ text: 'Unsubscribe', classes: 'govuk-button--warning', preventDoubleClick: true }),
  )

/** Asks once more; opening the address of one-click unsubscribing changes nothing. */
export function unsubscribePage(model: SubscriptionModel): Page {
  if (model.state === 'ended') return subscriptionPage(model)
  return {
    title: 'Unsubscribe',
    main: html`${labels({ illustrative: model.illustrative, preview: false })}
<span class="govuk-caption-l">${model.fundName}: ${model.roundName}</span>
<h1 class="govuk-heading-l">Unsubscribe</h1>
<p class="govuk-body">We will stop writing to <strong>${emailAddress(model.email)}</strong> about this round.</p>
${unsubscribeForm(model)}
<p class="govuk-body"><a class="govuk-link" href="${model.changeAction}">Change the updates you get instead</a></p>`,
  }
}

/** After unsubscribing. */
export function unsubscribedPage(model: OwnSubscription): Page {
  return {
    title: titles.ended,
    main: html`${labels({ illustrative: model.illustrative, preview: false })}
${panel({ titleText: titles.ended, html: html`${model.fundName}: ${model.roundName}` })}
<p class="govuk-body">We will not write to <strong>${emailAddress(model.email)}</strong> about this round any more.</p>
<p class="govuk-body"><a class="govuk-link" href="${model.roundHref}">Read about the round</a></p>`,
  }
}
