import { type Authority, type AuthorityKind, gssPrefix, type Region, regions } from './authority.ts'
import { dayBefore, isIsoDay } from './iso-day.ts'
import { isAuthorityCode, isGssCode } from './parse-register.ts'

/** What an upstream row is about, and the names its column goes by: in the published file, and in extracts of it. */
const upstreamColumns = {
  code: ['local-authority-code', 'code'],
  name: ['official-name', 'name'],
  shortName: ['nice-name', 'short_name'],
  gss: ['gss-code', 'gss'],
  formerGss: ['former-gss-codes', 'former_gss'],
  start: ['start-date', 'start_date'],
  end: ['end-date', 'end_date'],
  replacedBy: ['replaced-by', 'replaced_by'],
  nation: ['nation'],
  region: ['region'],
  kind: ['local-authority-type', 'type'],
  county: ['county-la', 'county'],
  combined: ['combined-authority', 'combined_authority'],
} as const

type Field = keyof typeof upstreamColumns
type Upstream = Readonly<Record<Field, string>>

const needed: readonly Field[] = ['code', 'name', 'shortName', 'gss', 'end', 'replacedBy', 'region', 'kind']

/** A row as csv-parse gives it with `columns: true`. */
export type UpstreamRow = Readonly<Record<string, string>>

/** What is wrong with a row; `row` is its number in a spreadsheet, where the heading is row 1. */
export type UpstreamProblem = { readonly row: number; readonly column: string } & (
  | { readonly code: 'column-missing' }
  | { readonly code: 'value-missing' }
  | { readonly code: 'value-malformed'; readonly value: string }
  | { readonly code: 'value-unknown'; readonly value: string }
  | { readonly code: 'gss-not-of-kind'; readonly value: string }
  | { readonly code: 'code-used-twice'; readonly value: string }
  /** A county council in another region than most of its districts: the region is not taken. */
  | { readonly code: 'region-not-of-districts'; readonly value: string; readonly expected: string }
)

const kinds: Readonly<Record<string, AuthorityKind>> = {
  NMD: 'district',
  UA: 'unitary',
  MD: 'metropolitan-district',
  LBO: 'london-borough',
  CTY: 'county',
  CC: 'city-of-london',
  COMB: 'combined-authority',
  SRA: 'greater-london-authority',
}

/**
 * Reads mySociety's `uk_local_authorities_current.csv`, in whose rows blank means "not stated".
 *
 * Rows of other nations are skipped. A row whose code, name, type or GSS code is wrong is left out; another wrong value
 * is dropped from its row. Two habits of the source are put right:
 * - a last day on which its successor starts is the first day after it, so the day before is taken;
 * - a start between May and July 2005 is the day the source's own record was begun, not the body's, and is not taken.
 *
 * @param rows as csv-parse gives them with `columns: true`
 * @see docs/sources.md#register-of-authorities
 */
export function readUpstream(rows: readonly UpstreamRow[]): {
  readonly authorities: readonly Authority[]
  readonly problems: readonly UpstreamProblem[]
  /** Rows of Scotland, Wales and Northern Ireland. */
  readonly skipped: number
} {
  const missing = missingColumns(rows[0] ?? {})
  if (missing.length > 0) return { authorities: [], problems: missing, skipped: 0 }
  const all = rows.map((row, index) => ({ fields: fieldsOf(row), row: index + 2 }))
  const english = all.filter(({ fields }) => fields.nation === '' || fields.nation === 'England')
  const problems: UpstreamProblem[] = []
  const startOf = new Map(english.map(({ fields }) => [fields.code, fields.start]))
  const read = new Map<string, { authority: Authority; row: number }>()
  for (const { fields, row } of english) {
    const found = serious(fields, row)
    if (read.has(fields.code)) found.push({ row, column: heading('code'), code: 'code-used-twice', value: fields.code })
    problems.push(...found)
    if (found.length > 0) continue
    const slight: UpstreamProblem[] = []
    read.set(fields.code, { authority: authorityOf(fields, row, startOf, slight), row })
    problems.push(...slight)
  }
  const authorities = [...read.values()].map(({ authority, row }) => withTrustedRegion(authority, row, read, problems))
  return { authorities, problems, skipped: rows.length - english.length }
}

