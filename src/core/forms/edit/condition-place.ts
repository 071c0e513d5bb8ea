import type { Form } from '../definition.ts'
import type { Expression } from '../expression-shape.ts'

/** What of a form has a condition: what a page or a question is shown by, and when a rule or a check applies. */
export type ConditionPlace = {
  readonly kind: 'page' | 'question' | 'rule' | 'check'
  readonly id: string
}

/** What stands at a place, or undefined: it is not there. `when` is undefined where nothing is asked. */
export function conditionAt(
  form: Form,
  { kind, id }: ConditionPlace,
): { readonly when: Expression | undefined } | undefined {
  if (kind === 'page') return shown(form.pages.find((page) => page.id === id))
  if (kind === 'rule') return form.rules?.find((rule) => rule.id === id)
  if (kind === 'check') return form.checks?.find((check) => check.id === id)
  const questions = form.pages.flatMap((page) => page.questions)
  const inside = questions.flatMap((question) => (question.type === 'repeating-group' ? question.questions : []))
  return shown([...questions, ...inside].find((question) => question.id === id))
}

const shown = (part: { readonly showIf?: Expression } | undefined) => part && { when: part.showIf }

/**
 * The form with another condition at a place. Without one a page or question is always shown; a rule or check keeps the one
 * it has, since it would be about nothing.
 */
export function withCondition(form: Form, { kind, id }: ConditionPlace, when: Expression | undefined): Form {
  if (kind === 'rule' || kind === 'check') {
    if (when === undefined) return form
    return kind === 'rule'
      ? { ...form, rules: (form.rules ?? []).map((rule) => (rule.id === id ? { ...rule, when } : rule)) }
      : { ...form, checks: (form.checks ?? []).map((check) => (check.id === id ? { ...check, when } : check)) }
  }
  const changed = <Part extends { readonly id: string; readonly showIf?: Expression }>(part: Part): Part => {
    if (part.id !== id) return part
    const { showIf: _, ...rest } = part
    return (when === undefined ? rest : { ...rest, showIf: when }) as Part
  }
  return {
    ...form,
    pages: form.pages.map((page) => {
      if (kind === 'page') return changed(page)
      const questions = page.questions.map((question) =>
        question.type === 'repeating-group'
          ? changed({ ...question, questions: question.questions.map(changed) })
          : changed(question),
      )
      return { ...page, questions }
    }),
  }
}
