import { table } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { histogram, statisticsRow } from '../../../../ui/patterns/index.ts'
import {
  bandsNote,
  countsInWords,
  isOwnBand,
  scoreBandWords,
  spreadSentences,
  tooFew,
  totalTitle,
  writtenTitle,
} from '../distribution.messages.ts'
import type { Distribution, Spread } from '../read-distribution.ts'

/** How all applications did, for the people of one of them: counts, and pictures with tables that say the same. */
export const distributionPart = (distribution: Distribution): SafeHtml =>
  html`<h2 class="govuk-heading-m">How all applications did</h2>
${statisticsRow(countsInWords(distribution))}
${spreadOf('written', writtenTitle, distribution.written)}
${distribution.total !== undefined && spreadOf('total', totalTitle, distribution.total)}`

const ticks = [0, 20, 40, 60, 80, 100]

const spreadOf = (id: string, title: string, spread: Spread): SafeHtml =>
  html`<h3 class="govuk-heading-s">${title}</h3>
<p class="govuk-body">${spreadSentences(spread).join(' ')}</p>
${spread.bands.length === 0 ? html`<p class="govuk-body">${tooFew}</p>` : html`${picture(id, title, spread)}${listed(title, spread)}<p class="govuk-body-s">${bandsNote}</p>`}`

const picture = (id: string, title: string, { bands, ownPercent, leastPercent }: Spread): SafeHtml =>
  histogram({
    id,
    title,
    description: bands.map((band) => `${scoreBandWords(band)}: ${band.count}`).join('. '),
    scale: { least: 0, most: 100, ticks },
    bars: bands,
    own: ownPercent,
    threshold: leastPercent,
    words: { bar: 'Applications, by area', own: 'Yours', threshold: `Needed: ${leastPercent}%` },
  })

const listed = (title: string, { bands, ownPercent }: Spread): SafeHtml =>
  table({
    caption: title,
    captionClasses: 'govuk-visually-hidden',
    head: [{ text: 'Score' }, { text: 'Applications', format: 'numeric' }],
    rows: bands.map((band) => [
      isOwnBand(band, ownPercent)
        ? { html: html`${scoreBandWords(band)} <strong>(yours)</strong>` }
        : { text: scoreBandWords(band) },
      { text: String(band.count), format: 'numeric' },
    ]),
  })
