import { button, insetText, summaryList, taskList } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel } from '../../../../ui/patterns/index.ts'
import { type BenefitTables, benefitTables } from './benefit-tables.ts'

export type RegisterStep = {
  readonly href: string
  readonly title: string
  readonly hint: string
  readonly state: { readonly text: string; readonly classes: string }
}

export type RegisterModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly caption: string
  readonly acceptedOn: string
  /** Who confirms for finance; undefined until somebody is named. */
  readonly finance: string | undefined
  /** For those who may name them. */
  readonly financeHref: string | undefined
  /** For finance: how much waits for it. */
  readonly confirm: { readonly href: string; readonly waiting: number } | undefined
  /** What finance has sent back and nobody has changed since. */
  readonly sentBack: readonly {
    /** For those who can change it. */
    readonly href: string | undefined
    readonly text: string
    readonly reason: string
    readonly by: string
  }[]
  /** Undefined where the award pays for no review that this person writes. */
  readonly takeRisksHref: string | undefined
  readonly steps: readonly RegisterStep[]
  readonly tables: BenefitTables
}

/** What came of an award. */
export const registerPage = (model: RegisterModel): Page => ({
  title: 'Benefits',
  wide: true,
  breadcrumbs: [...model.breadcrumbs, { text: 'Benefits' }],
  main: html`${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${model.caption}</span>Benefits</h1>
${summaryList({
  rows: [
    { key: { text: 'Accepted' }, value: { text: model.acceptedOn } },
    {
      key: { text: 'Finance' },
      value: { text: model.finance ?? 'Nobody is named yet, so nothing can be confirmed' },
      ...(model.financeHref !== undefined && {
        actions: {
          items: [{ href: model.financeHref, text: 'Change', visuallyHiddenText: 'who confirms for finance' }],
        },
      }),
    },
  ],
})}
${model.confirm !== undefined && toConfirm(model.confirm)}
${model.sentBack.length > 0 && sentBackOf(model.sentBack)}
${taskList({
  idPrefix: 'benefits',
  items: model.steps.map(({ href, title, hint, state }) => ({
    title: { text: title },
    href,
    hint: { text: hint },
    status: { tag: state },
  })),
})}
${model.takeRisksHref !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${model.takeRisksHref}">Begin the risks of delivery with those of the review</a></p>`}
${benefitTables(model.tables)}`,
})

const sentBackOf = (sentBack: RegisterModel['sentBack']): SafeHtml =>
  insetText({
    html: html`<h2 class="govuk-heading-m">Finance has sent this back</h2>
<ul class="govuk-list govuk-list--spaced">${sentBack.map(
      ({ href, text, reason, by }) =>
        html`<li>${href === undefined ? text : html`<a class="govuk-link" href="${href}">${text}</a>`}<br><span class="app-kept-lines">${reason}</span><br><span class="govuk-hint">${by}</span></li>`,
    )}</ul>`,
  })

const toConfirm = ({ href, waiting }: NonNullable<RegisterModel['confirm']>): SafeHtml =>
  waiting === 0
    ? insetText({ text: 'You confirm figures for finance. None waits for you.' })
    : button({ text: waiting === 1 ? 'Confirm 1 actual' : `Confirm ${waiting} actuals`, href })
