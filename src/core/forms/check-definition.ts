import type { ShapeProblem } from '../canonical/index.ts'
import { done, type Result, refused } from '../result.ts'
import { checkFacts } from './check/check-facts.ts'
import { checkIds } from './check/check-ids.ts'
import { checkLimits, checkSections } from './check/check-limits.ts'
import { checkOrder } from './check/check-order.ts'
import { checkReachable } from './check/check-reachable.ts'
import { checkReferences } from './check/check-references.ts'
import { formShape } from './check/form-shape.ts'
import { byId, outlineOf } from './check/outline.ts'
import type { Form, MoneyColumn, Question } from './definition.ts'

/** Something wrong with a definition: `at` is a JSON pointer into it. */
export type DefinitionProblem = ShapeProblem

/**
 * Reads a form definition. Accepts nothing that the engine cannot run: unknown keys, repeated ids, references to what is not
 * there, tests that an answer can never meet, limits that no answer can keep, conditions that go round in a circle or look
 * ahead, and questions that no answers show. Where a stage finds problems, later stages, which rely on it, are not run.
 *
 * @param input parsed JSON; a money table's columns may be plain texts
 */
export function checkDefinition(input: unknown): Result<Form, DefinitionProblem> {
  const shape = formShape(input, '')
  if (shape.length > 0) return refused(...shape)
  const form = withColumns(input as Form)
  const standings = outlineOf(form)
  const questions = byId(standings)
  const problems = [
    ...checkIds(form, standings),
    ...checkLimits(standings),
    ...checkFacts(standings, questions),
    ...checkSections(form),
    ...checkReferences(form, standings, questions),
  ]
  if (problems.length > 0) return refused(...problems)
  const order = checkOrder(standings, questions)
  if (order.length > 0) return refused(...onePerPlace(order))
  const unreachable = checkReachable(standings, questions)
  return unreachable.length > 0 ? refused(...onePerPlace(unreachable)) : done(form)
}

/** A page's condition is said once, though it concerns all its questions. */
const onePerPlace = (problems: readonly ShapeProblem[]): readonly ShapeProblem[] =>
  problems.filter(({ at }, index) => problems.findIndex((other) => other.at === at) === index)

/** A column given as text is a column of pounds with that id and label. */
function withColumns(form: Form): Form {
  const wholeColumn = (column: MoneyColumn | string): MoneyColumn =>
    typeof column === 'string' ? { id: column, label: column } : column
  const wholeQuestion = (question: Question): Question =>
    question.type === 'money-table' ? { ...question, columns: question.columns.map(wholeColumn) } : question
  return { ...form, pages: form.pages.map((page) => ({ ...page, questions: page.questions.map(wholeQuestion) })) }
}
