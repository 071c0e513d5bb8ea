import { insetText } from '../../../../ui/components/index.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel } from '../../../../ui/patterns/index.ts'

export type ExportModel = {
  readonly caption: string
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[]
  /** Undefined before scoring has closed. */
  readonly files: { readonly internal: string; readonly published: string } | undefined
}

/** Downloading the assessment of a round, and how anybody can replay it. */
export const exportPage = ({ caption, illustrative, breadcrumbs, files }: ExportModel): Page => ({
  title: 'Export and replay',
  breadcrumbs: [...breadcrumbs, { text: 'Export' }],
  main: html`${illustrativeLabel(illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${caption}</span>Export and replay</h1>
<p class="govuk-body">One file holds the assessment from the sealed rules to the shortlist: the sift, conflicts, every assignment and statistic with its case and hashes, every review with every version of its scores, moderation, looks at blind scores, and the events of the audit log with their hashes.</p>
${
  files === undefined
    ? insetText({ text: 'There is nothing to export before scoring has closed: scores are blind until then.' })
    : html`<ul class="govuk-list govuk-list--bullet">
<li><a class="govuk-link" href="${files.internal}" download>For auditors (JSON)</a>, with the names of assessors</li>
<li><a class="govuk-link" href="${files.published}" download>For publication (JSON)</a>, with the names of assessors replaced, and without what events say of people. Read the comments before you publish it: they are as they were written</li>
</ul>`
}
<h2 class="govuk-heading-m">How to replay it</h2>
<p class="govuk-body">Anybody with the program can do this, without the service:</p>
<pre class="app-scroll" tabindex="0" role="region" aria-label="The command"><code>npm run -s calc -- verify &lt; export.json</code></pre>
<p class="govuk-body">It takes every hash again, solves assignments and statistics again from their stored cases, works the proposed shortlist out again, and says of each whether it is the same. A single changed letter is found, and the event or the part that it is in is named.</p>`,
})
