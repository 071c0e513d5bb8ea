import type { Expression } from './expression-shape.ts'

/** Every question that an expression reads, each once, in the order of its text. */
export const referencesOf = (expression: Expression): readonly string[] => [...new Set(everyReference(expression))]

function everyReference(expression: Expression): readonly string[] {
  if ('all' in expression) return expression.all.flatMap(everyReference)
  if ('any' in expression) return expression.any.flatMap(everyReference)
  if ('not' in expression) return everyReference(expression.not)
  if ('sum' in expression) return expression.sum
  if ('compare' in expression) return [expression.compare[0], expression.compare[2]]
  return [expression.question]
}
