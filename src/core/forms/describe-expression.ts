import { plainList } from '../text/plain-list.ts'
import { dayInWords, isIsoDay } from '../time/day.ts'
import type { Form, Question } from './definition.ts'
import type { AnswerTest, Comparison, Expression, ItemsExpression, Scalar } from './expression-shape.ts'
import { findQuestion } from './form-questions.ts'
import { quoted } from './name-in-sentence.ts'
import { limitWords } from './number-words.ts'
import type { NameOf } from './types/question-kind.ts'

/**
 * A condition in plain English, to show the rules of a form.
 *
 * @param nameOf what authorities are called; their ids stand in the words without it
 *
 * @example describeExpression(form, { question: 'joint', is: true }) // '“Is this a joint bid?” is yes'
 */
export function describeExpression(form: Form, expression: Expression, nameOf: NameOf = nameless): string {
  const inside = (part: Expression) => bracketed(part, describeExpression(form, part, nameOf))
  if ('all' in expression) return expression.all.map(inside).join(' and ') || 'always'
  if ('any' in expression) return expression.any.map(inside).join(' or ') || 'never'
  if ('not' in expression) return `it is not so that ${inside(expression.not)}`
  if ('sum' in expression) {
    const first = findQuestion(form, expression.sum[0] ?? '')
    return `the total of ${plainList(expression.sum.map((id) => labelOf(form, id)))} is ${testWords(expression, first, nameOf)}`
  }
  if ('items' in expression) {
    return `${describeEntries(form, expression)}, ${describeExpression(form, expression.where, nameOf)}`
  }
  if ('compare' in expression) {
    const [left, comparison, right] = expression.compare
    return `${labelOf(form, left)} is ${comparisonWords[comparison]}${labelOf(form, right)}`
  }
  const question = findQuestion(form, expression.question)
  return `${labelOf(form, expression.question)} ${'includes' in expression ? '' : 'is '}${testWords(expression, question, nameOf)}`
}

/** Of how many entries of a list something is asked. @example describeEntries(form, some) // => 'for at least one of the entries of “Partners”' */
export const describeEntries = (form: Form, test: ItemsExpression): string =>
  `${countWords(test)} of the entries of ${labelOf(form, test.items)}`

const nameless: NameOf = () => undefined

const labelOf = (form: Form, id: string): string => quoted(findQuestion(form, id)?.label ?? id)

const bracketed = (expression: Expression, words: string): string => {
  const joined = 'items' in expression ? expression.where : expression
  return ('all' in joined && joined.all.length > 1) || ('any' in joined && joined.any.length > 1) ? `(${words})` : words
}

function countWords(test: ItemsExpression): string {
  if ('every' in test) return 'for every one'
  if ('atMost' in test && test.atMost === 0) return 'for none'
  if ('atLeast' in test && test.atLeast === 1) return 'for at least one'
  return `for ${testWords(test, undefined, nameless)}`
}

const comparisonWords: { readonly [Kind in Comparison]: string } = {
  is: 'the same as ',
  isNot: 'not the same as ',
  above: 'more than ',
  atLeast: 'at least ',
  below: 'less than ',
  atMost: 'at most ',
  before: 'before ',
  after: 'after ',
}

function testWords(test: AnswerTest, question: Question | undefined, nameOf: NameOf): string {
  const value = (scalar: Scalar) => scalarWords(scalar, question, nameOf)
  if ('is' in test) return value(test.is)
  if ('isNot' in test) return `not ${value(test.isNot)}`
  if ('anyOf' in test) return plainList(test.anyOf.map(value), 'or')
  if ('includes' in test) return `includes ${value(test.includes)}`
  if ('answered' in test) return test.answered ? 'answered' : 'not answered'
  if ('before' in test) return `before ${value(test.before)}`
  if ('after' in test) return `after ${value(test.after)}`
  if ('above' in test) return `more than ${value(test.above)}`
  if ('atLeast' in test) return `at least ${value(test.atLeast)}`
  return 'below' in test ? `less than ${value(test.below)}` : `at most ${value(test.atMost)}`
}

function scalarWords(value: Scalar, question: Question | undefined, nameOf: NameOf): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return limitWords(value, question ?? { type: 'number' })
  if (question && 'options' in question)
    return quoted(question.options.find((option) => option.value === value)?.label ?? value)
  if (question?.type === 'authority') return nameOf('authority', value) ?? quoted(value)
  return question?.type === 'date' && isIsoDay(value) ? dayInWords(value) : quoted(value)
}
