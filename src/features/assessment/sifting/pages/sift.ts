import { type SiftCounts, type SiftStanding, siftStandings } from '../../../../core/assessment/index.ts'
import { button, checkboxes, table, tag, warningText } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  illustrativeLabel,
  type PagerOptions,
  pager,
  problemSummary,
  stackingTable,
} from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import { assessmentCrumbs } from '../../list-crumbs.ts'
import { againstRulesWords, countWords, disownedWords, standingWords } from '../sifting.messages.ts'
import { siftCsvPath, siftPath } from '../sifting.paths.ts'

export type SiftRow = {
  readonly reference: string
  /** Where it is sifted; undefined when this person may only look. */
  readonly href: string | undefined
  readonly lead: string
  readonly received: string
  readonly rules: string
  readonly standing: SiftStanding
  /** Whether its applicant says that it is not theirs, and nobody has said since what becomes of it. */
  readonly disowned: boolean
  /** Why it is not scored, and what else to look at. */
  readonly notes: readonly string[]
  readonly about: readonly string[]
}

export type SiftModel = {
  readonly round: RoundInFund
  readonly counts: SiftCounts
  /** Of those to be scored, how many do not pass the rules. */
  readonly againstRules: number
  readonly standing: SiftStanding | undefined
  /** Those that their applicants disown. */
  readonly disowned: readonly { readonly reference: string; readonly href: string | undefined }[]
  /** Those of one page. */
  readonly rows: readonly SiftRow[]
  readonly pages: PagerOptions
  /** How many the rules alone would sift. */
  readonly byRules: number
  readonly byRulesAction: string
  /** Eligible ones of which nobody has said whether they are in scope: those of one page. */
  readonly forScope: readonly {
    readonly reference: string
    readonly lead: string
    readonly about: string
    readonly href: string
  }[]
  readonly scopePages: PagerOptions
  readonly inScopeAction: string
  readonly mayRun: boolean
  readonly errors: readonly { readonly text: string; readonly href: string }[]
  readonly csrf: string
}

const order = ['received', 'late', 'duplicate', 'withdrawn', 'ineligible', 'out-of-scope', 'open', 'scored'] as const

/** What was received, and what became of each. */
export const siftPage = (model: SiftModel): Page => {
  const { round, rows, standing } = model
  const { fund, slug } = round
  return {
    title: 'Sift',
    wide: true,
    hasErrors: model.errors.length > 0,
    breadcrumbs: [...assessmentCrumbs(round), { text: 'Sift' }],
    main: html`${problemSummary(model.errors)}
${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${round.name}</span>Sift</h1>
${model.disowned.length > 0 && disownedOf(model.disowned)}
${countsOf(model)}
<p class="govuk-body"><a class="govuk-link" href="${siftCsvPath(fund.slug, slug)}">Download the list (CSV)</a></p>
${model.mayRun && model.byRules > 0 && byRulesForm(model)}
${model.mayRun && model.forScope.length > 0 && scopeForm(model)}
<h2 class="govuk-heading-l">What was received</h2>
${standing !== undefined && html`<p class="govuk-body">Shown: ${standingWords[standing]}. <a class="govuk-link" href="${siftPath(fund.slug, slug)}">Show everything</a></p>`}
${rows.length === 0 ? html`<p class="govuk-body">Nothing${standing === undefined ? ' was received yet' : ' like this was received'}.</p>` : html`${listOf(rows)}${pager(model.pages, 'what was received')}`}`,
  }
}

/** What was keyed in and is not its applicant's, as they say. */
const disownedOf = (disowned: SiftModel['disowned']): SafeHtml =>
  warningText({
    iconFallbackText: 'Warning',
    html: html`${disowned.length === 1 ? 'An application was' : `${disowned.length} applications were`} keyed in, and the applicant says that it is not theirs or not what they wrote: ${disowned.map(
      ({ reference, href }, place) =>
        html`${place > 0 && ', '}${href === undefined ? reference : html`<a class="govuk-link app-whole" href="${href}">${reference}</a>`}`,
    )}. Ask them, then find it withdrawn or say why it is scored all the same. The shortlist is not frozen before.`,
  })

