import { button, insetText } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel } from '../../../../ui/patterns/index.ts'

export type ExportModel = {
  readonly caption: string
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[]
  /** Undefined before scoring has closed. */
  readonly files: { readonly internal: string; readonly published: string } | undefined
  /** Undefined for those who only read. */
  readonly commit: { readonly action: string; readonly csrf: string } | undefined
}

/** Downloading the assessment of a round, and how anybody can replay it. */
export const exportPage = ({ caption, illustrative, breadcrumbs, files, commit }: ExportModel): Page => ({
  title: 'Export and replay',
  breadcrumbs: [...breadcrumbs, { text: 'Export' }],
  main: html`${illustrativeLabel(illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${caption}</span>Export and replay</h1>
<p class="govuk-body">One file holds the assessment from the sealed rules to the shortlist: the sift, conflicts, every assignment and statistic with its case and hashes, every review with every version of its scores, moderation, looks at blind scores, and the events of the audit log with their hashes.</p>
${
  files === undefined
    ? insetText({ text: 'There is nothing to export before scoring has closed: scores are blind until then.' })
    : filesPart(files, commit)
}
<h2 class="govuk-heading-m">How to replay it</h2>
<p class="govuk-body">Anybody with the program can do this, without the service:</p>
<pre class="app-scroll" tabindex="0" role="region" aria-label="The command"><code>npm run -s calc -- verify &lt; export.json</code></pre>
<p class="govuk-body">It takes every hash again, solves assignments and statistics again from their stored cases and compares them number by number, works the proposed shortlist out again, and counts and lists what is withheld. A single changed letter is found, and the event or the place that it is in is named.</p>`,
})

const filesPart = (
  files: NonNullable<ExportModel['files']>,
  commit: ExportModel['commit'],
): SafeHtml => html`<h2 class="govuk-heading-m">For auditors</h2>
<p class="govuk-body"><a class="govuk-link" href="${files.internal}" download>Everything, as a file for programs (JSON)</a>, with names, and with the salt once something was published. Whoever has it can show what each withheld value was.</p>
<h2 class="govuk-heading-m">For publication</h2>
<p class="govuk-body"><a class="govuk-link" href="${files.published}" download>Without names, as a file for programs (JSON)</a>: applicants, assessors and officials stand under pseudonyms, names in texts are replaced, and conflicts, practice and what events say of people are left out. Each value that is left out has a salted hash. Read the comments before you publish it: whatever else tells who somebody is stays as it was written. Regions and types of authority stay, because the order of ties follows from them: in a small round they can tell who applied.</p>
${
  commit !== undefined &&
  html`<p class="govuk-body">First bind it into the audit log, and again when something has changed: from then on nobody can put anything else in the place of what is withheld.</p>
${form({ action: commit.action, csrf: commit.csrf }, button({ text: 'Bind what is published', preventDoubleClick: true }))}`
}`
