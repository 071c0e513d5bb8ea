import { button, errorSummary, radios } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel } from '../../../../ui/patterns/index.ts'
import { somePages } from './some-pages.ts'

export type PartModel = {
  readonly reference: string
  readonly illustrative: boolean
  readonly partner: string
  /** `all`, `some`, `none`, or '' while nothing is chosen. */
  readonly chosen: string
  readonly pages: readonly { readonly id: string; readonly title: string }[]
  readonly given: readonly string[]
  readonly problems: readonly { readonly text: string }[]
  readonly action: string
  readonly back: string
  readonly csrf: string
}

/** What of an application the people of a partner write. */
export function partPage(model: PartModel): Page {
  const problem = model.problems[0]
  const title = `What does ${model.partner} write?`
  return {
    title,
    backLink: { href: model.back, text: 'Back to partners' },
    hasErrors: problem !== undefined,
    main: html`${problem !== undefined && errorSummary({ titleText: 'There is a problem', errorList: [{ text: problem.text, href: '#part' }] })}
${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l">${model.reference}</span>
${form(
  { action: model.action, csrf: model.csrf },
  html`${radios({
    name: 'part',
    idPrefix: 'part',
    fieldset: { legend: { text: title, classes: 'govuk-fieldset__legend--l', isPageHeading: true } },
    hint: { text: 'Its people can read the whole application. Only your own people submit it.' },
    errorMessage: problem && { text: problem.text },
    value: model.chosen,
    items: [
      { value: 'all', text: 'The whole application, with us' },
      { value: 'some', text: 'Some pages', hint: { text: 'Choose them below' } },
      { value: 'none', text: 'Nothing: they only read' },
    ],
  })}${somePages(model.pages, model.given)}${button({ text: 'Save', preventDoubleClick: true })}`,
)}`,
  }
}
