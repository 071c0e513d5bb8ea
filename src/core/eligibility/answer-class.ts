import type { Answered } from '../forms/answers.ts'
import type { Question } from '../forms/definition.ts'
import { holds } from '../forms/expression.ts'
import type { AskExpression, Expression, Scalar } from '../forms/expression-shape.ts'
import { asksForKind } from '../forms/facts.ts'
import { bodies, days, numbers, type Span, spanWords, ticks } from './answer-span.ts'

/** Answers to one question that no rule and no condition can tell apart. */
export type AnswerClass = {
  /** One answer that stands for each part of the class. undefined: the question is left unanswered. */
  readonly values: readonly [Answered | undefined, ...(Answered | undefined)[]]
  /** The class as people read it: `3 or more`. */
  readonly words: string
}

/** What an expression is made of, without what joins it. What is asked of the items of a list is one. */
export function leaves(expression: Expression): readonly Expression[] {
  if ('all' in expression) return expression.all.flatMap(leaves)
  if ('any' in expression) return expression.any.flatMap(leaves)
  return 'not' in expression ? leaves(expression.not) : [expression]
}

/** Each single test of one question that stands in an expression, also of one that is asked of the items of a list. */
export function testsOf(expression: Expression, id: string): readonly AskExpression[] {
  return leaves(expression).flatMap((leaf) => {
    if ('items' in leaf) return testsOf(leaf.where, id)
    return 'question' in leaf && leaf.question === id ? [leaf] : []
  })
}

/** Whether an expression adds answers up or compares two of them, so that it cannot be told apart question by question. */
export const readsSeveralAtOnce = (expression: Expression): boolean =>
  leaves(expression).some((leaf) => 'sum' in leaf || 'compare' in leaf)

/** The types of question whose answers fall into classes by themselves; a list of such questions does too. */
export const countableTypes = [
  'yes-no',
  'radios',
  'select',
  'checkboxes',
  'whole-number',
  'number',
  'money',
  'percentage',
  'date',
  'authority',
  'declaration',
] as const

/**
 * The classes of a question's answers, in the order of its options or from the least up. A question that may be left
 * unanswered has that as its last class. Answers of two classes are told apart by a test; answers of one never are.
 *
 * @param expressions all that may read the question; none adds up or compares it
 */
export function answerClasses(question: Question, expressions: readonly Expression[]): readonly AnswerClass[] {
  const tests = expressions.flatMap((expression) => testsOf(expression, question.id))
  const spans = spansOf(question, tests.flatMap(mentionedIn))
  const classes: { readonly told: string; readonly spans: Span[] }[] = []
  for (const span of spans) {
    const told = tests.map((test) => (testHolds(test, span.value) ? '1' : '0')).join('')
    const same = classes.find((one) => one.told === told)
    if (same) same.spans.push(span)
    else classes.push({ told, spans: [span] })
  }
  const answered = classes.map((one) => classOf(question, one.spans, classes.length === 1))
  // The register leaves no kind open of a body that is named.
  if (question.required || asksForKind(question)) return answered
  return [...answered, { values: [undefined], words: 'no answer' }]
}

const testHolds = (test: AskExpression, value: Answered): boolean =>
  holds(test, { value: () => value, total: () => undefined, items: () => [] })

/** What a test compares the answer with. */
const mentionedIn = ({ question: _question, ...test }: AskExpression): readonly Scalar[] =>
  Object.entries(test).flatMap(([key, value]) => (key === 'answered' ? [] : (value as Scalar | readonly Scalar[])))

function classOf(question: Question, spans: readonly Span[], only: boolean): AnswerClass {
  const [first, ...others] = spans.map(({ value }) => value)
  if (first === undefined) throw new RangeError('a class holds an answer')
  return { values: [first, ...others], words: only && spans.length > 1 ? 'any answer' : spanWords(question, spans) }
}

function spansOf(question: Question, mentioned: readonly Scalar[]): readonly Span[] {
  switch (question.type) {
    case 'yes-no':
      return [
        { value: true, words: 'yes' },
        { value: false, words: 'no' },
      ]
    case 'declaration':
      return [{ value: true, words: 'agreed' }, ...(question.required ? [] : [{ value: false, words: 'not agreed' }])]
    case 'radios':
    case 'select':
      return question.options.map(({ value, label }) => ({ value, words: label }))
    case 'checkboxes':
      return ticks(question, mentioned)
    case 'whole-number':
    case 'number':
    case 'money':
    case 'percentage':
      return numbers(question, mentioned)
    case 'date':
      return days(question, mentioned)
    case 'authority':
      return bodies(mentioned)
    default:
      throw new RangeError(`answers of the type ${question.type} have no classes`)
  }
}
