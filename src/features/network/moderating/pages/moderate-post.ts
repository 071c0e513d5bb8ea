import { button, insetText, radios, tag, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import { markdown } from '../../../../ui/markdown.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText } from '../../../../ui/patterns/index.ts'
import { inNetwork, link, type OfFund, paragraph } from '../../pages/in-network.ts'

export type ModeratePostModel = {
  readonly fund: OfFund
  readonly crumbs: readonly { readonly text: string; readonly href: string }[]
  readonly author: string
  readonly when: string
  readonly text: string
  readonly hidden: boolean
  readonly threadHref: string
  readonly reports: readonly string[]
  readonly action: string
  readonly choices: readonly { readonly value: string; readonly text: string }[]
  readonly typed: { readonly measure: string; readonly text: string }
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** Deciding on a post. */
export const moderatePostPage = (model: ModeratePostModel): Page =>
  inNetwork(
    { ...model, title: 'Decide on a post' },
    html`${paragraph(html`By ${model.author}, ${model.when} ${model.hidden && tag({ text: 'Hidden', classes: 'govuk-tag--red' })}`)}
${insetText({ html: markdown(model.text, { headingLevel: 3 }) })}
${paragraph(link(model.threadHref, 'See it among the others'))}
${model.reports.length > 0 && html`<h2 class="govuk-heading-s">Why it was reported</h2><ul class="govuk-list govuk-list--bullet">${model.reports.map((each) => html`<li>${each}</li>`)}</ul>`}
${form(
  { action: model.action, csrf: model.csrf },
  html`${radios({ name: 'measure', idPrefix: 'measure', fieldset: { legend: { text: 'What is done?', classes: 'govuk-fieldset__legend--s' } }, value: model.typed.measure, errorMessage: errorAt(model.errors, 'measure'), items: model.choices })}
${textarea({ id: 'text', name: 'text', label: { text: 'Why?', classes: 'govuk-label--s' }, hint: { text: 'We tell the author, unless you leave the post as it is' }, rows: 4, value: model.typed.text, errorMessage: errorAt(model.errors, 'text') })}
${button({ text: 'Decide', preventDoubleClick: true })}`,
)}`,
  )
