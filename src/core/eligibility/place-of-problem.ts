import { childrenOf, type Form } from '../forms/index.ts'
import { nameOf, type ScreenerProblem } from './check-screener.ts'

/** A rule or a question of a form. */
export type PlaceOfProblem = { readonly kind: 'rule' | 'question'; readonly id: string }

/**
 * Where a problem of a screener is put right: the rule that it names, or the first of several; or else the question.
 * Undefined where it is about no one of them.
 *
 * @example placeOfProblem(form, { code: 'dead-end', question: 'Joint?', path: '“Joint?” no answer' }) // => { kind: 'question', id: 'joint' }
 */
export function placeOfProblem(form: Form, problem: ScreenerProblem): PlaceOfProblem | undefined {
  const ruleName = ruleNamed(problem)
  const rule = (form.rules ?? []).find((each) => nameOf(each) === ruleName)
  if (rule !== undefined) return { kind: 'rule', id: rule.id }
  const label = questionNamed(problem)
  const questions = form.pages.flatMap((page) => page.questions).flatMap((each) => [each, ...childrenOf(each)])
  const question = questions.find((each) => each.label === label)
  return question && { kind: 'question', id: question.id }
}

function ruleNamed(problem: ScreenerProblem): string | undefined {
  if ('rule' in problem) return problem.rule
  if ('rules' in problem) return problem.rules[0]
  return 'fails' in problem ? problem.fails : undefined
}

function questionNamed(problem: ScreenerProblem): string | undefined {
  if ('question' in problem) return problem.question
  return 'questions' in problem ? problem.questions[0] : undefined
}
