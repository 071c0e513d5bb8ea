import { button, table } from '../../../../ui/components/index.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeTag, scrolling } from '../../../../ui/patterns/index.ts'

export type ReviewsModel = {
  readonly reviews: readonly {
    readonly href: string
    readonly title: string
    readonly council: string
    readonly illustrative: boolean
    readonly depth: string
    readonly startedOn: string
  }[]
  /** Undefined for those who act for no council. */
  readonly startHref: string | undefined
  readonly organisationsHref: string
}

/** The reviews that somebody works on. */
export const reviewsPage = ({ reviews, startHref, organisationsHref }: ReviewsModel): Page => ({
  title: 'Strategic reviews',
  breadcrumbs: [{ text: 'Your work', href: '/home' }, { text: 'Strategic reviews' }],
  main: html`<h1 class="govuk-heading-xl">Strategic reviews</h1>
<p class="govuk-body-l">Compare every way to deliver a service, from in-house to a mutual, a partner or a contract. Show how you made the choice.</p>
${
  reviews.length === 0
    ? html`<p class="govuk-body">You do not work on a review yet. The person who leads one can add you.</p>`
    : scrolling(
        'Reviews',
        table({
          head: [{ text: 'Review' }, { text: 'Council' }, { text: 'Depth' }, { text: 'Started' }],
          rows: reviews.map(({ href, title, council, illustrative, depth, startedOn }) => [
            { html: html`<a class="govuk-link" href="${href}">${title}</a> ${illustrativeTag(illustrative)}` },
            { text: council },
            { text: depth },
            { text: startedOn },
          ]),
        }),
      )
}
${
  startHref === undefined
    ? html`<p class="govuk-body">To start a review, <a class="govuk-link" href="${organisationsHref}">say which council you work for</a>.</p>`
    : button({ text: 'Start a review', href: startHref })
}`,
})
