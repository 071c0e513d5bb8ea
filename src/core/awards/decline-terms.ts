import { addDays, type IsoDay, isoDay } from '../time/day.ts'

/** For how many days a council that has accepted may decline changed terms. */
export const daysToDeclineTerms = 28

/** The last day on which terms that were offered then can be declined. @example declineTermsUntil(new Date('2026-03-01T12:00:00Z')) // => '2026-03-29' */
export const declineTermsUntil = (madeAt: Date): IsoDay => addDays(isoDay(madeAt), daysToDeclineTerms)

/** An agreement as far as this asks. `declined`: whether the council has. */
type Terms = { readonly number: number; readonly madeAt: Date; readonly declined: boolean }

/** Where changed terms stand with a council that has accepted: undefined where none wait for its answer. */
export function changedTerms(
  award: { readonly state: string; readonly version: number | null },
  last: Terms,
  at: Date,
): { readonly until: IsoDay; readonly mayDecline: boolean } | undefined {
  if (award.state !== 'accepted' || last.declined || last.number <= (award.version ?? 0)) return undefined
  const until = declineTermsUntil(last.madeAt)
  return { until, mayDecline: isoDay(at) <= until }
}
