import { taskList } from '../../../ui/components/index.ts'
import { html } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import type { PageList } from '../read-managed.ts'
import { managed } from './managed.ts'

const states = {
  nothing: { text: 'Not written', classes: 'govuk-tag--grey' },
  draft: { text: 'Draft', classes: 'govuk-tag--yellow' },
  published: { text: 'Published', classes: 'govuk-tag--green' },
  changed: { text: 'Draft of a change', classes: 'govuk-tag--blue' },
} as const

/** The pages of a round with where each stands. */
export function pageListPage({ frame, pages, publicHref }: PageList): Page {
  return managed(frame, {
    title: 'Public pages',
    content: html`<p class="govuk-body">You write the words. Dates, amounts, who may lead, the odds and the form are added to each page from the round’s set-up. <a class="govuk-link" href="${publicHref}">See the pages as the public does</a>.</p>
${taskList({
  idPrefix: 'page',
  items: pages.map(({ title, href, state, detail }) => ({
    title: { text: title },
    href,
    hint: { text: detail },
    status: { tag: states[state] },
  })),
})}`,
  })
}
