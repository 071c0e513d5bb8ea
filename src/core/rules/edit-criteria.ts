import type { AssessmentRules, Criterion } from './assessment-rules.ts'
import type { Stage } from './check-rules.ts'

export const criteriaOf = (rules: AssessmentRules, stage: Stage): readonly Criterion[] =>
  stage === 'written' ? rules.criteria : rules.interview.criteria

/** The same rules with other criteria. A tie-break by a criterion that is gone goes with it. */
export function withCriteria(rules: AssessmentRules, stage: Stage, criteria: readonly Criterion[]): AssessmentRules {
  if (stage === 'interview') return { ...rules, interview: { ...rules.interview, criteria } }
  const kept = rules.tieBreaks.filter(
    ({ kind, criterion }) => kind !== 'criterion' || criteria.some(({ id }) => id === criterion),
  )
  return { ...rules, criteria, tieBreaks: kept }
}

/** Puts a criterion in the place of the one with its id, or after the others. */
export function putCriterion(rules: AssessmentRules, stage: Stage, criterion: Criterion): AssessmentRules {
  const all = criteriaOf(rules, stage)
  const known = all.some(({ id }) => id === criterion.id)
  const after = known ? all.map((each) => (each.id === criterion.id ? criterion : each)) : [...all, criterion]
  return withCriteria(rules, stage, after)
}

/** Takes a criterion out. */
export const removeCriterion = (rules: AssessmentRules, stage: Stage, id: string): AssessmentRules =>
  withCriteria(
    rules,
    stage,
    criteriaOf(rules, stage).filter((each) => each.id !== id),
  )

/** Moves a criterion one place; where there is no such place nothing changes. */
export function moveCriterion(rules: AssessmentRules, stage: Stage, id: string, by: -1 | 1): AssessmentRules {
  const all = [...criteriaOf(rules, stage)]
  const from = all.findIndex((each) => each.id === id)
  const moved = all[from]
  if (moved === undefined || all[from + by] === undefined) return rules
  all.splice(from, 1)
  all.splice(from + by, 0, moved)
  return withCriteria(rules, stage, all)
}

/** An id from a name that no criterion has: `value-for-money`, `value-for-money-2`. */
export function newCriterionId(rules: AssessmentRules, name: string): string {
  const taken = [...rules.criteria, ...rules.interview.criteria].map(({ id }) => id)
  const plain = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)
  const base = plain === '' ? 'criterion' : plain
  let id = base
  for (let number = 2; taken.includes(id); number += 1) id = `${base}-${number}`
  return id
}
