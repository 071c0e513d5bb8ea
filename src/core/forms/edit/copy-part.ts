import type { Form, FormPage, Question } from '../definition.ts'
import type { AskExpression, Expression, ItemTest } from '../expression-shape.ts'
import { asksForKind } from '../facts.ts'
import { childrenOf } from '../form-questions.ts'

/** Every id of a form that something new must not take: pages, sections, and questions with those in groups. */
export const takenIds = (form: Form): ReadonlySet<string> =>
  new Set([
    ...form.pages.flatMap(({ id, questions }) => [id, ...questions.flatMap(questionIds)]),
    ...(form.sections ?? []).map(({ id }) => id),
  ])

const questionIds = (question: Question): readonly string[] => [
  question.id,
  ...childrenOf(question).map(({ id }) => id),
]

/** Gives names that nothing has, each once. */
export function namer(taken: ReadonlySet<string>): (wanted: string) => string {
  const used = new Set(taken)
  return (wanted) => {
    const base = wanted.replace(/-\d+$/, '').slice(0, 90)
    let name = wanted
    for (let number = 2; used.has(name); number += 1) name = `${base}-${number}`
    used.add(name)
    return name
  }
}

/** What is asked of an item, of other questions in place of some. */
function rewiredTest(where: ItemTest, id: (old: string) => string): ItemTest {
  const one = (test: AskExpression): AskExpression => ({ ...test, question: id(test.question) })
  if ('all' in where) return { all: where.all.map(one) }
  return 'any' in where ? { any: where.any.map(one) } : one(where)
}

/** An expression that reads other questions in place of some. */
export function rewired(expression: Expression, renamed: ReadonlyMap<string, string>): Expression {
  const id = (old: string) => renamed.get(old) ?? old
  const inside = (part: Expression) => rewired(part, renamed)
  if ('all' in expression) return { all: expression.all.map(inside) }
  if ('any' in expression) return { any: expression.any.map(inside) }
  if ('not' in expression) return { not: inside(expression.not) }
  if ('sum' in expression) return { ...expression, sum: expression.sum.map(id) }
  if ('items' in expression)
    return { ...expression, items: id(expression.items), where: rewiredTest(expression.where, id) }
  if ('compare' in expression) {
    const [left, comparison, right] = expression.compare
    return { compare: [id(left), comparison, id(right)] }
  }
  return { ...expression, question: id(expression.question) }
}

/** Questions with other ids, also of the questions in groups; what they read of each other goes with them. */
export function withIds(questions: readonly Question[], renamed: ReadonlyMap<string, string>): readonly Question[] {
  const one = <Kind extends Question>(question: Kind): Kind => ({
    ...question,
    id: renamed.get(question.id) ?? question.id,
    ...(question.showIf !== undefined && { showIf: rewired(question.showIf, renamed) }),
    ...(asksForKind(question) && { fact: { kindOf: renamed.get(question.fact.kindOf) ?? question.fact.kindOf } }),
    ...(question.type === 'repeating-group' && { questions: question.questions.map(one) }),
  })
  return questions.map(one)
}

/**
 * A copy of a page: itself and its questions with ids that nothing has. What its questions read of each other is read of
 * the copies; what they read of other pages stays.
 *
 * @param name gives a free id for a wanted one
 */
export function copyPage(page: FormPage, name: (wanted: string) => string): FormPage {
  const renamed = new Map(page.questions.flatMap(questionIds).map((id) => [id, name(id)]))
  return { ...page, id: name(page.id), questions: withIds(page.questions, renamed) }
}

/** Copies of pages, which read each other's copies. */
export function copyPages(pages: readonly FormPage[], name: (wanted: string) => string): readonly FormPage[] {
  const renamed = new Map(pages.flatMap(({ questions }) => questions.flatMap(questionIds)).map((id) => [id, name(id)]))
  return pages.map((page) => ({
    ...page,
    id: name(page.id),
    ...(page.showIf !== undefined && { showIf: rewired(page.showIf, renamed) }),
    questions: withIds(page.questions, renamed),
  }))
}

/** Copies of questions that stand together, which read each other's copies. */
export function copyQuestions(questions: readonly Question[], name: (wanted: string) => string): readonly Question[] {
  return withIds(questions, new Map(questions.flatMap(questionIds).map((id) => [id, name(id)])))
}
