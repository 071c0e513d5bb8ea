import { decisionsPath } from '../decisions.paths.ts'

/** The debriefs that applicants of a round have asked for. */
export const debriefsPath = (fund: string, round: string): string => `${decisionsPath(fund, round)}/debriefs`
export const debriefWindowPath = (fund: string, round: string): string => `${debriefsPath(fund, round)}/window`

/** One debrief, for the programme team. */
export const debriefPath = (fund: string, round: string, reference: string): string =>
  `${debriefsPath(fund, round)}/applications/${reference}`

/** What can be done with one. */
export type DebriefStep = 'time' | 'answer' | 'note' | 'close'
export const debriefStepPath = (fund: string, round: string, reference: string, step: DebriefStep): string =>
  `${debriefPath(fund, round, reference)}/${step}`

/** The same for the applicants. */
export const ownDebriefPath = (reference: string): string => `/applications/${reference}/debrief`
/** Its time, for a calendar. */
export const debriefEventPath = (reference: string): string => `${ownDebriefPath(reference)}.ics`
export const withdrawDebriefPath = (reference: string): string => `${ownDebriefPath(reference)}/withdraw`
