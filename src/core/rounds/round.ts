import type { AuthorityKind } from '../authorities/authority.ts'
import type { IsoDay } from '../time/day.ts'
import type { Fund, Funder } from './fund.ts'
import type { RoundRules } from './round-rules.ts'

/** When things happen in a round: instants where an hour matters, days where it does not. Null: not set yet. */
export type Timetable = {
  readonly opensAt: Date | null
  readonly questionsCloseAt: Date | null
  readonly deadlineAt: Date | null
  readonly siftedOn: IsoDay | null
  readonly shortlistOn: IsoDay | null
  readonly interviewsFromOn: IsoDay | null
  readonly interviewsToOn: IsoDay | null
  readonly decisionsOn: IsoDay | null
  readonly startsOn: IsoDay | null
}

/** What people set about a round besides its timetable. */
export type RoundDetails = {
  readonly slug: string
  readonly name: string
  /** Kinds of body that may lead an application. */
  readonly eligibleKinds: readonly AuthorityKind[]
  /** Applications at the least, as expected and at the most. */
  readonly expectedLow: number
  readonly expected: number
  readonly expectedHigh: number
  readonly assessors: number
  readonly assessorsPerApplication: number
  readonly minutesPerApplication: number
  readonly panelMembers: number
  readonly interviewMinutes: number
  /** Hours that an application takes to write, as told to those who think of it. */
  readonly hoursToApply: number
  readonly contactEmail: string
}

/** One call for applications. */
export type Round = Timetable &
  RoundDetails &
  RoundRules & {
    readonly id: string
    readonly fundId: string
    /** When it was put before the public; null while it is being prepared. */
    readonly publishedAt: Date | null
    /** The round that this one is a copy of, for one test application; null for a real round. */
    readonly testOf?: string | null
    /** As the timetable has it. `deadlineAt` is the one that counts for everyone, extensions and all. */
    readonly ownDeadlineAt: Date | null
    /** How many hours before the deadline people with drafts are reminded of it. */
    readonly reminderHours: readonly number[]
    /** When it was called off, and why; null and '' unless it was. */
    readonly cancelledAt: Date | null
    readonly cancelledReason: string
    readonly formVersionId: string | null
    /** Whether applicants are interviewed: what its rules of assessment say, and true until they say anything. */
    readonly interviewsHeld: boolean
    readonly illustrative: boolean
    readonly createdAt: Date
  }

/** A round with the fund it belongs to and who pays for that, in their order. */
export type RoundInFund = Round & { readonly fund: Fund; readonly funders: readonly Funder[] }
