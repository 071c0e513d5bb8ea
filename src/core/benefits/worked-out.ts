import type { BenefitRecord } from './benefit-record.ts'
import type { ConfirmedActual } from './outturn.ts'
import { actualsOf } from './read-actuals.ts'
import { type Benefit, benefitsOf } from './read-benefits.ts'

/** Which version of which actual finance has confirmed. */
export type Confirmation = { readonly entry: string; readonly version: number }

/** What a record says of benefits, and of what they turned out to be. */
export type WorkedOut = { readonly benefits: readonly Benefit[]; readonly actuals: readonly ConfirmedActual[] }

/** An actual counts as confirmed only as it stands: not in another version. */
export function workedOut(record: BenefitRecord, confirmations: readonly Confirmation[]): WorkedOut {
  const isConfirmed = ({ id, version }: { readonly id: string; readonly version: number }) =>
    confirmations.some((each) => each.entry === id && each.version === version)
  return {
    benefits: benefitsOf(record),
    actuals: actualsOf(record).map((actual) => ({ ...actual, confirmed: isConfirmed(actual) })),
  }
}
