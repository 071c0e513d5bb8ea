import {
  type Answers,
  type Form,
  type PostedFields,
  type Problem,
  validatePage,
  withPosted,
} from '../../core/forms/index.ts'

/** A form of one page as it came back: what was typed, and all that is wrong with it. */
export type Posted = { readonly answers: Answers; readonly problems: readonly Problem[] }

/** Reads what was posted to a form of one page. */
export function readPosted(form: Form, fields: PostedFields): Posted {
  const [page] = form.pages
  const answers = withPosted({}, fields, page?.questions ?? [])
  return { answers, problems: validatePage(form, answers, page?.id ?? '', 'submit') }
}

/** A form of one page. */
export const onePageForm = (id: string, title: string, questions: Form['pages'][number]['questions']): Form => ({
  id,
  title,
  pages: [{ id, title, questions }],
})

export const textIn = (answers: Answers, id: string): string => (typeof answers[id] === 'string' ? answers[id] : '')
export const textsIn = (answers: Answers, id: string): readonly string[] =>
  Array.isArray(answers[id]) ? answers[id].filter((each) => typeof each === 'string') : []
export const numberIn = (answers: Answers, id: string): number => (typeof answers[id] === 'number' ? answers[id] : 0)
