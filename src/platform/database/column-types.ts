import pg from 'pg'

const INT8 = 20
const INT8_LIST = 1016
const DATE = 1082
const DATE_LIST = 1182
const TIMESTAMP = 1114
const INTERVAL = 1186

const asIs = (text: string): string => text

function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value))
    throw new RangeError(`${text} does not fit in a JavaScript number; select it as text`)
  return value
}

const listOf = (oid: number): ((text: string) => unknown[]) =>
  pg.types.getTypeParser(oid) as (text: string) => unknown[]
const textList = listOf(1009)

const parsers: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [INT8, wholeNumber],
  [INT8_LIST, (text) => textList(text).map((item) => (item === null ? null : wholeNumber(String(item))))],
  // A day has no time and no zone: as a Date it would move to the day before for half the world.
  [DATE, asIs],
  [DATE_LIST, textList],
  // A time without a zone is not a moment. No table of ours has one; a query that makes one gets what was written.
  [TIMESTAMP, asIs],
  [INTERVAL, asIs],
])

/**
 * What a column becomes in JavaScript, on both engines: int8 and counts a number (a RangeError beyond 2^53 rather than
 * a wrong number), numeric a string, date `YYYY-MM-DD`, timestamptz a Date, jsonb parsed, bytea a Buffer, lists arrays.
 * What is not listed here is as node-postgres has it.
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) || pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}
