import { assessmentPath } from '../assessment.paths.ts'

/** Who reads what in a round. A post asks for it to be worked out. */
export const assignmentPath = (fund: string, round: string): string => `${assessmentPath(fund, round)}/assignment`

/** One working out, with what came of it. */
export const runPath = (fund: string, round: string, number: number): string =>
  `${assignmentPath(fund, round)}/runs/${number}`

export const acceptRunPath = (fund: string, round: string, number: number): string =>
  `${runPath(fund, round, number)}/accept`

export const cancelRunPath = (fund: string, round: string, number: number): string =>
  `${runPath(fund, round, number)}/cancel`
