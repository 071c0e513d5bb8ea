import type { ShapeProblem } from '../../canonical/index.ts'
import { isIsoDay } from '../../time/day.ts'
import type { Form, Question, RepeatingGroupQuestion } from '../definition.ts'
import type {
  AskExpression,
  CompareExpression,
  Expression,
  ItemsExpression,
  ItemTest,
  Scalar,
} from '../expression-shape.ts'
import { NATURES, type Nature, suits } from './natures.ts'
import { expressionsOf, type PlacedExpression, type Standing } from './outline.ts'

type Questions = ReadonlyMap<string, Standing>

/** References to questions that are not there, and tests that their answers can never meet. */
export function checkReferences(
  form: Form,
  standings: readonly Standing[],
  questions: Questions,
): readonly ShapeProblem[] {
  const checks = (form.checks ?? []).flatMap(({ question }, index) => {
    const at = `/checks/${index}/question`
    return questions.get(question)?.group
      ? [{ at, text: insideGroup(question) }]
      : unknownQuestion(question, at, questions)
  })
  const expressions = expressionsOf(form, standings).flatMap((placed) => checkExpression(placed, questions))
  return [...expressions, ...checks]
}

const insideGroup = (id: string) =>
  `question “${id}” is inside a repeating group: only a sum or a test of its items can read it from outside`

const unknownQuestion = (id: string, at: string, questions: Questions): readonly ShapeProblem[] =>
  questions.has(id) ? [] : [{ at, text: `there is no question “${id}”` }]

function checkExpression({ expression, at, group }: PlacedExpression, questions: Questions): readonly ShapeProblem[] {
  const inside = (part: Expression, place: string) =>
    checkExpression({ expression: part, at: place, ...(group && { group }) }, questions)
  if ('all' in expression) return expression.all.flatMap((part, index) => inside(part, `${at}/all/${index}`))
  if ('any' in expression) return expression.any.flatMap((part, index) => inside(part, `${at}/any/${index}`))
  if ('not' in expression) return inside(expression.not, `${at}/not`)
  if ('sum' in expression)
    return expression.sum.flatMap((id, index) => checkAddend(id, `${at}/sum/${index}`, questions))
  if ('items' in expression) return checkItems(expression, at, group, questions)
  const ids = 'compare' in expression ? [expression.compare[0], expression.compare[2]] : [expression.question]
  const places = 'compare' in expression ? [`${at}/compare/0`, `${at}/compare/2`] : [`${at}/question`]
  const bad = ids.flatMap((id, index) => {
    const other = questions.get(id)?.group
    const place = places[index] ?? at
    return other && other !== group ? [{ at: place, text: insideGroup(id) }] : unknownQuestion(id, place, questions)
  })
  if (bad.length > 0) return bad
  return 'compare' in expression ? checkCompare(expression, at, questions) : checkTest(expression, at, questions)
}

function checkItems(
  { items, where }: ItemsExpression,
  at: string,
  from: RepeatingGroupQuestion | undefined,
  questions: Questions,
): readonly ShapeProblem[] {
  const list = questions.get(items)?.question
  if (!list) return unknownQuestion(items, `${at}/items`, questions)
  if (list.type !== 'repeating-group') return [{ at: `${at}/items`, text: `question “${items}” has no items` }]
  if (list === from) return [{ at: `${at}/items`, text: `an item of “${items}” cannot read all items of “${items}”` }]
  return placedTests(where, `${at}/where`).flatMap(({ test, place }) =>
    questions.get(test.question)?.group === list
      ? checkTest(test, place, questions)
      : [{ at: `${place}/question`, text: `“${items}” has no question “${test.question}” in its items` }],
  )
}

/** Each test of an item, with the place where it stands. */
function placedTests(where: ItemTest, at: string): readonly { readonly test: AskExpression; readonly place: string }[] {
  if ('all' in where) return where.all.map((test, index) => ({ test, place: `${at}/all/${index}` }))
  if ('any' in where) return where.any.map((test, index) => ({ test, place: `${at}/any/${index}` }))
  return [{ test: where, place: at }]
}

function checkAddend(id: string, at: string, questions: Questions): readonly ShapeProblem[] {
  const question = questions.get(id)?.question
  if (!question) return unknownQuestion(id, at, questions)
  const adds = NATURES[question.type] === 'number' || question.type === 'money-table'
  return adds ? [] : [{ at, text: `question “${id}” is not a number and cannot be added up` }]
}

function checkCompare({ compare: [left, comparison, right] }: CompareExpression, at: string, questions: Questions) {
  const natures = [left, right].map((id) => NATURES[questions.get(id)?.question.type ?? 'file'])
  const [nature] = natures
  const same = nature === natures[1] && nature !== 'whole' && nature !== 'options'
  const ordered = nature === 'day' || (nature === 'number' && comparison !== 'before' && comparison !== 'after')
  if (same && (ordered || comparison === 'is' || comparison === 'isNot')) return []
  return [{ at, text: `questions “${left}” and “${right}” cannot be compared by ${comparison}` }]
}

function checkTest(expression: AskExpression, at: string, questions: Questions): readonly ShapeProblem[] {
  const question = questions.get(expression.question)?.question
  const [test = '', wanted] = Object.entries(expression).find(([key]) => key !== 'question') ?? []
  if (!question) return []
  const nature = NATURES[question.type]
  if (!suits(test, nature)) {
    const instead = nature === 'options' ? '. Use includes or anyOf' : ''
    return [
      {
        at: `${at}/${test}`,
        text: `${test} cannot be asked of question “${question.id}”, a ${question.type} question${instead}`,
      },
    ]
  }
  if (!['is', 'isNot', 'includes', 'anyOf'].includes(test)) return []
  const never = [wanted].flat().filter((value) => !canBe(question, nature, value as Scalar))
  return never.map((value) => ({
    at: `${at}/${test}`,
    text: `question “${question.id}” can never be answered ${JSON.stringify(value)}`,
  }))
}

function canBe(question: Question, nature: Nature, value: Scalar): boolean {
  if ('options' in question) return question.options.some((option) => option.value === value)
  if (nature === 'day') return typeof value === 'string' && isIsoDay(value)
  if (nature === 'boolean') return typeof value === 'boolean'
  return typeof value === (nature === 'number' ? 'number' : 'string')
}
