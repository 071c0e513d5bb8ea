import { weightedTotal } from '../assessment/weighted-total.ts'
import type { Sha256 } from '../canonical/index.ts'
import { bandBy } from './bands.ts'
import { breakTies, type Ordered, type Waiting } from './break-ties.ts'
import { pooledSd, probabilityAbove } from './probability-in.ts'
import {
  type BandMethod,
  type BandOfList,
  type Candidate,
  type MissedThreshold,
  meanOf,
  type Proposal,
  type ProposedItem,
  type ShortlistCase,
} from './shortlist-case.ts'

type Standing = {
  readonly candidate: Candidate
  readonly totals: ReadonlyMap<string, number>
  readonly mean: number | null
  readonly estimate: number | null
  readonly estimated: number | null
  readonly missed: readonly MissedThreshold[]
  /** What ranks. */
  readonly value: number
}

type Ranked = Standing & {
  readonly best: number
  readonly worst: number
  readonly probabilityIn: number | null
  readonly band: BandOfList
}

/**
 * Proposes a shortlist by the sealed rules: those that reach the thresholds by their unrounded means (by the calibrated
 * estimates where the rules say that these rank), in three bands. What is clearly in comes first; what cannot be told
 * apart at the line comes in the sealed order of ties. A person decides.
 */
export function proposeShortlist(given: ShortlistCase, sha256: Sha256): Proposal {
  // Sums are taken in one order, so that the order of the case makes no difference to the last digit.
  const candidates = [...given.candidates].sort((one, other) => (one.reference < other.reference ? -1 : 1))
  const standings = candidates.map((candidate) => standingOf(candidate, given))
  const may = standings.filter(({ mean, missed }) => mean !== null && missed.length === 0)
  const { method, ranked } = rankAndBand(may, standings, given)
  const waiting: Waiting = { waitsFor: new Set(), toCompare: [] }
  const eligible = may.map(({ candidate }) => candidate.reference)
  const placed: Ordered[] = []
  const by = new Map(ranked.map((each) => [each.candidate, each]))
  for (const tied of runsOf(ranked)) {
    const room = Math.max(0, given.size - placed.length)
    const listed = placed.map(({ candidate }) => candidate)
    placed.push(...breakTies(tied, listed, given, { eligible, room, waiting, sha256 }))
  }
  const items = placed.map(({ candidate, decidedBy }, index): ProposedItem => {
    const { best, mean, estimate, probabilityIn, band } = by.get(candidate) as Ranked
    const proposed = index < given.size
    const { id, reference } = candidate
    return {
      id,
      reference,
      place: index + 1,
      rank: best,
      mean,
      estimate,
      probabilityIn,
      band,
      missed: [],
      proposed,
      decidedBy,
    }
  })
  return {
    size: given.size,
    method,
    items: [...items, ...notProposed(standings, items.length)],
    waitsFor: [...waiting.waitsFor].sort(),
    toCompare: waiting.toCompare,
  }
}

function standingOf(candidate: Candidate, { rules, estimates }: ShortlistCase): Standing {
  const totals = new Map<string, number>()
  const reviews = [...candidate.reviews].sort((one, other) => (one.personId < other.personId ? -1 : 1))
  for (const { personId, points } of reviews) {
    const total = weightedTotal(rules.criteria, new Map(Object.entries(points)))
    if (total !== null) totals.set(personId, total)
  }
  const mean = totals.size === 0 ? null : meanOf([...totals.values()])
  const found = estimates?.find(({ id }) => id === candidate.id)
  const estimate = found?.estimate ?? null
  return {
    candidate,
    totals,
    mean,
    estimate,
    estimated: found?.probabilityIn ?? null,
    missed: mean === null ? [] : missedThresholds(candidate, mean, rules),
    value: (rules.calibration.use === 'ranks' ? estimate : null) ?? mean ?? Number.NEGATIVE_INFINITY,
  }
}

