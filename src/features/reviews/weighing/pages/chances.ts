import { button, insetText, table } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { heatMap, scrolling } from '../../../../ui/patterns/index.ts'
import { type RunMadeModel, runMade } from '../../runs/pages/run-made.ts'

export type ChancesModel = {
  readonly finding: string
  readonly made: RunMadeModel
  /** What may be taken as known of the weights; without an address where it is. */
  readonly choices: readonly { readonly text: string; readonly href: string | undefined }[]
  readonly criteria: readonly string[]
  /** The share of draws in which each option has each rank. */
  readonly rows: readonly { readonly title: string; readonly shares: readonly number[] }[]
  /** `weights`: undefined for an option that is never first. */
  readonly central: readonly {
    readonly title: string
    readonly weights: readonly string[] | undefined
    readonly confidence: string
  }[]
}

export type WorkOutChances = { readonly action: string; readonly csrf: string; readonly writes: boolean }

/** How often each option has each rank, as it was worked out last, and working it out anew. */
export const chancesPart = (chances: ChancesModel | undefined, { action, csrf, writes }: WorkOutChances): SafeHtml =>
  html`<h2 class="govuk-heading-m" id="chances">How sure are the ranks?</h2>
${chances === undefined ? html`<p class="govuk-body">How often each option has each rank is not worked out yet.</p>` : chancesOf(chances, csrf)}
${
  writes &&
  form(
    { action, csrf },
    button({
      text: chances === undefined ? 'Work out the ranks' : 'Work out the ranks again',
      classes: 'govuk-button--secondary',
      preventDoubleClick: true,
    }),
  )
}`

/** What happens, however seldom, is not said to be nothing. */
const percent = (share: number): string => (share > 0 && share < 0.0005 ? 'under 0.1%' : `${(share * 100).toFixed(1)}%`)

const chancesOf = (chances: ChancesModel, csrf: string): SafeHtml => html`
${chances.made.stale && insetText({ text: 'Weights, scores or options have changed since this was worked out. Work it out again before you rest anything on it.' })}
<p class="govuk-body">${chances.finding} Scores lie between the lowest and the highest that people gave.</p>
<ul class="govuk-list">${chances.choices.map(({ text, href }) => html`<li>${href === undefined ? html`<strong>${text}</strong>` : html`<a class="govuk-link" href="${href}">${text}</a>`}</li>`)}</ul>
${heatMap({
  id: 'ranks',
  title: 'How often each option has each rank',
  description: chances.finding,
  columns: chances.rows.map((_, at) => `${at + 1}`),
  rows: chances.rows.map(({ title, shares }) => ({ label: title, shares })),
})}
${ranksTable(chances)}
${centralTable(chances)}
${runMade(chances.made, 'run', csrf, replay)}`

const replay = html`<p class="govuk-body">Each of its three inputs is a case of the calculator <code>smaa</code>. Without the service: <code>npm run -s calc -- smaa</code> with one of them as its input gives its result.</p>`

const ranksTable = ({ rows }: ChancesModel): SafeHtml =>
  scrolling(
    'How often each option has each rank',
    table({
      caption: 'How often each option has each rank',
      captionClasses: 'govuk-table__caption--s',
      firstCellIsHeader: true,
      head: [{ text: 'Option' }, ...rows.map((_, at) => ({ text: `Rank ${at + 1}`, format: 'numeric' as const }))],
      rows: rows.map(({ title, shares }) => [
        { text: title },
        ...shares.map((share) => ({ text: percent(share), format: 'numeric' as const })),
      ]),
    }),
  )

const centralTable = ({ criteria, central }: ChancesModel): SafeHtml =>
  scrolling(
    'The weights that put each option first',
    table({
      caption: 'The weights that put each option first, on average',
      captionClasses: 'govuk-table__caption--s',
      firstCellIsHeader: true,
      head: [
        { text: 'Option' },
        ...criteria.map((text) => ({ text, format: 'numeric' as const })),
        { text: 'First at these weights', format: 'numeric' },
      ],
      rows: central.map(({ title, weights, confidence }) =>
        weights === undefined
          ? [{ text: title }, { text: 'None: it is never first', colspan: criteria.length + 1 }]
          : [
              { text: title },
              ...weights.map((text) => ({ text, format: 'numeric' as const })),
              { text: confidence, format: 'numeric' as const },
            ],
      ),
    }),
  )
