import { findings } from '../../../../core/evidence/index.ts'
import type { RoundInFund } from '../../../../core/rounds/round.ts'
import { button, radios, summaryList, textarea } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'
import type { SheetRow } from '../sample-sheet.ts'
import type { FoundItem } from '../samples.store.ts'
import { findingWords, groupWords } from '../sampling.messages.ts'

export type ItemModel = {
  readonly round: RoundInFund
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[]
  readonly place: number
  readonly of: number
  readonly row: SheetRow
  readonly trailHref: string
  /** The first first. */
  readonly found: readonly (FoundItem & { readonly at: string })[]
  /** Undefined for those who only read. */
  readonly form:
    | {
        readonly csrf: string
        readonly action: string
        readonly after: number
        readonly finding: string
        readonly note: string
      }
    | undefined
  readonly problems: readonly { readonly text: string; readonly field: 'finding' | 'note' }[]
}

/** One item of a sample: what it is, where its trail is, and what was found. */
export const itemPage = (model: ItemModel): Page => {
  const { round, breadcrumbs, place, of, row, trailHref, problems } = model
  const { item } = row
  const fact = (key: string, value: string) => ({ key: { text: key }, value: { text: value } })
  return {
    title: `Item ${place} of ${of}`,
    hasErrors: problems.length > 0,
    breadcrumbs: [...breadcrumbs, { text: `Item ${place}` }],
    main: html`${problemSummary(problems.map(({ text, field }) => ({ text, href: `#${field}` })))}
${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${round.fund.name}: ${round.name}</span>Item ${place} of ${of}</h1>
${summaryList({
  rows: [
    fact('What', item.label),
    fact('Application', item.reference ?? 'None: it is about the round'),
    ...(item.outcome === '' ? [] : [fact('Outcome', groupWords(item.outcome))]),
    ...(item.region === '' ? [] : [fact('Region', item.region)]),
  ],
})}
<p class="govuk-body"><a class="govuk-link" href="${trailHref}">${item.reference === null ? 'The trail of the round' : `The trail of ${item.reference}`}</a>: everything that happened, who did it, and its hashes.</p>
${soFar(model)}
${formOf(model)}`,
  }
}

const soFar = ({ found }: ItemModel): SafeHtml | undefined =>
  found.length === 0
    ? undefined
    : html`<h2 class="govuk-heading-m">What was found so far</h2>
<ul class="govuk-list govuk-list--spaced">${found.map(({ finding, note, at, foundBy }) => html`<li><strong>${findingWords[finding]}</strong>, ${foundBy}, ${at}${note !== '' && html`<br><span class="app-kept-lines">${note}</span>`}</li>`)}</ul>`

const formOf = ({ form: given, problems }: ItemModel): SafeHtml | undefined => {
  if (given === undefined) return undefined
  const errorOf = (field: 'finding' | 'note') => {
    const problem = problems.find((each) => each.field === field)
    return problem === undefined ? {} : { errorMessage: { text: problem.text } }
  }
  return form(
    { action: given.action, csrf: given.csrf },
    html`${hidden('after', given.after)}
${radios({
  name: 'finding',
  idPrefix: 'finding',
  fieldset: { legend: { text: 'What did you find?', classes: 'govuk-fieldset__legend--m' } },
  items: findings.map((value) => ({ value, text: findingWords[value], checked: value === given.finding })),
  ...errorOf('finding'),
})}
${textarea({ id: 'note', name: 'note', label: { text: 'Note' }, hint: { text: 'An exception has to be explained.' }, value: given.note, ...errorOf('note') })}
${button({ text: 'Save' })}`,
  )
}
