import { addDays, type IsoDay } from '../time/day.ts'

/** A grant scheme as the Government Grants Information System has it: here a round of a fund. Amounts are whole pounds. */
export type GgisScheme = {
  readonly name: string
  readonly reference: string
  readonly pounds: number
  /** When it opens to applications. */
  readonly startsOn: IsoDay | null
  /** From its opening to the end of the last grant; null while an end is not known. */
  readonly years: number | null
  readonly seniorOfficer: string
  readonly adminEmail: string
  readonly funder: string
  readonly objective: string
}

/** An award to an organisation under a scheme. */
export type GgisAward = {
  readonly scheme: string
  readonly reference: string
  readonly name: string
  readonly recipient: string
  readonly recipientId: string
  readonly adminEmail: string
  readonly objective: string
  readonly startsOn: IsoDay | null
  readonly endsOn: IsoDay | null
  readonly pounds: number
}

/** What was paid of an award, or came back from it as less than 0, in pounds and pence. */
export type GgisPayment = {
  readonly scheme: string
  readonly award: string
  readonly recipient: string
  readonly on: IsoDay
  readonly pounds: number
  /** Under which it stands in the ledger. */
  readonly reference: string
}

/** A column. `cell` is '' for what is not known. */
export type GgisColumn<Row> = {
  readonly heading: string
  readonly duty: Duty
  readonly cell: (row: Row) => string | number
}

/** Whether the system takes a record without it. */
export type Duty = 'required' | 'optional'

/** The headings of what the system asks for and this record does not have. */
export const missingIn = <Row>(columns: readonly GgisColumn<Row>[], row: Row): readonly string[] =>
  columns.filter(({ duty, cell }) => duty === 'required' && cell(row) === '').map(({ heading }) => heading)

const mostYears = 20

/**
 * How many whole years a scheme runs, as the system counts them: from its first day, so that the last grant ends within.
 *
 * @param ends the last days of its awards; null for one that is not known
 * @returns null where that cannot be said: no award, an end that is not known, or more years than the system has
 * @example yearsOf('2026-04-01', ['2027-03-31']) // => 1
 */
export function yearsOf(startsOn: IsoDay | null, ends: readonly (IsoDay | null)[]): number | null {
  const last = ends
    .filter((end) => end !== null)
    .sort()
    .at(-1)
  if (startsOn === null || last === undefined || ends.includes(null)) return null
  for (let years = 1; years <= mostYears; years += 1) if (addDays(laterYear(startsOn, years), -1) >= last) return years
  return null
}

/** The same day so many years later; 1 March where there is no 29 February. */
function laterYear(on: IsoDay, years: number): IsoDay {
  const later = `${Number(on.slice(0, 4)) + years}${on.slice(4)}`
  return later.endsWith('-02-29') && !isLeap(Number(later.slice(0, 4))) ? later.replace('-02-29', '-03-01') : later
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
