import { button, errorSummary, table, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, type PagerOptions, pager, scrolling, statisticsRow } from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import { assessmentCrumbs } from '../../list-crumbs.ts'
import { conflictsPath, releasePath, withdrawReleasePath } from '../conflicts.paths.ts'

export type ConflictsModel = {
  readonly round: RoundInFund
  /** Which neighbours are looked for, in a sentence. */
  readonly neighbours: string
  readonly counts: readonly { readonly value: number; readonly label: string }[]
  readonly pairs: readonly {
    readonly reference: string
    readonly lead: string
    readonly name: string
    readonly kinds: string
    readonly stands: string
    readonly href: string | undefined
  }[]
  readonly pages: PagerOptions
}

/** Every pair with a conflict, those first that can be released. */
export const conflictsPage = ({ round, neighbours, counts, pairs, pages }: ConflictsModel): Page => ({
  title: 'Conflicts',
  wide: true,
  breadcrumbs: [...assessmentCrumbs(round), { text: 'Conflicts' }],
  main: html`${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${round.name}</span>Conflicts</h1>
<p class="govuk-body">They are found from the register, from who wrote what, and from what assessors say of themselves, by the sealed rules. What an assessor has handed back is here too, and is given to somebody else. One that is soft can be released with a reason.</p>
<p class="govuk-body">${neighbours}</p>
${statisticsRow(counts)}
${pairs.length === 0 ? html`<p class="govuk-body">There is no conflict.</p>` : html`${listOf(pairs)}${pager(pages)}`}`,
})

const listOf = (pairs: ConflictsModel['pairs']): SafeHtml =>
  scrolling(
    'Conflicts',
    table({
      firstCellIsHeader: true,
      head: ['Application', 'Assessor', 'Conflict', 'What it means'].map((text) => ({ text })),
      rows: pairs.map(({ reference, lead, name, kinds, stands, href }) => [
        {
          html: html`${href === undefined ? reference : html`<a class="govuk-link" href="${href}">${reference}<span class="govuk-visually-hidden"> and ${name}</span></a>`}<br><span class="govuk-!-font-weight-regular">${lead}</span>`,
        },
        { text: name },
        { text: kinds },
        { text: stands },
      ]),
    }),
  )

export type ConflictPairModel = {
  readonly round: RoundInFund
  readonly reference: string
  readonly lead: string
  readonly personId: string
  readonly name: string
  readonly conflicts: readonly { readonly kind: string; readonly rests: string; readonly stands: string }[]
  readonly history: readonly string[]
  readonly canRelease: boolean
  readonly canWithdraw: boolean
  readonly reason: string
  readonly errors: readonly string[]
  readonly csrf: string
}

/** The conflicts of one assessor with one application, and releasing them. */
export function conflictPairPage(model: ConflictPairModel): Page {
  const { round, reference, personId, name, errors } = model
  const { fund, slug } = round
  return {
    title: `${name} and ${reference}`,
    hasErrors: errors.length > 0,
    breadcrumbs: [
      ...assessmentCrumbs(round),
      { text: 'Conflicts', href: conflictsPath(fund.slug, slug) },
      { text: reference },
    ],
    main: html`${errors.length > 0 && errorSummary({ titleText: 'There is a problem', errorList: errors.map((text) => ({ text, href: '#reason' })) })}
${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${model.lead}</span>${name} and ${reference}</h1>
${scrolling(
  'Conflicts',
  table({
    firstCellIsHeader: true,
    head: ['Conflict', 'Rests on', 'What it means'].map((text) => ({ text })),
    rows: model.conflicts.map(({ kind, rests, stands }) => [{ text: kind }, { text: rests }, { text: stands }]),
  }),
)}
${model.history.length > 0 && html`<h2 class="govuk-heading-m">What was decided</h2><ul class="govuk-list govuk-list--bullet">${model.history.map((line) => html`<li>${line}</li>`)}</ul>`}
${
  model.canRelease &&
  form(
    { action: releasePath(fund.slug, slug, reference, personId), csrf: model.csrf },
    html`${textarea({
      name: 'reason',
      id: 'reason',
      label: { text: 'Why may they read it all the same?', classes: 'govuk-label--m' },
      hint: { text: 'Kept with your name, and shown to auditors.' },
      rows: 4,
      value: model.reason,
      errorMessage: errors.length > 0 ? { text: errors[0] ?? '' } : undefined,
    })}
${button({ text: 'Release the conflict', preventDoubleClick: true })}`,
  )
}
${
  model.canWithdraw &&
  form(
    { action: withdrawReleasePath(fund.slug, slug, reference, personId), csrf: model.csrf },
    button({ text: 'Take the release back', classes: 'govuk-button--secondary', preventDoubleClick: true }),
  )
}`,
  }
}
