import type { FinancialYear } from './financial-year.ts'
import { type OptimismEvidence, type Outturn, optimismEvidence, outturnsOf, shareWithinRange } from './outturn.ts'
import { type MoneyRollUp, rollUpOf } from './roll-up.ts'
import type { WorkedOut } from './worked-out.ts'

/** An outturn with whose it is. */
export type CohortOutturn<Of> = Outturn & { readonly of: Of; readonly title: string; readonly unit: string }

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
}

/**
 * Adds up the benefits of several awards. What is counted twice within an award is counted once; between awards nothing is
 * compared.
 */
export function cohortOf<Of>(awards: readonly (WorkedOut & { readonly of: Of })[]): Cohort<Of> {
  const rolled = awards.map(({ of, benefits, actuals }) => ({ of, rollUp: rollUpOf(benefits, actuals) }))
  const outturns = awards.flatMap(({ of, benefits, actuals }) =>
    benefits.flatMap((benefit) =>
      outturnsOf([benefit], actuals).map((outturn) => ({ ...outturn, of, title: benefit.title, unit: benefit.unit })),
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
  }
}

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
