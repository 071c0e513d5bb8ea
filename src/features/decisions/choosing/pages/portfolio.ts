import { button, details, input, insetText, radios, select, tag, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  type FieldText,
  illustrativeLabel,
  problemSummary,
  scrolling,
  stackingTable,
  statisticsRow,
  underWay,
  verifyRun,
  wholeWords,
} from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import { decisionsCrumbs } from '../../list-crumbs.ts'
import { portfolioPath, portfoliosPath } from '../choosing.paths.ts'

export type PortfolioRow = {
  readonly name: string
  readonly reference: string
  readonly score: string
  readonly pounds: string
  readonly about: string
  readonly chosen: boolean
  readonly forced: string
  readonly inclusion: string
}

export type PortfolioModel = {
  readonly round: RoundInFund
  readonly number: number
  /** '' for what the sealed rules propose. */
  readonly name: string
  readonly reason: string
  readonly stateWords: string
  readonly progress: { readonly percent: number; readonly doing: string } | undefined
  readonly verdict: string
  /** What it is: what the rules propose, or what they allow with applications moved and how far that is from it. */
  readonly standing: string
  readonly counts: readonly { readonly value: string; readonly label: string }[]
  readonly empty: string
  /** How far scores may be off, in words; '' where none were drawn. */
  readonly draws: string
  readonly rows: readonly PortfolioRow[]
  readonly rules: readonly { readonly rule: string; readonly price: string }[]
  readonly alternatives: readonly {
    readonly loss: string
    readonly comesIn: string
    readonly goesOut: string
    readonly near: boolean
  }[]
  readonly swaps: readonly {
    readonly name: string
    readonly chosen: boolean
    readonly loss: string
    readonly comesIn: string
    readonly goesOut: string
    readonly takes: string
  }[]
  readonly trace: readonly { readonly key: string; readonly value: string }[]
  readonly mayTry: boolean
  readonly typed: {
    readonly application: string
    readonly move: string
    readonly name: string
    readonly reason: string
  }
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** A portfolio: who is chosen, what each rule costs, what would change it, and the form that moves one card. */
export function portfolioPage(model: PortfolioModel): Page {
  const { round, number, name, errors } = model
  const { fund, slug } = round
  const title = name === '' ? `Portfolio ${number}` : `What if: ${name}`
  return {
    title,
    wide: true,
    hasErrors: errors.length > 0,
    breadcrumbs: [
      ...decisionsCrumbs(round),
      { text: 'Portfolios', href: portfoliosPath(fund.slug, slug) },
      { text: title },
    ],
    main: html`${problemSummary(errors)}
${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-xl" id="portfolio"><span class="govuk-caption-xl">${round.name}</span>${title} <span data-followed>${tag({ text: model.stateWords })}</span></h1>
${model.reason !== '' && insetText({ text: model.reason })}
${model.progress !== undefined && workedOn(model, model.progress)}
${model.verdict !== '' && insetText({ text: model.verdict })}
${model.rows.length > 0 && resultOf(model)}
${model.empty !== '' && model.rows.length === 0 && insetText({ text: model.empty })}
${model.mayTry && model.rows.length > 0 && moveForm(model)}
${verifyRun('The same case and seed give the same portfolio on every machine.', model.trace)}`,
  }
}

const workedOn = (
  { round, number, mayTry, csrf }: PortfolioModel,
  progress: NonNullable<PortfolioModel['progress']>,
) => {
  const path = portfolioPath(round.fund.slug, round.slug, number)
  return html`
${underWay({ ...progress, path })}
${mayTry && form({ action: `${portfoliosPath(round.fund.slug, round.slug)}/cancel`, csrf }, button({ text: 'Cancel', classes: 'govuk-button--secondary' }))}`
}

const heads = (...texts: string[]) => texts.map((text) => ({ text }))
const caption = (text: string) => ({ caption: text, captionClasses: 'govuk-table__caption--m' })

function resultOf(model: PortfolioModel): SafeHtml {
  const draws = model.draws !== ''
  return html`${statisticsRow(model.counts)}
${model.empty !== '' && insetText({ text: model.empty })}
<p class="govuk-body">${model.standing} People decide. A score is worth its points above the sealed threshold; fewer awards than places are valid.</p>
${model.draws !== '' && html`<p class="govuk-body">${model.draws}</p>`}
${scrolling(
  'Applications',
  stackingTable({
    ...caption('Who is chosen'),
    head: heads(
      'Application',
      'Chosen',
      'Score of 100',
      'Takes of the budget',
      ...(draws ? ['Chosen in draws of the scores'] : []),
    ),
    rows: model.rows.map(({ name, about, chosen, forced, score, pounds, inclusion }) => [
      { html: html`<strong>${name}</strong><br>${about}` },
      {
        html: html`${chosen ? tag({ text: 'Chosen', classes: 'govuk-tag--green' }) : 'No'}${forced !== '' && html`<br>${forced}`}`,
      },
      { text: score, format: 'numeric' },
      { text: pounds, format: 'numeric' },
      ...(draws ? [{ text: inclusion, format: 'numeric' }] : []),
    ]),
  }),
)}
${model.rules.length > 0 && scrolling('Rules of spread', stackingTable({ ...caption('What each rule of spread costs'), head: heads('Rule', 'Price'), rows: model.rules.map(({ rule, price }) => [{ text: rule }, { text: price }]) }))}
${swapsOf(model)}
${model.alternatives.length > 0 && details({ summaryText: model.alternatives.length === 1 ? 'The next portfolio' : `The next ${model.alternatives.length} portfolios`, html: alternativesOf(model) })}`
}

const swapsOf = ({ swaps }: PortfolioModel): SafeHtml => {
  const part = (chosen: boolean, title: string, last: string) => {
    const rows = swaps.filter((swap) => swap.chosen === chosen)
    return (
      rows.length > 0 &&
      scrolling(
        title,
        stackingTable({
          ...caption(title),
          head: heads(
            'Application',
            'The best then is worth',
            chosen ? 'Comes in instead' : 'Goes out',
            ...(last === '' ? [] : [last]),
          ),
          rows: rows.map(({ name, loss, comesIn, goesOut, takes }) => [
            { text: name },
            { text: loss },
            { html: wholeWords(chosen ? comesIn : goesOut) },
            ...(last === '' ? [] : [{ html: wholeWords(takes) }]),
          ]),
        }),
      )
    )
  }
  return html`${part(false, 'Near misses: if one is put in', 'What it would take to be chosen')}
${part(true, 'If a chosen one is left out', '')}`
}

const alternativesOf = ({ alternatives }: PortfolioModel): SafeHtml =>
  html`<p class="govuk-body">Those marked are within one standard deviation of the scores that they exchange: the scores can hardly tell them from the best.</p>
${scrolling(
  'The next portfolios',
  stackingTable({
    head: heads('Worth', 'Comes in', 'Goes out', 'Scores can tell'),
    rows: alternatives.map(({ loss, comesIn, goesOut, near }) => [
      { text: loss },
      { html: wholeWords(comesIn) },
      { html: wholeWords(goesOut) },
      { html: near ? tag({ text: 'Hardly', classes: 'govuk-tag--yellow' }) : html`Yes` },
    ]),
  }),
)}`

const moveForm = ({ round, number, rows, typed, errors, csrf }: PortfolioModel): SafeHtml => {
  const errorAt = (field: string) => {
    const found = errors.find((error) => error.field === field)
    return found && { text: found.text }
  }
  return html`<h2 class="govuk-heading-m">Move one application</h2>
<p class="govuk-body">The service works out the best portfolio that includes it, and keeps it under its own name.</p>
${form(
  { action: `${portfolioPath(round.fund.slug, round.slug, number)}/move`, csrf },
  html`${select({
    id: 'application',
    name: 'application',
    label: { text: 'Application', classes: 'govuk-label--s' },
    errorMessage: errorAt('application'),
    value: typed.application,
    items: [
      { value: '', text: 'Select one' },
      ...rows.map(({ reference, name, chosen }) => ({
        value: reference,
        text: `${name} (${chosen ? 'chosen' : 'not chosen'})`,
      })),
    ],
  })}
${radios({
  idPrefix: 'move',
  name: 'move',
  fieldset: { legend: { text: 'Where does it go?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorAt('move'),
  value: typed.move,
  items: [
    { value: 'in', text: 'Put it in' },
    { value: 'out', text: 'Leave it out' },
    { value: 'free', text: 'Leave it to the rules' },
  ],
})}
${input({ id: 'name', name: 'name', label: { text: 'Name of what you try', classes: 'govuk-label--s' }, errorMessage: errorAt('name'), value: typed.name })}
${textarea({ id: 'reason', name: 'reason', label: { text: 'Why', classes: 'govuk-label--s' }, hint: { text: 'It is kept with your name' }, errorMessage: errorAt('reason'), value: typed.reason, rows: 3 })}
${button({ text: 'Work it out', preventDoubleClick: true })}`,
)}`
}
