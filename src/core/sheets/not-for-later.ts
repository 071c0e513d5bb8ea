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

/** A day that is still to come, or is over, when it must not be. */
const ofDays: readonly string[] = ['has-come', 'is-to-come']

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
    (found) =>
      outside.includes(found.code) ||
      (found.code === 'check' && ofDays.includes(found.check)) ||
      cannotBeKept.some(({ code, field }) => code === found.code && field === found.field),
  )
}
