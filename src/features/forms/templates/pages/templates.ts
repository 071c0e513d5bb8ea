import type { FactSource } from '../../../../core/rounds/index.ts'
import { button, insetText, summaryList } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { link, managedForm } from '../../pages/parts.ts'
import type { FormFrame } from '../../read-round-form.ts'
import type { ListedTemplate, TemplateView } from '../read-template.ts'

/** The real funds that a round can be made like. */
export const templatesPage = ({
  frame,
  templates,
}: {
  readonly frame: FormFrame
  readonly templates: readonly ListedTemplate[]
}): Page =>
  managedForm(frame, {
    title: 'Start from a real fund',
    content: html`<p class="govuk-body">Each template has what is known about a fund: its form, its screener and the partners it needed. It also has the number of applications one body could lead. It gives the source of each fact, and marks what was not found.</p>
${summaryList({
  rows: templates.map(({ name, round, size, href }) => ({
    key: { text: name },
    value: { html: html`Round: ${round}<br>${size}` },
    actions: { items: [{ href, text: 'Look at it', visuallyHiddenText: name }] },
  })),
})}`,
  })

/** One template, before it is used. */
export function templatePage(model: TemplateView & { readonly csrf: string }): Page {
  const { frame, screener, unknown, rules } = model
  return managedForm(frame, {
    title: model.name,
    caption: `Round: ${model.round}. Owner: ${model.owner}`,
    content: html`<h2 class="govuk-heading-m">What is known</h2>
${sources(model.facts)}
<h2 class="govuk-heading-m">What is not known</h2>
<ul class="govuk-list govuk-list--bullet">${unknown.map((text) => html`<li>${text}</li>`)}</ul>
<h2 class="govuk-heading-m">The form</h2>
<p class="govuk-body">${model.form.title}: ${model.form.size}. ${model.form.reconstructed} of the questions are reconstructed, and marked so for applicants.</p>
<h2 class="govuk-heading-m">The screener</h2>
${screener === undefined ? html`<p class="govuk-body">None: no rules of eligibility were found.</p>` : html`<ul class="govuk-list govuk-list--bullet">${screener.rules.map(({ clause, when }) => html`<li>${clause}: when ${when}</li>`)}</ul>`}
<h2 class="govuk-heading-m">The rules of the round</h2>
<ul class="govuk-list govuk-list--bullet">${rules.map((text) => html`<li>${text}</li>`)}</ul>
${sources(model.rulesFrom)}
${insetText({ text: 'Using it makes drafts: nothing is published, and the form of the round stays as it is until you choose another. The rules of the round are set unless it has opened.' })}
${form({ action: model.action, csrf: model.csrf }, button({ text: 'Use this template', preventDoubleClick: true }))}`,
  })
}

const sources = (facts: readonly FactSource[]): SafeHtml =>
  html`<ul class="govuk-list govuk-list--bullet">${facts.map(
    ({ fact, title, url }) =>
      html`<li>${fact}. <span class="govuk-hint govuk-!-display-inline">Source: ${url === '' ? title : link(url, title)}</span></li>`,
  )}</ul>`
