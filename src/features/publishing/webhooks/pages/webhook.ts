import {
  button,
  checkboxes,
  details,
  input,
  insetText,
  radios,
  summaryList,
  tag,
} from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  errorAt,
  illustrativeLabel,
  type PagerOptions,
  pager,
  problemSummary,
  scrolling,
  stackingTable,
} from '../../../../ui/patterns/index.ts'
import type { Crumbs, Field, Standing } from './parts.ts'

export type MessageRow = {
  readonly id: string
  readonly madeAt: string
  readonly event: string
  readonly standing: Standing
  /** What was answered, and when it is tried again. */
  readonly answer: readonly string[]
  readonly tries: number
  /** What sends it once more; undefined while it waits. */
  readonly againAction: string | undefined
}

export type WebhookModel = {
  readonly fund: { readonly name: string; readonly illustrative: boolean }
  readonly breadcrumbs: Crumbs
  readonly address: string
  readonly events: readonly string[]
  readonly standing: Standing & { readonly note: string }
  readonly active: boolean
  /** Until when the secret before the present one signs too. */
  readonly overlapUntil: string | undefined
  readonly createdAt: string
  readonly messages: readonly MessageRow[]
  readonly pager: PagerOptions
  readonly actions: Readonly<Record<'address' | 'events' | 'ping' | 'pause' | 'resume' | 'secret' | 'remove', string>>
  readonly choices: readonly { readonly value: string; readonly text: string }[]
  readonly chosen: readonly string[]
  /** What is typed of another address. */
  readonly moving: { readonly address: string; readonly secret: string }
  readonly problems: readonly { readonly text: string; readonly field: Field }[]
  readonly csrf: string
}

/** One webhook: what it is told, how that went, and what can be done. */
export const webhookPage = (model: WebhookModel): Page => ({
  title: 'Webhook',
  hasErrors: model.problems.length > 0,
  breadcrumbs: model.breadcrumbs,
  wide: true,
  main: html`${problemSummary(model.problems.map(({ text, field }) => ({ text, href: `#${field}` })))}
${illustrativeLabel(model.fund.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${model.fund.name}</span>Webhook</h1>
${model.standing.note !== '' && insetText({ text: `${model.standing.note} Events that happen while it is off are not sent later.` })}
${summaryList({
  rows: [
    { key: { text: 'Address' }, value: { html: html`<span class="app-typed">${model.address}</span>` } },
    {
      key: { text: 'Told when' },
      value: { html: html`<ul class="govuk-list">${model.events.map((event) => html`<li>${event}</li>`)}</ul>` },
    },
    { key: { text: 'Standing' }, value: { html: tagOf(model.standing) } },
    { key: { text: 'Set up at' }, value: { text: model.createdAt } },
    model.overlapUntil !== undefined && {
      key: { text: 'Secret' },
      value: { text: `Renewed. The one before it signs beside it until ${model.overlapUntil}` },
    },
  ],
})}
${doing(model)}
<h2 class="govuk-heading-m">Messages</h2>
${model.messages.length === 0 ? html`<p class="govuk-body">Nothing was sent yet.</p>` : log(model)}`,
})

const tagOf = ({ text, colour }: Standing): SafeHtml => tag({ text, classes: `govuk-tag--${colour}` })

function doing(model: WebhookModel): SafeHtml {
  const { active, actions, choices, chosen, problems, csrf } = model
  const has = (field: Field) => problems.some((problem) => problem.field === field)
  return html`<div class="govuk-button-group">
${
  active
    ? html`${one(actions.ping, csrf, 'Send a test message')}${one(actions.pause, csrf, 'Pause')}`
    : one(actions.resume, csrf, 'Resume')
}
</div>
${details({ summaryText: 'Change the address', open: has('address') || has('secret'), html: movingForm(model) })}
${details({
  summaryText: 'Change which events it is sent',
  open: has('events'),
  html: form(
    { action: actions.events, csrf },
    html`${checkboxes({
      name: 'events',
      idPrefix: 'events',
      fieldset: { legend: { text: 'Tell it when', classes: 'govuk-fieldset__legend--s' } },
      hint: { text: 'News of the last two days that it was not told of is sent too' },
      values: chosen,
      items: choices,
      errorMessage: errorAt(problems, 'events'),
    })}
${button({ text: 'Save', preventDoubleClick: true })}`,
  ),
})}
${details({
  summaryText: 'Renew the secret',
  html: html`<p class="govuk-body">The new secret is shown once. For 24 hours messages are signed with both, so that receivers can change over.</p>${one(actions.secret, csrf, 'Renew the secret')}`,
})}
${details({
  summaryText: 'Remove the webhook',
  html: html`<p class="govuk-body">Nothing more is sent to it. It cannot be undone; it can be added again with another secret.</p>${one(actions.remove, csrf, 'Remove the webhook', 'govuk-button--warning')}`,
})}`
}

/** Another address, with the secret that it has or another. */
const movingForm = ({ actions, moving, problems, csrf }: WebhookModel): SafeHtml =>
  form(
    { action: actions.address, csrf },
    html`<p class="govuk-body">What is not delivered yet is sent to the new address. What was delivered is not sent again.</p>
${input({
  id: 'address',
  name: 'address',
  label: { text: 'New address', classes: 'govuk-label--s' },
  hint: { text: 'Where messages are sent to. It begins with https' },
  type: 'url',
  spellcheck: false,
  value: moving.address,
  errorMessage: errorAt(problems, 'address'),
})}
${radios({
  idPrefix: 'secret',
  name: 'secret',
  fieldset: { legend: { text: 'Does it keep its secret?', classes: 'govuk-fieldset__legend--s' } },
  value: moving.secret,
  items: [
    { value: 'keep', text: 'Keep the secret', hint: { text: 'If the same receiver has moved' } },
    {
      value: 'renew',
      text: 'Renew the secret',
      hint: {
        text: 'If somebody else receives it. The new secret is shown once, and for 24 hours messages are signed with both',
      },
    },
  ],
  errorMessage: errorAt(problems, 'secret'),
})}
${button({ text: 'Change the address', preventDoubleClick: true })}`,
  )

const one = (action: string, csrf: string, text: string, classes = 'govuk-button--secondary'): SafeHtml =>
  form({ action, csrf }, button({ text, classes, preventDoubleClick: true }))

const log = ({ messages, csrf, active, pager: shown }: WebhookModel): SafeHtml =>
  html`${scrolling(
    'Messages, the newest first',
    stackingTable({
      caption: 'Messages, the newest first',
      captionClasses: 'govuk-visually-hidden',
      head: [
        { text: 'Time' },
        { text: 'Event' },
        { text: 'Standing' },
        { text: 'Answer' },
        { text: 'Tries', format: 'numeric' },
        { text: 'Again' },
      ],
      rows: messages.map(({ id, madeAt, event, standing, answer, tries, againAction }) => [
        { html: html`${madeAt}<br><code class="app-hash">msg_${id}</code>` },
        { text: event },
        { html: tagOf(standing) },
        { html: html`${answer.map((text, index) => html`${index > 0 && html`<br>`}${text}`)}` },
        { text: String(tries), format: 'numeric' },
        againAction === undefined || !active
          ? { text: '' }
          : {
              html: form(
                { action: againAction, csrf },
                button({
                  html: html`Send again<span class="govuk-visually-hidden"> what was made at ${madeAt}</span>`,
                  classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
                  preventDoubleClick: true,
                }),
              ),
            },
      ]),
    }),
  )}
${pager(shown)}`
