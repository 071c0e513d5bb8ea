import type { Json, JsonObject } from '../canonical/json.ts'
import { type Answered, type Answers, answerOf } from './answers.ts'
import type { Form, FormPage, Question, RepeatingGroupQuestion, SimpleQuestion } from './definition.ts'
import { holds, type Reading } from './expression.ts'
import { itemsOf, sumOrNone, totalOf } from './totals.ts'

/** A page that is shown, with those of its questions that are. */
export type VisiblePage = { readonly page: FormPage; readonly questions: readonly Question[] }

/** What can be seen of a form with these answers. */
export type Visible = {
  /** In order; a page with no visible question is left out. */
  readonly pages: readonly VisiblePage[]
  /** In the order of the form. */
  readonly questions: readonly Question[]
  /** The answers as conditions see them: a hidden question's answer counts for nothing. */
  readonly reading: Reading
}

/**
 * Works out what is shown. One pass is enough, because a checked form's conditions only look back.
 *
 * @param form a form that `checkDefinition` accepted
 */
export function whatIsVisible(form: Form, answers: Answers): Visible {
  const seen = new Map<string, Question>()
  const groups = new Map<string, RepeatingGroupQuestion>()
  const reading = readingOf(answers, seen, groups)
  const pages: VisiblePage[] = []
  for (const page of form.pages) {
    if (page.showIf && !holds(page.showIf, reading)) continue
    const questions: Question[] = []
    for (const question of page.questions) {
      if (question.showIf && !holds(question.showIf, reading)) continue
      questions.push(question)
      seen.set(question.id, question)
      if (question.type === 'repeating-group') for (const child of question.questions) groups.set(child.id, question)
    }
    if (questions.length > 0) pages.push({ page, questions })
  }
  return { pages, questions: [...seen.values()], reading }
}

function readingOf(
  answers: Answers,
  seen: Map<string, Question>,
  groups: Map<string, RepeatingGroupQuestion>,
): Reading {
  const value = (id: string): Answered | undefined => (seen.has(id) ? answerOf(answers, id) : undefined)
  const total = (id: string): number | undefined => {
    const group = groups.get(id)
    if (group) return sumOrNone(shownCells(group, value(group.id), id, reading))
    const question = seen.get(id)
    const answer = value(id)
    return question && answer !== undefined ? totalOf(question, answer) : undefined
  }
  const items = (id: string): readonly Reading[] => {
    const group = seen.get(id)
    if (group?.type !== 'repeating-group') return []
    return itemsOf(value(id)).map((item) => shownInItem(group, item, reading).reading)
  }
  const reading = { value, total, items }
  return reading
}

/** What one question of a group was answered with in each item that shows it. */
const shownCells = (group: RepeatingGroupQuestion, items: Json | undefined, id: string, outer: Reading) =>
  itemsOf(items)
    .filter((item) => visibleInItem(group, item, outer).some((child) => child.id === id))
    .map((item) => answerOf(item, id))
    .filter((cell) => cell !== undefined)

/** The questions shown in one item of a group: their conditions see the item first, then the rest of the form. */
export const visibleInItem = (
  group: RepeatingGroupQuestion,
  item: JsonObject,
  outer: Reading,
): readonly SimpleQuestion[] => shownInItem(group, item, outer).questions

function shownInItem(
  group: RepeatingGroupQuestion,
  item: JsonObject,
  outer: Reading,
): { readonly questions: readonly SimpleQuestion[]; readonly reading: Reading } {
  const seen = new Map<string, SimpleQuestion>()
  const own = new Set(group.questions.map((child) => child.id))
  const value = (id: string): Answered | undefined => {
    if (!own.has(id)) return outer.value(id)
    return seen.has(id) ? answerOf(item, id) : undefined
  }
  const total = (id: string): number | undefined => {
    if (!own.has(id)) return outer.total(id)
    const answer = value(id)
    return typeof answer === 'number' ? answer : undefined
  }
  const reading = { value, total, items: outer.items }
  for (const child of group.questions) {
    if (!child.showIf || holds(child.showIf, reading)) seen.set(child.id, child)
  }
  return { questions: [...seen.values()], reading }
}
