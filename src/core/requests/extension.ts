/** More time to answer a request, as the law allows it. */

import { done, type Result, refused } from '../result.ts'
import { hasSubstance } from '../rules/index.ts'
import type { IsoDay } from '../time/day.ts'
import { isUntyped, readTypedDay, type TypedDay } from '../time/typed-day.ts'
import { bankHolidaysAnywhere } from '../workload/bank-holidays.ts'
import { workingDayAfter } from '../workload/working-days.ts'
import { dueOn, type RequestKind } from './due-on.ts'
import { type Exemption, exemptions } from './exemptions.ts'
import { lawOf } from './outcomes.ts'

/**
 * Working days in all that an extended request takes at most: ever under the Environmental Information Regulations, and but
 * for exceptional cases under the Freedom of Information Act, which says “reasonable in the circumstances”.
 *
 * @see docs/sources.md#requests-for-information
 */
export const extendedWorkingDays = 40

/** Whether the law of a request lets its time be extended. @example isExtendable('press') // => false */
export const isExtendable = (kind: RequestKind): boolean => lawOf(kind) !== null

/**
 * The last day of an extended time.
 *
 * @param begunOn the day on which the time to answer began
 * @example latestExtended('2026-11-12') // => '2027-01-14'
 */
export const latestExtended = (begunOn: IsoDay): IsoDay =>
  workingDayAfter(begunOn, extendedWorkingDays, bankHolidaysAnywhere)

/**
 * The exemptions for which the time of a request can be extended: those of which the public interest is weighed. None under
 * the Regulations, which extend for what is complex and voluminous.
 */
export const extendingExemptions = (kind: RequestKind): readonly Exemption[] =>
  kind === 'foi' ? exemptions.filter(({ law, qualified }) => law === 'foi' && qualified) : []

/** A request as its time stands: since when it runs, and by when it has to be answered. */
export type RunningTime = { readonly kind: RequestKind; readonly begunOn: IsoDay; readonly dueOn: IsoDay }

export type ExtensionTyped = {
  readonly exemptions: readonly string[]
  readonly reason: string
  readonly until: TypedDay
  /** Whether more than {@link extendedWorkingDays} is meant. */
  readonly exceptional: boolean
}

export type Extension = {
  /** Ids of exemptions, of which the public interest is weighed. */
  readonly exemptions: readonly string[]
  readonly reason: string
  readonly dueOn: IsoDay
}

export type ExtensionProblem =
  | { readonly code: 'no-exemption' | 'reason-too-thin' | 'reason-too-long' | 'until-missing' | 'until-unreal' }
  | { readonly code: 'until-too-soon'; readonly dueOn: IsoDay }
  | { readonly code: 'until-too-late' | 'until-exceptional'; readonly latest: IsoDay }

/** The most characters of a reason. */
export const longestExtensionReason = 4000

/**
 * Whether it is too late to extend a time: under the Act it is done before the time ends, since the requester has to be told
 * by then; under the Regulations within the first 20 working days.
 *
 * @see https://www.legislation.gov.uk/ukpga/2000/36/section/17 subsections (1) and (2)
 * @see https://www.legislation.gov.uk/uksi/2004/3391/regulation/7 paragraph (3)
 */
export function isTooLateToExtend({ kind, begunOn, dueOn: due }: RunningTime, today: IsoDay): boolean {
  const last = kind === 'eir' ? dueOn(kind, begunOn, null) : due
  return last !== null && today > last
}

/** An extension from what was typed, or everything that is wrong with it. */
export function readExtension(time: RunningTime, typed: ExtensionTyped): Result<Extension, ExtensionProblem> {
  const problems: ExtensionProblem[] = []
  const named = extendingExemptions(time.kind)
    .map(({ id }) => id)
    .filter((id) => typed.exemptions.includes(id))
  if (time.kind === 'foi' && named.length === 0) problems.push({ code: 'no-exemption' })
  const reason = typed.reason.trim()
  if (!hasSubstance(reason)) problems.push({ code: 'reason-too-thin' })
  if (reason.length > longestExtensionReason) problems.push({ code: 'reason-too-long' })
  const until = readTypedDay(typed.until)
  if (until === undefined) problems.push({ code: isUntyped(typed.until) ? 'until-missing' : 'until-unreal' })
  else problems.push(...wrongDay(time, until, typed.exceptional))
  if (until === undefined || problems.length > 0) return refused(...problems)
  return done({ exemptions: named, reason, dueOn: until })
}

function wrongDay({ kind, begunOn, dueOn: due }: RunningTime, until: IsoDay, exceptional: boolean): ExtensionProblem[] {
  const latest = latestExtended(begunOn)
  if (until <= due) return [{ code: 'until-too-soon', dueOn: due }]
  if (until <= latest) return []
  if (kind === 'eir') return [{ code: 'until-too-late', latest }]
  return exceptional ? [] : [{ code: 'until-exceptional', latest }]
}
