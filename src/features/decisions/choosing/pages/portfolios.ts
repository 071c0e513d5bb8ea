import { button, insetText, select } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  type FieldText,
  illustrativeLabel,
  problemSummary,
  scrolling,
  stackingTable,
} from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import { decisionsCrumbs } from '../../list-crumbs.ts'
import { portfoliosPath } from '../choosing.paths.ts'

export type PortfoliosModel = {
  readonly round: RoundInFund
  /** Why nothing can be chosen yet; '' when something can. */
  readonly waits: string
  readonly runs: readonly {
    readonly href: string
    readonly title: string
    readonly state: string
    readonly when: string
    readonly who: string
    readonly worth: string
  }[]
  readonly questions: readonly { readonly id: string; readonly label: string }[]
  /** As the sealed rules say it: '' for none. Undefined where they do not. */
  readonly sumAsked: string | undefined
  readonly capWords: string
  readonly mayRun: boolean
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** The portfolios of a round, and the form that asks for what the sealed rules propose now. */
export const portfoliosPage = (model: PortfoliosModel): Page => ({
  title: 'Portfolios',
  hasErrors: model.errors.length > 0,
  breadcrumbs: [...decisionsCrumbs(model.round), { text: 'Portfolios' }],
  main: html`${problemSummary(model.errors)}
${illustrativeLabel(model.round.illustrative)}
<h1 class="govuk-heading-xl" id="portfolio"><span class="govuk-caption-xl">${model.round.name}</span>Portfolios</h1>
<p class="govuk-body">The awards that are together worth the most under the sealed rules, chosen exactly. The panel starts from them, may try others, and decides.</p>
${model.waits !== '' && insetText({ text: model.waits })}
${
  model.runs.length > 0 &&
  scrolling(
    'Portfolios',
    stackingTable({
      head: ['Portfolio', 'Worth', 'Standing', 'Asked for'].map((text) => ({ text })),
      rows: model.runs.map(({ href, title, state, when, who, worth }) => [
        { html: html`<a class="govuk-link" href="${href}">${title}</a>` },
        { text: worth },
        { text: state },
        { html: html`${when}<br>${who}` },
      ]),
    }),
  )
}
${
  model.mayRun &&
  form(
    { action: portfoliosPath(model.round.fund.slug, model.round.slug), csrf: model.csrf },
    html`${sumPart(model)}
${button({ text: 'Work out what the rules propose', preventDoubleClick: true })}`,
  )
}`,
})

function sumPart({ sumAsked, questions, capWords }: PortfoliosModel): SafeHtml {
  if (sumAsked === undefined)
    return select({
      id: 'question',
      name: 'question',
      label: { text: 'Which answer is the sum asked for?', classes: 'govuk-label--s' },
      hint: { text: capWords },
      items: [
        { value: '', text: 'None: each award counts as the cap' },
        ...questions.map(({ id, label }) => ({ value: id, text: label })),
      ],
    })
  const label = questions.find(({ id }) => id === sumAsked)?.label ?? sumAsked
  const said = sumAsked === '' ? 'each award counts as the cap' : `the sum asked for is the answer to “${label}”`
  return insetText({ text: `By the sealed rules ${said}. ${sumAsked === '' ? '' : capWords}` })
}
