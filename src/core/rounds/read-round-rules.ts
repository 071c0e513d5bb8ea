import { done, type Result, refused } from '../result.ts'
import { type FieldProblem, readChoice, readNumber } from './field-problem.ts'
import type { CategoryQuestion } from './lead-slots-fit.ts'
import { type EntryRules, ineligibleChoices, type LeadCategory, type LeadSlots, leadSlotsFor } from './round-rules.ts'

/** The rules of a round as typed. `mostOf` is by `question:option`. */
export type RoundRulesTyped = {
  /** `all`, or the id of the question that says which category an application is of. */
  readonly countedBy: string
  readonly most: string
  readonly mostOf: (question: string, option: string) => string
  readonly partnerMinimum: string
  /** Blank: as many as it likes. */
  readonly partnerSlots: string
  readonly ineligible: string
  /** Blank: no screener. */
  readonly screenerVersionId: string
}

/** A field: one of those that are always there, or `most-` with a question and an option. */
export type RoundRulesField = string
export type RoundRulesProblem = FieldProblem<RoundRulesField> | { readonly code: 'no-slots'; readonly field: string }

/** The most applications of one lead, and the most partners, that anybody has needed to say. */
const MOST = 1000

/**
 * The rules from what was typed, or everything that is wrong.
 *
 * @param questions of the form, by whose answers applications can be counted
 * @param screeners versions that can be chosen
 */
export function readRoundRules(
  typed: RoundRulesTyped,
  questions: readonly CategoryQuestion[],
  screeners: readonly string[],
): Result<EntryRules, RoundRulesProblem> {
  const leadSlots = readLeadSlots(typed, questions)
  const partnerMinimum = readNumber('partnerMinimum', typed.partnerMinimum, { least: 0, most: MOST })
  const partnerSlots =
    typed.partnerSlots.trim() === ''
      ? done(null)
      : readNumber('partnerSlots', typed.partnerSlots, { least: 1, most: MOST })
  const ineligible = readChoice('ineligible', typed.ineligible, ineligibleChoices)
  const screener =
    typed.screenerVersionId === '' ? done(null) : readChoice('screener', typed.screenerVersionId, screeners)
  if (leadSlots.ok && partnerMinimum.ok && partnerSlots.ok && ineligible.ok && screener.ok) {
    return done({
      leadSlots: leadSlots.value,
      partnerMinimum: partnerMinimum.value,
      partnerSlots: partnerSlots.value,
      ineligible: ineligible.value,
      screenerVersionId: screener.value,
    })
  }
  const readings: readonly Result<unknown, RoundRulesProblem>[] = [
    leadSlots,
    partnerMinimum,
    partnerSlots,
    ineligible,
    screener,
  ]
  return refused(...readings.flatMap((reading) => (reading.ok ? [] : reading.problems)))
}

function readLeadSlots(
  typed: RoundRulesTyped,
  questions: readonly CategoryQuestion[],
): Result<LeadSlots, RoundRulesProblem> {
  if (typed.countedBy === 'all') {
    const most = readNumber('most', typed.most, { least: 1, most: MOST })
    return most.ok ? done(leadSlotsFor(most.value)) : most
  }
  const question = questions.find(({ id }) => id === typed.countedBy)
  if (question === undefined) return refused({ code: 'missing', field: 'countedBy' })
  const categories: LeadCategory[] = []
  const problems: RoundRulesProblem[] = []
  for (const { value, label } of question.options) {
    const field = mostField(question.id, value)
    const most = readNumber(field, typed.mostOf(question.id, value), { least: 0, most: MOST })
    if (most.ok) categories.push({ value, name: label, most: most.value })
    else problems.push(...most.problems)
  }
  if (problems.length > 0) return refused(...problems)
  if (categories.every(({ most }) => most === 0)) return refused({ code: 'no-slots', field: 'countedBy' })
  return done({ question: question.id, categories })
}

/** The input for how many applications of a category one body may lead. */
export const mostField = (question: string, option: string): string => `most-${question}-${option}`