const heading = (field: Field): string => upstreamColumns[field][0]

function missingColumns(first: UpstreamRow): readonly UpstreamProblem[] {
  return needed
    .filter((field) => !upstreamColumns[field].some((name) => name in first))
    .map((field) => ({ row: 1, column: heading(field), code: 'column-missing' }))
}

function fieldsOf(row: UpstreamRow): Upstream {
  const firstOf = (names: readonly string[]): string => names.map((name) => row[name]).find((value) => value) ?? ''
  const entries = Object.entries(upstreamColumns).map(([field, names]) => [field, tidy(firstOf(names))])
  return Object.fromEntries(entries) as Upstream
}

const tidy = (value: string): string => value.replace(/\s+/g, ' ').trim()

function serious(fields: Upstream, row: number): UpstreamProblem[] {
  const problems: UpstreamProblem[] = []
  for (const field of ['code', 'name', 'kind', 'gss'] as const) {
    if (fields[field] === '') problems.push({ row, column: heading(field), code: 'value-missing' })
  }
  if (problems.length > 0) return problems
  const { code, gss, kind } = fields
  const malformed = (field: Field, value: string): UpstreamProblem => ({
    row,
    column: heading(field),
    code: 'value-malformed',
    value,
  })
  if (!isAuthorityCode(code)) problems.push(malformed('code', code))
  if (!isGssCode(gss)) problems.push(malformed('gss', gss))
  const known = kinds[kind]
  if (known === undefined) problems.push({ row, column: heading('kind'), code: 'value-unknown', value: kind })
  else if (isGssCode(gss) && !gss.startsWith(gssPrefix(known) ?? '?')) {
    problems.push({ row, column: heading('gss'), code: 'gss-not-of-kind', value: gss })
  }
  return problems
}

function authorityOf(
  fields: Upstream,
  row: number,
  startOf: ReadonlyMap<string, string>,
  problems: UpstreamProblem[],
): Authority {
  const taken = (field: Field, good: (value: string) => boolean, code: 'value-malformed' | 'value-unknown') => {
    const value = fields[field]
    if (value === '' || good(value)) return value || null
    problems.push({ row, column: heading(field), code, value })
    return null
  }
  const start = taken('start', isIsoDay, 'value-malformed')
  const end = taken('end', isIsoDay, 'value-malformed')
  const successorCodes = listOf(fields.replacedBy)
  const startsThatDay = end !== null && successorCodes.some((code) => startOf.get(code) === end)
  return {
    code: fields.code,
    gssCode: fields.gss,
    formerGssCodes: listOf(fields.formerGss).filter(isGssCode),
    name: fields.name,
    shortName: fields.shortName || fields.name,
    kind: kinds[fields.kind] as AuthorityKind,
    region: taken('region', isRealRegion, 'value-unknown') as Region | null,
    formedOn: start !== null && !isWhenRecordsBegan(start) ? start : null,
    shadowFromOn: null,
    lastDayOn: end !== null && startsThatDay ? dayBefore(end) : end,
    countyCode: taken('county', isAuthorityCode, 'value-malformed'),
    combinedAuthorityCode: taken('combined', isAuthorityCode, 'value-malformed'),
    successorCodes,
    illustrative: false,
  }
}

const listOf = (value: string): readonly string[] => value.split(/[\s,;]+/).filter((each) => each !== '')
const isRealRegion = (value: string): boolean => value !== 'Illustrative' && regions.some((each) => each === value)
const isWhenRecordsBegan = (day: string): boolean => day >= '2005-05-01' && day <= '2005-07-31'

function withTrustedRegion(
  authority: Authority,
  row: number,
  read: ReadonlyMap<string, { readonly authority: Authority }>,
  problems: UpstreamProblem[],
): Authority {
  if (authority.kind !== 'county' || authority.region === null) return authority
  const below = [...read.values()].flatMap(({ authority: { countyCode, region } }) =>
    countyCode === authority.code && region !== null ? [region] : [],
  )
  const expected = below.find((region) => below.filter((each) => each === region).length * 2 > below.length)
  if (expected === undefined || expected === authority.region) return authority
  problems.push({ row, column: heading('region'), code: 'region-not-of-districts', value: authority.region, expected })
  return { ...authority, region: null }
}
