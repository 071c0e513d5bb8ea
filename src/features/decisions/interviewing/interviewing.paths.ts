import { decisionsPath } from '../decisions.paths.ts'

type Part = 'panel' | 'sessions' | 'timetable' | 'questions' | 'scoring'

/** Where the programme team sets interviews up and sees how far they are, and the parts of that. */
export const interviewsPath = (fund: string, round: string, part?: Part): string =>
  `${decisionsPath(fund, round)}/interviews${part === undefined ? '' : `/${part}`}`

export const memberPath = (fund: string, round: string, personId: string): string =>
  `${interviewsPath(fund, round, 'panel')}/${personId}`
export const endMemberPath = (fund: string, round: string, personId: string): string =>
  `${memberPath(fund, round, personId)}/end`

export const removeSessionPath = (fund: string, round: string, sessionId: string): string =>
  `${interviewsPath(fund, round, 'sessions')}/${sessionId}/remove`

export const timetableRunPath = (fund: string, round: string, number: number): string =>
  `${interviewsPath(fund, round, 'timetable')}/runs/${number}`

/** One interview, for the programme team: its place, what the applicants answered, who came. */
export const interviewPath = (fund: string, round: string, reference: string): string =>
  `${interviewsPath(fund, round)}/applications/${reference}`

/** What a member of the panel has to do in a round. */
export const panelPath = (fund: string, round: string): string => `/panel/${fund}/${round}`
export const panelAvailabilityPath = (fund: string, round: string): string => `${panelPath(fund, round)}/availability`
/** Whom a member has to do with. */
export const panelProfilePath = (fund: string, round: string): string => `${panelPath(fund, round)}/profile`
export const panelInterviewPath = (fund: string, round: string, reference: string): string =>
  `${panelPath(fund, round)}/interviews/${reference}`
export const panelDeclarePath = (fund: string, round: string, reference: string): string =>
  `${panelInterviewPath(fund, round, reference)}/declare`
export const panelConflictPath = (fund: string, round: string, reference: string): string =>
  `${panelInterviewPath(fund, round, reference)}/conflict`

/** What applicants read of their interview, and where they answer. */
export const ownInterviewPath = (reference: string): string => `/applications/${reference}/interview`
export const withdrawShortlistedPath = (reference: string): string => `${ownInterviewPath(reference)}/withdraw`
