import { button, input, select, table } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { errorAt, type FieldText, type LineMark, lineChart, scrolling } from '../../../../ui/patterns/index.ts'

export type SensitivityModel = {
  readonly intervals: readonly {
    readonly title: string
    readonly href: string
    readonly now: string
    readonly leads: string
    readonly otherwise: string
  }[]
  /** Totals over the weight of one criterion, all in points of 100. */
  readonly picture: {
    readonly title: string
    readonly finding: string
    readonly lines: readonly { readonly label: string; readonly from: number; readonly to: number }[]
    readonly marks: readonly LineMark[]
  }
  readonly criteria: readonly string[]
  /** Another weight of one criterion, and where every option stands then. */
  readonly tried: {
    readonly action: string
    readonly choices: readonly { readonly value: string; readonly text: string }[]
    readonly criterion: string
    /** In percent, as it was typed. */
    readonly weight: string
    readonly problems: readonly FieldText[]
    /** For the script that works the same out while the slider moves: see `weight-if.ts`. */
    readonly lines: object
    readonly rows: readonly {
      readonly title: string
      readonly now: string
      readonly total: string
      readonly place: number
    }[]
  }
  /** `at`: undefined where no score is enough. */
  readonly scores: readonly {
    readonly title: string
    readonly leads: boolean
    readonly cells: readonly { readonly now: string; readonly at: string | undefined }[]
  }[]
}

const hundred = { least: 0, most: 100, ticks: [0, 25, 50, 75, 100] }

/** How far weights and scores can change before another option is first. */
export const sensitivityPart = ({ intervals, picture, criteria, scores, tried }: SensitivityModel): SafeHtml =>
  html`<h2 class="govuk-heading-m" id="sensitivity">Which weight changes what is first?</h2>
<p class="govuk-body">${picture.finding}</p>
${lineChart({
  id: 'weight-lines',
  title: `Totals over the weight of ${picture.title}`,
  description: picture.finding,
  scale: { ...hundred, ticks: [0, 50, 100] },
  tickText: (value) => `${value}%`,
  axes: { across: `weight of “${picture.title}”`, upwards: 'total, in points of 100' },
  upwards: hundred,
  lines: picture.lines.map(({ label, from, to }) => ({
    label,
    points: [
      { x: 0, y: from },
      { x: 100, y: to },
    ],
  })),
  marks: picture.marks,
})}
${picture.lines.length < scores.length && html`<p class="govuk-hint">The picture has the ${picture.lines.length} options that come highest. The tables have all ${scores.length}.</p>`}
${scrolling(
  'The weights between which the first option stays first',
  table({
    caption: 'The weights between which the first option stays first',
    captionClasses: 'govuk-table__caption--s',
    firstCellIsHeader: true,
    head: [
      { text: 'Criterion' },
      { text: 'Weight now', format: 'numeric' },
      { text: 'Stays first between' },
      { text: 'Otherwise first' },
    ],
    rows: intervals.map(({ title, href, now, leads, otherwise }) => [
      { html: html`<a class="govuk-link" href="${href}">${title}</a>` },
      { text: now, format: 'numeric' },
      { text: leads },
      { text: otherwise },
    ]),
  }),
)}
<p class="govuk-hint">The other weights keep their proportions. Choose a criterion to see its picture.</p>
${triedPart(tried)}
<h2 class="govuk-heading-m">Which score changes what is first?</h2>
<p class="govuk-body">How far one score would have to move before another option is as good as the first, with all else unchanged: for the first option to fall, for any other to rise. Scores are in points of 100; those of a measurement are the points that it is worth. A dash means that not even 0 or 100 would do it.</p>
${scrolling(
  'Scores at which the lead changes',
  table({
    firstCellIsHeader: true,
    head: [{ text: 'Option' }, ...criteria.map((text) => ({ text, format: 'numeric' as const }))],
    rows: scores.map(({ title, leads, cells }) => [
      { text: leads ? `${title} (first)` : title },
      ...cells.map(({ now, at }) => ({
        html: html`${now}<br><span class="govuk-hint govuk-!-font-size-16">${at === undefined ? noScore : `to ${at}`}</span>`,
        format: 'numeric' as const,
      })),
    ]),
  }),
)}`

const noScore = html`<span aria-hidden="true">–</span><span class="govuk-visually-hidden">no score would do it</span>`

const triedPart = ({
  action,
  choices,
  criterion,
  weight,
  problems,
  lines,
  rows,
}: SensitivityModel['tried']): SafeHtml =>
  html`<h3 class="govuk-heading-s" id="tried">Try another weight</h3>
<p class="govuk-body">What you try here is not kept.</p>
<form method="get" action="${action}#tried" data-weight-if="${JSON.stringify(lines)}">
${select({ id: 'tried-criterion', name: 'criterion', label: { text: 'Criterion' }, value: criterion, items: choices.map((choice) => choice) })}
${input({
  id: 'tried-weight',
  name: 'weight',
  label: { text: 'Its weight in percent' },
  hint: { text: 'From 0 to 100' },
  classes: 'govuk-input--width-4',
  inputmode: 'decimal',
  value: weight,
  errorMessage: errorAt(problems, 'tried-weight'),
  suffix: { text: '%' },
})}
${button({ text: 'Show', classes: 'govuk-button--secondary' })}
</form>
${scrolling(
  'Where every option stands with that weight',
  table({
    firstCellIsHeader: true,
    head: [
      { text: 'Option' },
      { text: 'Total now', format: 'numeric' },
      { text: 'With that weight', format: 'numeric' },
      { text: 'Place', format: 'numeric' },
    ],
    rows: rows.map(({ title, now, total, place }, at) => [
      { text: title },
      { text: now, format: 'numeric' },
      { text: total, format: 'numeric', attributes: { 'data-weight-if': 'total', 'data-option': String(at) } },
      { text: String(place), format: 'numeric', attributes: { 'data-weight-if': 'place', 'data-option': String(at) } },
    ]),
  }),
)}`
