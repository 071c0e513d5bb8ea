import { button, checkboxes, input } from '../../../ui/components/index.ts'
import { form } from '../../../ui/form.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { problemSummary } from '../../../ui/patterns/index.ts'
import type { ProblemsInWords } from '../guidance.messages.ts'
import { kindLabels } from '../guidance-mail.messages.ts'
import { type SubscriptionKind, subscriptionKinds } from '../guidance-parts.ts'
import type { RoundFrame } from '../round-frame.ts'
import { inRound } from './in-round.ts'

export type SubscribeModel = {
  readonly frame: RoundFrame
  readonly action: string
  readonly csrf: string
  readonly email: string
  readonly kinds: readonly string[]
  readonly problems: ProblemsInWords
}

/** Asks for an address and what to tell it. */
export function subscribePage(model: SubscribeModel): Page {
  const { problems } = model
  return inRound(model.frame, {
    title: 'Get updates by email',
    hasErrors: problems.list.length > 0,
    before: problemSummary(problems.list),
    content: html`<p class="govuk-body">We will send you a message with a link to confirm the address. Nothing else is sent until you have.</p>
${form(
  { action: model.action, csrf: model.csrf },
  html`${input({
    name: 'email',
    label: { text: 'Your email address', classes: 'govuk-label--s' },
    hint: { text: 'We use it only to tell you about this round. You can end it with one click.' },
    type: 'email',
    autocomplete: 'email',
    spellcheck: false,
    value: model.email,
    errorMessage: problems.of('email'),
  })}
${kindChoices(model.kinds, problems)}
${button({ text: 'Continue', preventDoubleClick: true })}`,
)}
<p class="govuk-body">You can also <a class="govuk-link" href="${model.frame.feedHref}">follow the feed</a>, without an email address.</p>`,
  })
}

/** What somebody wants to be told about. */
export const kindChoices = (kinds: readonly string[], problems: ProblemsInWords): SafeHtml =>
  checkboxes({
    name: 'kinds',
    idPrefix: 'kinds',
    fieldset: { legend: { text: 'What do you want to be told about?', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'Select all that apply.' },
    values: kinds,
    items: kindItems,
    errorMessage: problems.of('kinds'),
  })

const kindItems = subscriptionKinds.map((kind: SubscriptionKind) => ({ value: kind, text: kindLabels[kind] }))

/** After asking: the same for every address, so that nobody learns whether it was known. */
export function subscribeSentPage(frame: RoundFrame): Page {
  return inRound(frame, {
    title: 'Check your email',
    content: html`<p class="govuk-body-l">If that address can get updates, we have sent it a message.</p>
<p class="govuk-body">Open the link in it and press the button. The link works for 7 days.</p>
<p class="govuk-body">If nothing has come in 10 minutes, look among unwanted mail, then <a class="govuk-link" href="${frame.subscribeHref}">ask again</a>.</p>`,
  })
}
