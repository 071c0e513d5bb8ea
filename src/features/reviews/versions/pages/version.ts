import { button, input, insetText, summaryList, table, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  errorAt,
  type FieldText,
  illustrativeLabel,
  problemSummary,
  scrolling,
  verifyThis,
} from '../../../../ui/patterns/index.ts'
import { unexplainedText } from '../versions.messages.ts'

export type VersionModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly number: number
  readonly why: string
  readonly when: string
  readonly by: string
  readonly sha256: string
  /** Whether what is kept still has this hash. */
  readonly holds: boolean
  readonly reportHref: string
  readonly recordHref: string
  readonly signOffs: readonly {
    readonly name: string
    readonly capacity: string
    readonly statement: string
    readonly when: string
  }[]
  /** Where the reason is given without which it cannot be signed off; undefined where none is missing. */
  readonly unexplained: string | undefined
  /** For those who have not signed it off, and can. */
  readonly sign:
    | {
        readonly action: string
        readonly typed: { readonly capacity: string; readonly statement: string }
        readonly csrf: string
      }
    | undefined
  readonly errors: readonly FieldText[]
}

/** A frozen version: what it is, and who has signed it off. */
export const versionPage = (model: VersionModel): Page => ({
  title: `Version ${model.number}`,
  hasErrors: model.errors.length > 0,
  breadcrumbs: [...model.breadcrumbs, { text: `Version ${model.number}` }],
  main: html`${problemSummary(model.errors)}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">Version ${model.number}</span>${model.why}</h1>
${factsOf(model)}
<p class="govuk-body"><a class="govuk-link" href="${model.reportHref}">The report of this version</a></p>
<h2 class="govuk-heading-m">Signed off</h2>
${model.signOffs.length === 0 ? html`<p class="govuk-body">Nobody has signed it off yet.</p>` : signOffsTable(model.signOffs)}
${model.unexplained !== undefined && insetText({ html: html`${unexplainedText}. <a class="govuk-link" href="${model.unexplained}">Give the reason</a>` })}
${model.sign !== undefined && signForm(model.sign, model.errors)}`,
})

const factsOf = ({ when, by, sha256, holds, recordHref }: VersionModel): SafeHtml =>
  html`${summaryList({
    rows: [
      { key: { text: 'Frozen' }, value: { text: `${when}, by ${by}` } },
      {
        key: { text: 'Checked' },
        value: {
          text: holds
            ? 'The version is as it was when it was frozen.'
            : 'The version was changed outside the service since it was frozen. Tell the people who run the service.',
        },
      },
    ],
  })}
${verifyThis('the record', sha256)}
<p class="govuk-body"><a class="govuk-link" href="${recordHref}">Download the record (JSON)</a></p>`

const signOffsTable = (signOffs: VersionModel['signOffs']): SafeHtml =>
  scrolling(
    'Signed off',
    table({
      firstCellIsHeader: true,
      head: ['Name', 'As', 'What they say to it', 'At'].map((text) => ({ text })),
      rows: signOffs.map(({ name, capacity, statement, when }) =>
        [name, capacity, statement, when].map((text) => ({ text })),
      ),
    }),
  )

const signForm = (
  { action, typed, csrf }: NonNullable<VersionModel['sign']>,
  errors: VersionModel['errors'],
): SafeHtml =>
  html`<h2 class="govuk-heading-m">Sign it off</h2>
<p class="govuk-body">You sign this version as it was frozen. Anything written later needs a new version. You cannot take a sign-off back.</p>
${form(
  { action, csrf },
  html`${input({
    id: 'capacity',
    name: 'capacity',
    label: { text: 'As what do you sign?', classes: 'govuk-label--s' },
    hint: { text: 'Such as “Section 151 officer” or “Monitoring officer”' },
    value: typed.capacity,
    errorMessage: errorAt(errors, 'capacity'),
  })}
${textarea({
  id: 'statement',
  name: 'statement',
  label: { text: 'What do you say to it? (optional)', classes: 'govuk-label--s' },
  rows: '4',
  value: typed.statement,
  errorMessage: errorAt(errors, 'statement'),
})}
${button({ text: 'Sign this version off', preventDoubleClick: true })}`,
)}`
