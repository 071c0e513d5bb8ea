/** Addresses of scoring. Assessors' stand by themselves; the programme team's under the round that it runs. */

import { assessmentPath } from '../assessment.paths.ts'

/** An assessor's own pile in a round. */
export const pilePath = (fund: string, round: string): string => `/assess/${fund}/${round}`

/** How an assessor's own scores compare, once scoring has closed. */
export const ownPatternPath = (fund: string, round: string): string => `${pilePath(fund, round)}/own-pattern`

/** One of them, or one to practise on. */
export const scorePath = (fund: string, round: string, reference: string, practice = false): string =>
  `${pilePath(fund, round)}/${practice ? 'practice' : 'applications'}/${encodeURIComponent(reference)}`

/** The name under which what is typed there waits in the browser until it is saved. */
export const unsavedName = ({
  reference,
  practice,
}: {
  readonly reference: string
  readonly practice: boolean
}): string => `score/${practice ? 'practice/' : ''}${reference}`

/** Where somebody says whether they have a conflict, before its content opens. */
export const declarePath = (fund: string, round: string, reference: string, practice = false): string =>
  `${scorePath(fund, round, reference, practice)}/declare`

/** Where a conflict is declared that was found late, from the scoring page. */
export const lateConflictPath = (fund: string, round: string, reference: string, practice = false): string =>
  `${scorePath(fund, round, reference, practice)}/conflict`

/** Where one is handed back without a conflict. */
export const handBackPath = (fund: string, round: string, reference: string): string =>
  `${scorePath(fund, round, reference)}/hand-back`

/** A file that belongs to an answer, as it is read to score or to practise. */
export const scoredFilePath = (
  fund: string,
  round: string,
  reference: string,
  file: string,
  practice = false,
): string => `${scorePath(fund, round, reference, practice)}/files/${file}`

/** The pile to print. */
export const packPath = (fund: string, round: string): string => `${pilePath(fund, round)}/pack`

/** Where the programme team opens scoring, follows it and closes it. */
export const progressPath = (fund: string, round: string): string => `${assessmentPath(fund, round)}/scoring`

/** Where the scores to practise against are agreed. */
export const practicePath = (fund: string, round: string): string => `${assessmentPath(fund, round)}/practice`

export const agreePath = (fund: string, round: string, reference: string): string =>
  `${practicePath(fund, round)}/${encodeURIComponent(reference)}`

/** Where somebody looks at scores that are still blind, for a reason. */
export const glassPath = (fund: string, round: string, glass?: string): string =>
  `${assessmentPath(fund, round)}/break-glass${glass === undefined ? '' : `/${glass}`}`
