import { publishedResourcesPath } from '../../guidance/index.ts'
import { managedNetworkPath, networkPath } from '../network.paths.ts'

export const libraryPath = (fund: string): string => `${networkPath(fund)}/library`
export const newResourcePath = (fund: string): string => `${libraryPath(fund)}/new`
/** Writing one that was returned again, beginning with what it says. */
export const sendAgainPath = (fund: string, resource: string): string => `${newResourcePath(fund)}?from=${resource}`

export const resourcePath = (fund: string, resource: string): string => `${libraryPath(fund)}/${resource}`

/** What everybody reads, signed in or not. */
export const publicResourcesPath = publishedResourcesPath
export const publicResourcePath = (fund: string, resource: string): string => `${publicResourcesPath(fund)}/${resource}`

export const reviewResourcePath = (fund: string, resource: string): string =>
  `${managedNetworkPath(fund)}/resources/${resource}`
