import type { ConflictKind } from '../rules/assessment-rules.ts'
import type { IsoDay } from '../time/day.ts'
import {
  type Beside,
  type Bid,
  type Body,
  type ConflictCase,
  employerYears,
  type FoundConflict,
  type Interests,
} from './conflict.ts'
import { type Neighbours, neighboursOf } from './neighbours.ts'
import { type Line, linesOf } from './succession-lines.ts'

/** How a person stands to a body; `own` is another kind for a lead than for a partner. */
type Standing = 'own' | Exclude<ConflictKind, 'own-authority' | 'partner' | 'supplier' | 'bidding-officer'>
/** The body of theirs that a standing rests on, and where it is known from beyond the register of bodies. */
type Basis = Pick<FoundConflict, 'theirs' | 'source'>
type Reach = ReadonlyMap<string, ReadonlyMap<Standing, Basis>>

/**
 * Every conflict of these people with these bids, by ids alone, each kind once for a pair. Names and addresses of email
 * play no part.
 *
 * @see docs/how-to/run-an-assessment.md for what each kind means, neighbours above all
 */
export function findConflicts(given: ConflictCase): readonly FoundConflict[] {
  const lines = linesOf(given.succession)
  const map = mapOf(given.bodies, given.borders)
  const bidders = biddersOf(given.bids, lines)
  return given.people.flatMap((person) => {
    const reach = reachOf(person, given.countedOn, map, lines)
    const suppliers = suppliersOf(person, given.countedOn)
    const officer = officeOf(person, given, bidders, lines)
    return given.bids.flatMap((bid) => conflictsWith(bid, person.personId, { reach, suppliers, officer }))
  })
}

type Known = { readonly reach: Reach; readonly suppliers: ReadonlySet<string>; readonly officer: Office | undefined }
/** What makes somebody an officer of a bidder: the body or themselves, and the bidding body. */
type Office = { readonly theirs: string; readonly its: string }
type Rests = Basis & Office

function conflictsWith(bid: Bid, personId: string, { reach, suppliers, officer }: Known): readonly FoundConflict[] {
  const found = new Map<ConflictKind, Rests>()
  const add = (kind: ConflictKind, theirs: string, its: string, source: string | null = null) => {
    if (!found.has(kind)) found.set(kind, { theirs, its, source })
  }
  const look = (its: string, own: ConflictKind) => {
    for (const [standing, { theirs, source }] of reach.get(its) ?? [])
      add(standing === 'own' ? own : standing, theirs, its, source)
  }
  if (bid.writerIds.includes(personId)) add('own-authority', personId, bid.leadId)
  look(bid.leadId, 'own-authority')
  for (const partner of bid.partnerIds) look(partner, 'partner')
  for (const supplier of bid.supplierIds) if (suppliers.has(supplier)) add('supplier', supplier, supplier)
  if (officer !== undefined) add('bidding-officer', officer.theirs, officer.its)
  if (found.size === 0) return []
  const { applicationId } = bid
  return [...found].map(([kind, which]) => ({ applicationId, personId, kind, ...which }))
}

type Area = {
  readonly byId: ReadonlyMap<string, Body>
  readonly inCounty: ReadonlyMap<string, readonly string[]>
  readonly inCombined: ReadonlyMap<string, readonly string[]>
  readonly beside: Neighbours
}

function mapOf(bodies: readonly Body[], borders: readonly Beside[]): Area {
  const byId = new Map(bodies.map((body) => [body.id, body]))
  const group = (key: (body: Body) => string | null) => {
    const groups = new Map<string, string[]>()
    for (const body of bodies) {
      const of = key(body)
      if (of === null) continue
      const list = groups.get(of)
      if (list === undefined) groups.set(of, [body.id])
      else list.push(body.id)
    }
    return groups
  }
  return {
    byId,
    inCounty: group(({ countyId }) => countyId),
    // The Greater London Authority is not a combined authority, whatever lies in it.
    inCombined: group(({ combinedAuthorityId }) =>
      byId.get(combinedAuthorityId ?? '')?.kind === 'combined-authority' ? combinedAuthorityId : null,
    ),
    beside: neighboursOf(borders, byId),
  }
}

