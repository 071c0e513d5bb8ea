import { canonicalJson, type Json } from '../canonical/index.ts'
import { done, type Result, refused } from '../result.ts'
import { hasSubstance, leastWordsOfReason } from '../rules/index.ts'
import { isUntyped, readTypedDay, type TypedDay } from '../time/typed-day.ts'
import { type Condition, type Terms, termsOf } from './agreement.ts'
import { type Purse, type PurseProblem, purseProblems } from './purse.ts'

/** The terms of an agreement as somebody types them; the standing conditions are not among what is typed. */
export type TermsTyped = {
  readonly title: string
  readonly pounds: string
  readonly startsOn: TypedDay
  readonly endsOn: TypedDay
  readonly conditions: readonly { readonly text: string; readonly dueOn: TypedDay }[]
  readonly reason: string
}

export type TermsProblem =
  | PurseProblem
  | { readonly code: 'title-missing' | 'pounds-not-whole' | 'starts-not-real' | 'ends-not-real' | 'ends-before-start' }
  | { readonly code: 'due-not-real' | 'condition-missing'; readonly index: number }
  | { readonly code: 'reason-too-thin'; readonly least: number }
  | { readonly code: 'nothing-changed' }

/** Whole pounds as typed, with or without a pound sign and commas; undefined where it is none. */
export function readPounds(typed: string): number | undefined {
  const digits = typed.replaceAll(/[£,\s]/g, '')
  return /^[1-9]\d{0,8}$/.test(digits) ? Number(digits) : undefined
}

/**
 * Changed terms from what was typed, or everything that is wrong with them.
 *
 * @param purse what the fund has for this award
 */
export function readTerms(before: Terms, typed: TermsTyped, purse: Purse): Result<Terms, TermsProblem> {
  const problems: TermsProblem[] = []
  const title = typed.title.trim()
  if (title === '') problems.push({ code: 'title-missing' })
  const pounds = readPounds(typed.pounds)
  if (pounds === undefined) problems.push({ code: 'pounds-not-whole' })
  else problems.push(...purseProblems(purse, pounds))
  const [startsOn, endsOn] = [typed.startsOn, typed.endsOn].map((day) => (isUntyped(day) ? null : readTypedDay(day)))
  if (startsOn === undefined) problems.push({ code: 'starts-not-real' })
  if (endsOn === undefined) problems.push({ code: 'ends-not-real' })
  if (startsOn && endsOn && endsOn < startsOn) problems.push({ code: 'ends-before-start' })
  const further = typed.conditions.flatMap((condition, index): readonly Condition[] => {
    const text = condition.text.trim()
    const dueOn = isUntyped(condition.dueOn) ? null : readTypedDay(condition.dueOn)
    if (dueOn === undefined) problems.push({ code: 'due-not-real', index })
    if (text === '' && dueOn !== null) problems.push({ code: 'condition-missing', index })
    return text === '' ? [] : [{ text, dueOn: dueOn ?? null, standing: false }]
  })
  if (!hasSubstance(typed.reason)) problems.push({ code: 'reason-too-thin', least: leastWordsOfReason })
  const conditions = [...before.conditions.filter(({ standing }) => standing), ...further]
  const terms = { title, pounds: pounds ?? 0, startsOn: startsOn ?? null, endsOn: endsOn ?? null, conditions }
  if (problems.length === 0 && same(before, terms)) problems.push({ code: 'nothing-changed' })
  return problems.length > 0 ? refused(...problems) : done(terms)
}

const same = (one: Terms, other: Terms): boolean =>
  canonicalJson(termsOf(one) as unknown as Json) === canonicalJson(termsOf(other) as unknown as Json)
