import { networkPath } from '../network.paths.ts'

export const councilsPath = (fund: string): string => `${networkPath(fund)}/councils`
export const profilePath = (fund: string, organisation: string): string => `${councilsPath(fund)}/${organisation}`
export const editProfilePath = (fund: string, organisation: string): string => `${profilePath(fund, organisation)}/edit`
