import type { AssessorLoad, AssignmentCase } from './case.ts'
import { countPairs } from './count-pairs.ts'
import { keepsApart } from './keeps-apart.ts'
import { type MayRead, scoresToGive, whoMayRead } from './leavers.ts'

/** What is to be given, and who can give it: where a case looks beside what stays, all that stays is left out of it. */
export type StillToGive = {
  readonly needOf: (application: string) => number
  readonly loadOf: (assessor: AssessorLoad) => Pick<AssessorLoad, 'min' | 'max'>
  readonly mayRead: MayRead
  /** Of all that is no anchor. */
  readonly scores: number
  /** @example scoresInWords(2) // => '2 more scores' where something stays */
  readonly scoresInWords: (count: number) => string
}

export function stillToGive(given: AssignmentCase): StillToGive {
  const { needs, applications, anchors = [], fixed = [], besideFixed = false } = given
  const mayRead = whoMayRead(given)
  const others = applications.filter((id) => !anchors.includes(id))
  const scoresInWords = (count: number, more = ''): string => `${count} ${more}${count === 1 ? 'score' : 'scores'}`
  if (!besideFixed || fixed.length === 0)
    return {
      needOf: () => needs,
      loadOf: (load) => load,
      mayRead,
      scores: scoresToGive(given, others),
      scoresInWords: (count) => scoresInWords(count),
    }
  const those = new Set(others)
  const stay = fixed.filter(([application]) => those.has(application))
  const [ofApplication, ofAssessor] = [countPairs(stay, 0), countPairs(stay, 1)]
  const stays = keepsApart(stay)
  const needOf = (application: string): number => Math.max(0, needs - ofApplication(application))
  const beyond = (load: number, id: string): number => Math.max(0, load - ofAssessor(id))
  return {
    needOf,
    loadOf: ({ id, min, max }) => ({ min: beyond(min, id), max: beyond(max, id) }),
    mayRead: (application, assessor) => mayRead(application, assessor) && !stays(application, assessor),
    scores: others.reduce((sum, application) => sum + needOf(application), 0),
    scoresInWords: (count) => scoresInWords(count, 'more '),
  }
}
