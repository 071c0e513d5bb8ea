import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'
import { type InterestsModel, interestsPart } from '../../../assessment/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'

export type PanelProfileModel = {
  readonly round: RoundInFund
  readonly back: string
  readonly interests: InterestsModel
}

/** Whom a member of a panel has to do with. */
export const panelProfilePage = ({ round, back, interests }: PanelProfileModel): Page => ({
  title: 'Your profile as a panel member',
  backLink: { href: back, text: 'Back to your interviews' },
  hasErrors: interests.errors.length > 0,
  main: html`${problemSummary(interests.errors)}${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${round.fund.name}: ${round.name}</span>Your profile as a panel member</h1>
${interestsPart(interests)}`,
})
