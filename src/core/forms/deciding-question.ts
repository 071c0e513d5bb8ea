import { holds, type Reading } from './expression.ts'
import type { Expression } from './expression-shape.ts'

/**
 * The question by whose answer an expression comes out as it does: of several that must hold the first that does not, of several
 * of which one is enough the first that does. Of what is asked of the entries of a list, the list; of a sum or a comparison,
 * its first question. undefined when it reads nothing.
 *
 * @example decidingQuestion({ any: [{ question: 'a', is: 1 }, { question: 'b', is: 2 }] }, reading) // => 'b', where a is not 1
 */
export function decidingQuestion(expression: Expression, reading: Reading): string | undefined {
  if ('not' in expression) return decidingQuestion(expression.not, reading)
  if ('all' in expression || 'any' in expression) {
    const parts = 'all' in expression ? expression.all : expression.any
    const outcome = holds(expression, reading)
    const part = parts.find((each) => holds(each, reading) === outcome)
    return part && decidingQuestion(part, reading)
  }
  if ('sum' in expression) return expression.sum[0]
  if ('items' in expression) return expression.items
  return 'compare' in expression ? expression.compare[0] : expression.question
}
