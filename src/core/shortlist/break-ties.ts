import { canonicalJson, type Sha256 } from '../canonical/index.ts'
import type { SpreadBasis } from '../rules/assessment-rules.ts'
import { type Candidate, meanOf, type ShortlistCase } from './shortlist-case.ts'

/** What the order of ties still has to be told. */
export type Waiting = { readonly waitsFor: Set<'draw' | 'pairwise'>; readonly toCompare: [string, string][] }

export type Ordered = { readonly candidate: Candidate; readonly decidedBy: number | null }

type Step = (tied: readonly Candidate[], listed: readonly Candidate[]) => readonly Candidate[]

/** Those with the most of something. */
function most(tied: readonly Candidate[], value: (candidate: Candidate) => number): readonly Candidate[] {
  const values = tied.map(value)
  const highest = values.reduce((best, each) => Math.max(best, each), Number.NEGATIVE_INFINITY)
  return tied.filter((_, at) => values[at] === highest)
}

const valuesOf = (candidate: Candidate, basis: SpreadBasis): readonly string[] => {
  if (basis === 'region') return [candidate.region]
  return basis === 'authority-type' ? [candidate.authorityType] : candidate.deliveryModels
}

/** Those of whose kind the fewest stand before: by what awards are spread over, in its order, else by region. */
function underRepresented(bases: readonly SpreadBasis[]): Step {
  return (tied, listed) =>
    bases.reduce((left, basis) => {
      const before = (value: string) => listed.filter((each) => valuesOf(each, basis).includes(value)).length
      // One with several ways of delivery counts by the rarest of them; one with none by as many as there are.
      return most(left, (each) => -Math.min(listed.length, ...valuesOf(each, basis).map(before)))
    }, tied)
}

/**
 * The seed of the draw: SHA-256 of the list that may be drawn from, as canonical JSON, and the public value straight after
 * it. Anybody can do it again with `sha256sum`.
 */
export const drawSeed = (references: readonly string[], value: string, sha256: Sha256): string =>
  sha256(`${canonicalJson([...references].sort())}${value}`)

/** An application's lot: SHA-256 of the seed and its reference. The lowest is drawn first. */
export const lotOf = (seed: string, reference: string, sha256: Sha256): string => sha256(`${seed}${reference}`)

/**
 * Puts applications that cannot be told apart in the sealed order: the first step that decides is taken. What waits for
 * the panel or for a public value is passed over, and said in `waiting` where the line depends on it.
 *
 * @param listed those that stand before them
 * @param eligible references of all that may be shortlisted: what a draw is of
 * @param room how many of them are within the line
 */
export function breakTies(
  tied: readonly Candidate[],
  listed: readonly Candidate[],
  { rules, preferred, drawValue }: Pick<ShortlistCase, 'rules' | 'preferred' | 'drawValue'>,
  {
    eligible,
    room,
    waiting,
    sha256,
  }: {
    readonly eligible: readonly string[]
    readonly room: number
    readonly waiting: Waiting
    readonly sha256: Sha256
  },
): readonly Ordered[] {
  const spread = [...new Set(rules.spread.map(({ basis }) => basis))]
  const bases = spread.length === 0 ? (['region'] as const) : spread
  const seed = drawValue === '' ? null : drawSeed(eligible, drawValue, sha256)
  const compare = comparisons(preferred)
  const left = new Set([...tied].sort((one, other) => (one.reference < other.reference ? -1 : 1)))
  const placed: Ordered[] = []
  const place = (step: number | null, candidate: Candidate): void => {
    left.delete(candidate)
    placed.push({ candidate, decidedBy: step })
  }
  while (left.size > 0) {
    const matters = placed.length < room && tied.length > room
    let among: readonly Candidate[] = [...left]
    let decidedBy: number | null = null
    for (const [index, { kind, criterion }] of rules.tieBreaks.entries()) {
      if (among.length === 1) break
      const before = among
      if (kind === 'criterion') among = most(among, (each) => criterionMean(each, criterion))
      if (kind === 'under-represented')
        among = underRepresented(bases)(among, [...listed, ...placed.map(({ candidate }) => candidate)])
      if (kind === 'earlier') among = most(among, (each) => -Date.parse(each.submittedAt))
      if (kind === 'pairwise') among = compare(among, matters ? waiting : undefined)
      if (kind === 'draw' && seed !== null) among = [lowestLot(among, seed, sha256)]
      if (kind === 'draw' && seed === null && matters) waiting.waitsFor.add('draw')
      if (among.length < before.length) decidedBy = index + 1
    }
    const [first] = among
    if (first !== undefined) place(among.length === 1 ? decidedBy : null, first)
  }
  return placed
}

const criterionMean = ({ reviews }: Candidate, criterion: string): number => {
  const given = reviews.flatMap(({ points }) => points[criterion] ?? [])
  return given.length === 0 ? Number.NEGATIVE_INFINITY : meanOf(given)
}

function lowestLot(tied: readonly Candidate[], seed: string, sha256: Sha256): Candidate {
  const lots = tied.map((candidate) => ({ candidate, lot: lotOf(seed, candidate.reference, sha256) }))
  return lots.reduce((best, each) => (each.lot < best.lot ? each : best)).candidate
}

/** Those that the panel preferred most often among these, once it has compared every two of them. */
function comparisons(preferred: ShortlistCase['preferred']) {
  const beats = new Set(preferred.map(([better, other]) => `${better} ${other}`))
  return (tied: readonly Candidate[], waiting: Waiting | undefined): readonly Candidate[] => {
    const open = tied.flatMap(({ id: one }, at) =>
      tied
        .slice(at + 1)
        .filter(({ id: other }) => !beats.has(`${one} ${other}`) && !beats.has(`${other} ${one}`))
        .map(({ id: other }): [string, string] => [one, other]),
    )
    if (open.length === 0) return most(tied, ({ id }) => tied.filter((each) => beats.has(`${id} ${each.id}`)).length)
    waiting?.waitsFor.add('pairwise')
    if (waiting !== undefined && waiting.toCompare.length === 0) waiting.toCompare.push(...open)
    return tied
  }
}
