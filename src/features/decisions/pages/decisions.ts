import { taskList } from '../../../ui/components/index.ts'
import { html } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { illustrativeLabel } from '../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { decisionsCrumbs } from '../list-crumbs.ts'

/** One step of the work with where it stands, as a link once there is something to see. */
export type Step = { readonly text: string; readonly href: string | undefined; readonly standing: string }

export type DecisionsModel = { readonly round: RoundInFund; readonly steps: readonly Step[] }

/** The whole way from the shortlist to what is published, step by step. */
export const decisionsPage = ({ round, steps }: DecisionsModel): Page => ({
  title: `Decisions of ${round.name}`,
  breadcrumbs: [...decisionsCrumbs(round).slice(0, -1), { text: 'Decisions' }],
  main: html`${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${round.name}</span>Decisions</h1>
${taskList({ items: steps.map(({ text, href, standing }) => ({ title: { text }, ...(href !== undefined && { href }), status: { text: standing } })) })}`,
})
