import { button, checkboxes, details } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { type PagerOptions, pager } from '../../../../ui/patterns/index.ts'
import { inNetwork, link, type OfFund, paragraph } from '../../pages/in-network.ts'

export type ThreadsModel = {
  readonly fund: OfFund
  readonly crumbs: readonly { readonly text: string; readonly href: string }[]
  readonly askHref: string
  readonly topics: readonly { readonly href: string; readonly text: string; readonly current: boolean }[]
  readonly threads: readonly { readonly href: string; readonly title: string; readonly detail: string }[]
  readonly pages: PagerOptions
  /** Of which topics they are told by email. */
  readonly told: {
    readonly action: string
    readonly items: readonly { readonly value: string; readonly text: string }[]
    readonly values: readonly string[]
  }
  readonly csrf: string
}

/** What was asked and told in a network, the latest first. */
export const threadsPage = ({ askHref, topics, threads, pages, told, csrf, ...model }: ThreadsModel): Page =>
  inNetwork(
    { ...model, title: 'Questions and posts' },
    html`${button({ text: 'Ask or tell the network', href: askHref })}
<nav aria-label="Topics"><p class="govuk-body">${topics.map(
      ({ href, text, current }, index) =>
        html`${index > 0 && ' · '}${current ? html`<strong aria-current="true">${text}</strong>` : link(href, text)}`,
    )}</p></nav>
${threads.length === 0 && paragraph('Nothing was asked or told yet.')}
<ul class="govuk-list govuk-list--spaced">${threads.map(
      ({ href, title, detail }) => html`<li>${link(href, title)}<br><span class="govuk-hint">${detail}</span></li>`,
    )}</ul>
${pager(pages)}
${details({
  summaryText: 'Emails you get',
  html: form(
    { action: told.action, csrf },
    html`${checkboxes({
      name: 'topics',
      idPrefix: 'topics',
      classes: 'govuk-checkboxes--small',
      fieldset: { legend: { text: 'Email me what is new on', classes: 'govuk-fieldset__legend--s' } },
      values: told.values,
      items: told.items,
    })}
${button({ text: 'Save', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
  ),
})}`,
  )
