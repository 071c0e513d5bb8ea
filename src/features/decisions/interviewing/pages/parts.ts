import { insetText } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { type FieldText, illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import { decisionsCrumbs } from '../../list-crumbs.ts'
import { interviewsPath } from '../interviewing.paths.ts'

export { errorAt } from '../../../../ui/patterns/index.ts'

type Problems = readonly FieldText[]

/** Why a page has no forms any more. */
export const closedNote = (closed: boolean): SafeHtml | false =>
  closed && insetText({ text: 'Interviews have closed. This is how they were held: it is not changed any more.' })

const first = 'Interviews'

/** A page of the programme team about the interviews of a round. */
export const interviewsFrame = (
  round: RoundInFund,
  title: string,
  errors: Problems,
  main: SafeHtml,
  between: readonly { readonly text: string; readonly href: string }[] = [],
): Page => ({
  title,
  wide: true,
  hasErrors: errors.length > 0,
  breadcrumbs: [
    ...decisionsCrumbs(round),
    ...(title === first ? [] : [{ text: first, href: interviewsPath(round.fund.slug, round.slug) }]),
    ...between,
    { text: title },
  ],
  main: html`${problemSummary(errors)}${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${round.name}</span>${title}</h1>
${main}`,
})
