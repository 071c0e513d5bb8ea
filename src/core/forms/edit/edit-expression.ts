import type { AskExpression, Expression, ItemsExpression, ItemTest } from '../expression-shape.ts'

/** Where in an expression a part is: the place at each level, from 0. The whole is `[]`. */
export type ExpressionPath = readonly number[]

/** How the parts of a group are joined. */
export type Join = 'all' | 'any'

/** What is asked of each item of a list, one by one. */
const testsIn = (where: ItemTest): readonly AskExpression[] =>
  'all' in where ? where.all : 'any' in where ? where.any : [where]

const joined = (where: ItemTest, tests: readonly AskExpression[]): ItemTest => {
  const [only] = tests
  if (only !== undefined && tests.length === 1) return only
  return 'any' in where ? { any: tests } : { all: tests }
}

/** The parts of a group, or what is asked of each item of a list where that is several tests; none of a single test. */
export function partsOf(expression: Expression): readonly Expression[] {
  if ('items' in expression) return 'question' in expression.where ? [] : testsIn(expression.where)
  if ('all' in expression) return expression.all
  if ('any' in expression) return expression.any
  return 'not' in expression ? [expression.not] : []
}

/** The part at a path; undefined when there is none. */
export function partAt(expression: Expression | undefined, path: ExpressionPath): Expression | undefined {
  const [first, ...rest] = path
  if (expression === undefined || first === undefined) return expression
  return partAt(partsOf(expression)[first], rest)
}

/**
 * An expression with the part at a path changed, or taken out when the change gives undefined. A group that is left with one
 * part becomes that part, and one with none goes too.
 *
 * @returns undefined when nothing is left
 */
export function changePart(
  expression: Expression,
  path: ExpressionPath,
  change: (part: Expression) => Expression | undefined,
): Expression | undefined {
  const [first, ...rest] = path
  if (first === undefined) return change(expression)
  const parts = partsOf(expression)
  const changed = parts.flatMap((part, index) => {
    const next = index === first ? changePart(part, rest, change) : part
    return next === undefined ? [] : [next]
  })
  if ('items' in expression) return changed.length === 0 ? undefined : withParts(expression, changed)
  if (changed.length < parts.length && changed.length < 2) return changed[0]
  return withParts(expression, changed)
}

function withParts(expression: Expression, parts: readonly Expression[]): Expression {
  if ('all' in expression) return { all: parts }
  if ('any' in expression) return { any: parts }
  if ('items' in expression) {
    const tests = parts.filter((part) => 'question' in part)
    return tests.length === parts.length ? { ...expression, where: joined(expression.where, tests) } : expression
  }
  const [only] = parts
  return 'not' in expression && only !== undefined ? { not: only } : expression
}

/** A test put beside what is at a path: in its group, or in a new one where both must hold. */
export const addPart = (
  expression: Expression | undefined,
  path: ExpressionPath,
  test: Expression,
): Expression | undefined =>
  expression === undefined
    ? test
    : changePart(expression, path, (part) => {
        if ('all' in part) return { all: [...part.all, test] }
        return 'any' in part ? { any: [...part.any, test] } : { all: [part, test] }
      })

/** A test of the items of a list that asks one thing more of each of them. How many it must hold of is as the new one says. */
export const askMore = (part: ItemsExpression, more: ItemsExpression): ItemsExpression => ({
  ...more,
  where: joined(part.where, [...testsIn(part.where), ...testsIn(more.where)]),
})

/** A test of the items of a list with one of the things asked changed. How many it must hold of is as the new one says. */
export const askOtherwise = (part: ItemsExpression, index: number, other: ItemsExpression): ItemsExpression => ({
  ...other,
  where: joined(
    part.where,
    testsIn(part.where).flatMap((test, at) => (at === index ? testsIn(other.where) : [test])),
  ),
})

/** The parts of a group, or what is asked of each item of a list, joined in another way. */
export const joinBy = (part: Expression, join: Join): Expression => {
  const parts = partsOf(part)
  if ('items' in part) {
    const tests = testsIn(part.where)
    return parts.length === 0 ? part : { ...part, where: join === 'all' ? { all: tests } : { any: tests } }
  }
  if (parts.length === 0 || 'not' in part) return part
  return join === 'all' ? { all: parts } : { any: parts }
}

/** What holds exactly when this does not; `not` of `not` is left out. */
export const opposite = (part: Expression): Expression => ('not' in part ? part.not : { not: part })

/** A part alone in a group of its own, so that others can be put beside it. Joined otherwise than what it stands in. */
export const nest = (part: Expression, outer: Expression | undefined): Expression =>
  outer !== undefined && 'any' in outer ? { all: [part] } : { any: [part] }
