import type { DecidedApplication, DecisionRecord } from '../decisions/index.ts'
import type { IsoDay } from '../time/day.ts'

/** How the reserve list stands: `next` is who would be offered an award now. */
export type ReserveStand =
  | { readonly code: 'next'; readonly next: DecidedApplication; readonly expiresOn: IsoDay | null }
  | { readonly code: 'expired'; readonly expiresOn: IsoDay }
  | { readonly code: 'nobody' }

/** All that is decided of each application of a record that withholds none. */
export const decidedIn = ({ applications }: Pick<DecisionRecord, 'applications'>): readonly DecidedApplication[] =>
  applications.filter((item): item is DecidedApplication => 'leadId' in item)

/**
 * Who is next on the reserve list. Its last day still counts.
 *
 * @param offered ids of the applications that an award was offered to, whatever came of it
 */
export function reserveStand(
  record: Pick<DecisionRecord, 'applications' | 'reserveExpiresOn'>,
  offered: ReadonlySet<string>,
  today: IsoDay,
): ReserveStand {
  const [next] = decidedIn(record)
    .filter(({ id, outcome }) => outcome === 'reserve' && !offered.has(id))
    .sort((one, other) => (one.reservePlace ?? Infinity) - (other.reservePlace ?? Infinity))
  const expiresOn = record.reserveExpiresOn
  if (next === undefined) return { code: 'nobody' }
  if (expiresOn !== null && today > expiresOn) return { code: 'expired', expiresOn }
  return { code: 'next', next, expiresOn }
}
