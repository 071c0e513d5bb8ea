import { isObject, type Json, type JsonObject } from '../canonical/json.ts'
import { type Answers, answerOf, memberOf } from './answers.ts'
import type { Form, Question, SelectQuestion } from './definition.ts'
import { childrenOf, questionsOf } from './form-questions.ts'
import { itemsOf } from './totals.ts'

/**
 * What is known of an application, as the register has it: the kind of its lead, and of bodies that its answers name. Before
 * there is an application there is no lead, and what a person says of it stays.
 */
export type Facts = { readonly leadKind?: string; readonly kinds?: ReadonlyMap<string, string> }

/** A question that asks what kind of body the answer to another one names. */
export type KindQuestion = SelectQuestion & { readonly fact: { readonly kindOf: string } }

/** Whether the service itself answers a question of an application. */
export const isFact = (question: Question): question is SelectQuestion =>
  question.type === 'select' && question.fact !== undefined

/** Whether it answers it with the kind of a body that another answer names. */
export const asksForKind = (question: Question): question is KindQuestion =>
  isFact(question) && question.fact !== 'lead-kind'

/** Whether a form asks for the kind of its lead. */
export const asksForLeadKind = (form: Form): boolean =>
  questionsOf(form).some((question) => isFact(question) && question.fact === 'lead-kind')

/** The questions whose answers say what kinds a form asks for: with the ids of those that ask, if they stand on a page. */
export const kindQuestions = (form: Form): readonly string[] => [
  ...new Set(
    questionsOf(form).flatMap((question) => [
      ...(asksForKind(question) ? [question.fact.kindOf, question.id] : []),
      ...(childrenOf(question).some(asksForKind) ? [question.id] : []),
    ]),
  ),
]

/**
 * The bodies whose kinds these questions ask for.
 *
 * @example namedBodies(form.pages[0].questions, { partner: 'T-ALDER' }) // => ['T-ALDER']
 */
export function namedBodies(questions: readonly Question[], answers: Answers): readonly string[] {
  const named = questions.flatMap((question) => {
    if (asksForKind(question)) return [answerOf(answers, question.fact.kindOf)]
    const asked = childrenOf(question).filter(asksForKind)
    return itemsOf(answerOf(answers, question.id)).flatMap((item) =>
      asked.map(({ fact }) => memberOf(item, fact.kindOf)),
    )
  })
  return [...new Set(named.filter((id) => typeof id === 'string'))]
}

/**
 * The answers to what the service answers. A kind that no option has, such as that of a ministry, answers nothing; where
 * there was an answer before it is taken back. A list is given whole, with the kinds in its items.
 *
 * @example factAnswers(form, { leadKind: 'county' }) // => { 'what-leads': 'county' }
 */
export function factAnswers(form: Form, { leadKind, kinds = new Map() }: Facts, answers: Answers = {}): Answers {
  return Object.fromEntries(
    questionsOf(form).flatMap((question): readonly (readonly [string, Json])[] => {
      const before = answerOf(answers, question.id)
      if (isFact(question)) {
        if (!asksForKind(question) && leadKind === undefined) return []
        const kind = asksForKind(question) ? kindNamed(question, answers, kinds) : leadKind
        if (question.options.some(({ value }) => value === kind)) return [[question.id, kind ?? null]]
        return before === undefined ? [] : [[question.id, null]]
      }
      const list = withKinds(question, before, kinds)
      return list === undefined || list === before ? [] : [[question.id, list]]
    }),
  )
}

const kindNamed = ({ fact }: KindQuestion, answers: JsonObject, kinds: ReadonlyMap<string, string>) => {
  const named = memberOf(answers, fact.kindOf)
  return typeof named === 'string' ? kinds.get(named) : undefined
}

/** The answer to a repeating group with the kinds of the bodies that its items name, whatever it said of them before. */
export function withKinds(
  question: Question,
  value: Json | undefined,
  kinds: ReadonlyMap<string, string>,
): Json | undefined {
  const asked = childrenOf(question).filter(asksForKind)
  if (asked.length === 0 || !Array.isArray(value)) return value
  return value.map((item: Json) => {
    if (!isObject(item)) return item
    const facts = asked.map((child) => [child, kindNamed(child, item, kinds)] as const)
    const known = facts.filter(([{ options }, kind]) => options.some((option) => option.value === kind))
    const others = Object.entries(item).filter(([id]) => !asked.some((child) => child.id === id))
    return Object.fromEntries([...others, ...known.map(([{ id }, kind]) => [id, kind ?? null] as const)])
  })
}
