import type { Coefficient } from '../../../../core/understanding/index.ts'
import { details, table } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { pager, scrolling } from '../../../../ui/patterns/index.ts'
import type { Understood } from '../read-understanding.ts'
import { coefficient, intervalWords, percent, signed, verdictWords } from '../understanding.messages.ts'
import type { UnderstandingPart } from './understanding-part.ts'

/** How assessors agree, in words first, and how each of them scores. */
export function agreementPart({ understood, paged }: UnderstandingPart): SafeHtml {
  const { agreement } = understood.result
  return html`<h2 class="govuk-heading-l" id="agreement">How assessors agree</h2>
<p class="govuk-body">${verdictWords(understood.result, understood.input.reviews)}</p>
${
  agreement.variances !== null &&
  html`<p class="govuk-body">${sharesOf(agreement.variances)}${
    agreement.meanConsistency !== null &&
    ` The mean of ${agreement.reviewsEach.toFixed(1).replace(/\.0$/, '')} reviews has a reliability of ${coefficient(agreement.meanConsistency)}, of 1.`
  }</p>`
}
${details({ summaryText: 'The numbers behind this', html: numbers(understood) })}
${understood.result.calibration !== null && assessors(understood, paged)}`
}

function sharesOf({ quality, leniency, noise }: { quality: number; leniency: number; noise: number }): string {
  const all = quality + leniency + noise
  if (all === 0) return ''
  return `Of what makes scores differ, ${percent(quality / all)} is the applications themselves, ${percent(leniency / all)} is how strict an assessor is, and ${percent(noise / all)} is neither.`
}

function numbers({ result, input, criteria }: Understood): SafeHtml {
  const { agreement } = result
  const alpha = (value: Coefficient): readonly [string, string] => [
    coefficient(value?.value),
    value?.interval95 == null ? '' : `${coefficient(value.interval95[0])} to ${coefficient(value.interval95[1])}`,
  ]
  const share = (value: typeof agreement.agreement): readonly [string, string] => [
    coefficient(value?.value),
    value === null ? '' : `${coefficient(value.interval90[0])} to ${coefficient(value.interval90[1])}`,
  ]
  const rows: readonly (readonly [string, string, string])[] = [
    ['Krippendorff’s alpha, interval', ...alpha(agreement.interval)],
    ['Krippendorff’s alpha, ordinal', ...alpha(agreement.ordinal)],
    ['Intraclass correlation, agreement, of one review', ...share(agreement.agreement)],
    ['Intraclass correlation, consistency, of one review', ...share(agreement.consistency)],
    ['The same of the mean: agreement', coefficient(agreement.meanAgreement), ''],
    ['The same of the mean: consistency', coefficient(agreement.meanConsistency), ''],
    ...(agreement.kendall === null ? [] : [['Kendall’s W', coefficient(agreement.kendall.w), ''] as const]),
    ...agreement.criteria.map(
      ({ id, ordinal }) => [`Alpha, ordinal, of ${criteria.get(id) ?? id}`, coefficient(ordinal), ''] as const,
    ),
  ]
  return html`<p class="govuk-body">1 is whole agreement and 0 none. Intervals: for alpha the middle 95% of ${input.bootstraps} rounds drawn again from these applications; for correlations 90%.</p>
${scrolling('Agreement', table({ caption: 'Agreement', captionClasses: 'govuk-visually-hidden', firstCellIsHeader: true, head: [{ text: 'Measure' }, { text: 'Value', format: 'numeric' }, { text: 'Interval', format: 'numeric' }], rows: rows.map(([name, value, interval]) => [{ text: name }, { text: value, format: 'numeric' }, { text: interval, format: 'numeric' }]) }))}`
}

function assessors({ result, people }: Understood, paged: UnderstandingPart['paged']): SafeHtml {
  const rows = (result.calibration?.assessors ?? []).toSorted((one, other) => one.leniency - other.leniency)
  const pages = paged('assessors', rows.length)
  return html`<h3 class="govuk-heading-m" id="strictness">How strict each assessor is</h3>
<p class="govuk-body">Against their peers, of 100, strictest first. Below 0: they give less than others would.</p>
${scrolling('Assessors', table({ caption: 'How strict each assessor is', captionClasses: 'govuk-visually-hidden', firstCellIsHeader: true, head: [{ text: 'Assessor' }, { text: 'Against peers', format: 'numeric' }, { text: '90% interval', format: 'numeric' }, { text: 'Reviews', format: 'numeric' }], rows: rows.slice(pages.from, pages.to).map(({ id, leniency, interval90, reviews }) => [{ text: people.get(id) ?? 'Somebody' }, { text: signed(leniency), format: 'numeric' }, { text: intervalWords(interval90).replaceAll('-', '−'), format: 'numeric' }, { text: String(reviews), format: 'numeric' }]) }))}${pager(pages, 'how strict each assessor is')}`
}
