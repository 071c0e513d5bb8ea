import type { Form, FormPage, Question } from '../../../core/forms/index.ts'

/** What somebody can be given to write: a page of the form, or one question of it. Versions of a form keep both ids. */
export type Assignable = { readonly kind: 'page' | 'question'; readonly id: string }

/** A page that can be given, and the question on it if it is that one alone. */
export type AssignablePlace = { readonly page: FormPage; readonly question: Question | undefined }

/**
 * Where what can be given stands in a form.
 *
 * @returns undefined if the form does not have it, or has it no more
 */
export function findAssignable(form: Form, { kind, id }: Assignable): AssignablePlace | undefined {
  for (const page of form.pages) {
    if (kind === 'page' && page.id === id) return { page, question: undefined }
    const question = kind === 'question' ? page.questions.find((one) => one.id === id) : undefined
    if (question !== undefined) return { page, question }
  }
  return undefined
}
