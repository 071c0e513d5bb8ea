/** A value that one answer can be compared with. Dates are ISO days: `2014-02-10`. */
export type Scalar = string | number | boolean

/** Comparisons of numbers. */
export type NumberTest =
  | { readonly above: number }
  | { readonly atLeast: number }
  | { readonly below: number }
  | { readonly atMost: number }

/** What can be asked of one answer. A test other than `answered: false`, `isNot` is false of a question not answered. */
export type AnswerTest =
  | NumberTest
  | { readonly is: Scalar }
  | { readonly isNot: Scalar }
  | { readonly anyOf: readonly Scalar[] }
  | { readonly before: string }
  | { readonly after: string }
  | { readonly answered: boolean }
  | { readonly includes: string }

/** How two answers can be compared. `before` and `after` are for dates. */
export type Comparison = 'is' | 'isNot' | 'above' | 'atLeast' | 'below' | 'atMost' | 'before' | 'after'

/** One test of one answer. */
export type AskExpression = { readonly question: string } & AnswerTest

/** Adds up answers that are numbers. A money table counts with its total, a question in a repeating group with every item. */
export type SumExpression = { readonly sum: readonly string[] } & NumberTest

/** What is asked of one item of a list: one test, or several of which all or any must hold. */
export type ItemTest =
  | AskExpression
  | { readonly all: readonly AskExpression[] }
  | { readonly any: readonly AskExpression[] }

/**
 * Asks something of each item of a repeating group, from outside of it, and how many it must be true of. A list that is hidden
 * or empty answers nothing, so that it is false.
 *
 * @example ({ items: 'partners', where: { question: 'kind', is: 'charity' }, atLeast: 1 })
 */
export type ItemsExpression = { readonly items: string; readonly where: ItemTest } & (
  | NumberTest
  | { readonly every: true }
)

/** Compares the answer of the first question with the answer of the second. */
export type CompareExpression = { readonly compare: readonly [string, Comparison, string] }

/**
 * A condition as data: a closed set, so that it always ends, can be put in words, and can be checked before it is used.
 *
 * @example ({ all: [{ question: 'joint', is: true }, { sum: ['staff', 'advice'], above: 100000 }] })
 */
export type Expression =
  | AskExpression
  | SumExpression
  | ItemsExpression
  | CompareExpression
  | { readonly all: readonly Expression[] }
  | { readonly any: readonly Expression[] }
  | { readonly not: Expression }
