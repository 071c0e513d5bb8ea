import { managedNetworkPath, networkPath } from '../network.paths.ts'

export const conductPath = (fund: string): string => `${networkPath(fund)}/conduct`
export const membersPath = (fund: string): string => `${networkPath(fund)}/members`
export const guestsPath = (fund: string): string => `${managedNetworkPath(fund)}/guests`
export const endGuestPath = (fund: string, guest: string): string => `${guestsPath(fund)}/${guest}/end`
export const writeConductPath = (fund: string): string => `${managedNetworkPath(fund)}/conduct`
