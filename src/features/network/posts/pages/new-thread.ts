import { button, input, insetText, select, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText, markdownHint } from '../../../../ui/patterns/index.ts'
import { inNetwork, link, type OfFund } from '../../pages/in-network.ts'

export type NewThreadModel = {
  readonly fund: OfFund
  readonly crumbs: readonly { readonly text: string; readonly href: string }[]
  /** Where the code is accepted, while that is still to do. */
  readonly conductHref: string | undefined
  readonly action: string
  readonly topics: readonly { readonly value: string; readonly text: string }[]
  readonly typed: { readonly title: string; readonly topic: string; readonly text: string }
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

const label = (text: string) => ({ text, classes: 'govuk-label--s' })

/** Asking or telling a network something. */
export const newThreadPage = ({ conductHref, action, topics, typed, errors, csrf, ...model }: NewThreadModel): Page =>
  inNetwork(
    { ...model, title: 'Ask or tell the network', errors },
    html`${conductHref !== undefined && conductFirst(conductHref)}
${form(
  { action, csrf },
  html`${input({ id: 'title', name: 'title', label: label('Title'), value: typed.title, errorMessage: errorAt(errors, 'title') })}
${select({ id: 'topic', name: 'topic', label: label('Topic'), value: typed.topic, errorMessage: errorAt(errors, 'topic'), items: [{ value: '', text: 'Select a topic' }, ...topics] })}
${textarea({ id: 'text', name: 'text', label: label('What do you want to ask or tell?'), hint: { text: `It is emailed to the members. Leave personal data out. ${markdownHint}` }, rows: 10, value: typed.text, errorMessage: errorAt(errors, 'text') })}
${button({ text: 'Post it', preventDoubleClick: true })}`,
)}`,
  )

/** Leads to the code of conduct. */
export const conductFirst = (href: string) =>
  insetText({ html: html`Before you post for the first time, ${link(href, 'read and accept the code of conduct')}.` })
