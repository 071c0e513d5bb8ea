import { type FinancialYear, financialYearOf } from '../benefits/financial-year.ts'
import type { IsoDay } from '../time/day.ts'

/** How far a claim of grant has come. */
export const claimStates = ['sent', 'checked', 'approved', 'refused', 'paid'] as const
export type ClaimState = (typeof claimStates)[number]

/** What counts of a claim. */
export type ClaimOf = { readonly instalment: number; readonly pence: number; readonly state: ClaimState }

/** What counts of an instalment. */
export type InstalmentOf = { readonly number: number; readonly pence: number; readonly dueOn: IsoDay }

/** An award of money in pence. Each of the first four is part of the one before it. */
export type GrantMoney = {
  readonly awardedPence: number
  /** In instalments. */
  readonly scheduledPence: number
  /** Claimed, and not refused. */
  readonly claimedPence: number
  readonly approvedPence: number
  readonly paidPence: number
  readonly returnedPence: number
  /** As the finance officer of the council last signed; 0 before. */
  readonly spentPence: number
}

const sum = (claims: readonly ClaimOf[], states: readonly ClaimState[]): number =>
  claims.filter(({ state }) => states.includes(state)).reduce((total, { pence }) => total + pence, 0)

/** Where the money of a grant is. */
export function grantMoney(of: {
  readonly pounds: number
  readonly instalments: readonly InstalmentOf[]
  readonly claims: readonly ClaimOf[]
  readonly returns: readonly { readonly pence: number }[]
  readonly spentPence: number
}): GrantMoney {
  return {
    awardedPence: of.pounds * 100,
    scheduledPence: of.instalments.reduce((total, { pence }) => total + pence, 0),
    claimedPence: sum(of.claims, ['sent', 'checked', 'approved', 'paid']),
    approvedPence: sum(of.claims, ['approved', 'paid']),
    paidPence: sum(of.claims, ['paid']),
    returnedPence: of.returns.reduce((total, { pence }) => total + pence, 0),
    spentPence: of.spentPence,
  }
}

/**
 * What a council has of a grant and has not spent, in pence: it spends it yet, or gives it back.
 *
 * @example unspentPence({ paidPence: 500, spentPence: 300, returnedPence: 50 }) // => 150
 */
export const unspentPence = ({
  paidPence,
  spentPence,
  returnedPence,
}: Pick<GrantMoney, 'paidPence' | 'spentPence' | 'returnedPence'>): number =>
  Math.max(0, paidPence - spentPence - returnedPence)

/** What of an instalment is not claimed yet, in pence. */
export const openPence = (
  { number, pence }: Pick<InstalmentOf, 'number' | 'pence'>,
  claims: readonly ClaimOf[],
): number =>
  pence -
  sum(
    claims.filter(({ instalment }) => instalment === number),
    ['sent', 'checked', 'approved', 'paid'],
  )

/** How far an instalment has come. */
export type InstalmentStand = 'to-come' | 'due' | 'claimed' | 'approved' | 'paid'

/** Where an instalment stands: by the least of its claims once all of it is claimed. */
export function instalmentStand(instalment: InstalmentOf, claims: readonly ClaimOf[], today: IsoDay): InstalmentStand {
  if (openPence(instalment, claims) > 0) return instalment.dueOn <= today ? 'due' : 'to-come'
  const states = claims
    .filter(({ instalment: of, state }) => of === instalment.number && state !== 'refused')
    .map(({ state }) => state)
  if (states.every((state) => state === 'paid')) return 'paid'
  return states.every((state) => state === 'paid' || state === 'approved') ? 'approved' : 'claimed'
}

/** What of some payments fell into a financial year, in pence. */
export const paidInYear = (
  payments: readonly { readonly paidOn: IsoDay | null; readonly pence: number }[],
  year: FinancialYear,
): number =>
  payments
    .filter(({ paidOn }) => paidOn !== null && financialYearOf(paidOn) === year)
    .reduce((total, { pence }) => total + pence, 0)

/** The financial years of a grant that are over, from its first payment. @example yearsOver('2024-05-01', '2026-04-01') // => [2024, 2025] */
export function yearsOver(firstPaidOn: IsoDay | undefined, today: IsoDay): readonly FinancialYear[] {
  if (firstPaidOn === undefined) return []
  const first = financialYearOf(firstPaidOn)
  return Array.from({ length: Math.max(0, financialYearOf(today) - first) }, (_, index) => first + index)
}
