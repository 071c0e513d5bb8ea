import { pointer } from '../../canonical/index.ts'
import type { Form, Question, RepeatingGroupQuestion } from '../definition.ts'
import type { Expression } from '../expression-shape.ts'
import { childrenOf } from '../form-questions.ts'

/** A question and where it stands. */
export type Standing = {
  readonly question: Question
  readonly at: string
  /** Its place among all questions; a group comes before its questions. */
  readonly order: number
  readonly group?: RepeatingGroupQuestion
  /** The order of the first question of its page. */
  readonly pageStart: number
  /** Its page's condition and its own, and where they are. */
  readonly conditions: readonly PlacedExpression[]
}

export type PlacedExpression = {
  readonly expression: Expression
  readonly at: string
  /** The group whose items the expression is asked in. */
  readonly group?: RepeatingGroupQuestion
}

/** Every question with its place, in order. The first of repeated ids is the one that references mean. */
export function outlineOf(form: Form): readonly Standing[] {
  const standings: Standing[] = []
  form.pages.forEach((page, pageIndex) => {
    const pageAt = pointer('/pages', pageIndex)
    const pageStart = standings.length
    const onPage = page.showIf ? [{ expression: page.showIf, at: `${pageAt}/showIf` }] : []
    const add = (question: Question, at: string, group?: RepeatingGroupQuestion) => {
      const own = question.showIf ? [{ expression: question.showIf, at: `${at}/showIf`, ...(group && { group }) }] : []
      const conditions = group ? own : [...onPage, ...own]
      standings.push({ question, at, order: standings.length, pageStart, conditions, ...(group && { group }) })
    }
    page.questions.forEach((question, index) => {
      const at = `${pageAt}/questions/${index}`
      add(question, at)
      if (question.type !== 'repeating-group') return
      childrenOf(question).forEach((child, place) => {
        add(child, `${at}/questions/${place}`, question)
      })
    })
  })
  return standings
}

/** Questions by id. */
export const byId = (standings: readonly Standing[]): ReadonlyMap<string, Standing> =>
  new Map(standings.toReversed().map((standing) => [standing.question.id, standing]))

/** Every expression of a form: conditions of pages and questions, rules and checks. */
export function expressionsOf(form: Form, standings: readonly Standing[]): readonly PlacedExpression[] {
  const pages = form.pages.flatMap(({ showIf }, index) =>
    showIf ? [{ expression: showIf, at: `/pages/${index}/showIf` }] : [],
  )
  const own = standings.flatMap(({ conditions, at }) =>
    conditions.filter((condition) => condition.at === `${at}/showIf`),
  )
  const rules = (form.rules ?? []).map(({ when }, index) => ({ expression: when, at: `/rules/${index}/when` }))
  const checks = (form.checks ?? []).map(({ when }, index) => ({ expression: when, at: `/checks/${index}/when` }))
  return [...pages, ...own, ...rules, ...checks]
}
