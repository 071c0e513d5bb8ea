import type { Database } from '../../../platform/database/database.ts'

/** How far forecasts of benefits were out in a fund: rows by kind of benefit, each with how many outturns there are. */
export type ForecastsOut = {
  /** The fund, by its name. */
  readonly fund: string
  /** Where every row of which these are made can be read. */
  readonly href: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Reads it for the fund that pays for a review, by the reference of its application; undefined where too little is known. */
export type ReadForecastsOut = (db: Database, application: string) => Promise<ForecastsOut | undefined>
