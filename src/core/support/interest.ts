import type { SupportWork } from './work.ts'

/** What a supplier said of its interest in the service of an award; undefined where it said nothing. */
export type InterestSaid = { readonly interested: boolean; readonly waived: boolean }

/** How a supplier stands to an award. */
export type InterestStand = 'not-declared' | 'none' | 'interested' | 'waived'

/** @example interestStand({ interested: true, waived: false }) // => 'interested' */
export function interestStand(said: InterestSaid | undefined): InterestStand {
  if (said === undefined) return 'not-declared'
  if (!said.interested) return 'none'
  return said.waived ? 'waived' : 'interested'
}

/** Why a supplier may not be given an order, if it may not. */
export type Bar = 'not-declared' | 'interested'

/**
 * Nobody is given work on an award before they have said whether they have an interest in the service; and nobody with an
 * interest that is not waived advises which way of delivery to choose.
 */
export function barTo(work: SupportWork, stand: InterestStand): Bar | undefined {
  if (stand === 'not-declared') return 'not-declared'
  return stand === 'interested' && work === 'options-appraisal' ? 'interested' : undefined
}
