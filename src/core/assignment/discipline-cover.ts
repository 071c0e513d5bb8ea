import { type Discipline, disciplines } from '../assessment/subjects.ts'
import type { IdPair } from './case.ts'
import type { RoundInput } from './round-input.ts'

/** A discipline and the applications of which no reader has it, by reference. */
export type DisciplineCover = { readonly discipline: Discipline; readonly without: readonly string[] }

/**
 * Which applications nobody of each discipline reads: it is no part of a match, and people judge where it matters.
 *
 * @see docs/decisions/0025-disciplines-are-not-matched.md
 */
export function disciplineCover(
  { applications, assessors }: Pick<RoundInput, 'applications' | 'assessors'>,
  pairs: readonly IdPair[],
): readonly DisciplineCover[] {
  const knownBy = new Map(assessors.map(({ id, expertise }) => [id, expertise.disciplines]))
  const known = new Map<string, Set<string>>(applications.map(({ reference }) => [reference, new Set()]))
  for (const [application, assessor] of pairs)
    for (const discipline of knownBy.get(assessor) ?? []) known.get(application)?.add(discipline)
  return disciplines.map((discipline) => ({
    discipline,
    without: [...known].filter(([, those]) => !those.has(discipline)).map(([reference]) => reference),
  }))
}
