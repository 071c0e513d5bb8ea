import { shortPounds } from '../../../../core/text/short-pounds.ts'
import { table } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { scaleAround, scaleOver, scatterChart, scrolling } from '../../../../ui/patterns/index.ts'

export type TradeModel = {
  readonly finding: string
  readonly points: readonly {
    readonly letter: string
    readonly title: string
    readonly cost: number
    readonly value: number
    readonly costWords: string
    readonly valueWords: string
    readonly verdict: string
    readonly onFrontier: boolean
  }[]
}

/** Money beside what else matters: a picture, and the same as a table. */
export const tradeOf = ({ finding, points }: TradeModel): SafeHtml => html`
<h2 class="govuk-heading-m">Money beside what else matters</h2>
<p class="govuk-body">${finding} Cost and value are not added up to one score.</p>
${scatterChart({
  id: 'trade',
  title: 'Cost and value of each option',
  description: finding,
  scale: scaleOver(points.map(({ cost }) => cost)),
  tickText: shortPounds,
  upwards: scaleAround(
    points.map(({ value }) => value),
    0,
    100,
  ),
  axes: {
    across: 'present value of costs: further left costs less',
    upwards: 'value, from 0 to 100: higher is worth more',
  },
  points: points.map(({ letter, cost, value, onFrontier }) => ({ letter, x: cost, y: value, filled: onFrontier })),
  words: { filled: 'on the frontier', hollow: 'another option costs no more and is worth no less' },
})}
${scrolling(
  'Cost and value of each option',
  table({
    firstCellIsHeader: true,
    head: [
      { text: 'Option' },
      { text: 'Present value of costs', format: 'numeric' },
      { text: 'Value, from 0 to 100', format: 'numeric' },
      { text: 'What that means' },
    ],
    rows: points.map(({ letter, title, costWords, valueWords, verdict }) => [
      { text: `${letter}: ${title}` },
      { text: costWords, format: 'numeric' },
      { text: valueWords, format: 'numeric' },
      { text: verdict },
    ]),
  }),
)}`
