import { supportPath } from '../funds/index.ts'

/** From where somebody looks at support: the programme team at its fund, a council at its application, a supplier. */
export type Place =
  | { readonly side: 'team'; readonly fund: string }
  | { readonly side: 'council'; readonly application: string }
  | { readonly side: 'supplier' }

/** The support of an award, for the council that holds it. */
export const councilSupportPath = (application: string): string => `/applications/${application}/support`

/** Where a council says what it needs. */
export const councilNeedsPath = (application: string): string => `${councilSupportPath(application)}/needs`

/** The work of a supplier's people. */
export const supplierHomePath = '/support'

/** Where the pages of a place begin. */
export function basePath(place: Place): string {
  if (place.side === 'team') return supportPath(place.fund)
  return place.side === 'council' ? councilSupportPath(place.application) : supplierHomePath
}

export const suppliersPath = (fund: string): string => `${supportPath(fund)}/suppliers`

export const lotsPath = (fund: string): string => `${supportPath(fund)}/lots`

export const supplierPath = (fund: string, supplier: string): string => `${suppliersPath(fund)}/${supplier}`

/** The support of one award, for the programme team. */
export const managedPackagePath = (fund: string, application: string): string =>
  `${supportPath(fund)}/awards/${application}`

export const waiversPath = (fund: string, application: string): string =>
  `${managedPackagePath(fund, application)}/waivers`

export const newOrderPath = (fund: string, application: string): string =>
  `${managedPackagePath(fund, application)}/orders/new`

/** What a council needs, for the council or the programme team. */
export const needsPath = (place: Place, application: string): string =>
  place.side === 'team' ? `${managedPackagePath(place.fund, application)}/needs` : `${basePath(place)}/needs`

export const interestsPath = `${supplierHomePath}/interests`

export const orderPath = (place: Place, order: string): string => `${basePath(place)}/orders/${order}`

/** A part of an order, such as what it delivers: `deliverables`, `changes`. */
export const orderPartPath = (place: Place, order: string, ...parts: readonly (string | number)[]): string =>
  [orderPath(place, order), ...parts].join('/')
