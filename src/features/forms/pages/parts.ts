/** What the pages about the forms of a round share. */
import { tag } from '../../../ui/components/index.ts'
import { html, nothing, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { illustrativeLabel, problemSummary } from '../../../ui/patterns/index.ts'
import type { ChangeInWords } from '../describe-changes.messages.ts'
import type { ProblemWords } from '../forms.messages.ts'
import type { FormFrame } from '../read-round-form.ts'

export const link = (href: string, text: string, hidden = ''): SafeHtml =>
  html`<a class="govuk-link" href="${href}">${text}${hidden !== '' && html`<span class="govuk-visually-hidden"> ${hidden}</span>`}</a>`

/** A page about the forms of a round: with its trail, its heading and all that is wrong. */
export function managedForm(
  frame: FormFrame,
  page: {
    readonly title: string
    readonly caption?: string | undefined
    readonly tag?: SafeHtml | undefined
    /** Between the form of the round and this page. */
    readonly trail?: readonly { readonly text: string; readonly href: string }[] | undefined
    readonly problems?: readonly ProblemWords[] | undefined
    readonly content: SafeHtml
    /** Without the step to the form of the round: this is that page. */
    readonly isTop?: boolean | undefined
  },
): Page {
  const problems = page.problems ?? []
  return {
    title: page.title,
    breadcrumbs: [
      ...frame.crumbs,
      ...(page.isTop === true ? [] : [{ text: 'Application form', href: frame.formHref }]),
      ...(page.trail ?? []),
      { text: page.title },
    ],
    hasErrors: problems.length > 0,
    main: html`${problemSummary(problems)}
${illustrativeLabel(frame.illustrative)}
<span class="govuk-caption-l">${page.caption ?? `${frame.fundName}: ${frame.roundName}`}</span>
<h1 class="govuk-heading-l">${page.title}${page.tag !== undefined && html` ${page.tag}`}</h1>
${page.content}`,
  }
}

export const stateTag = (published: boolean): SafeHtml =>
  published
    ? tag({ text: 'Published', classes: 'govuk-tag--green' })
    : tag({ text: 'Draft', classes: 'govuk-tag--yellow' })

/** The words of the problem with a field, for the field. */
export function errorAt(problems: readonly ProblemWords[], field: string): { readonly text: string } | undefined {
  const found = problems.find(({ href }) => href === `#${field}`)
  return found && { text: found.text }
}

/** Changes in words, with the texts themselves where words changed. */
export const changeList = (changes: readonly ChangeInWords[]): SafeHtml =>
  changes.length === 0
    ? nothing
    : html`<ul class="govuk-list govuk-list--bullet govuk-list--spaced">${changes.map(
        ({ text, before, after }) =>
          html`<li>${text}${
            (before !== undefined || after !== undefined) &&
            html`<div class="app-diff">${
              before !== undefined &&
              html`<del><span class="govuk-visually-hidden">[before: </span>${before}<span class="govuk-visually-hidden">]</span></del>`
            }${before !== undefined && after !== undefined && html`<br>`}${
              after !== undefined &&
              html`<ins><span class="govuk-visually-hidden">[now: </span>${after}<span class="govuk-visually-hidden">]</span></ins>`
            }</div>`
          }</li>`,
      )}</ul>`
