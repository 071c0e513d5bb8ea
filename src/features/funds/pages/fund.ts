import type { Fund, Funder } from '../../../core/rounds/fund.ts'
import { button, summaryList } from '../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { illustrativeLabel } from '../../../ui/patterns/index.ts'
import {
  approvalsPath,
  benefitsOfFundPath,
  changeFundPath,
  changeMoneyPath,
  costsPath,
  funderPath,
  managePath,
  newFunderPath,
  newRoundPath,
  peoplePath,
  runExpertsPath,
  runNetworkPath,
  supportPath,
  webhooksPath,
} from '../funds.paths.ts'
import { awardTypeWords, vatWords } from './fund-form.ts'
import { type ManagedRound, roundsTable } from './manage.ts'
import { link, pounds, warningsOf } from './parts.ts'

export type FundModel = {
  readonly fund: Fund
  readonly funders: readonly Funder[]
  readonly rounds: readonly ManagedRound[]
  readonly warnings: readonly string[]
  readonly mayEdit: boolean
  /** Whether they give some role on the fund. */
  readonly mayStaff: boolean
  /** Whether they decide on its awards. */
  readonly mayDecide: boolean
  /** Whether they see the support that it buys. */
  readonly maySupport: boolean
  /** Whether they see its expert panel. */
  readonly mayExperts: boolean
  /** Whether they see what its awards have come to. */
  readonly mayBenefits: boolean
}

/** How a fund is set up. */
export function fundPage({ fund, funders, rounds, warnings, mayEdit, mayStaff, ...model }: FundModel): Page {
  return {
    title: fund.name,
    breadcrumbs: [{ text: 'Your funds', href: managePath() }, { text: fund.name }],
    wide: true,
    main: html`${illustrativeLabel(fund.illustrative)}
<h1 class="govuk-heading-xl">${fund.name}</h1>
${warningsOf(warnings)}
<h2 class="govuk-heading-l">Rounds</h2>
${rounds.length === 0 ? html`<p class="govuk-body">No rounds yet.</p>` : roundsTable(fund, rounds, true)}
${mayEdit && button({ text: 'Add a round', href: newRoundPath(fund.slug), classes: 'govuk-button--secondary' })}
<h2 class="govuk-heading-l">The fund</h2>
${aboutFund(fund)}
${mayEdit && button({ text: 'Change the fund', href: changeFundPath(fund.slug), classes: 'govuk-button--secondary' })}
${model.mayDecide && button({ text: 'Change the money of the fund', href: changeMoneyPath(fund.slug), classes: 'govuk-button--secondary' })}
<h2 class="govuk-heading-l">Funders</h2>
${funders.map((funder) => funderCard(fund, funder, mayEdit))}
${mayEdit && button({ text: 'Add a funder', href: newFunderPath(fund.slug), classes: 'govuk-button--secondary' })}
<ul class="govuk-list">
<li>${link(approvalsPath(fund.slug), 'What the funders have approved')}</li>
${model.maySupport && html`<li>${link(supportPath(fund.slug), 'Support that is bought for awards')}</li>`}
${model.mayExperts && html`<li>${link(runExpertsPath(fund.slug), 'The expert panel')}</li>`}
${model.mayBenefits && html`<li>${link(benefitsOfFundPath(fund.slug), 'Benefits of its awards')}</li>`}
${mayEdit && html`<li>${link(webhooksPath(fund.slug), 'Webhooks')}</li>`}
${mayEdit && html`<li>${link(runNetworkPath(fund.slug), 'The network')}</li>`}
${mayEdit && html`<li>${link(costsPath(fund.slug), 'What this fund costs to run')}</li>`}
${mayStaff && html`<li>${link(peoplePath(fund.slug), 'People and their roles')}</li>`}
</ul>`,
  }
}

function aboutFund(fund: Fund): SafeHtml {
  const officer = [fund.seniorOfficerName, fund.seniorOfficerTitle].filter((text) => text !== '').join(', ')
  return summaryList({
    rows: [
      fund.summary !== '' && { key: { text: 'Summary' }, value: { text: fund.summary } },
      { key: { text: 'A council gets' }, value: { text: awardTypeWords[fund.awardType] } },
      { key: { text: 'Budget' }, value: { text: pounds(fund.budgetPounds) } },
      { key: { text: 'Places' }, value: { text: `Up to ${fund.places}` } },
      { key: { text: 'Cap for each award' }, value: { text: pounds(fund.capPounds) } },
      { key: { text: 'VAT' }, value: { text: vatWords[fund.vat] } },
      { key: { text: 'Senior officer responsible' }, value: { text: officer === '' ? 'Not named yet' : officer } },
      ...fund.sources.map(({ fact, title, url }) => ({
        key: { text: `Source: ${fact}` },
        value: { html: link(url, title) },
      })),
    ],
  })
}

function funderCard(fund: Fund, funder: Funder, mayEdit: boolean): SafeHtml {
  const { organisationId, organisationName, contributionPounds, logoText, quote, quoteSpeaker, quoteSourceUrl } = funder
  const href = funderPath(fund.slug, organisationId)
  return summaryList({
    card: {
      title: { text: organisationName, headingLevel: 3 },
      actions: { items: mayEdit ? [{ href, text: 'Change' }] : [] },
    },
    rows: [
      {
        key: { text: 'Contribution' },
        value: { text: contributionPounds === null ? 'Not stated' : pounds(contributionPounds) },
      },
      logoText !== '' && { key: { text: 'Logo as text' }, value: { text: logoText } },
      quote !== '' && {
        key: { text: 'Quote' },
        value: {
          html: html`<blockquote class="govuk-inset-text govuk-!-margin-top-0">${quote}</blockquote><p class="govuk-body">${quoteSpeaker}${quoteSourceUrl !== '' && html` (${link(quoteSourceUrl, 'where it can be read')})`}</p>`,
        },
      },
    ],
  })
}
