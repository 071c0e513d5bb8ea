import { type Authority, type Register, registerOf } from './authority.ts'

/** The facts that an import may change, or dispute. */
export const comparedFacts = [
  'gssCode',
  'name',
  'shortName',
  'kind',
  'region',
  'formedOn',
  'lastDayOn',
  'countyCode',
  'combinedAuthorityCode',
  'successorCodes',
] as const

export type ComparedFact = (typeof comparedFacts)[number]
type FactValue = string | null | readonly string[]

/** One fact of one body on which the two registers differ. */
export type FactChange = {
  readonly authority: string
  readonly fact: ComparedFact
  readonly ours: FactValue
  readonly theirs: FactValue
}

/** What an import would do, and what it would leave alone for a person to look at. */
export type RegisterComparison = {
  readonly added: readonly Authority[]
  readonly changed: readonly FactChange[]
  /** Bodies the import knows to have ended, or to end on a known day, and the register does not. */
  readonly ended: readonly {
    readonly authority: string
    readonly lastDayOn: string
    readonly successorCodes: readonly string[]
  }[]
  /** Differences that are not applied: see `compareRegisters` for the rules. */
  readonly disputed: readonly FactChange[]
  /** New to the register by code, yet with the GSS code of a body that has another: not added. */
  readonly clashing: readonly { readonly authority: string; readonly gssCode: string; readonly heldBy: string }[]
  /** In the register and not in the import: kept. Made-up bodies are not counted. */
  readonly notMentioned: readonly string[]
}

/**
 * What taking in another register would add, change and end. Bodies are matched by code.
 *
 * What is blank in theirs says nothing and takes nothing away. These differences are disputed, and never applied:
 * - any fact of a body that we know has ended, above all that it has not: history is closed;
 * - the day a body was formed, when we have one: sources give the day of their own first record;
 * - a GSS code that we know as a former one: theirs is older;
 * - a combined authority that we know has ended: theirs is older.
 */
export function compareRegisters(ours: Register, theirs: readonly Authority[]): RegisterComparison {
  const added: Authority[] = []
  const changed: FactChange[] = []
  const ended: RegisterComparison['ended'][number][] = []
  const disputed: FactChange[] = []
  const clashing: RegisterComparison['clashing'][number][] = []
  const holders = gssHolders(ours)
  for (const body of theirs) {
    const known = ours.get(body.code)
    if (known === undefined) {
      const heldBy = body.gssCode === null ? undefined : holders.get(body.gssCode)
      if (heldBy === undefined || body.gssCode === null) added.push(body)
      else clashing.push({ authority: body.code, gssCode: body.gssCode, heldBy })
      continue
    }
    const ends = known.lastDayOn === null && body.lastDayOn !== null
    if (ends && body.lastDayOn !== null) {
      ended.push({ authority: body.code, lastDayOn: body.lastDayOn, successorCodes: body.successorCodes })
    }
    for (const change of differences(known, body)) {
      if (ends && (change.fact === 'lastDayOn' || change.fact === 'successorCodes')) continue
      if (isDisputed(ours, known, change)) disputed.push(change)
      else changed.push(change)
    }
  }
  const mentioned = new Set(theirs.map((body) => body.code))
  const notMentioned = [...ours.values()].filter((body) => !body.illustrative && !mentioned.has(body.code))
  return { added, changed, ended, disputed, clashing, notMentioned: notMentioned.map((body) => body.code) }
}

function gssHolders(register: Register): ReadonlyMap<string, string> {
  const holders = new Map<string, string>()
  for (const { code, gssCode, formerGssCodes } of register.values()) {
    for (const each of gssCode === null ? formerGssCodes : [gssCode, ...formerGssCodes]) holders.set(each, code)
  }
  return holders
}

function differences(ours: Authority, theirs: Authority): readonly FactChange[] {
  return comparedFacts
    .filter(
      (fact) => String(ours[fact]) !== String(theirs[fact]) && (saysSomething(theirs[fact]) || revives(ours, fact)),
    )
    .map((fact) => ({ authority: ours.code, fact, ours: ours[fact], theirs: theirs[fact] }))
}

const saysSomething = (value: FactValue): boolean => value !== null && value.length > 0

// The one blank that does speak: the source lists as in being what we know has ended.
const revives = (ours: Authority, fact: ComparedFact): boolean => fact === 'lastDayOn' && ours.lastDayOn !== null

function isDisputed(register: Register, ours: Authority, { fact, theirs }: FactChange): boolean {
  if (ours.lastDayOn !== null) return true
  if (fact === 'formedOn') return ours.formedOn !== null
  if (fact === 'gssCode') return ours.formerGssCodes.some((former) => former === theirs)
  if (fact === 'combinedAuthorityCode' && typeof theirs === 'string') return register.get(theirs)?.lastDayOn != null
  return false
}

/**
 * The register after an import: what was disputed, clashing or not mentioned is as it was. A GSS code that is replaced
 * is kept among the former ones.
 */
export function applyComparison(ours: Register, comparison: RegisterComparison): Register {
  const bodies = new Map(ours)
  for (const { authority, fact, theirs } of comparison.changed) {
    const body = bodies.get(authority)
    if (body === undefined) continue
    const formerGssCodes =
      fact === 'gssCode' && body.gssCode !== null ? [...body.formerGssCodes, body.gssCode] : body.formerGssCodes
    bodies.set(authority, { ...body, [fact]: theirs, formerGssCodes })
  }
  for (const { authority, lastDayOn, successorCodes } of comparison.ended) {
    const body = bodies.get(authority)
    if (body !== undefined) bodies.set(authority, { ...body, lastDayOn, successorCodes })
  }
  return registerOf([...bodies.values(), ...comparison.added])
}
