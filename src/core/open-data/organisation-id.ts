import { isPrincipalCouncil, principalCouncilKinds } from '../authorities/authority.ts'

/** A body as open data names it. */
export type PublishedBody = {
  /** The id in our register. */
  readonly id: string
  readonly name: string
  readonly kind: string
  /** Of the Government Statistical Service; null for bodies that are not areas. */
  readonly gssCode: string | null
  readonly illustrative: boolean
}

/**
 * Councils that were formed after the register behind GB-LAE was closed, so that there is no code for them; all that are in
 * being and have three letters.
 *
 * @see docs/sources.md#organisation-identifiers
 */
const formedAfterRegister: readonly string[] = ['CBD', 'NNT', 'NYE', 'SMT', 'WAF', 'WNT']

/**
 * Departments that own funds here, by their ids, with their codes in the closed register of government organisations behind
 * GB-GOR. One that took another name kept its code: D4 was Communities and Local Government, and is Housing since 2018.
 *
 * @see docs/sources.md#organisation-identifiers
 */
const departmentCodes: Readonly<Record<string, string>> = { 'cabinet-office': 'D2', dclg: 'D4' }

const kindsInRegister: readonly string[] = [...principalCouncilKinds, 'combined-authority', 'greater-london-authority']

/**
 * The identifier by which other data knows a body. Where no register has it, it is one of the publisher's own, as the
 * standard says; a made-up body never has a real one.
 *
 * @param prefix the publisher's, as 360Giving gave it
 * @example organisationIdOf({ id: 'BAS', name: 'Bath and North East Somerset Council', kind: 'unitary', gssCode: 'E06000022', illustrative: false }, '360G-example') // => 'GB-LAE-BAS'
 * @see https://org-id.guide/list/GB-LAE and https://org-id.guide/list/GB-GOR
 */
export function organisationIdOf({ id, kind, illustrative }: PublishedBody, prefix: string): string {
  const department = kind === 'government-department' ? departmentCodes[id] : undefined
  if (department !== undefined && !illustrative) return `GB-GOR-${department}`
  const registered = kindsInRegister.includes(kind) && /^[A-Z]{3}$/.test(id) && !formedAfterRegister.includes(id)
  return registered && !illustrative ? `GB-LAE-${id}` : `${prefix}-org:${id}`
}

const geoCodeTypes: Readonly<Record<string, string>> = {
  county: 'CTY',
  district: 'NMD',
  unitary: 'UA',
  'metropolitan-district': 'MD',
  'london-borough': 'LONB',
  'city-of-london': 'LONB',
}

/** Where a body is, by the codes of the standard. @see the code list geoCodeType of the standard */
export type PublishedPlace = {
  readonly name: string
  readonly countryCode: 'GB'
  readonly geoCode?: string
  readonly geoCodeType?: string
}

export function placeOf({ name, kind, gssCode }: PublishedBody): PublishedPlace {
  const type = isPrincipalCouncil(kind as never) ? geoCodeTypes[kind] : undefined
  return { name, countryCode: 'GB', ...(gssCode !== null && type && { geoCode: gssCode, geoCodeType: type }) }
}
