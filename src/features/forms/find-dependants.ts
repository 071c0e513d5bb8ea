import { childrenOf, type Form, findQuestion, type Question, referencesOf } from '../../core/forms/index.ts'
import type { DependantKind } from './forms.messages.ts'

/** Something of a form that reads the answer to a question, by what people call it. */
export type Dependant = { readonly kind: DependantKind; readonly name: string }

/**
 * What would be left reading the answer to a question that is no longer asked: conditions of questions and pages,
 * eligibility rules and checks. What goes with the question, as those of its group do, does not count.
 *
 * @returns in the order of the form, each once
 */
export function findDependants(form: Form, questionId: string): readonly Dependant[] {
  const removed = findQuestion(form, questionId)
  if (removed === undefined) return []
  const going = new Set([removed.id, ...childrenOf(removed).map(({ id }) => id)])
  const reads = (ids: readonly string[]): boolean => ids.some((id) => going.has(id))
  const ofQuestion = (question: Question): readonly Dependant[] => [
    ...(!going.has(question.id) && question.showIf !== undefined && reads(referencesOf(question.showIf))
      ? [{ kind: 'question' as const, name: question.label }]
      : []),
    ...childrenOf(question).flatMap(ofQuestion),
  ]
  return [
    ...form.pages.flatMap((page) => [
      ...(page.showIf !== undefined && reads(referencesOf(page.showIf))
        ? [{ kind: 'page' as const, name: page.title }]
        : []),
      ...page.questions.flatMap(ofQuestion),
    ]),
    ...(form.rules ?? [])
      .filter(({ when }) => reads(referencesOf(when)))
      .map(({ clause }) => ({ kind: 'rule' as const, name: clause })),
    ...(form.checks ?? [])
      .filter(({ when, question }) => reads([...referencesOf(when), question]))
      .map(({ text }) => ({ kind: 'check' as const, name: text })),
  ]
}
