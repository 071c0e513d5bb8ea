import type { CompareExpression, Expression, ItemsExpression, SumExpression } from './expression-shape.ts'

/** Every question that an expression reads, each once, in the order of its text: a list before what is asked of its items. */
export const referencesOf = (expression: Expression): readonly string[] => [
  ...new Set(everyReference(expression, ({ items, where }) => [items, ...referencesOf(where)])),
]

/** Those of them that must be answered for it to say anything: of a list that is read item by item, the list. */
export const neededBy = (expression: Expression): readonly string[] => [
  ...new Set(everyReference(expression, ({ items }) => [items])),
]

/** Whether a test adds up, counts or compares, so that it is not of one answer. */
export const readsSeveral = (
  expression: Expression,
): expression is SumExpression | ItemsExpression | CompareExpression =>
  'sum' in expression || 'items' in expression || 'compare' in expression

type OfItems = (expression: ItemsExpression) => readonly string[]

function everyReference(expression: Expression, ofItems: OfItems): readonly string[] {
  const inside = (part: Expression) => everyReference(part, ofItems)
  if ('all' in expression) return expression.all.flatMap(inside)
  if ('any' in expression) return expression.any.flatMap(inside)
  if ('not' in expression) return inside(expression.not)
  if ('sum' in expression) return expression.sum
  if ('items' in expression) return ofItems(expression)
  if ('compare' in expression) return [expression.compare[0], expression.compare[2]]
  return [expression.question]
}
