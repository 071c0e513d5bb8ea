/** The councils that make up English local government. The Isles of Scilly count as unitary. */
export const principalCouncilKinds = [
  'county',
  'district',
  'unitary',
  'metropolitan-district',
  'london-borough',
  'city-of-london',
] as const

/** Every kind of body in the register. A combined county authority is a `combined-authority` here. */
export const authorityKinds = [
  ...principalCouncilKinds,
  'combined-authority',
  'greater-london-authority',
  'police-commissioner',
  'fire-authority',
  'integrated-care-board',
  'national-park-authority',
  'waste-authority',
] as const

/** The nine regions of England as the Office for National Statistics names them. */
export const englishRegions = [
  'East Midlands',
  'East of England',
  'London',
  'North East',
  'North West',
  'South East',
  'South West',
  'West Midlands',
  'Yorkshire and The Humber',
] as const

/** Those, and one for made-up bodies. */
export const regions = [...englishRegions, 'Illustrative'] as const

export type AuthorityKind = (typeof authorityKinds)[number]
export type PrincipalCouncilKind = (typeof principalCouncilKinds)[number]
export type Region = (typeof regions)[number]

/**
 * A public body in the register. Days are `YYYY-MM-DD` and both ends count: a body is in being on `formedOn` and on
 * `lastDayOn`.
 */
export type Authority = {
  /** Stable and unique: the three letters of the former GOV.UK register where there are such, otherwise a short name. */
  readonly code: string
  /** Nine characters of the Government Statistical Service; null for bodies that are not areas, and made-up ones. */
  readonly gssCode: string | null
  /** Codes the same body had before its boundary changed. */
  readonly formerGssCodes: readonly string[]
  readonly name: string
  readonly shortName: string
  readonly kind: AuthorityKind
  /** Null where the area lies in more than one region. */
  readonly region: Region | null
  /** First day as a body of this kind. Null: older than any day the register is asked about, or not recorded. */
  readonly formedOn: string | null
  /** First day on which those elected to it may act before it is formed; null when it has no such time. */
  readonly shadowFromOn: string | null
  /** Null while no end is known. */
  readonly lastDayOn: string | null
  /** The county council above a district. */
  readonly countyCode: string | null
  /** The combined authority it is a constituent of; in London, the Greater London Authority. */
  readonly combinedAuthorityCode: string | null
  /** Who took over, the chief one first; empty while it has not ended. */
  readonly successorCodes: readonly string[]
  /** Made up for the example round: never to be shown as real. */
  readonly illustrative: boolean
}

/** The register by code. */
export type Register = ReadonlyMap<string, Authority>

/** A register from its bodies. Of two with one code the later is kept: `checkRegister` tells of them. */
export const registerOf = (authorities: readonly Authority[]): Register =>
  new Map(authorities.map((authority) => [authority.code, authority]))

/** @example isPrincipalCouncil('combined-authority') // => false */
export const isPrincipalCouncil = (kind: AuthorityKind): kind is PrincipalCouncilKind =>
  principalCouncilKinds.some((each) => each === kind)

/**
 * The first three characters of a GSS code of this kind, or null for kinds that have none in the register.
 *
 * @see Office for National Statistics, Register of Geographic Codes
 * @example gssPrefix('unitary') // => 'E06'
 */
export const gssPrefix = (kind: AuthorityKind): string | null => prefixes[kind] ?? null

const prefixes: Partial<Record<AuthorityKind, string>> = {
  county: 'E10',
  district: 'E07',
  unitary: 'E06',
  'metropolitan-district': 'E08',
  'london-borough': 'E09',
  'city-of-london': 'E09',
  'combined-authority': 'E47',
  'greater-london-authority': 'E61',
}
