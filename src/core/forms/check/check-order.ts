import type { ShapeProblem } from '../../canonical/index.ts'
import { referencesOf } from '../references.ts'
import type { Standing } from './outline.ts'

type Questions = ReadonlyMap<string, Standing>

/** The questions that decide whether a question is shown: those its conditions read, and the group that it stands in. */
function dependsOn({ conditions, group }: Standing): readonly string[] {
  const read = conditions.flatMap(({ expression }) => referencesOf(expression))
  return group ? [...read, group.id] : read
}

/**
 * Conditions that depend on themselves through others, and conditions that look ahead: a question that is shown by the answer
 * to a later one cannot be reached by whoever answers in order.
 */
export function checkOrder(standings: readonly Standing[], questions: Questions): readonly ShapeProblem[] {
  const circular = standings.filter(({ question }) => reaches(question.id, questions))
  if (circular.length > 0) return circular.flatMap(circularProblem)
  return standings.flatMap(aheadProblems(questions))
}

/** Whether following what a question depends on leads back to it. */
function reaches(start: string, questions: Questions): boolean {
  const seen = new Set<string>()
  const waiting = [start]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const standing = questions.get(id)
    for (const next of standing ? dependsOn(standing) : []) {
      if (next === start) return true
      if (!seen.has(next)) waiting.push(next)
      seen.add(next)
    }
  }
  return false
}

const circularProblem = ({ question, at, conditions }: Standing): readonly ShapeProblem[] =>
  conditions.length === 0
    ? []
    : [{ at: conditions.at(-1)?.at ?? at, text: `whether question “${question.id}” is shown depends on itself` }]

/** A page's condition is read before any of its questions; a question's own before the question. */
const aheadProblems =
  (questions: Questions) =>
  ({ question, at, order, pageStart, conditions }: Standing): readonly ShapeProblem[] =>
    conditions.flatMap((condition) => {
      const from = condition.at === `${at}/showIf` ? order : pageStart
      return referencesOf(condition.expression)
        .filter((id) => (questions.get(id)?.order ?? -1) >= from)
        .map((id) => ({
          at: condition.at,
          text: `question “${question.id}” cannot be reached: it depends on “${id}”, which comes later`,
        }))
    })
