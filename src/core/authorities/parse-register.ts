import { type Authority, authorityKinds, gssPrefix, regions } from './authority.ts'
import { isIsoDay } from './iso-day.ts'

/** The columns of a register file, in order, divided by tabs. Codes in a list are divided by commas. */
export const registerColumns = [
  'code',
  'gss',
  'former',
  'name',
  'short',
  'kind',
  'region',
  'formed',
  'shadow',
  'last',
  'county',
  'combined',
  'successors',
] as const

export type RegisterColumn = (typeof registerColumns)[number]

/** What is wrong with a line, which counts from 1 and includes comments. */
export type RegisterLineProblem = { readonly line: number } & (
  | { readonly code: 'header-wrong'; readonly found: string }
  | { readonly code: 'too-many-columns'; readonly found: number }
  | { readonly code: 'field-missing'; readonly column: RegisterColumn }
  | { readonly code: 'field-malformed'; readonly column: RegisterColumn; readonly value: string }
  | { readonly code: 'gss-not-of-kind'; readonly value: string; readonly kind: string }
  | { readonly code: 'days-out-of-order'; readonly value: string }
)

type Fields = Readonly<Record<RegisterColumn, string>>
type FieldProblem = RegisterLineProblem extends infer Each ? (Each extends unknown ? Omit<Each, 'line'> : never) : never

/**
 * Reads a register file of the project: comments start with `#`, the first other line names the columns, and each
 * line after it is a body. Columns left off at the end of a line are empty.
 *
 * A line with a problem is left out of the authorities and every problem of it is listed. What one line says of
 * another (an unknown county, a code used twice) is for `checkRegister`, which sees all the files together.
 */
export function parseRegister(text: string): {
  readonly authorities: readonly Authority[]
  readonly problems: readonly RegisterLineProblem[]
} {
  const authorities: Authority[] = []
  const problems: RegisterLineProblem[] = []
  let headerSeen = false
  for (const [index, content] of text.split(/\r?\n/).entries()) {
    const line = index + 1
    if (content.startsWith('#') || content.trim() === '') continue
    if (!headerSeen) {
      headerSeen = true
      if (content === registerColumns.join('\t')) continue
      return { authorities: [], problems: [{ line, code: 'header-wrong', found: content }] }
    }
    const values = content.split('\t')
    if (values.length > registerColumns.length) {
      problems.push({ line, code: 'too-many-columns', found: values.length })
      continue
    }
    const fields = fieldsOf(values)
    const found = fieldProblems(fields)
    if (found.length === 0) authorities.push(authorityOf(fields))
    else problems.push(...found.map((problem) => ({ line, ...problem }) as RegisterLineProblem))
  }
  return { authorities, problems }
}

function fieldsOf(values: readonly string[]): Fields {
  return Object.fromEntries(registerColumns.map((column, index) => [column, (values[index] ?? '').trim()])) as Fields
}

function fieldProblems(fields: Fields): readonly FieldProblem[] {
  const problems: FieldProblem[] = []
  for (const column of ['code', 'name', 'short', 'kind'] as const) {
    if (fields[column] === '') problems.push({ code: 'field-missing', column })
  }
  for (const column of registerColumns) {
    if (fields[column] !== '' && !wellFormed(column, fields[column])) {
      problems.push({ code: 'field-malformed', column, value: fields[column] })
    }
  }
  if (problems.length > 0) return problems
  const { gss, formed, shadow, last } = fields
  const { kind } = authorityOf(fields)
  if (gss !== '' && !gss.startsWith(gssPrefix(kind) ?? '?'))
    problems.push({ code: 'gss-not-of-kind', value: gss, kind })
  if (formed !== '' && last !== '' && last < formed) problems.push({ code: 'days-out-of-order', value: last })
  // A shadow authority waits for something: without the day on which it is formed, or after it, it is a slip.
  if (shadow !== '' && !(shadow < formed)) problems.push({ code: 'days-out-of-order', value: shadow })
  return problems
}

function wellFormed(column: RegisterColumn, value: string): boolean {
  switch (column) {
    case 'name':
    case 'short':
      return true
    case 'kind':
      return authorityKinds.some((each) => each === value)
    case 'region':
      return regions.some((each) => each === value)
    case 'formed':
    case 'shadow':
    case 'last':
      return isIsoDay(value)
    case 'gss':
      return isGssCode(value)
    case 'former':
      return value.split(',').every(isGssCode)
    case 'code':
    case 'county':
    case 'combined':
      return isAuthorityCode(value)
    case 'successors':
      return value.split(',').every(isAuthorityCode)
  }
}

/**
 * An English area's code.
 *
 * @example isGssCode('E06000023') // => true
 * @example isGssCode('S12000036') // => false
 */
export const isGssCode = (text: string): boolean => /^E\d{8}$/.test(text)

/**
 * Letters, digits and hyphens, at most 60.
 *
 * @example isAuthorityCode('fire-avon') // => true
 */
export const isAuthorityCode = (text: string): boolean =>
  text.length <= 60 && /^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/.test(text)

// Called only with fields that have been found well formed, which is what makes the two claims of type true.
function authorityOf(fields: Fields): Authority {
  return {
    code: fields.code,
    gssCode: fields.gss || null,
    formerGssCodes: listOf(fields.former),
    name: fields.name,
    shortName: fields.short,
    kind: fields.kind as Authority['kind'],
    region: (fields.region || null) as Authority['region'],
    formedOn: fields.formed || null,
    shadowFromOn: fields.shadow || null,
    lastDayOn: fields.last || null,
    countyCode: fields.county || null,
    combinedAuthorityCode: fields.combined || null,
    successorCodes: listOf(fields.successors),
    illustrative: fields.region === 'Illustrative',
  }
}

const listOf = (value: string): readonly string[] => (value === '' ? [] : value.split(','))
