import { flag, isObject, list, number, pointer, type Shape, type ShapeProblem, text } from '../../canonical/index.ts'
import { isIsoDay } from '../../time/day.ts'

/** Deeper conditions than this are beyond what a person can read. */
const DEEPEST = 20

const scalar: Shape = (value, at) =>
  typeof value === 'boolean' || typeof value === 'number'
    ? []
    : text(value, at).map((problem) => ({ ...problem, text: 'must be text, a number, true or false' }))

/** A day that exists, `YYYY-MM-DD`. */
export const day: Shape = (value, at) =>
  typeof value === 'string' && isIsoDay(value) ? [] : [{ at, text: 'must be a real date, like 2014-02-10' }]

const NUMBER_TESTS: { readonly [key: string]: Shape } = {
  above: number,
  atLeast: number,
  below: number,
  atMost: number,
}

const always: Shape = (value, at) => (value === true ? [] : [{ at, text: 'must be true' }])

const TESTS: { readonly [key: string]: Shape } = {
  ...NUMBER_TESTS,
  is: scalar,
  isNot: scalar,
  anyOf: list(scalar, 1),
  before: day,
  after: day,
  answered: flag,
  includes: text,
}

/** What `compare` can put between two questions. */
const COMPARISONS = ['is', 'isNot', 'above', 'atLeast', 'below', 'atMost', 'before', 'after']

const compare: Shape = (value, at) => {
  if (!Array.isArray(value) || value.length !== 3)
    return [{ at, text: 'must be a list of a question, a comparison and a question' }]
  const [left, comparison, right] = value
  const unknown = COMPARISONS.includes(comparison)
    ? []
    : [{ at: pointer(at, 1), text: `must be one of: ${COMPARISONS.join(', ')}` }]
  return [...text(left, pointer(at, 0)), ...unknown, ...text(right, pointer(at, 2))]
}

/** The closed set of expressions. */
export const expression: Shape = (value, at) => expressionWithin(value, at, DEEPEST)

function expressionWithin(value: unknown, at: string, deepest: number): readonly ShapeProblem[] {
  if (!isObject(value)) return [{ at, text: 'must be a condition, like {"question":"q1","is":"yes"}' }]
  if (deepest === 0) return [{ at, text: `must not be nested more than ${DEEPEST} deep` }]
  const within: Shape = (part, place) => expressionWithin(part, place, deepest - 1)
  if (Object.hasOwn(value, 'all')) return only(value, at, { all: list(within) })
  if (Object.hasOwn(value, 'any')) return only(value, at, { any: list(within) })
  if (Object.hasOwn(value, 'not')) return only(value, at, { not: within })
  if (Object.hasOwn(value, 'compare')) return only(value, at, { compare })
  if (Object.hasOwn(value, 'sum'))
    return [...tested(value, at, 'sum', NUMBER_TESTS), ...list(text, 1)(value.sum, pointer(at, 'sum'))]
  if (Object.hasOwn(value, 'items')) return itemsShape(value, at)
  if (Object.hasOwn(value, 'question')) return askTest(value, at)
  return [{ at, text: 'must be a condition: one of question, sum, items, compare, all, any, not' }]
}

/** The list, what is asked of each item, and exactly one test of how many. */
function itemsShape({ items, where, ...test }: { readonly [key: string]: unknown }, at: string) {
  return [
    ...text(items, pointer(at, 'items')),
    ...itemTest(where, pointer(at, 'where')),
    ...tested(test, at, 'items', { ...NUMBER_TESTS, every: always }),
  ]
}

/** What is asked of an item: one test of a question, or several joined. */
const itemTest: Shape = (value, at) => {
  if (isObject(value) && Object.hasOwn(value, 'all')) return only(value, at, { all: list(askTest, 1) })
  if (isObject(value) && Object.hasOwn(value, 'any')) return only(value, at, { any: list(askTest, 1) })
  return askTest(value, at)
}

const askTest: Shape = (value, at) =>
  isObject(value)
    ? [...tested(value, at, 'question', TESTS), ...text(value.question, pointer(at, 'question'))]
    : [{ at, text: 'must be a test of a question, like {"question":"q1","is":"yes"}' }]

/** One key and no other. */
function only(value: { readonly [key: string]: unknown }, at: string, shapes: { readonly [key: string]: Shape }) {
  return Object.entries(value).flatMap(([key, member]) => {
    const shape = Object.hasOwn(shapes, key) ? shapes[key] : undefined
    return shape ? shape(member, pointer(at, key)) : [{ at: pointer(at, key), text: 'is not known here' }]
  })
}

/** The subject and exactly one test. */
function tested(
  value: { readonly [key: string]: unknown },
  at: string,
  subject: string,
  tests: { readonly [key: string]: Shape },
) {
  const keys = Object.keys(value).filter((key) => key !== subject)
  const known = keys.filter((key) => Object.hasOwn(tests, key))
  const problems = keys
    .filter((key) => !known.includes(key))
    .map((key) => ({ at: pointer(at, key), text: 'is not known here' }))
  if (known.length !== 1)
    return [
      ...problems,
      { at, text: `must have exactly one of: ${Object.keys(tests).join(', ')}. Join several with all` },
    ]
  return [...problems, ...known.flatMap((key) => tests[key]?.(value[key], pointer(at, key)) ?? [])]
}
