import { html, type SafeHtml } from '../../../../ui/html.ts'
import { pager } from '../../../../ui/patterns/index.ts'
import { signed } from '../understanding.messages.ts'
import { applicationScoresPath } from '../understanding.paths.ts'
import type { UnderstandingPart } from './understanding-part.ts'

/** What somebody might look at. Nothing follows from it by itself. */
export function flagsPart({ round, understood, paged }: UnderstandingPart): SafeHtml {
  const { result, people, applications, criteria } = understood
  const { assessors, reviews, spread } = result.flags
  const person = (id: string): string => people.get(id) ?? 'Somebody'
  const far = paged('reviews', reviews.length)
  const wide = paged('spread', spread.length)
  const link = (id: string): SafeHtml | string => {
    const named = applications.get(id)
    if (named === undefined) return 'an application that is no longer scored'
    return html`<a class="govuk-link" href="${applicationScoresPath(round.fund.slug, round.slug, named.reference)}">${named.leadName || named.reference}</a>`
  }
  const list = (items: readonly SafeHtml[]): SafeHtml =>
    html`<ul class="govuk-list govuk-list--bullet">${items.map((item) => html`<li>${item}</li>`)}</ul>`
  return html`<h2 class="govuk-heading-l" id="look">Worth a look</h2>
<p class="govuk-body">This is advice only. Somebody must look at it, and nothing changes automatically.</p>
${assessors.length + reviews.length + spread.length === 0 && html`<p class="govuk-body">Nothing stands out.</p>`}
${assessors.length > 0 && html`<p class="govuk-body">Surely more than half a point from their peers:</p>${list(assessors.map((id) => html`${person(id)}`))}`}
${reviews.length > 0 && html`<p class="govuk-body" id="far">Far from what the other scores lead to expect:</p>${list(reviews.slice(far.from, far.to).map(({ application, assessor, residual }) => html`${person(assessor)} on ${link(application)}: ${signed(residual)} of 100`))}${pager(far, 'reviews far from the others')}`}
${spread.length > 0 && html`<p class="govuk-body" id="spread">Points that are far apart on one criterion: ${spread.length}</p>${list(spread.slice(wide.from, wide.to).map(({ application, criterion, points }) => html`${link(application)}: ${points === 1 ? '1 point' : `${points} points`} apart on ${criteria.get(criterion) ?? criterion}`))}${pager(wide, 'points that are far apart')}`}`
}
