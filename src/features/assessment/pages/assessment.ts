import type { AssessmentPhase } from '../../../core/assessment/index.ts'
import { tag, taskList } from '../../../ui/components/index.ts'
import { html } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { illustrativeLabel } from '../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { assessmentPhaseWords } from '../assessment.messages.ts'

/** One step of the work, as a link with where it stands. */
export type Step = { readonly text: string; readonly href: string; readonly standing: string }

export type AssessmentModel = {
  readonly round: RoundInFund
  readonly phase: AssessmentPhase
  readonly crumbs: readonly { readonly text: string; readonly href: string }[]
  readonly steps: readonly Step[]
}

/** The whole work of assessing a round, step by step. */
export const assessmentPage = ({ round, phase, crumbs, steps }: AssessmentModel): Page => ({
  title: `Assessment of ${round.name}`,
  breadcrumbs: [...crumbs, { text: 'Assessment' }],
  main: html`${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${round.name}</span>Assessment ${tag({ text: assessmentPhaseWords[phase] })}</h1>
${taskList({ items: steps.map(({ text, href, standing }) => ({ title: { text }, href, status: { text: standing } })) })}`,
})
