import { insetText, table, tag } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, scrolling } from '../../../../ui/patterns/index.ts'

type Tag = { readonly text: string; readonly classes: string }

export type ChoiceModel = {
  readonly href: string
  readonly title: string
  readonly rating: Tag
  readonly isRated: boolean
  readonly fails: readonly string[]
  readonly reason: string
}

export type CategoryModel = {
  readonly id: string
  readonly name: string
  readonly asks: string
  readonly choices: readonly ChoiceModel[]
}

export type FilterModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  /** What is in the way, each with where it is dealt with; no address for those who only read. */
  readonly problems: readonly { readonly text: string; readonly href: string | undefined }[]
  readonly categories: readonly CategoryModel[]
  /** The titles of choices by category and what became of them. */
  readonly matrix: {
    readonly ratings: readonly Tag[]
    readonly rows: readonly { readonly name: string; readonly cells: readonly (readonly string[])[] }[]
  }
  readonly shortlist: readonly { readonly title: string; readonly model: string; readonly role: string }[]
  readonly warnings: readonly string[]
  readonly writes: boolean
  readonly optionsHref: string
  readonly choicesHref: string
}

/** How the longlist becomes the shortlist. */
export const filterPage = (model: FilterModel): Page => ({
  title: 'From longlist to shortlist',
  wide: true,
  breadcrumbs: [...model.breadcrumbs, { text: 'From longlist to shortlist' }],
  main: html`${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l">From longlist to shortlist</h1>
<p class="govuk-body">Category by category, each choice is dropped, carried forward or preferred, for a reason. Nothing that fails a critical success factor goes on, but for business as usual (Green Book 2026, paragraphs 5.9 and 5.22 to 5.27).</p>
${model.writes && html`<p class="govuk-body">What is chosen between: <a class="govuk-link" href="${model.optionsHref}">options of delivery</a> and <a class="govuk-link" href="${model.choicesHref}">choices of scope, solution, implementation and funding</a>.</p>`}
${problemsOf(model.problems)}
<h2 class="govuk-heading-m">All choices at a glance</h2>
${matrixOf(model.matrix)}
<h2 class="govuk-heading-m" id="shortlist">The shortlist</h2>
${shortlistOf(model)}
${model.categories.map((category) => reasonsOf(category, model.writes))}`,
})

const problemsOf = (problems: FilterModel['problems']): SafeHtml =>
  problems.length === 0
    ? insetText({
        text: 'The filter is whole: every choice is rated for a reason, and one of each category is preferred.',
      })
    : insetText({
        html: html`<p class="govuk-body"><strong>Before the shortlist stands</strong></p>
<ul class="govuk-list govuk-list--bullet">${problems.map(
          ({ text, href }) =>
            html`<li>${href === undefined ? text : html`<a class="govuk-link" href="${href}">${text}</a>`}</li>`,
        )}</ul>`,
      })

/** Categories downwards, and what became of their choices across: in words, and so in black and white too. */
const matrixOf = ({ ratings, rows }: FilterModel['matrix']): SafeHtml =>
  scrolling(
    'All choices at a glance',
    table({
      firstCellIsHeader: true,
      head: [{ text: 'Category' }, ...ratings.map((rating) => ({ html: tag(rating) }))],
      rows: rows.map(({ name, cells }) => [{ text: name }, ...cells.map((titles) => ({ html: listOf(titles) }))]),
    }),
  )

const listOf = (titles: readonly string[]): SafeHtml =>
  titles.length === 0
    ? html`–`
    : html`<ul class="govuk-list govuk-!-margin-bottom-0">${titles.map((title) => html`<li>${title}</li>`)}</ul>`

const shortlistOf = ({ shortlist, warnings }: FilterModel): SafeHtml => html`${scrolling(
  'The shortlist',
  table({
    firstCellIsHeader: true,
    head: [{ text: 'Option' }, { text: 'Way of delivery' }, { text: 'What it is on the shortlist' }],
    rows: shortlist.map(({ title, model, role }) => [{ text: title }, { text: model }, { text: role }]),
  }),
)}
${
  warnings.length > 0 &&
  html`<p class="govuk-body">The Green Book has about five: business as usual, do minimum, the preferred way forward, one more and one less ambitious (paragraphs 5.17 and 5.18). Here:</p>
<ul class="govuk-list govuk-list--bullet">${warnings.map((text) => html`<li>${text}</li>`)}</ul>`
}`

const reasonsOf = (
  { id, name, asks, choices }: CategoryModel,
  writes: boolean,
): SafeHtml => html`<h2 class="govuk-heading-m" id="${id}">${name}</h2>
<p class="govuk-body">${asks}.</p>
${scrolling(
  `Reasons: ${name}`,
  table({
    firstCellIsHeader: true,
    head: [{ text: 'Choice' }, { text: 'Rating' }, { text: 'Fails' }, { text: 'Reason' }],
    rows: choices.map(({ href, title, rating, isRated, fails, reason }) => [
      { html: writes ? html`<a class="govuk-link" href="${href}">${title}</a>` : html`${title}` },
      { html: tag(rating) },
      { text: fails.length > 0 ? fails.join(', ') : isRated ? 'None' : '–' },
      { text: reason },
    ]),
  }),
)}`
