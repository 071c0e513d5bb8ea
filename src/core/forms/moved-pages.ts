import type { Form } from './definition.ts'

/** A page that another version of the form does not have, and those on which its questions stand there. */
export type MovedPage = { readonly id: string; readonly title: string; readonly to: readonly string[] }

/**
 * The pages that go from one version of a form to another, each with the pages on which what it asked is asked now: none
 * where it is not asked any more.
 *
 * @example movedPages(before, after) // => [{ id: 'costs', title: 'Costs', to: ['money'] }]
 */
export const movedPages = (before: Form, after: Form): readonly MovedPage[] =>
  before.pages
    .filter(({ id }) => after.pages.every((page) => page.id !== id))
    .map(({ id, title, questions }) => {
      const asked = new Set(questions.map((question) => question.id))
      const to = after.pages.filter((page) => page.questions.some((question) => asked.has(question.id)))
      return { id, title, to: to.map((page) => page.id) }
    })