/** Thresholds are of what assessors gave, whatever ranks. */
function missedThresholds(
  { reviews }: Candidate,
  mean: number,
  { criteria, overallLeastPercent }: ShortlistCase['rules'],
): readonly MissedThreshold[] {
  const missed = criteria.flatMap(({ id, leastPoints }) => {
    const given = reviews.flatMap(({ points }) => points[id] ?? [])
    if (leastPoints === null || given.length === 0) return []
    const reached = meanOf(given)
    return reached < leastPoints ? [{ criterion: id, least: leastPoints, reached }] : []
  })
  return mean < overallLeastPercent ? [...missed, { criterion: '', least: overallLeastPercent, reached: mean }] : missed
}

function rankAndBand(
  may: readonly Standing[],
  all: readonly Standing[],
  { size }: ShortlistCase,
): { readonly method: BandMethod; readonly ranked: readonly Ranked[] } {
  const values = may.map(({ value }) => value).sort((one, other) => other - one)
  const placesOf = (value: number) => ({ best: values.indexOf(value) + 1, worst: values.lastIndexOf(value) + 1 })
  const line = ((values[size - 1] ?? 0) + (values[size] ?? 0)) / 2
  const sd = pooledSd(
    all.filter(({ totals }) => totals.size > 0).map(({ candidate, totals }) => ({ id: candidate.id, totals })),
  )
  const method = methodOf(may, size, sd)
  const ranked = may.map((standing): Ranked => {
    const { value, mean, totals, estimated } = standing
    const { best, worst } = placesOf(value)
    const probabilityIn =
      method === 'errors'
        ? probabilityAbove(mean ?? value, line, sd ?? 0, totals.size)
        : method === 'estimates'
          ? estimated
          : null
    return { ...standing, best, worst, probabilityIn, band: bandOf(method, { best, worst, size, probabilityIn }) }
  })
  const order: readonly BandOfList[] = ['clear-in', 'near-tie', 'clear-out']
  ranked.sort(
    (one, other) =>
      order.indexOf(one.band) - order.indexOf(other.band) || other.value - one.value || byReference(one, other),
  )
  return { method, ranked }
}

const byReference = (one: Standing, other: Standing): number =>
  one.candidate.reference < other.candidate.reference ? -1 : 1

function methodOf(may: readonly Standing[], size: number, sd: number | null): BandMethod {
  if (may.length <= size) return 'room-for-all'
  if (may.every(({ estimated }) => estimated !== null)) return 'estimates'
  return sd === null ? 'equal-only' : 'errors'
}

/** Where nobody is left out, everything is in. */
function bandOf(
  method: BandMethod,
  { best, worst, size, probabilityIn }: { best: number; worst: number; size: number; probabilityIn: number | null },
): BandOfList {
  if (method === 'room-for-all') return 'clear-in'
  return bandBy({ best, worst, size }, probabilityIn)
}

/** Lists of those that the order of ties puts in order: the whole of what cannot be told apart, else what is equal. */
function runsOf(ranked: readonly Ranked[]): readonly (readonly Candidate[])[] {
  const runs = Map.groupBy(ranked, ({ band, value }) => (band === 'near-tie' ? band : `${band} ${value}`))
  return [...runs.values()].map((run) => run.map(({ candidate }) => candidate))
}

function notProposed(standings: readonly Standing[], before: number): readonly ProposedItem[] {
  const left = standings
    .filter(({ mean, missed }) => mean === null || missed.length > 0)
    .sort((one, other) => other.value - one.value || byReference(one, other))
  return left.map(({ candidate: { id, reference }, mean, estimate, estimated, missed }, index) => ({
    id,
    reference,
    place: before + index + 1,
    rank: null,
    mean,
    estimate,
    probabilityIn: estimated,
    band: mean === null ? 'unscored' : 'below-threshold',
    missed,
    proposed: false,
    decidedBy: null,
  }))
}