function reachOf(person: Interests, countedOn: IsoDay, area: Area, lines: Line): Reach {
  const reach = new Map<string, Map<Standing, Basis>>()
  const add: Add = (standing, theirs, ids, source = null) => {
    for (const id of ids) {
      for (const one of lines(id)) {
        const standings = reach.get(one) ?? new Map<Standing, Basis>()
        if (!standings.has(standing)) standings.set(standing, { theirs, source })
        reach.set(one, standings)
      }
    }
  }
  const employers = countingEmployers(person, countedOn).flatMap(({ organisationId }) => organisationId ?? [])
  const own = [...person.memberships, ...person.authorities]
  for (const body of own) add('own', body, [body])
  for (const body of employers) add('employer', body, [body])
  for (const body of new Set([...own, ...employers])) {
    for (const one of lines(body)) addArea(one, body, area, add)
  }
  for (const home of person.homes) {
    const county = area.byId.get(home)?.countyId
    add('home-authority', home, county === null || county === undefined ? [home] : [home, county])
  }
  withoutSelf(reach, [...own, ...employers], lines)
  return reach
}

type Add = (standing: Standing, theirs: string, ids: Iterable<string>, source?: string | null) => void

/**
 * Who lies around a body: its county or its districts, the county's other districts, members of its combined authority, and
 * whoever is beyond a border.
 */
function addArea(one: string, theirs: string, { byId, inCounty, inCombined, beside }: Area, add: Add): void {
  const body = byId.get(one)
  add('county-and-district', theirs, inCounty.get(one) ?? [])
  add('combined-authority', theirs, inCombined.get(one) ?? [])
  if (body?.countyId) {
    add('county-and-district', theirs, [body.countyId])
    add('neighbour', theirs, inCounty.get(body.countyId) ?? [])
  }
  const combined = body?.combinedAuthorityId
  if (combined && inCombined.has(combined))
    add('combined-authority', theirs, [combined, ...(inCombined.get(combined) ?? [])])
  for (const [neighbour, source] of beside.get(one) ?? []) add('neighbour', theirs, [neighbour], source)
}

/** Nobody is their own neighbour: what is theirs already says more. */
function withoutSelf(reach: Map<string, Map<Standing, Basis>>, bodies: readonly string[], lines: Line): void {
  for (const body of bodies) {
    for (const one of lines(body)) {
      const standings = reach.get(one)
      for (const around of ['neighbour', 'county-and-district', 'combined-authority'] as const)
        standings?.delete(around)
    }
  }
}

/** Whether an employer of whom this was the last day still counts. Three years to the day is within them. */
function counts(endedOn: IsoDay | null, countedOn: IsoDay): boolean {
  if (endedOn === null) return true
  const year = Number(endedOn.slice(0, 4)) + employerYears
  return `${String(year).padStart(4, '0')}${endedOn.slice(4)}` >= countedOn
}

const countingEmployers = (person: Interests, countedOn: IsoDay): Interests['employers'] =>
  person.employers.filter(({ endedOn }) => counts(endedOn, countedOn))

const suppliersOf = (person: Interests, countedOn: IsoDay): ReadonlySet<string> =>
  new Set([...person.suppliers, ...countingEmployers(person, countedOn).flatMap(({ supplierId }) => supplierId ?? [])])

type Bidders = { readonly bodies: ReadonlyMap<string, string>; readonly writers: ReadonlyMap<string, string> }

/** Bodies that bid, with all that they have been, and those who wrote for them. */
function biddersOf(bids: readonly Bid[], lines: Line): Bidders {
  const bodies = new Map<string, string>()
  const writers = new Map<string, string>()
  for (const { leadId, partnerIds, writerIds } of bids) {
    for (const body of [leadId, ...partnerIds]) for (const one of lines(body)) bodies.set(one, body)
    for (const writer of writerIds) writers.set(writer, leadId)
  }
  return { bodies, writers }
}

function officeOf(person: Interests, { countedOn }: ConflictCase, bidders: Bidders, lines: Line): Office | undefined {
  const wrote = bidders.writers.get(person.personId)
  if (wrote !== undefined) return { theirs: person.personId, its: wrote }
  const present = person.employers.filter(({ endedOn }) => endedOn === null || endedOn >= countedOn)
  for (const body of [...person.memberships, ...present.flatMap(({ organisationId }) => organisationId ?? [])]) {
    for (const one of lines(body)) {
      const its = bidders.bodies.get(one)
      if (its !== undefined) return { theirs: body, its }
    }
  }
  return undefined
}
