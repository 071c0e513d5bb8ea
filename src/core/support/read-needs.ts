import { done, type Result, refused } from '../result.ts'
import type { IsoDay } from '../time/day.ts'
import { isUntyped, readTypedDay, type TypedDay } from '../time/typed-day.ts'
import { type NeedLevel, needLevels, type SupportWork } from './work.ts'

/** What was typed of one kind of help; a level of '' says nothing of it yet. */
export type NeedTyped = {
  readonly work: SupportWork
  readonly level: string
  readonly what: string
  readonly by: TypedDay
}

export type NeedRead = {
  readonly work: SupportWork
  readonly level: NeedLevel
  readonly what: string
  readonly neededBy: IsoDay | null
}

export type NeedProblem =
  | { readonly code: 'what-missing' | 'day-malformed' | 'day-past' | 'level-missing'; readonly work: SupportWork }
  | { readonly code: 'what-too-long'; readonly work: SupportWork; readonly most: number }

const mostCharacters = 1000

/**
 * What a council needs, from what was typed: a need says what for, and by a day that is not past. A day that was said
 * before may stand.
 */
export function readNeeds(
  typed: readonly NeedTyped[],
  today: IsoDay,
  saidBefore: readonly Pick<NeedRead, 'work' | 'neededBy'>[] = [],
): Result<readonly NeedRead[], NeedProblem> {
  const said = typed.filter(({ level, what, by }) => level !== '' || what.trim() !== '' || !isUntyped(by))
  const problems = said.flatMap((need) => {
    const neededBy = readTypedDay(need.by)
    const isPast = neededBy !== undefined && neededBy < today
    const stood = saidBefore.some((before) => before.work === need.work && before.neededBy === neededBy)
    return [...problemsOf(need), ...(isPast && !stood ? [{ code: 'day-past', work: need.work } as const] : [])]
  })
  if (problems.length > 0) return refused(...problems)
  return done(
    said.map(({ work, level, what, by }) => ({
      work,
      level: needLevels.find((each) => each === level) ?? 'none',
      what: what.trim(),
      neededBy: readTypedDay(by) ?? null,
    })),
  )
}

function problemsOf({ work, level, what, by }: NeedTyped): readonly NeedProblem[] {
  const known = needLevels.find((each) => each === level)
  if (known === undefined) return [{ code: 'level-missing', work }]
  const needs = known !== 'none'
  return [
    ...(needs && what.trim() === '' ? [{ code: 'what-missing', work } as const] : []),
    ...(what.length > mostCharacters ? [{ code: 'what-too-long', work, most: mostCharacters } as const] : []),
    ...(!isUntyped(by) && readTypedDay(by) === undefined ? [{ code: 'day-malformed', work } as const] : []),
  ]
}
