import { type Answers, type Form, type Problem, validatePage } from '../forms/index.ts'

/** A figure or a day that lies outside what it may be stays wrong, whatever else is answered later. */
const outside: readonly Problem['code'][] = [
  'too-small',
  'too-large',
  'year-too-early',
  'year-too-late',
  'total-too-large',
  'date-too-early',
  'date-too-late',
]

/**
 * The problems of a page that is only begun and that going on with it cannot mend: what cannot be understood, and figures
 * and days outside what they may be. What is missing, and what is still too long, is for later.
 *
 * @param form of one page, as a sheet has it
 * @returns in the order of the page
 * @example notForLater({ id: 'a', title: 'A', pages: [{ id: 'a', title: 'A', questions: [] }] }, {}) // => []
 */
export function notForLater(form: Form, answers: Answers): readonly Problem[] {
  const cannotBeKept = validatePage(form, answers, form.id, 'draft')
  return validatePage(form, answers, form.id, 'submit').filter(
    ({ code, field }) =>
      outside.includes(code) || cannotBeKept.some((problem) => problem.code === code && problem.field === field),
  )
}