/** The counts of the explanatory note, each leading to its rows. */
function countsOf({ counts, againstRules, round }: SiftModel): SafeHtml {
  const path = siftPath(round.fund.slug, round.slug)
  const named = (each: (typeof order)[number]) =>
    each === 'received' || counts[each] === 0
      ? { text: countWords[each] }
      : { html: html`<a class="govuk-link" href="${path}?standing=${each}">${countWords[each]}</a>` }
  return table({
    caption: 'Counts for the explanatory note',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: [{ text: 'Result of the sift' }, { text: 'Applications', format: 'numeric' }],
    rows: [
      ...order.map((each) => [named(each), { text: counts[each], format: 'numeric' }]),
      [{ text: againstRulesWords }, { text: againstRules, format: 'numeric' }],
    ],
  })
}

const byRulesForm = ({ byRulesAction, byRules, csrf }: SiftModel): SafeHtml =>
  html`<h2 class="govuk-heading-m">Start with the eligibility rules</h2>
<p class="govuk-body">The sealed rules were applied when each application was submitted. ${byRules === 1 ? 'One application has' : `${byRules} applications have`} not been sifted yet. What each is about is filled in from its answers, for you to check.</p>
${form(
  { action: byRulesAction, csrf },
  button({
    text: `Take the outcome of the rules for ${byRules === 1 ? '1 application' : `${byRules} applications`}`,
    preventDoubleClick: true,
  }),
)}`

const scopeForm = ({ inScopeAction, forScope, scopePages, csrf, errors }: SiftModel): SafeHtml =>
  form(
    { action: inScopeAction, csrf },
    html`${checkboxes({
      name: 'references',
      idPrefix: 'references',
      classes: 'govuk-checkboxes--small',
      fieldset: { legend: { text: 'Which of these are in scope?', classes: 'govuk-fieldset__legend--m' } },
      hint: { text: 'For one that is out of scope, open it and say why.' },
      errorMessage: errors.length > 0 ? { text: errors[0]?.text ?? '' } : undefined,
      items: forScope.map(({ reference, lead, about, href }) => ({
        value: reference,
        text: `${reference}, ${lead}`,
        hint: {
          html: html`${about !== '' && html`${about}<br>`}<a class="govuk-link" href="${href}">Open<span class="govuk-visually-hidden"> ${reference}</span></a>`,
        },
      })),
    })}
${pager(scopePages, 'which are in scope')}
${button({ text: 'Find the selected in scope', preventDoubleClick: true })}`,
  )

const listOf = (rows: readonly SiftRow[]): SafeHtml =>
  stackingTable({
    firstCellIsHeader: true,
    caption: 'What was received',
    captionClasses: 'govuk-visually-hidden',
    head: [
      { text: 'Application' },
      { text: 'Received' },
      { text: 'Eligibility rules' },
      { text: 'Result of the sift', classes: 'govuk-!-width-one-quarter' },
      { text: 'About', classes: 'govuk-!-width-one-quarter' },
    ],
    rows: rows.map(({ reference, href, lead, received, rules, standing, disowned, notes, about }) => [
      {
        html: html`${href === undefined ? reference : html`<a class="govuk-link app-whole" href="${href}">${reference}</a>`}<br><span class="govuk-!-font-weight-regular">${lead}</span>`,
      },
      { text: received, classes: 'app-whole' },
      { text: rules },
      {
        html: html`${tag({ text: standingWords[standing], classes: colours[standing] })}${disowned && html`<div class="govuk-!-margin-top-1">${tag({ text: 'Disowned', classes: 'govuk-tag--red' })}</div><span class="govuk-hint govuk-!-font-size-16">${disownedWords}</span>`}${notes.map(
          (note) => html`<br><span class="govuk-hint govuk-!-font-size-16">${note}</span>`,
        )}`,
      },
      { text: about.join(', ') },
    ]),
  })

const colours = {
  ...Object.fromEntries(siftStandings.map((each) => [each, 'govuk-tag--grey'])),
  scored: 'govuk-tag--green',
  open: 'govuk-tag--blue',
} as Readonly<Record<SiftStanding, string>>
