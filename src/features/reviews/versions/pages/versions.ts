import { button, input, insetText, select, table } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText, illustrativeLabel, problemSummary, scrolling } from '../../../../ui/patterns/index.ts'

export type VersionsModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly versions: readonly {
    readonly href: string
    readonly number: number
    readonly why: string
    readonly when: string
    readonly by: string
  }[]
  /** For those who lead. */
  readonly freeze: { readonly action: string; readonly typed: string; readonly csrf: string } | undefined
  /** Where the reason is given without which what is written now cannot be signed off; undefined where none is missing. */
  readonly unexplained: string | undefined
  readonly errors: readonly FieldText[]
  readonly compareAction: string
}

/** The versions of a review that were frozen. */
export const versionsPage = (model: VersionsModel): Page => ({
  title: 'Versions and sign-offs',
  hasErrors: model.errors.length > 0,
  breadcrumbs: [...model.breadcrumbs, { text: 'Versions' }],
  main: html`${problemSummary(model.errors)}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l">Versions and sign-offs</h1>
<p class="govuk-body">A version keeps everything written so far, with its hash. You can always read its report as it was on that day. You can keep writing after you make a version.</p>
${model.versions.length === 0 ? html`<p class="govuk-body">No version is frozen yet.</p>` : listOf(model.versions)}
${model.unexplained !== undefined && insetText({ html: html`The report prefers an option that the filter does not favour and that is not first by weights and scores, and does not say why. A version of it cannot be signed off. <a class="govuk-link" href="${model.unexplained}">Give the reason</a> before you freeze one.` })}
${model.freeze !== undefined && freezeForm(model.freeze, model.errors)}
${model.versions.length > 0 && compareForm(model)}`,
})

const listOf = (versions: VersionsModel['versions']): SafeHtml =>
  scrolling(
    'Versions',
    table({
      firstCellIsHeader: true,
      head: ['Version', 'For', 'Frozen at', 'By'].map((text) => ({ text })),
      rows: versions.map(({ href, number, why, when, by }) => [
        { html: html`<a class="govuk-link" href="${href}">Version ${number}</a>` },
        ...[why, when, by].map((text) => ({ text })),
      ]),
    }),
  )

const freezeForm = (
  { action, typed, csrf }: NonNullable<VersionsModel['freeze']>,
  errors: VersionsModel['errors'],
): SafeHtml =>
  html`<h2 class="govuk-heading-m">Freeze a version</h2>
${form(
  { action, csrf },
  html`${input({
    id: 'why',
    name: 'why',
    label: { text: 'What is the version for?', classes: 'govuk-label--s' },
    hint: { text: 'Such as “Cabinet of 12 January 2027”' },
    value: typed,
    errorMessage: errorAt(errors, 'why'),
  })}
${button({ text: 'Freeze what is written now', preventDoubleClick: true })}`,
)}`

function compareForm({ versions, compareAction }: VersionsModel): SafeHtml {
  const items = versions.map(({ number, why }) => ({ value: String(number), text: `Version ${number}: ${why}` }))
  const label = (text: string) => ({ text, classes: 'govuk-label--s' })
  return html`<h2 class="govuk-heading-m">Compare</h2>
${form(
  { action: compareAction, method: 'get' },
  html`${select({ id: 'from', name: 'from', label: label('From'), items })}
${select({ id: 'to', name: 'to', label: label('To'), items: [{ value: 'now', text: 'As it is now' }, ...items] })}
${button({ text: 'Compare', classes: 'govuk-button--secondary' })}`,
)}`
}
