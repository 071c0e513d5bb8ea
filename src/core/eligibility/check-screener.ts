import {
  asksForKind,
  childrenOf,
  type Form,
  type Question,
  type Rule,
  referencesOf,
  validateSubmission,
} from '../forms/index.ts'
import { countableTypes, readsSeveralAtOnce } from './answer-class.ts'
import { type EveryPath, everyPath, type GroupPaths, MOST_PATHS, type Path, pathWords } from './every-path.ts'

/** Why a screener cannot be used. `path` is one set of answers that shows it, in words. */
export type ScreenerProblem =
  | { readonly code: 'no-rules' }
  | { readonly code: 'type-not-countable'; readonly question: string }
  | { readonly code: 'rule-reads-several'; readonly rule: string }
  | { readonly code: 'rule-reads-nothing'; readonly rule: string }
  | { readonly code: 'clause-missing'; readonly rule: string }
  | { readonly code: 'too-many-paths'; readonly questions: readonly string[]; readonly most: number }
  | { readonly code: 'dead-end'; readonly question: string; readonly path: string }
  | { readonly code: 'never-shown'; readonly question: string }
  | { readonly code: 'rule-never-fires'; readonly rule: string }
  | { readonly code: 'told-both'; readonly fails: string; readonly passes: string; readonly path: string }
  | { readonly code: 'caveat-only-on-failure'; readonly rule: string; readonly path: string }
  | { readonly code: 'nobody-passes'; readonly rules: readonly string[]; readonly path: string }

/**
 * What is wrong with a screener, found by taking every path through it; nothing when it can be used. First what keeps its
 * paths from being counted; only without such problems are they taken.
 *
 * @param form a form that `checkDefinition` accepted
 */
export function checkScreener(form: Form, most = MOST_PATHS): readonly ScreenerProblem[] {
  const uncountable = notCountable(form)
  if (uncountable.length > 0) return uncountable
  const every = everyPath(form, most)
  const tooMany = every.groups.filter(({ complete }) => !complete)
  if (tooMany.length > 0) {
    return tooMany.map(({ questions }) => ({ code: 'too-many-paths', questions: questions.map(labelOf), most }))
  }
  const deadEnds = every.groups.flatMap(deadEndsOf)
  return [
    ...deadEnds,
    ...every.groups.flatMap((group) => [...unused(group), ...contradictions(group)]),
    ...nobody(every),
  ]
}

const labelOf = ({ label }: Question): string => label

/** A rule as people call it: its clause and what it says. */
export const nameOf = ({ clause, text, id }: Rule): string => [clause, text || id].filter(Boolean).join(': ')

/** A question, and those of each entry of a list. */
const asked = (question: Question): readonly Question[] => [question, ...childrenOf(question)]

function notCountable(form: Form): readonly ScreenerProblem[] {
  const rules = form.rules ?? []
  const questions = form.pages.flatMap((page) => page.questions).flatMap(asked)
  const conditions = [...form.pages, ...questions].flatMap(({ showIf }) => (showIf ? [showIf] : []))
  const countable: readonly string[] = countableTypes
  return [
    ...(rules.length === 0 ? [{ code: 'no-rules' } as const] : []),
    ...questions
      .filter(({ type }) => type !== 'repeating-group' && !countable.includes(type))
      .map(({ label }) => ({ code: 'type-not-countable', question: label }) as const),
    ...rules
      .filter(({ clause }) => clause.trim() === '')
      .map((rule) => ({ code: 'clause-missing', rule: nameOf(rule) }) as const),
    ...rules
      .filter(({ when }) => referencesOf(when).length === 0)
      .map((rule) => ({ code: 'rule-reads-nothing', rule: nameOf(rule) }) as const),
    ...rules
      .filter(({ when }) => readsSeveralAtOnce(when))
      .map((rule) => ({ code: 'rule-reads-several', rule: nameOf(rule) }) as const),
    ...(conditions.some(readsSeveralAtOnce) || (form.checks ?? []).some(({ when }) => readsSeveralAtOnce(when))
      ? [{ code: 'rule-reads-several', rule: form.title } as const]
      : []),
  ]
}

