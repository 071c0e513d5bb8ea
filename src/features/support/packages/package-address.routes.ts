import { type Ask, param } from '../../../platform/http/route.ts'
import { councilSupportPath, managedPackagePath } from '../support.paths.ts'
import type { PackageAsked } from './open-package.ts'

/** Where what an award buys, or pays, is looked at: by who runs its fund, and by its council. */
export const packageAddresses = {
  managed: '/manage/funds/:fund/support/awards/:reference',
  own: '/applications/:reference/support',
} as const

/** Which award an address names, and from where. */
export function packageAsked(ask: Ask): Omit<PackageAsked, 'does'> {
  const application = param(ask, 'reference')
  const { fund } = ask.params
  return {
    place: fund === undefined ? { side: 'council', application } : { side: 'team', fund },
    application,
    at: ask.receivedAt,
  }
}

/** The page of an award, from where it is looked at. */
export const packageHome = ({ place, application }: Pick<PackageAsked, 'place' | 'application'>): string =>
  place.side === 'team' ? managedPackagePath(place.fund, application) : councilSupportPath(application)
