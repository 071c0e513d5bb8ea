import type { RoundInFund } from '../../../../core/rounds/round.ts'
import type { RuleFact } from '../../../../core/rules/index.ts'
import { insetText } from '../../../../ui/components/index.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { problemSummary } from '../../../../ui/patterns/index.ts'
import type { Words } from '../../fields.messages.ts'
import { roundPagePath } from '../../funds.paths.ts'
import { caption } from '../../pages/parts.ts'
import { factRow } from './rules.ts'

export type LockedRuleModel = {
  readonly round: RoundInFund
  readonly title: string
  /** Why nobody changes it any more. */
  readonly why: string
  readonly facts: readonly RuleFact[]
  /** What keeps what was typed from being saved; none where nothing was. */
  readonly errors: readonly Words[]
}

/** A rule that can be read and no longer changed. */
export const lockedRulePage = ({ round, title, why, facts, errors }: LockedRuleModel): Page => ({
  title,
  hasErrors: errors.length > 0,
  backLink: { href: roundPagePath(round.fund.slug, round.slug, 'rules') },
  main: html`${problemSummary(errors)}
<h1 class="govuk-heading-l">${caption(`${round.fund.name}: ${round.name}`)}${title}</h1>
${insetText({ text: errors.length > 0 ? 'What you typed is not saved. This is what stands.' : why })}
${facts.length > 0 && html`<dl class="govuk-summary-list">${facts.map(factRow)}</dl>`}`,
})
