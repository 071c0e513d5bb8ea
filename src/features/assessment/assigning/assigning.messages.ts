import { type DisciplineCover, type Linkage, listOf } from '../../../core/assignment/index.ts'
import { kindInWords } from '../conflicts/conflicts.messages.ts'
import { disciplineWords } from '../subjects.messages.ts'
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
      return 'This assignment has already ended'
  }
}

/** A match, or what it costs, as people read it: 0 to 100 for one pair. */
export const points = (match: number): string => Math.round(match * 100).toLocaleString('en-GB')

/** Nobody gains so much by one change: runs of earlier formats could count rings of exchanges without end. */
const mostGain = 10

/** What the next best would cost, in points of match. */
export function costWords(cost: number): string {
  if (cost < -mostGain) return 'gains match, but fairness, expertise or fewer changes were worth more'
  const rounded = Math.round(cost * 100)
  if (rounded === 0) return 'costs nothing in match'
  return rounded > 0
    ? `costs ${rounded} ${rounded === 1 ? 'point' : 'points'} of match in all`
    : `gains ${-rounded} ${rounded === -1 ? 'point' : 'points'} of match, but fairness, expertise or fewer changes were worth more`
}

/** What is so in a small round. */
export const everyoneWords = (upTo: number): string =>
  `At ${upTo === 1 ? '1 application' : `${upTo} applications`} or fewer, everybody without a conflict reads everything.`

/** Which applications fewer read than the rules ask for: the first of them by name. */
export function shortWords(
  short: readonly { readonly reference: string; readonly readers: number }[],
  needs: number,
): string {
  const named = short.slice(0, 10).map(({ reference, readers }) => `${reference} (${readers} of ${needs})`)
  const more = short.length - named.length
  return `${short.length === 1 ? 'One application has' : `${short.length} applications have`} fewer assessors than needed: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`
}

/** Who begins to read what, or reads it no longer: so few that a reader takes them in. */
export const changedWords = (
  what: 'Begins' | 'Ends',
  pairs: readonly (readonly [application: string, assessor: string])[],
  nameOf: (id: string) => string,
): readonly string[] =>
  pairs.length === 0 || pairs.length > 10
    ? []
    : [`${what}: ${listOf(pairs.map(([application, assessor]) => `${nameOf(assessor)} on ${application}`))}.`]

/** What a cap on how likely a pair is does. */
export const drawWords = (percent: number): string =>
  `Who reads what was drawn by chance: the sealed rules let no assessor be more than ${percent}% likely to be given any one application, so that nobody can count on reading an application or on who reads theirs. The draw rests on the seed of the sealed rules, so that it cannot be tried again until it pleases.`

/** What a cap costs of the match. */
export const drawnWords = (match: {
  readonly expected: number
  readonly optimum: number
  readonly total: number
}): string =>
  `The chances are those with the largest match to be expected: ${points(match.expected)} of the ${points(match.optimum)} that there would be without the cap. This draw came to ${points(match.total)}. Each application has as many assessors as it needs, and each assessor a load that the rules allow, whatever is drawn. Where the cap leaves less than a whole chance of an expert, there may be none.`

/** So many applications in common, with one decimal where that says more. @example inCommon(0.5) // => '0.5' */
const inCommon = (asMany: number): string => (asMany < 10 ? asMany.toFixed(1).replace(/\.0$/, '') : asMany.toFixed(0))

/** How well assessors can be compared, in words. */
export function linkageWords({ groups, asMany, weakest }: Linkage, nameOf: (id: string) => string): string {
  if (weakest === undefined)
    return `The assessors fall into ${groups} groups that no application links, so that strict and lenient ones cannot be told apart between them.`
  const [one, other] = weakest.between.map(nameOf)
  return `Any two assessors can be compared, on average, as well as if both had read ${inCommon(asMany)} of the same applications. The weakest link is between ${one} and ${other}: as good as ${inCommon(weakest.asMany)}, with ${weakest.common === 0 ? 'none' : weakest.common} in common.`
}

/** What one more anchor would bring. */
export function anotherAnchorWords(now: Linkage, then: Linkage, anchor: string): string {
  const cost = `With one more anchor in the rules (by the seed it would be ${anchor}) everybody would read one more`
  if (then.weakest === undefined) return `${cost}, and there would still be ${then.groups} groups.`
  if (now.groups > 1) return `${cost}, and all of them would be linked.`
  return `${cost}, and it would be as good as ${inCommon(then.asMany)} on average and ${inCommon(then.weakest.asMany)} at the weakest.`
}

/** How many of so many applications somebody of a discipline reads, and which nobody of it does. */
export const disciplineInWords = ({ discipline, without }: DisciplineCover, applications: number) => ({
  name: disciplineWords[discipline],
  read: `Read by somebody of it: ${applications - without.length} of ${applications}`,
  without: listOf(without),
})

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
