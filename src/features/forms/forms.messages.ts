/** What can be wrong with a form that somebody wants to keep or publish. */
export type FormProblem =
  | { readonly code: 'definition-wrong'; readonly at: string; readonly text: string }
  | { readonly code: 'nothing-to-publish' }
  | { readonly code: 'nothing-changed'; readonly number: number }
  | { readonly code: 'change-note-missing' }

type ProblemOf<Code> = Extract<FormProblem, { readonly code: Code }>
type Words = { readonly [Code in FormProblem['code']]: (problem: ProblemOf<Code>) => string }

/** What people read. A new problem code does not compile until it has words here. */
const words: Words = {
  'definition-wrong': ({ at, text }) => (at === '' ? `The form ${text}` : `${at} ${text}`),
  'nothing-to-publish': () => 'There is no draft of this form to publish',
  'nothing-changed': ({ number }) => `The draft is the same as version ${number}, which is already published`,
  'change-note-missing': () => 'Say what has changed since the last version',
}

/** The words for a problem. @example formProblemText({ code: 'change-note-missing' }) // => 'Say what has changed since the last version' */
export const formProblemText = (problem: FormProblem): string =>
  (words[problem.code] as (problem: FormProblem) => string)(problem)
