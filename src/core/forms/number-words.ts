/**
 * A number as people read it: commas between thousands, no exponent for what people write.
 *
 * @example numberWords(1234567.5) // => '1,234,567.5'
 */
export function numberWords(value: number): string {
  const [whole = '', decimals] = String(value).split('.')
  const grouped = whole.includes('e') ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return decimals === undefined ? grouped : `${grouped}.${decimals}`
}

/**
 * Pounds as GOV.UK writes them: pence only when there are some.
 *
 * @example moneyWords(1000) // => '£1,000'
 * @example moneyWords(-1234.5) // => '-£1,234.50'
 */
export function moneyWords(pounds: number): string {
  const pence = Number.isInteger(pounds) ? String(Math.abs(pounds)) : Math.abs(pounds).toFixed(2)
  const [whole = '', decimals] = pence.split('.')
  const grouped = whole.includes('e') ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${pounds < 0 ? '-' : ''}£${grouped}${decimals === undefined ? '' : `.${decimals}`}`
}

/** Whole pounds, for sums that are not known to the penny. @example wholePounds(-0.4) // => '£0' */
export const wholePounds = (pounds: number): string => moneyWords(Math.round(pounds) || 0)

/** What of a question says how its numbers are written. */
type NumberAsked = { readonly type: string; readonly min?: unknown; readonly max?: unknown }

const within = (value: unknown, least: number, most: number): boolean =>
  typeof value === 'number' && value >= least && value <= most

/** Whether a question asks for a year: a whole number, and all that it takes are years of these times. */
export const asksForYear = ({ type, min, max }: NumberAsked): boolean =>
  type === 'whole-number' && within(min, 1900, 2199) && within(max, 1900, 2199)

/**
 * A number as what a question asks for: a year has no comma between its thousands.
 *
 * @example limitWords(50, { type: 'percentage' }) // => '50%'
 * @example limitWords(2026, { type: 'whole-number', min: 2019, max: 2099 }) // => '2026'
 */
export function limitWords(value: number, asked: NumberAsked): string {
  if (asked.type === 'money' || asked.type === 'money-table') return moneyWords(value)
  if (asksForYear(asked)) return String(value)
  return asked.type === 'percentage' ? `${numberWords(value)}%` : numberWords(value)
}

/** @example countWithNoun(1, 'word') // => '1 word' */
export const countWithNoun = (count: number, noun: string, plural = `${noun}s`): string =>
  `${numberWords(count)} ${count === 1 ? noun : plural}`
