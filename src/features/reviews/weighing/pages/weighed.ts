import { insetText, table, tag } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, partLetter, problemSummary, scrolling, stackedBars } from '../../../../ui/patterns/index.ts'
import { type ChancesModel, chancesPart, type WorkOutChances } from './chances.ts'
import { type SensitivityModel, sensitivityPart } from './sensitivity.ts'

export type WeighedModel = {
  readonly finding: string
  /** How weights were given, where that is outside guidance. */
  readonly outsideGuidance: string | undefined
  readonly warnings: readonly string[]
  readonly switches: readonly string[]
  readonly criteria: readonly { readonly title: string; readonly weight: string }[]
  /** The best first. */
  readonly bars: readonly {
    readonly title: string
    readonly total: string
    readonly values: readonly number[]
    readonly parts: readonly string[]
  }[]
  readonly sensitivity: SensitivityModel
  readonly methodsHref: string
  readonly options: readonly string[]
  readonly groups: readonly {
    readonly name: string
    readonly people: string
    readonly totals: readonly string[]
    readonly first: string
  }[]
  readonly chances: ChancesModel | undefined
}

export type WeighedPageModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  /** Where the round stands. */
  readonly roundHref: string
  /** Undefined until scores are revealed. */
  readonly weighed: WeighedModel | undefined
  /** Undefined at a depth that does not look at how sure things are. */
  readonly workOut: WorkOutChances | undefined
}

/** What a round of weighing comes to. */
export const weighedPage = ({ illustrative, breadcrumbs, roundHref, weighed, workOut }: WeighedPageModel): Page => ({
  title: 'Results of the weighting and scoring',
  wide: true,
  hasErrors: (weighed?.sensitivity.tried.problems.length ?? 0) > 0,
  breadcrumbs: [...breadcrumbs, { text: 'Results of the weighting and scoring' }],
  main: html`${problemSummary(weighed?.sensitivity.tried.problems ?? [])}
${illustrativeLabel(illustrative)}
<h1 class="govuk-heading-l">Results of the weighting and scoring</h1>
${weighed === undefined ? insetText({ html: html`There is nothing to see yet: scores are not revealed. See how far <a class="govuk-link" href="${roundHref}">weights and scores</a> are.` }) : weighedParts(weighed, workOut)}`,
})

const weighedParts = (
  model: WeighedModel,
  workOut: WorkOutChances | undefined,
): SafeHtml => html`<p class="govuk-body-l">${model.finding}</p>
${model.outsideGuidance !== undefined && html`<p class="govuk-body">${tag({ text: 'Outside guidance', classes: 'govuk-tag--orange' })} ${model.outsideGuidance}</p>`}
${insetText({ text: 'It helps to choose a shortlist. The recommendation rests on net present social value, affordability and risk (Green Book 2026, paragraphs 5.14 and 6.4).' })}
${listOf('What to look at first', model.warnings)}
${listOf('Another option would be first if', model.switches)}
${whyPart(model)}
${sensitivityPart(model.sensitivity)}
<p class="govuk-body"><a class="govuk-link" href="${model.methodsHref}">What other methods would say</a></p>
${groupsPart(model)}
${workOut !== undefined && chancesPart(model.chances, workOut)}`

const listOf = (title: string, items: readonly string[]): SafeHtml | undefined =>
  items.length === 0
    ? undefined
    : html`<h2 class="govuk-heading-m">${title}</h2><ul class="govuk-list govuk-list--bullet">${items.map((item) => html`<li>${item}</li>`)}</ul>`

const whyPart = ({
  bars,
  criteria,
  finding,
}: WeighedModel): SafeHtml => html`<h2 class="govuk-heading-m">Why is it first?</h2>
${stackedBars({
  id: 'contributions',
  title: 'What each criterion adds to each option',
  description: finding,
  scale: { least: 0, most: 100, ticks: [0, 25, 50, 75, 100] },
  parts: criteria.map(({ title, weight }) => `${title} (${weight})`),
  bars: bars.map(({ title, total, values }) => ({ label: `${title}: ${total}`, values })),
})}
${scrolling(
  'What each criterion adds',
  table({
    caption: 'Weight times value, in points of 100',
    captionClasses: 'govuk-table__caption--s',
    firstCellIsHeader: true,
    head: [
      { text: 'Option' },
      ...criteria.map(({ title }, at) => ({ text: `${partLetter(at)}: ${title}`, format: 'numeric' as const })),
      { text: 'Total', format: 'numeric' },
    ],
    rows: bars.map(({ title, parts, total }) => [
      { text: title },
      ...parts.map((text) => ({ text, format: 'numeric' as const })),
      { html: html`<strong>${total}</strong>`, format: 'numeric' },
    ]),
  }),
)}`

const groupsPart = ({
  groups,
  options,
}: WeighedModel): SafeHtml => html`<h2 class="govuk-heading-m">How does it stand for each group?</h2>
<p class="govuk-body">By the weights of those who speak for it, and the scores of all.</p>
${scrolling(
  'Totals for each group',
  table({
    firstCellIsHeader: true,
    head: [{ text: 'Group' }, { text: 'First' }, ...options.map((text) => ({ text, format: 'numeric' as const }))],
    rows: groups.map(({ name, people, first, totals }) => [
      { html: html`${name}<br><span class="govuk-hint govuk-!-font-size-16">${people}</span>` },
      { text: first },
      ...totals.map((text) => ({ text, format: 'numeric' as const })),
    ]),
  }),
)}`
