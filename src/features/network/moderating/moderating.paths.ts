import { managedNetworkPath, networkPath } from '../network.paths.ts'

/** What was done about oneself. */
export const ownMeasurePath = (fund: string, measure: string): string => `${networkPath(fund)}/measures/${measure}`
export const appealPath = (fund: string, measure: string): string => `${ownMeasurePath(fund, measure)}/appeal`

export const moderationPath = (fund: string): string => `${managedNetworkPath(fund)}/moderation`
export const moderatePostPath = (fund: string, post: string): string => `${moderationPath(fund)}/posts/${post}`
export const answerAppealPath = (fund: string, measure: string): string => `${moderationPath(fund)}/appeals/${measure}`
export const moderateMemberPath = (fund: string): string => `${moderationPath(fund)}/members`
