import { button, summaryList } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'

export type TestsModel = {
  readonly crumbs: readonly { readonly text: string; readonly href: string }[]
  readonly number: number
  readonly versionHref: string
  readonly action: string
  readonly tests: readonly TestShown[]
  readonly csrf: string
}

type TestShown = {
  readonly reference: string
  readonly state: string
  readonly started: string
  readonly href: string
  readonly deleteAction: string
}

/** The test applications of a version of a form. */
export const testsPage = (model: TestsModel): Page => ({
  title: 'Test applications',
  breadcrumbs: [
    ...model.crumbs,
    { text: `Version ${model.number}`, href: model.versionHref },
    { text: 'Test applications' },
  ],
  main: html`<span class="govuk-caption-l">Version ${model.number} of the form</span>
<h1 class="govuk-heading-l">Test applications</h1>
<p class="govuk-body">A test goes through everything that an applicant does, up to the receipt. It never counts: it is in no list, number or export of the round, uses no authority’s place, and sends no email. A made-up body leads it. It asks for no partners and no sign-offs.</p>
${form({ action: model.action, csrf: model.csrf }, button({ text: 'Start a test application', preventDoubleClick: true }))}
${model.tests.length === 0 ? html`<p class="govuk-body">There are none of this version yet.</p>` : model.tests.map((test) => testOf(test, model.csrf))}`,
})

const testOf = (test: TestShown, csrf: string): SafeHtml =>
  html`${summaryList({
    card: {
      title: { text: test.reference, headingLevel: 2 },
      actions: { items: [{ href: test.href, text: 'Open', visuallyHiddenText: test.reference }] },
    },
    rows: [
      { key: { text: 'State' }, value: { text: test.state } },
      { key: { text: 'Started' }, value: { text: test.started } },
    ],
  })}${form(
    { action: test.deleteAction, csrf },
    button({ text: `Delete ${test.reference}`, classes: 'govuk-button--warning', preventDoubleClick: true }),
  )}`
