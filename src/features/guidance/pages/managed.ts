import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { problemSummary } from '../../../ui/patterns/index.ts'
import type { ProblemWords } from '../guidance.messages.ts'
import type { ManageFrame } from '../read-managed.ts'
import { labels } from './in-round.ts'

/** A page for the programme team of a round. */
export function managed(
  frame: ManageFrame,
  page: {
    readonly title: string
    readonly trail?: { readonly text: string; readonly href: string } | undefined
    readonly problems?: readonly ProblemWords[] | undefined
    readonly content: SafeHtml
  },
): Page {
  const problems = page.problems ?? []
  return {
    title: page.title,
    breadcrumbs: [...frame.crumbs, ...(page.trail === undefined ? [] : [page.trail]), { text: page.title }],
    hasErrors: problems.length > 0,
    main: html`${problemSummary(problems)}
${labels({ illustrative: frame.illustrative, preview: false })}
<span class="govuk-caption-l">${frame.fundName}: ${frame.roundName}</span>
<h1 class="govuk-heading-l">${page.title}</h1>
${page.content}`,
  }
}
