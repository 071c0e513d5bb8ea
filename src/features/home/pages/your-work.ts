import { taskList } from '../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'

/** Something that waits for this person. */
export type Waiting = {
  readonly href: string
  readonly title: string
  readonly detail: string
  readonly state: { readonly text: string; readonly classes?: string }
}

export type YourWorkModel = {
  readonly name: string
  readonly applications: readonly Waiting[]
  readonly assessing: readonly Waiting[]
  readonly reviews: readonly Waiting[]
  /** Where all reviews are, and one is started. */
  readonly reviewsHref: string
  /** The networks of which they are a member. */
  readonly networks: readonly Waiting[]
  readonly funds: readonly Waiting[]
  readonly organisations: readonly Waiting[]
  readonly openRounds: readonly { readonly href: string; readonly text: string }[]
  readonly organisationsHref: string
}

/** What waits for somebody who has signed in. */
export function yourWorkPage(model: YourWorkModel): Page {
  const nothing = model.applications.length + model.assessing.length + model.funds.length === 0
  return {
    title: 'Your work',
    main: html`<h1 class="govuk-heading-xl">Your work</h1>
${section('Applications', model.applications)}
${section('Assessing and deciding', model.assessing)}
${section('Strategic reviews', model.reviews)}
${section('Networks', model.networks)}
${section('Funds you work on', model.funds)}
${section('Your organisations', model.organisations)}
${model.organisations.length === 0 && model.assessing.length + model.funds.length === 0 && html`<h2 class="govuk-heading-m">Join your organisation</h2><p class="govuk-body">Before you can apply, <a class="govuk-link" href="${model.organisationsHref}">say which organisation you work for</a>.</p>`}
${model.organisations.length > 0 && html`<p class="govuk-body"><a class="govuk-link" href="${model.reviewsHref}">${model.reviews.length === 0 ? 'Start a strategic review' : 'All strategic reviews'}</a> of how your council delivers a service.</p>`}
${
  model.openRounds.length > 0 &&
  html`<h2 class="govuk-heading-m">${nothing ? 'Start here' : 'Rounds that are open'}</h2>
<ul class="govuk-list govuk-list--bullet">${model.openRounds.map(({ href, text }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}</ul>`
}`,
  }
}

const section = (title: string, items: readonly Waiting[]): SafeHtml | false =>
  items.length > 0 &&
  html`<h2 class="govuk-heading-m">${title}</h2>
${taskList({
  idPrefix: title.toLowerCase().replaceAll(' ', '-'),
  items: items.map(({ href, title: text, detail, state }) => ({
    title: { text },
    href,
    hint: { text: detail },
    status: { tag: state },
  })),
})}`
