import { networkPath } from '../network.paths.ts'

export const threadsPath = (fund: string, topic = ''): string =>
  `${networkPath(fund)}/questions${topic === '' ? '' : `?topic=${topic}`}`
export const newThreadPath = (fund: string): string => `${networkPath(fund)}/questions/new`
export const threadPath = (fund: string, thread: string): string => `${networkPath(fund)}/questions/${thread}`
export const replyPath = (fund: string, thread: string): string => `${threadPath(fund, thread)}/replies`
export const followPath = (fund: string, thread: string): string => `${threadPath(fund, thread)}/follow`
export const followTopicPath = (fund: string): string => `${networkPath(fund)}/topics`
export const postPath = (fund: string, post: string): string => `${networkPath(fund)}/posts/${post}`
export const editPostPath = (fund: string, post: string): string => `${postPath(fund, post)}/edit`
export const reportPostPath = (fund: string, post: string): string => `${postPath(fund, post)}/report`
