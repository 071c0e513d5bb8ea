import { managedNetworkPath, networkPath } from '../network.paths.ts'

export const eventsPath = (fund: string): string => `${networkPath(fund)}/events`
export const eventPath = (fund: string, event: string): string => `${eventsPath(fund)}/${event}`
export const answerPath = (fund: string, event: string): string => `${eventPath(fund, event)}/answer`
export const eventFilePath = (fund: string, event: string): string => `${eventPath(fund, event)}/event.ics`
export const materialPath = (fund: string, event: string, file: string): string =>
  `${eventPath(fund, event)}/materials/${file}`

/** Answering from a mail without signing in. */
export const linkPath = (token: string): string => `/event-answers/${token}`

export const newEventPath = (fund: string): string => `${managedNetworkPath(fund)}/events/new`
export const managedEventPath = (fund: string, event: string): string => `${managedNetworkPath(fund)}/events/${event}`
export const changeEventPath = (fund: string, event: string): string => `${managedEventPath(fund, event)}/change`
export const cancelEventPath = (fund: string, event: string): string => `${managedEventPath(fund, event)}/cancel`
export const attendancePath = (fund: string, event: string): string => `${managedEventPath(fund, event)}/attendance`
export const addMaterialsPath = (fund: string, event: string): string => `${managedEventPath(fund, event)}/materials`
