import type { Refusal } from '../../../core/rounds/approval.ts'
import { plainList } from '../../../core/text/plain-list.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import { insetText } from '../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { RefusedBy } from '../approval-stand.ts'
import { approvalsPath } from '../funds.paths.ts'
import { link } from './parts.ts'

/** That a funder does not approve something: who said so for it, when, and why. */
export const refusalPart = (
  funder: string,
  { refusedByName, refusedAt, reason }: Pick<Refusal, 'refusedByName' | 'refusedAt' | 'reason'>,
  what: string,
): SafeHtml =>
  insetText({
    html: html`<p class="govuk-body">${funder} does not approve ${what}. ${refusedByName} said why at ${ukTime(refusedAt)}:</p><p class="govuk-body app-kept-lines">${reason}</p>`,
  })

/**
 * The funders that do not approve what stays as it is, each with why, and what to do about it: nothing where none refused.
 *
 * @param what is refused, such as “these awards”
 */
export const refusedPart = (refused: readonly RefusedBy[], what: string, fundSlug: string): SafeHtml | false =>
  refused.length > 0 &&
  html`${refused.map((each) => refusalPart(each.organisationName, each, what))}
<p class="govuk-body">Nobody is told until ${plainList(refused.map(({ organisationName }) => organisationName))} approve${refused.length === 1 && 's'} exactly ${what}, which cannot be changed any more. Answer the reason, and ask whoever gave it to look again: what was refused can still be approved, under ${link(approvalsPath(fundSlug), 'Funders’ approvals')}.</p>`
