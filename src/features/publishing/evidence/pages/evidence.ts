import { type PackNames, packNames } from '../../../../core/evidence/index.ts'
import type { RoundInFund } from '../../../../core/rounds/round.ts'
import { button, details, radios, table } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  breakablePath,
  hashInGroups,
  illustrativeLabel,
  problemSummary,
  scrolling,
} from '../../../../ui/patterns/index.ts'
import type { SampleStand } from '../../sampling/samples.store.ts'
import { populationWords } from '../../sampling/sampling.messages.ts'
import { namesWords } from '../pack.messages.ts'

export type EvidenceModel = {
  readonly round: RoundInFund
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[]
  readonly csrf: string
  readonly action: string
  readonly names: PackNames
  readonly problems: readonly { readonly text: string; readonly href: string }[]
  /** `sha256`: in the newest pack. */
  readonly files: readonly { readonly path: string; readonly title: string; readonly sha256: string | undefined }[]
  /** The newest first. */
  readonly packs: readonly {
    readonly at: string
    readonly by: string
    readonly names: string
    readonly sha256: string
  }[]
  readonly trailHref: string
  /** The newest first. */
  readonly samples: readonly (SampleStand & { readonly href: string; readonly at: string })[]
  /** Undefined for those who only read. */
  readonly newSampleHref: string | undefined
}

/** What somebody who audits a round finds of it. */
export const evidencePage = (model: EvidenceModel): Page => {
  const { round, breadcrumbs, problems, trailHref } = model
  return {
    title: 'Evidence',
    wide: true,
    hasErrors: problems.length > 0,
    breadcrumbs: [...breadcrumbs, { text: 'Evidence' }],
    main: html`${problemSummary(problems)}
${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${round.fund.name}: ${round.name}</span>Evidence</h1>
<p class="govuk-body">For auditors of this round: how it was run and decided, who did what, and who saw which scores.</p>
<p class="govuk-body"><a class="govuk-link" href="${trailHref}">The trail of the round</a>: everything that happened, in the order of time.</p>
${samplesOf(model)}
<h2 class="govuk-heading-l">Evidence pack</h2>
<p class="govuk-body">One archive with all of it. The same state of the round gives the same archive, to the byte. Whoever downloads it stands in the audit log with the hash of every file.</p>
${askFor(model)}
${contents(model)}
${hashesOf(model)}
${made(model)}
<h2 class="govuk-heading-l">How to check it</h2>
<p class="govuk-body">Anybody with the program can do this, without the service. The archive has a README that says more.</p>
<pre class="app-scroll" tabindex="0" role="region" aria-label="The commands"><code>sha256sum -c SHA256SUMS
npm run -s calc -- verify &lt; assessment.json
npm run -s calc -- verify &lt; decision/record.json
npm run -s calc -- verify &lt; audit-trail.json</code></pre>`,
  }
}

const samplesOf = ({ samples, newSampleHref }: EvidenceModel): SafeHtml => html`<h2 class="govuk-heading-l">Samples</h2>
${
  samples.length === 0
    ? html`<p class="govuk-body">No sample has been drawn of this round.</p>`
    : html`<ul class="govuk-list govuk-list--spaced">${samples.map(
        ({ href, number, population, size, checked, exceptions, drawnBy, at }) =>
          html`<li><a class="govuk-link" href="${href}">Sample ${number}: ${populationWords[population].toLowerCase()}</a><br>${size} drawn by ${drawnBy}, ${at}. ${checked} looked at, with ${exceptions === 1 ? '1 exception' : `${exceptions} exceptions`}.</li>`,
      )}</ul>`
}
${newSampleHref !== undefined && button({ text: 'Draw a sample', href: newSampleHref, classes: 'govuk-button--secondary' })}`

const askFor = ({ action, csrf, names }: EvidenceModel): SafeHtml =>
  form(
    { action, csrf },
    html`${radios({
      name: 'names',
      idPrefix: 'names',
      fieldset: { legend: { text: 'Names of people', classes: 'govuk-fieldset__legend--s' } },
      items: packNames.map((value) => ({ value, text: namesWords[value], checked: value === names })),
    })}${button({ text: 'Download the pack' })}`,
  )

const contents = ({ files, packs }: EvidenceModel): SafeHtml =>
  scrolling(
    'What is in the pack',
    table({
      caption: 'What is in the pack',
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: [{ text: 'File' }],
      rows: files.map(({ path, title, sha256 }) => [
        {
          html: html`<span translate="no">${breakablePath(path)}</span><br><span class="govuk-!-font-weight-regular">${title}${packs.length > 0 && sha256 === undefined && html`<br>Not there yet`}</span>`,
        },
      ]),
    }),
  )

/** What the files of the newest pack are checked against. */
const hashesOf = ({ files, packs }: EvidenceModel): SafeHtml | undefined =>
  packs.length === 0
    ? undefined
    : details({
        summaryText: 'Verify this',
        html: html`<p class="govuk-body">SHA-256 of each file of the newest pack:</p>
<ul class="govuk-list govuk-list--spaced">${files.flatMap(({ path, sha256 }) => (sha256 === undefined ? [] : [html`<li><span translate="no">${breakablePath(path)}</span><br>${hashInGroups(sha256)}</li>`]))}</ul>`,
      })

const made = ({ packs }: EvidenceModel): SafeHtml | undefined =>
  packs.length === 0
    ? undefined
    : details({
        summaryText: 'Who made packs, and when',
        html: html`<ul class="govuk-list govuk-list--spaced">${packs.map(
          ({ at, by, names, sha256 }) =>
            html`<li>${at}, ${by}. ${names}. SHA-256 of the archive:<br>${hashInGroups(sha256)}</li>`,
        )}</ul>`,
      })
