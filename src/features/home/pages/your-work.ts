import { taskList } from '../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { wholeWords } from '../../../ui/patterns/index.ts'
import type { Waiting } from '../waiting-item.ts'

type Link = { readonly href: string; readonly text: string }

export type YourWorkModel = {
  readonly name: string
  /** What is asked of them, what is due first first. */
  readonly asked: readonly Waiting[]
  /** What goes on without them. */
  readonly underWay: readonly Waiting[]
  /** What will be asked of them, a line each; shown while nothing is. */
  readonly willCome: readonly string[]
  /** How many notifications they have not read. */
  readonly unread: number
  readonly notificationsHref: string
  /** Where all strategic reviews are, and one is started. */
  readonly reviewsHref: string
  readonly funds: readonly Waiting[]
  readonly organisations: readonly Waiting[]
  readonly openRounds: readonly Link[]
  readonly organisationsHref: string
  /** Whether they are here for a council, as far as is known: they hold no role, and nothing else was given to them. */
  readonly mayApply: boolean
}

/** What waits for somebody who has signed in. */
export function yourWorkPage(model: YourWorkModel): Page {
  const { asked, underWay, unread, notificationsHref, organisations, mayApply, openRounds } = model
  const isNew = organisations.length === 0 && mayApply
  return {
    title: 'Your work',
    main: html`<h1 class="govuk-heading-xl">Your work</h1>
${unread > 0 && html`<p class="govuk-body">You have <a class="govuk-link" href="${notificationsHref}">${unread === 1 ? '1 notification' : `${unread} notifications`}</a> that you have not read.</p>`}
<h2 class="govuk-heading-m">Waiting for you</h2>
${asked.length > 0 ? listOf('asked', asked) : nothingAsked(model)}
${isNew && html`<h2 class="govuk-heading-m">Join your organisation</h2><p class="govuk-body">Before you can apply, <a class="govuk-link" href="${model.organisationsHref}">say which organisation you work for</a>.</p>`}
${section('Under way', underWay)}
${section('Funds you work on', model.funds)}
${section('Your organisations', organisations)}
${organisations.length > 0 && html`<p class="govuk-body"><a class="govuk-link" href="${model.reviewsHref}">Strategic reviews</a>: start one of how your council delivers a service, or see yours.</p>`}
${openRounds.length > 0 && openList(asked.length + underWay.length === 0 && mayApply ? 'Start here' : 'Rounds that are open', openRounds)}`,
  }
}

const nothingAsked = ({ willCome }: YourWorkModel): SafeHtml =>
  html`<p class="govuk-body">Nothing waits for you now. What will come here:</p>
<ul class="govuk-list govuk-list--bullet">${willCome.map((line) => html`<li>${line}</li>`)}</ul>`

const openList = (title: string, links: readonly Link[]): SafeHtml => html`<h2 class="govuk-heading-m">${title}</h2>
<ul class="govuk-list govuk-list--bullet">${links.map(({ href, text }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}</ul>`

const section = (title: string, items: readonly Waiting[]): SafeHtml | false =>
  items.length > 0 &&
  html`<h2 class="govuk-heading-m">${title}</h2>
${listOf(title.toLowerCase().replaceAll(' ', '-'), items)}`

const listOf = (idPrefix: string, items: readonly Waiting[]): SafeHtml =>
  taskList({
    idPrefix,
    items: items.map(({ href, title, detail, state }) => ({
      title: { html: wholeWords(title) },
      href,
      hint: { text: detail },
      status: { tag: state },
    })),
  })
