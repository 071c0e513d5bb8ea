import type { ResourceTyped } from '../../../../core/network/index.ts'
import { button, input, radios, select, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText, markdownHint } from '../../../../ui/patterns/index.ts'
import { inNetwork, type OfFund, paragraph } from '../../pages/in-network.ts'

type Choice = { readonly value: string; readonly text: string }

export type NewResourceModel = {
  readonly fund: OfFund
  readonly crumbs: readonly { readonly text: string; readonly href: string }[]
  readonly action: string
  readonly kinds: readonly Choice[]
  readonly licences: readonly Choice[]
  readonly typed: ResourceTyped
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

const label = (text: string) => ({ text, classes: 'govuk-label--s' })

/** Sending something for others to learn from. */
export const newResourcePage = ({ action, kinds, licences, typed, errors, csrf, ...model }: NewResourceModel): Page =>
  inNetwork(
    { ...model, title: 'Send a resource or a case study', errors },
    html`${paragraph('The programme team reviews it before anybody else sees it. It is published for everybody only by a second step.')}
${form(
  { action, csrf },
  html`${radios({ name: 'kind', idPrefix: 'kind', classes: 'govuk-radios--inline', fieldset: { legend: { text: 'What is it?', classes: 'govuk-fieldset__legend--s' } }, value: typed.kind, errorMessage: errorAt(errors, 'kind'), items: kinds })}
${input({ id: 'title', name: 'title', label: label('Title'), value: typed.title, errorMessage: errorAt(errors, 'title') })}
${textarea({ id: 'summary', name: 'summary', label: label('What is it about?'), hint: { text: 'In one or two sentences' }, rows: 2, value: typed.summary, errorMessage: errorAt(errors, 'summary') })}
${textarea({ id: 'text', name: 'text', label: label('Text'), hint: { text: markdownHint }, rows: 12, value: typed.text, errorMessage: errorAt(errors, 'text') })}
${input({ id: 'author', name: 'author', label: label('Who wrote it?'), value: typed.author, errorMessage: errorAt(errors, 'author') })}
${select({ id: 'licence', name: 'licence', label: label('Licence'), hint: { text: 'On what terms others may use it' }, value: typed.licence, errorMessage: errorAt(errors, 'licence'), items: [{ value: '', text: 'Select a licence' }, ...licences] })}
${input({ id: 'sourceUrl', name: 'sourceUrl', label: label('Where is it published? (optional)'), hint: { text: 'A web address' }, value: typed.sourceUrl, errorMessage: errorAt(errors, 'sourceUrl') })}
${button({ text: 'Send it for review', preventDoubleClick: true })}`,
)}`,
  )
