import { councilSupportPath, managedPackagePath, type Place } from '../support.paths.ts'

/** A part of the grant of an award, such as its instalments. */
export const grantPartPath = (
  place: Exclude<Place, { readonly side: 'supplier' }>,
  application: string,
  ...parts: readonly (string | number)[]
): string =>
  [
    place.side === 'team' ? managedPackagePath(place.fund, application) : councilSupportPath(application),
    ...parts,
  ].join('/')
