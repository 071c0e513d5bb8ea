import { button, errorSummary, insetText, tag } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  illustrativeLabel,
  type PagerOptions,
  pager,
  scrolling,
  stackingTable,
  statisticsRow,
  underWay,
  verifyRun,
} from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import { assessmentCrumbs } from '../../list-crumbs.ts'
import { acceptRunPath, assignmentPath, cancelRunPath, runPath } from '../assigning.paths.ts'
import { disciplinesOf, type ShownDiscipline } from './disciplines.ts'
import { loadsOf, type ShownLoads } from './loads.ts'

export type ShownReader = {
  readonly name: string
  readonly match: string
  /** Of what the match is made. */
  readonly parts: string
  /** How likely the pair was, where it was drawn. */
  readonly chance: string
}

export type RunModel = {
  readonly round: RoundInFund
  readonly number: number
  readonly state: 'waiting' | 'running' | 'done' | 'impossible' | 'cancelled' | 'failed'
  readonly stateWords: string
  readonly progress: { readonly percent: number; readonly doing: string }
  /** Why it is impossible: one sentence, and what holds each back. */
  readonly impossible: { readonly sentence: string; readonly held: ShownExcluded } | undefined
  readonly verdict: string
  readonly figures: readonly { readonly value: string; readonly label: string }[]
  readonly notes: readonly string[]
  readonly rows: readonly {
    readonly reference: string
    readonly lead: string
    readonly readers: readonly ShownReader[]
    readonly expertise: string
    readonly next: string
  }[]
  /** Whether everybody without a conflict reads everything: nobody was chosen, and no match looked at. */
  readonly everyone: boolean
  /** Whether who reads what was drawn, by chances that have a cap. */
  readonly drawn: boolean
  readonly pages: PagerOptions
  readonly loads: ShownLoads | undefined
  readonly disciplines: readonly ShownDiscipline[]
  readonly excluded: ShownExcluded
  readonly trace: readonly { readonly key: string; readonly value: string }[]
  readonly mayAccept: boolean
  readonly mayCancel: boolean
  readonly errors: readonly string[]
  readonly csrf: string
}

export type ShownExcluded = {
  readonly pairs: readonly {
    readonly reference: string
    readonly name: string
    readonly kinds: string
    readonly href: string | undefined
  }[]
  /** How many there are besides. */
  readonly more: number
}

/** What came of working out an assignment, or how far it is. */
export function runPage(model: RunModel): Page {
  const { round, number, errors } = model
  const { fund, slug } = round
  return {
    title: `Assignment ${number}`,
    wide: true,
    hasErrors: errors.length > 0,
    breadcrumbs: [
      ...assessmentCrumbs(round),
      { text: 'Assignment', href: assignmentPath(fund.slug, slug) },
      { text: `Assignment ${number}` },
    ],
    main: html`${errors.length > 0 && errorSummary({ titleText: 'There is a problem', errorList: errors.map((text) => ({ text, href: '#main-content' })) })}
${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${round.name}</span>Assignment ${number} <span data-followed>${tag({ text: model.stateWords })}</span></h1>
${(model.state === 'waiting' || model.state === 'running') && workedOn(model)}
${model.state === 'cancelled' && html`<p class="govuk-body">Nothing came of it, and who reads what stays as it was. <a class="govuk-link" href="${assignmentPath(fund.slug, slug)}">Back to the assignment</a></p>`}
${model.impossible !== undefined && impossibleOf(model.impossible)}
${model.verdict !== '' && html`<p class="govuk-body">${model.verdict}</p>`}
${model.state === 'done' && resultOf(model)}
${model.excluded.pairs.length > 0 && excludedOf(model.excluded, 'Pairs left out, and why')}
${verifyRun('The same input, rules and seed give the same assignment on every machine.', model.trace)}`,
  }
}

