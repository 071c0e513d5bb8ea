import {
  type BetweenAwards,
  betweenAwards,
  type Claimed,
  type Claims,
  type CountedElsewhere,
  countedElsewhere,
  type KeptBoth,
} from './between-awards.ts'
import { countedOnce } from './double-counting.ts'
import type { FinancialYear } from './financial-year.ts'
import { type OptimismEvidence, type Outturn, optimismEvidence, outturnsOf, shareWithinRange } from './outturn.ts'
import type { Benefit } from './read-benefits.ts'
import { type MoneyRollUp, rollUpOf } from './roll-up.ts'
import type { WorkedOut } from './worked-out.ts'

/** An outturn with whose it is, and what of it counts in sums: as far as it is due to the award, a forecast less its optimism. */
export type CohortOutturn<Of> = Outturn &
  Pick<Benefit, 'title' | 'unit' | 'attribution' | 'optimism'> & { readonly of: Of }

/** What the awards of a fund have come to together. */
export type Cohort<Of> = {
  readonly awards: readonly { readonly of: Of; readonly rollUp: MoneyRollUp }[]
  readonly years: readonly Pick<MoneyRollUp['years'][number], 'year' | 'forecast' | 'confirmed' | 'unconfirmed'>[]
  readonly forecast: number
  readonly confirmed: number
  readonly unconfirmed: number
  readonly outturns: readonly CohortOutturn<Of>[]
  /** From 0 to 1; undefined while no outturn is known. */
  readonly withinRange: number | undefined
  readonly optimism: readonly OptimismEvidence[]
  /** Benefits of different awards that may be one. */
  readonly between: readonly BetweenAwards[]
  /** What is left out of the sums of its award, since it is counted as a benefit of another one. */
  readonly elsewhere: readonly CountedElsewhere[]
}

/** An award with what came of it. Without `claims` it is compared with no other. */
export type AwardOfCohort<Of> = WorkedOut & { readonly of: Of; readonly claims?: Claims }

/**
 * Adds up the benefits of several awards. What is counted twice, within an award or between awards, is counted once.
 *
 * @param kept which benefits of different awards both count, and why
 */
export function cohortOf<Of>(awards: readonly AwardOfCohort<Of>[], kept: readonly KeptBoth[] = []): Cohort<Of> {
  const claimed = awards.flatMap(claimedBy)
  const between = betweenAwards(claimed, kept)
  const elsewhere = countedElsewhere(claimed, between)
  const rolled = awards.map(({ of, claims, benefits, actuals }) => {
    const others = elsewhere.filter(({ benefit }) => benefit.claims === claims).map(({ benefit }) => benefit.benefit.id)
    return { of, rollUp: rollUpOf(benefits, actuals, new Set(others)) }
  })
  const outturns = awards.flatMap(({ of, benefits, actuals }) =>
    benefits.flatMap((benefit) =>
      outturnsOf([benefit], actuals).map((outturn) => {
        const { title, unit, attribution, optimism } = benefit
        return { ...outturn, of, title, unit, attribution, optimism }
      }),
    ),
  )
  const sum = (key: 'forecast' | 'confirmed' | 'unconfirmed') =>
    rolled.reduce((total, { rollUp }) => total + rollUp[key], 0)
  return {
    awards: rolled,
    years: yearsOfAll(rolled.map(({ rollUp }) => rollUp)),
    forecast: sum('forecast'),
    confirmed: sum('confirmed'),
    unconfirmed: sum('unconfirmed'),
    outturns,
    withinRange: shareWithinRange(outturns),
    optimism: optimismEvidence(outturns),
    between,
    elsewhere,
  }
}

/** What counts within an award, as far as other awards may claim it too. */
const claimedBy = ({ claims, benefits }: AwardOfCohort<unknown>): readonly Claimed[] =>
  claims === undefined ? [] : countedOnce(benefits).counted.map((benefit) => ({ claims, benefit }))

function yearsOfAll(rollUps: readonly MoneyRollUp[]): MoneyRollUp['years'] {
  const years = new Map<FinancialYear, MoneyRollUp['years'][number]>()
  for (const row of rollUps.flatMap((rollUp) => rollUp.years)) {
    const { forecast, confirmed, unconfirmed } = years.get(row.year) ?? { forecast: 0, confirmed: 0, unconfirmed: 0 }
    years.set(row.year, {
      year: row.year,
      forecast: forecast + row.forecast,
      confirmed: confirmed + row.confirmed,
      unconfirmed: unconfirmed + row.unconfirmed,
    })
  }
  return [...years.values()].toSorted((one, other) => one.year - other.year)
}
