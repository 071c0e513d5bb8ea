import { canonicalJson, type Json } from '../canonical/index.ts'
import type { Form, FormPage, Question, RepeatingGroupQuestion } from './definition.ts'
import { childrenOf } from './form-questions.ts'
import { referencesOf } from './references.ts'

type Placed = { readonly question: Question; readonly page: FormPage; readonly group?: RepeatingGroupQuestion }

/**
 * The questions on which the rules of a form rest and that another version asks otherwise, so that the same rules may
 * decide otherwise: a rule only fires when what it reads is visible and answered. They are those that a rule reads, and
 * those that conditions of these, of their pages and of their groups read, and so on. Each must be of the same type and in
 * the same group, needed or not, with the same values to choose from, under the same condition, on a page with the same
 * condition. Words, limits and order are free.
 *
 * @param before the form whose rules are looked at
 * @returns as they were asked, in the order of the rules; a question that went is one of them
 * @example changedUnderRules(form, { ...form, title: 'Other' }) // => []
 */
export function changedUnderRules(before: Form, after: Form): readonly Question[] {
  const [was, is] = [placesOf(before), placesOf(after)]
  return readByRules(before, was)
    .filter((placed) => {
      const now = is.get(placed.question.id)
      return now === undefined || asked(placed) !== asked(now)
    })
    .map(({ question }) => question)
}

function placesOf(form: Form): ReadonlyMap<string, Placed> {
  const places = form.pages.flatMap((page) =>
    page.questions.flatMap((question): readonly Placed[] => [
      { question, page },
      ...(question.type === 'repeating-group'
        ? childrenOf(question).map((child) => ({ question: child, page, group: question }))
        : []),
    ]),
  )
  return new Map(places.map((place) => [place.question.id, place]))
}

function readByRules(form: Form, places: ReadonlyMap<string, Placed>): readonly Placed[] {
  const read = new Set((form.rules ?? []).flatMap(({ when }) => referencesOf(when)))
  // A set gives what is added to it while it is gone through.
  for (const id of read) for (const next of readFor(places.get(id))) read.add(next)
  return [...read].flatMap((id) => places.get(id) ?? [])
}

/** What decides whether a question is visible. */
function readFor(placed: Placed | undefined): readonly string[] {
  if (placed === undefined) return []
  const { question, page, group } = placed
  const conditions = [question.showIf, page.showIf].flatMap((condition) => (condition ? referencesOf(condition) : []))
  return group === undefined ? conditions : [...conditions, group.id]
}

/** What of a question decides what a rule sees of it. */
function asked({ question, page, group }: Placed): string {
  const { type, required = false, showIf } = question
  const options = 'options' in question ? question.options.map(({ value }) => value).toSorted() : null
  const fact = (question.type === 'select' && question.fact) || null
  // What a table adds up to is what its columns of money say.
  const columns =
    question.type === 'money-table'
      ? question.columns.map(({ id, type = 'money' }) => `${id} ${type}`).toSorted()
      : null
  const conditions = [showIf ?? null, page.showIf ?? null] as unknown as Json
  return canonicalJson({ type, required, options, fact, columns, conditions, group: group?.id ?? null })
}
