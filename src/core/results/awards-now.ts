import type { AwardType } from '../rounds/fund.ts'
import type { IsoDay } from '../time/day.ts'
import type { ToldAward } from './results-document.ts'

/** An award as it is kept after the decision. */
export type LiveAward = {
  readonly reference: string
  readonly organisationId: string
  readonly organisation: string
  readonly region: string
  readonly partnerIds: readonly string[]
  readonly title: string
  readonly type: AwardType
  readonly pounds: number
  readonly state: 'offered' | 'accepted' | 'declined' | 'withdrawn'
  readonly startsOn: IsoDay | null
  readonly endsOn: IsoDay | null
  readonly changedAt: Date
}

/** An award as everybody is told of it now. `decidedPounds` is null where it comes from the reserve list. */
export type AwardNow = ToldAward &
  Pick<LiveAward, 'partnerIds' | 'title' | 'state' | 'startsOn' | 'endsOn'> & {
    readonly decidedPounds: number | null
    /** Null where nothing has happened since it was decided. */
    readonly changedAt: Date | null
  }

/** Whether an award stands: it was neither declined nor withdrawn. */
export const stands = ({ state }: Pick<AwardNow, 'state'>): boolean => state === 'offered' || state === 'accepted'

/**
 * The awards of a round as they stand now, by the name of who leads: those that were decided, with what became of each,
 * and those that were offered from the reserve list. What was decided stays in the decision record.
 *
 * @param decided as the results have them
 * @param live as they are kept; one that was decided and is not among them is offered
 */
export function awardsNow(decided: readonly ToldAward[], live: readonly LiveAward[]): readonly AwardNow[] {
  const sums = new Map(decided.map(({ reference, pounds }) => [reference, pounds]))
  const kept = new Set(live.map(({ reference }) => reference))
  const untouched = decided
    .filter(({ reference }) => !kept.has(reference))
    .map(
      (award): AwardNow => ({
        ...award,
        partnerIds: [],
        title: '',
        state: 'offered',
        startsOn: null,
        endsOn: null,
        decidedPounds: award.pounds,
        changedAt: null,
      }),
    )
  const standing = live.map(
    ({ organisation, organisationId, ...award }): AwardNow => ({
      ...award,
      lead: organisation,
      leadId: organisationId,
      decidedPounds: sums.get(award.reference) ?? null,
    }),
  )
  return [...standing, ...untouched].sort((one, other) => (one.lead < other.lead ? -1 : 1))
}

/** What awards that stand are worth together, whole pounds. */
export const standingPounds = (awards: readonly Pick<AwardNow, 'state' | 'pounds'>[]): number =>
  awards.filter(stands).reduce((sum, { pounds }) => sum + pounds, 0)