const workedOn = ({ round, number, progress, mayCancel, csrf }: RunModel): SafeHtml => html`
${underWay({ ...progress, path: runPath(round.fund.slug, round.slug, number) })}
<p class="govuk-body">This takes seconds, or some minutes for a very large round.</p>
${
  mayCancel &&
  form(
    { action: cancelRunPath(round.fund.slug, round.slug, number), csrf },
    button({ text: 'Cancel', classes: 'govuk-button--secondary', preventDoubleClick: true }),
  )
}`

const impossibleOf = ({ sentence, held }: NonNullable<RunModel['impossible']>): SafeHtml =>
  html`${insetText({ html: html`<h2 class="govuk-heading-m">There is no such assignment</h2><p class="govuk-body govuk-!-margin-bottom-0">${sentence}</p>` })}
${held.pairs.length > 0 && excludedOf(held, 'Who is held back, and why')}`

function resultOf(model: RunModel): SafeHtml {
  const { round, number, csrf } = model
  return html`${statisticsRow(model.figures)}
${model.notes.map((note) => html`<p class="govuk-body">${note}</p>`)}
${
  model.mayAccept &&
  form(
    { action: acceptRunPath(round.fund.slug, round.slug, number), csrf },
    button({ text: 'Accept this assignment', preventDoubleClick: true }),
  )
}
${
  model.everyone
    ? html`<h2 class="govuk-heading-l">Who reads what</h2>${scrolling('Who reads what', readersOf(model))}`
    : html`<h2 class="govuk-heading-l">Who reads what, and why</h2>
<p class="govuk-body">A match is from 0 to 100: 45% service areas, 15% type of authority, 20% delivery models and 20% the assessor’s bid. The match of an application is that of its assessors together, and so is that of the worst off. Expertise is met where one assessor matches at 70 or more and another at 35 or more. ${model.drawn ? 'The chance is how likely the draw was to give the assessor the application.' : 'The next best is who would come if one had to go, and what the whole would lose.'}</p>
${scrolling('Who reads what, and why', readersOf(model))}`
}
${pager(model.pages)}
${model.loads !== undefined && loadsOf(model.loads)}
${model.disciplines.length > 0 && disciplinesOf(model.disciplines)}`
}

const readersOf = ({ rows, drawn, everyone }: RunModel): SafeHtml =>
  stackingTable({
    firstCellIsHeader: true,
    head: [
      { text: 'Application' },
      ...(everyone
        ? [{ text: 'Assessors' }]
        : [
            {
              text: drawn ? 'Assessors, with their match and chance' : 'Assessors, with their match',
              classes: 'govuk-!-width-one-half',
            },
            { text: 'Expertise' },
            { text: drawn ? 'Who else could have been drawn' : 'Next best' },
          ]),
    ],
    rows: rows.map((row) => [
      {
        html: html`<span class="app-whole">${row.reference}</span><br><span class="govuk-!-font-weight-regular">${row.lead}</span>`,
      },
      { html: html`<ul class="govuk-list govuk-!-margin-bottom-0">${row.readers.map(readerOf)}</ul>` },
      ...(everyone ? [] : [{ text: row.expertise }, { text: row.next }]),
    ]),
  })

const readerOf = ({ name, match, parts, chance }: ShownReader): SafeHtml =>
  html`<li>${name}${match !== '' && html`: <strong>${match}</strong>${chance !== '' && `, ${chance}`} <span class="govuk-hint govuk-!-font-size-16">${parts}</span>`}</li>`

const excludedOf = ({ pairs, more }: ShownExcluded, caption: string): SafeHtml => html`${scrolling(
  caption,
  stackingTable({
    caption,
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: ['Application', 'Assessor', 'Conflict'].map((text) => ({ text })),
    rows: pairs.map(({ reference, name, kinds, href }) => [
      href === undefined
        ? { text: reference }
        : { html: html`<a class="govuk-link app-whole" href="${href}">${reference}</a>` },
      { text: name },
      { text: kinds },
    ]),
  }),
)}
${more > 0 && html`<p class="govuk-body">And ${more} more: see the conflicts of the round.</p>`}`
