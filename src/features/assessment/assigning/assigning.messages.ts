import { kindInWords } from '../conflicts/conflicts.messages.ts'
import type { EndedWhy } from './assignments.store.ts'
import type { AssigningProblem } from './request-assignment.ts'
import type { RunState } from './runs.store.ts'

export const runStateWords: Readonly<Record<RunState, string>> = {
  waiting: 'Waiting to begin',
  running: 'Being worked out',
  done: 'Worked out',
  impossible: 'Impossible',
  cancelled: 'Cancelled',
  failed: 'Failed',
}

export function assigningProblemText(problem: AssigningProblem): string {
  switch (problem.code) {
    case 'rules-not-sealed':
      return 'Seal the rules of the round first: they say who may read what'
    case 'scoring-closed':
      return 'Scoring has closed, so nothing more is assigned'
    case 'nothing-to-score':
      return 'No application is eligible and in scope yet. Sift first'
    case 'not-done':
      return 'Only an assignment that was worked out can be put into force'
    case 'accepted-already':
      return 'This assignment is in force already'
    case 'run-under-way':
      return `Assignment ${problem.number} is being worked out. Wait for it, or cancel it`
    case 'out-of-date':
      return 'Something that this rests on has changed since: the sift, an assessor, a conflict or the rules. Work it out again'
    case 'ended-already':
      return 'It had ended already'
  }
}

/** A match, or what it costs, as people read it: 0 to 100 for one pair. */
export const points = (match: number): string => (match * 100).toFixed(0)

/** What the next best would cost, in points of match. */
export function costWords(cost: number): string {
  const rounded = Math.round(cost * 100)
  if (rounded === 0) return 'costs nothing in match'
  return rounded > 0
    ? `costs ${rounded} ${rounded === 1 ? 'point' : 'points'} of match in all`
    : `gains ${-rounded} ${rounded === -1 ? 'point' : 'points'} of match, but fairness, expertise or fewer changes were worth more`
}

/** The ids of people in a sentence as their names. Ids are long and like nothing else, so that nothing else is touched. */
export const withNames = (text: string, names: ReadonlyMap<string, string>): string =>
  [...names].reduce((said, [id, name]) => said.replaceAll(id, name), text)

/** Why an assignment ended. */
export function endedWords(why: EndedWhy | null, reason: string): string {
  const said = reason === '' ? '' : `: ${reason}`
  switch (why) {
    case 'handed-back':
      return `Handed back${said}`
    case 'conflict':
      return `Conflict: ${reason === '' ? 'found late' : kindInWords(reason)}`
    case 'withdrawn':
      return 'The application is no longer scored'
    case 'reassigned':
      return 'Given to somebody else'
    case 'assessor-ended':
      return 'No longer an assessor'
    case null:
      return ''
  }
}
