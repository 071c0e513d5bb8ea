import { type Answers, childrenOf, decidingQuestion, type Form, type Rule, whatIsVisible } from '../forms/index.ts'
import { type Screened, screenerAnswers } from './judge.ts'

/** A question that somebody is asked, by the form of the application or by the screener before it. */
export type AskedAt = { readonly by: 'form' | 'screener'; readonly page: string; readonly question: string }

/**
 * Where the question is asked by whose answer a rule fires: in the form if it asks it, or else in the screener. For a question
 * in a list, the list.
 *
 * @param rule one that fires, of the form or of the screener
 * @returns undefined when the rule reads nothing
 */
export function whereDecided(
  rule: Rule,
  form: Form,
  answers: Answers,
  screened: Screened | undefined,
): AskedAt | undefined {
  const inForm = form.rules?.find(({ id }) => id === rule.id)
  const told = screened && screenerAnswers(screened.form, screened.told ?? {}, form, answers)
  const own = inForm && decidingQuestion(inForm.when, whatIsVisible(form, answers).reading)
  const decides = own ?? (screened && told && decidingQuestion(rule.when, whatIsVisible(screened.form, told).reading))
  if (decides === undefined) return undefined
  return (
    placeOf('form', form, answers, decides) ?? (screened && told && placeOf('screener', screened.form, told, decides))
  )
}

function placeOf(by: AskedAt['by'], form: Form, answers: Answers, id: string): AskedAt | undefined {
  for (const { page, questions } of whatIsVisible(form, answers).pages) {
    const question = questions.find((each) => each.id === id || childrenOf(each).some((child) => child.id === id))
    if (question !== undefined) return { by, page: page.id, question: question.id }
  }
  return undefined
}
