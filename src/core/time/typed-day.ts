import { type IsoDay, isIsoDay } from './day.ts'
import { MONTHS } from './uk-time.ts'

/** A day as people type it into three fields. The month may be its name, whole or the first three letters. */
export type TypedDay = { readonly day: string; readonly month: string; readonly year: string }

/** A month by its number or its English name. */
function monthNumber(text: string): string {
  const named = MONTHS.findIndex((month) =>
    [month, month.slice(0, 3)].some((name) => name.toLowerCase() === text.toLowerCase()),
  )
  return named < 0 ? text : String(named + 1)
}

/**
 * The day that the parts make; undefined when they make none. The year has four digits.
 *
 * @example readTypedDay({ day: '1', month: 'June', year: '2026' }) // => '2026-06-01'
 */
export function readTypedDay({ day, month, year }: TypedDay): IsoDay | undefined {
  const iso = [year, monthNumber(month).padStart(2, '0'), day.padStart(2, '0')].join('-')
  return isIsoDay(iso) ? iso : undefined
}

/** Whether nothing was typed. */
export const isUntyped = ({ day, month, year }: TypedDay): boolean => `${day}${month}${year}`.trim() === ''

/** A day as it stands in the fields to begin with. */
export function typedDay(day: IsoDay | null): TypedDay {
  const [year = '', month = '', date = ''] = day?.split('-') ?? []
  return { day: String(Number(date) || ''), month: String(Number(month) || ''), year }
}

/** A day as it was typed into its three fields. @param form what was sent: `line` gives a field */
export const typedDayIn = (form: { readonly line: (name: string) => string }, name: string): TypedDay => ({
  day: form.line(`${name}-day`),
  month: form.line(`${name}-month`),
  year: form.line(`${name}-year`),
})
