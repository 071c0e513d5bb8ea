import type { Form } from './definition.ts'
import type { Expression } from './expression-shape.ts'

/**
 * The questions of which one at least has to be answered, as the checks of a form say: each is needed unless another is
 * answered, and so none of them is optional.
 *
 * @example neededUnlessOther({ checks: [{ when: { all: [{ question: 'link', answered: false }, { question: 'files', answered: false }] }, … }] }) // => Set { 'link', 'files' }
 */
export const neededUnlessOther = ({ checks = [] }: Pick<Form, 'checks'>): ReadonlySet<string> =>
  new Set(checks.flatMap(({ when }) => allUnanswered(when) ?? []))

/** The questions of a condition that holds where none of several is answered; undefined for any other condition. */
function allUnanswered(when: Expression): readonly string[] | undefined {
  if (!('all' in when) || when.all.length < 2) return undefined
  const asked = when.all.map((each) =>
    'question' in each && 'answered' in each && !each.answered ? each.question : undefined,
  )
  return asked.every((question) => question !== undefined) ? asked : undefined
}
