import { insetText, table } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, scrolling } from '../../../../ui/patterns/index.ts'

type Placed = { readonly place: number; readonly score: string }

export type MethodsModel = {
  readonly finding: string
  readonly methods: readonly {
    readonly name: string
    readonly scaling: string
    readonly rule: string
    readonly first: string
    /** Why it has another option first; '' where it has not. */
    readonly why: string
  }[]
  readonly options: readonly {
    readonly title: string
    readonly sum: Placed
    /** In the order of the methods. */
    readonly others: readonly Placed[]
  }[]
}

export type MethodsPageModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  /** Undefined until scores are revealed. */
  readonly methods: MethodsModel | undefined
}

/** What other methods make of the same weights and scores. */
export const methodsPage = ({ illustrative, breadcrumbs, methods }: MethodsPageModel): Page => ({
  title: 'What other methods would say',
  wide: true,
  breadcrumbs: [...breadcrumbs, { text: 'Other methods' }],
  main: html`${illustrativeLabel(illustrative)}
<h1 class="govuk-heading-l">What other methods would say</h1>
${methods === undefined ? insetText({ text: 'There is nothing to see yet: scores are not revealed.' }) : methodsParts(methods)}`,
})

const methodsParts = (model: MethodsModel): SafeHtml => html`<p class="govuk-body-l">${model.finding}</p>
${insetText({ text: 'This is a check and not a result. The methods answer different questions, and some change their answer with how criteria are scaled or with an option that is not first itself. The recommendation does not rest on any of them.' })}
${placesPart(model)}
${rulesPart(model)}`

const placesPart = ({ methods, options }: MethodsModel): SafeHtml => html`${scrolling(
  'The place of each option by each method',
  table({
    caption: 'The place of each option by each method',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: [
      { text: 'Option' },
      ...['Weighted sum', ...methods.map(({ name }) => name)].map((text) => ({ text, format: 'numeric' as const })),
    ],
    rows: options.map(({ title, sum, others }) => [
      { text: title },
      ...[sum, ...others].map(({ place, score }) => ({
        html: html`<strong>${place}</strong><br><span class="govuk-hint govuk-!-font-size-16">${score}</span>`,
        format: 'numeric' as const,
      })),
    ]),
  }),
)}
<p class="govuk-hint">Below each place is what the method comes to. The weighted sum is in points of 100. The others each have a scale of their own, the more the better, so compare places across a row and not scores.</p>`

const rulesPart = ({ methods }: MethodsModel): SafeHtml =>
  scrolling(
    'How each method comes to its order',
    table({
      caption: 'How each method comes to its order',
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: [
        { text: 'Method' },
        { text: 'How it scales' },
        { text: 'What it asks' },
        { text: 'First' },
        { text: 'Why it differs from the weighted sum' },
      ],
      rows: methods.map(({ name, scaling, rule, first, why }) => [
        { text: name },
        { text: sentence(scaling) },
        { text: sentence(rule) },
        { text: first },
        { text: why === '' ? 'It does not' : sentence(why) },
      ]),
    }),
  )

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
