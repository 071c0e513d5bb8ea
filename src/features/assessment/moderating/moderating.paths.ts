import { assessmentPath } from '../assessment.paths.ts'

/** What the moderation meeting looks at. */
export const moderationPath = (fund: string, round: string): string => `${assessmentPath(fund, round)}/moderation`

/** One application, for the meeting. */
export const meetingPath = (fund: string, round: string, reference: string): string =>
  `${moderationPath(fund, round)}/${reference}`

/** The same with the form that moderates one score. */
export const scoreToModeratePath = (
  fund: string,
  round: string,
  reference: string,
  { reviewId, criterionId }: { readonly reviewId: string; readonly criterionId: string },
): string => `${meetingPath(fund, round, reference)}?score=${reviewId}.${encodeURIComponent(criterionId)}#moderate`

export const moderateScorePath = (fund: string, round: string, reference: string): string =>
  `${meetingPath(fund, round, reference)}/scores`

export const setAsidePath = (fund: string, round: string, reference: string): string =>
  `${meetingPath(fund, round, reference)}/set-aside`

export const settlePath = (fund: string, round: string, reference: string): string =>
  `${meetingPath(fund, round, reference)}/settle`

export const askExtraPath = (fund: string, round: string, reference: string): string =>
  `${meetingPath(fund, round, reference)}/extra`
