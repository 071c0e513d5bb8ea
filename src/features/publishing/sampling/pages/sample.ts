import type { Share } from '../../../../core/evidence/index.ts'
import { numberWords } from '../../../../core/forms/index.ts'
import type { RoundInFund } from '../../../../core/rounds/round.ts'
import { summaryList, table } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, scrolling, verifyThis } from '../../../../ui/patterns/index.ts'
import type { SheetRow } from '../sample-sheet.ts'
import type { Sample } from '../samples.store.ts'
import { findingWords, groupWords, populationWords, strataWords } from '../sampling.messages.ts'

export type SampleModel = {
  readonly round: RoundInFund
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[]
  readonly sample: Sample
  readonly drawnAt: string
  /** Empty where it is not shared. */
  readonly shares: readonly Share[]
  /** Whether drawing again from what was kept gives this sample. */
  readonly sameAgain: boolean
  readonly rows: readonly (SheetRow & { readonly href: string })[]
  readonly files: readonly { readonly href: string; readonly text: string }[]
}

/** A sample with its work sheet. */
export const samplePage = (model: SampleModel): Page => {
  const { round, breadcrumbs, sample, files } = model
  return {
    title: `Sample ${sample.number}`,
    wide: true,
    breadcrumbs: [...breadcrumbs, { text: `Sample ${sample.number}` }],
    main: html`${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${round.fund.name}: ${round.name}</span>Sample ${sample.number}: ${populationWords[sample.population].toLowerCase()}</h1>
${about(model)}
${sheet(model)}
<h2 class="govuk-heading-m">The work sheet to keep</h2>
<ul class="govuk-list govuk-list--bullet">${files.map(({ href, text }) => html`<li><a class="govuk-link" href="${href}" download>${text}</a></li>`)}</ul>`,
  }
}

function about({ sample, drawnAt, shares, sameAgain }: SampleModel): SafeHtml {
  const row = (key: string, value: string | SafeHtml) => ({
    key: { text: key },
    value: typeof value === 'string' ? { text: value } : { html: value },
  })
  return html`${summaryList({
    rows: [
      row('Drawn', `${numberWords(sample.size)} of ${numberWords(sample.members.length)}`),
      row('Shared', strataWords[sample.strata]),
      ...(shares.length === 0
        ? []
        : [
            row(
              'Groups',
              html`<ul class="govuk-list">${shares.map(({ stratum, drawn, members }) => html`<li>${groupWords(stratum)}: ${drawn} of ${members}</li>`)}</ul>`,
            ),
          ]),
      row('Seed', String(sample.seed)),
      row('By', `${sample.drawnBy}, ${drawnAt}`),
      row(
        'Drawn again',
        sameAgain
          ? 'From the list that was kept, with its seed: the same items in the same order'
          : 'From the list that was kept, with its seed: other items. The list or the sample is not as it was',
      ),
    ],
  })}
${verifyThis('the list that it was drawn from', sample.sha256)}`
}

const sheet = ({ sample, rows }: SampleModel): SafeHtml =>
  scrolling(
    'Work sheet',
    table({
      caption: 'Work sheet',
      captionClasses: 'govuk-table__caption--l',
      head: ['Item', 'Reference', 'What', ...(sample.strata === 'none' ? [] : ['Group']), 'Finding', 'Note'].map(
        (text) => ({ text }),
      ),
      rows: rows.map(({ place, href, item, stratum, found }) => [
        { html: html`<a class="govuk-link" href="${href}">${place}</a>` },
        { html: html`<span class="app-whole">${item.reference ?? 'The round'}</span>` },
        { text: item.label },
        ...(sample.strata === 'none' ? [] : [{ text: groupWords(stratum) }]),
        { text: found === undefined ? 'Not looked at yet' : findingWords[found.finding] },
        { text: found?.note ?? '' },
      ]),
    }),
  )
