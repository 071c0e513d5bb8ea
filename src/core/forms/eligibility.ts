import type { Answers } from './answers.ts'
import type { Form, Rule } from './definition.ts'
import { holds, type Reading } from './expression.ts'
import { neededBy } from './references.ts'
import { whatIsVisible } from './visibility.ts'

/** What the rules of a form say of answers; the rules that fired, in the order of the form. */
export type Eligibility = {
  /** null when the form has no rules. */
  readonly outcome: 'pass' | 'pass-with-caveats' | 'fail' | null
  readonly failed: readonly Rule[]
  readonly caveats: readonly Rule[]
}

/**
 * Applies the eligibility rules. A rule fires only when every question it reads is visible and answered and it holds; so
 * answers that are not complete pass until they say otherwise.
 *
 * @param form a form that `checkDefinition` accepted
 */
export function eligibility(form: Form, answers: Answers): Eligibility {
  const rules = form.rules ?? []
  const { reading } = whatIsVisible(form, answers)
  const fired = rules.filter((rule) => fires(rule, reading))
  const failed = fired.filter((rule) => rule.outcome === 'fail')
  const caveats = fired.filter((rule) => rule.outcome === 'caveat')
  if (rules.length === 0) return { outcome: null, failed, caveats }
  if (failed.length > 0) return { outcome: 'fail', failed, caveats }
  return { outcome: caveats.length > 0 ? 'pass-with-caveats' : 'pass', failed, caveats }
}

/** A question in a group is answered when an item answers it. */
const fires = ({ when }: Rule, reading: Reading): boolean =>
  neededBy(when).every((id) => reading.value(id) !== undefined || reading.total(id) !== undefined) &&
  holds(when, reading)
