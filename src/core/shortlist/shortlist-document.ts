import { canonicalJson, type Json } from '../canonical/index.ts'
import { drawSeed } from './break-ties.ts'
import type { Proposal, ProposedItem, ShortlistCase } from './shortlist-case.ts'

/**
 * Rules under which a panel may depart from what is proposed. `near-tie`: the scores cannot tell it from others at the
 * line. `spread`: the sealed limits of spread could not be kept otherwise. `assurance`: checks found a risk. `funded`: the
 * same work is paid for elsewhere. `withdrawing`: the applicant no longer wants it.
 */
export const departureRules = ['near-tie', 'spread', 'assurance', 'funded', 'withdrawing'] as const
export type DepartureRule = (typeof departureRules)[number]

/** Why something was decided other than proposed, and by whom. */
export type Departure = {
  readonly rule: string
  readonly reason: string
  readonly decidedBy: string
  readonly decidedAt: string
}

/** A piece of work by its number and hashes. */
export type RunSeal = { readonly number: number; readonly inputSha256: string; readonly resultSha256: string }

export type ListedApplication = Omit<ProposedItem, 'id'> & {
  readonly lead: string
  readonly shortlisted: boolean
  readonly departure: Departure | null
}

/** What is frozen: who is on the shortlist, by which rules, from which scores. Times are ISO instants. */
export type ShortlistDocument = {
  readonly document: 'shortlist'
  readonly format: 1
  readonly round: {
    readonly id: string
    readonly fund: string
    readonly name: string
    readonly illustrative: boolean
  }
  readonly rules: { readonly version: number; readonly sha256: string }
  readonly runs: { readonly assignment: RunSeal | null; readonly understanding: RunSeal | null }
  /** What the proposal was worked out from: anybody can do it again. */
  readonly case: ShortlistCase
  readonly method: Proposal['method']
  readonly draw: { readonly named: string; readonly value: string; readonly seed: string } | null
  readonly applications: readonly ListedApplication[]
  /** Whether every funder approves it before applicants are told; if not, why. */
  readonly approval: { readonly asked: boolean; readonly reason: string }
  /** Opinions that were asked for and not in, and why it was frozen without them. Earlier documents do not speak of it. */
  readonly withoutOpinions?: { readonly references: readonly string[]; readonly reason: string } | null
  readonly tellAt: string
  readonly frozenAt: string
  readonly frozenBy: string
}

export type Frozen = Omit<ShortlistDocument, 'document' | 'format' | 'applications' | 'method' | 'draw'> & {
  readonly drawNamed: string
}

/** What people decided of an application, by its id; nothing is as proposed. */
export type Decided = { readonly chosen: boolean; readonly departure: Departure | null }

/** The document of a proposal with what was decided. */
export function shortlistDocument(
  proposal: Proposal,
  { drawNamed, ...facts }: Frozen,
  leads: ReadonlyMap<string, string>,
  decided: ReadonlyMap<string, Decided>,
  sha256: (text: string) => string,
): ShortlistDocument {
  const { drawValue: value } = facts.case
  const eligible = proposal.items.filter(({ rank }) => rank !== null).map(({ reference }) => reference)
  return {
    document: 'shortlist',
    format: 1,
    ...facts,
    method: proposal.method,
    draw: value === '' ? null : { named: drawNamed, value, seed: drawSeed(eligible, value, sha256) },
    applications: proposal.items.map(({ id, ...item }) => {
      const choice = decided.get(id)
      const departure = choice?.departure ?? null
      return { ...item, lead: leads.get(id) ?? '', shortlisted: choice?.chosen ?? item.proposed, departure }
    }),
  }
}

/** The one text of a document, of which its hash is taken. */
export const shortlistText = (document: ShortlistDocument): string => canonicalJson(document as unknown as Json)

/** Counts for people: how many are on it, and how many decisions departed from the proposal. */
export const countsOf = ({ applications }: Pick<ShortlistDocument, 'applications'>) => ({
  shortlisted: applications.filter(({ shortlisted }) => shortlisted).length,
  departures: applications.filter(({ departure }) => departure !== null).length,
})
