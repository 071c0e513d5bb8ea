import type { SheetEntries } from '../sheets/index.ts'
import type { IsoDay } from '../time/day.ts'
import type { BenefitRecord } from './benefit-record.ts'
import type { ReturnMonths } from './returns.ts'
import { type Confirmation, type WorkedOut, workedOut } from './worked-out.ts'

/** A return as it was frozen: of which award, all that was written of it, and what of that finance had confirmed. */
export type FrozenReturn = {
  readonly award: {
    readonly reference: string
    readonly organisation: string
    readonly title: string
    readonly acceptedOn: IsoDay
  }
  readonly months: ReturnMonths
  readonly sheets: SheetEntries
  readonly confirmed: readonly Confirmation[]
}

/** The record that a frozen return is of. */
export const recordOfReturn = ({ award: { acceptedOn }, sheets }: FrozenReturn): BenefitRecord => ({
  acceptedOn,
  sheets,
})

/** What a frozen return says of benefits, worked out as on its day. */
export const ofReturn = (frozen: FrozenReturn): WorkedOut => workedOut(recordOfReturn(frozen), frozen.confirmed)
