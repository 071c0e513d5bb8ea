import type { ShapeProblem } from '../../canonical/index.ts'
import type { Answered } from '../answers.ts'
import { holds } from '../expression.ts'
import type { Expression } from '../expression-shape.ts'
import { readsSeveral, referencesOf } from '../references.ts'
import type { Standing } from './outline.ts'
import { mentionedOf, typicalValues } from './typical-values.ts'

/** Combinations of answers tried for one question; a condition with more is taken to be reachable. */
const MOST_TRIES = 20_000

type Questions = ReadonlyMap<string, Standing>
type Values = ReadonlyMap<string, Answered | undefined>
/** What may come of an expression whose sums, lists and comparisons between questions are not worked out. */
type Outlook = { readonly canHold: boolean; readonly canFail: boolean }

/** Questions that no answers show. Only for forms whose references and order are right. */
export function checkReachable(standings: readonly Standing[], questions: Questions): readonly ShapeProblem[] {
  const said = new Set<string>()
  return standings.flatMap((standing) => {
    if (standing.group && said.has(standing.group.id)) return []
    if (canBeShown(standing, questions)) return []
    said.add(standing.question.id)
    const at = standing.conditions.at(-1)?.at ?? standing.at
    return [{ at, text: `question “${standing.question.id}” cannot be reached: no answers show it` }]
  })
}

/** Tries every combination of answers that the conditions can tell apart. */
function canBeShown(standing: Standing, questions: Questions): boolean {
  const conditions = everyCondition(standing, questions)
  if (conditions.length === 0) return true
  const ids = [...new Set(conditions.flatMap(referencesOf))]
  const choices = ids.map((id) => {
    const question = questions.get(id)?.question
    return question
      ? typicalValues(
          question,
          conditions.flatMap((condition) => mentionedOf(condition, id)),
        )
      : [undefined]
  })
  const total = choices.reduce((product, values) => product * values.length, 1)
  if (total > MOST_TRIES) return true
  for (let index = 0; index < total; index += 1) {
    const values: Values = new Map(combination(index, choices).map((value, place) => [ids[place] ?? '', value]))
    if (outlookOf(standing, questions, values).canHold) return true
  }
  return false
}

/** The combination of that number, one value of each list, counting like an odometer. */
function combination<Value>(index: number, choices: readonly (readonly Value[])[]): readonly (Value | undefined)[] {
  let rest = index
  return choices.map((values) => {
    const value = values[rest % values.length]
    rest = Math.floor(rest / values.length)
    return value
  })
}

/** The conditions of a question, and of all questions that they read. */
function everyCondition(standing: Standing, questions: Questions): readonly Expression[] {
  const found = new Set<Expression>()
  const seen = new Set<string>()
  const visit = ({ question, conditions, group }: Standing): void => {
    if (seen.has(question.id)) return
    seen.add(question.id)
    for (const { expression } of conditions) {
      found.add(expression)
      for (const id of referencesOf(expression)) visitId(id)
    }
    if (group) visitId(group.id)
  }
  const visitId = (id: string) => {
    const next = questions.get(id)
    if (next) visit(next)
  }
  visit(standing)
  return [...found]
}

/** Whether the question may be shown, and hidden, with these answers. */
function outlookOf({ conditions, group }: Standing, questions: Questions, values: Values): Outlook {
  const parts = conditions.map(({ expression }) => outlook(expression, questions, values))
  const outer = group ? questions.get(group.id) : undefined
  return allOf(outer ? [outlookOf(outer, questions, values), ...parts] : parts)
}

const allOf = (parts: readonly Outlook[]): Outlook => ({
  canHold: parts.every((part) => part.canHold),
  canFail: parts.some((part) => part.canFail),
})

const opposite = ({ canHold, canFail }: Outlook): Outlook => ({ canHold: canFail, canFail: canHold })

function outlook(expression: Expression, questions: Questions, values: Values): Outlook {
  const within = (part: Expression) => outlook(part, questions, values)
  if ('all' in expression) return allOf(expression.all.map(within))
  if ('any' in expression) return opposite(allOf(expression.any.map((part) => opposite(within(part)))))
  if ('not' in expression) return opposite(within(expression.not))
  if (readsSeveral(expression)) return { canHold: true, canFail: true }
  const standing = questions.get(expression.question)
  const shown = standing ? outlookOf(standing, questions, values) : { canHold: false, canFail: true }
  const outcomes = [
    ...(shown.canHold ? [holdsOf(expression, values.get(expression.question))] : []),
    ...(shown.canFail ? [holdsOf(expression, undefined)] : []),
  ]
  return { canHold: outcomes.includes(true), canFail: outcomes.includes(false) }
}

const holdsOf = (expression: Expression, value: Answered | undefined): boolean =>
  holds(expression, { value: () => value, total: () => undefined, items: () => [] })
