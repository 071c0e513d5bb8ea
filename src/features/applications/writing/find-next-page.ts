import { type Answers, type Form, isAnswered, whatIsVisible } from '../../../core/forms/index.ts'
import { readVersions } from '../../../core/saving/seen-versions.ts'

/** The next page, the same page again for the question that has come up, or the end of the form. */
export type NextPage =
  | { readonly kind: 'page'; readonly id: string }
  | { readonly kind: 'same'; readonly question: string }
  | { readonly kind: 'end' }

/**
 * Where to go after a page was saved: the next visible page, or the same one when an answer on it has brought up a
 * question that was not there.
 *
 * @param versions as the page carried them: they say which questions were shown
 */
export function findNextPage(form: Form, answers: Answers, pageId: string, versions: string): NextPage {
  const { pages } = whatIsVisible(form, answers)
  const index = pages.findIndex(({ page }) => page.id === pageId)
  const here = pages[index]
  if (here !== undefined) {
    const seen = readVersions(here.page.questions, versions)
    const isNew = ({ id }: { readonly id: string }) => seen !== undefined && !seen.has(id) && !isAnswered(answers[id])
    const brought = here.questions.find(isNew)
    if (brought !== undefined) return { kind: 'same', question: brought.id }
  }
  const order = form.pages.map(({ id }) => id)
  const next = pages.find(({ page }) => order.indexOf(page.id) > order.indexOf(pageId))
  return next === undefined ? { kind: 'end' } : { kind: 'page', id: next.page.id }
}