/**
 * Paths that end without an outcome: a rule's question is left open, or a check stops the person for good. That a list has no
 * entries is an answer.
 */
function deadEndsOf({ form, questions, paths }: GroupPaths): readonly ScreenerProblem[] {
  const read = new Set((form.rules ?? []).flatMap(({ when }) => referencesOf(when)))
  const found = new Map<string, ScreenerProblem>()
  for (const list of questions) {
    const open = childrenOf(list).find((child) => read.has(child.id) && !child.required && !asksForKind(child))
    if (open === undefined) continue
    const path = `“${list.label}” with an entry that leaves “${open.label}” open`
    found.set(list.id, { code: 'dead-end', question: open.label, path })
  }
  for (const path of paths) {
    const open = path.steps.find(
      ({ question, answer }) =>
        read.has(question.id) && question.type !== 'repeating-group' && answer.values[0] === undefined,
    )
    const stopped = validateSubmission(form, path.answers).find(({ code }) => code === 'check')
    const question = open?.question ?? path.steps.find((step) => step.question.id === stopped?.question)?.question
    if (question && !found.has(question.id)) {
      found.set(question.id, { code: 'dead-end', question: question.label, path: pathWords(path) })
    }
  }
  return [...found.values()]
}

/** Rules that no answers meet, and questions that no answers show. */
function unused({ form, questions, paths }: GroupPaths): readonly ScreenerProblem[] {
  const shown = new Set(paths.flatMap(({ steps }) => steps.map(({ question }) => question.id)))
  const fired = new Set(paths.flatMap(({ failed, caveats }) => [...failed, ...caveats].map(({ id }) => id)))
  return [
    ...questions
      .filter(({ id }) => !shown.has(id))
      .map((question) => ({ code: 'never-shown', question: labelOf(question) }) as const),
    ...(form.rules ?? [])
      .filter(({ id }) => !fired.has(id))
      .map((rule) => ({ code: 'rule-never-fires', rule: nameOf(rule) }) as const),
  ]
}

/** What would tell one person both that they pass and that they fail. */
function contradictions({ form, paths }: GroupPaths): readonly ScreenerProblem[] {
  const caveats = (form.rules ?? []).filter(({ outcome }) => outcome === 'caveat')
  return caveats.flatMap((caveat): readonly ScreenerProblem[] => {
    const on = paths.filter((path) => path.caveats.includes(caveat))
    const [first] = on
    if (first === undefined) return []
    if (on.every(({ failed }) => failed.length > 0)) {
      return [{ code: 'caveat-only-on-failure', rule: nameOf(caveat), path: pathWords(first) }]
    }
    return toldBoth(caveat, on)
  })
}

/** A caveat and a failure that the very same questions decide, and that both come of the same answers. */
function toldBoth(caveat: Rule, on: readonly Path[]): readonly ScreenerProblem[] {
  const found = new Map<string, ScreenerProblem>()
  for (const path of on) {
    for (const fails of path.failed) {
      if (found.has(fails.id) || !sameQuestions(fails, caveat)) continue
      const said = { fails: nameOf(fails), passes: nameOf(caveat), path: pathWords(path) }
      found.set(fails.id, { code: 'told-both', ...said })
    }
  }
  return [...found.values()]
}

function sameQuestions(one: Rule, other: Rule): boolean {
  const [first, second] = [referencesOf(one.when), referencesOf(other.when)]
  return first.length === second.length && first.every((id) => second.includes(id))
}

/** A group of questions that nobody gets through: the path that breaks the fewest rules shows it. */
function nobody({ groups }: EveryPath): readonly ScreenerProblem[] {
  return groups.flatMap(({ paths }): readonly ScreenerProblem[] => {
    if (paths.length === 0 || paths.some(({ outcome }) => outcome !== 'fail')) return []
    const best = paths.toSorted((a, b) => a.failed.length - b.failed.length)[0]
    if (best === undefined) return []
    return [{ code: 'nobody-passes', rules: best.failed.map(nameOf), path: pathWords(best) }]
  })
}
