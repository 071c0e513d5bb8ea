/** Somebody who scores, and from how many to how many applications. Anchors come on top. */
export type AssessorLoad = { readonly id: string; readonly min: number; readonly max: number }

/** An application and an assessor, by id. */
export type IdPair = readonly [application: string, assessor: string]

/** So many assessors of an application should match it at least so well; each one short costs the penalty in match. */
export type Tier = { readonly least: number; readonly count: number; readonly penalty: number }

/** One expert, and two who are competent. */
export const usualTiers: readonly Tier[] = [
  { least: 0.7, count: 1, penalty: 1000 },
  { least: 0.35, count: 2, penalty: 100 },
]

/** Of these applications the assessor reads so many at most. The sets of one assessor lie within or beside one another. */
export type LoadCap = { readonly assessor: string; readonly applications: readonly string[]; readonly max: number }

/** Who is to be matched with what. */
export type AssignmentCase = {
  /** Assessors for each application. */
  readonly needs: number
  readonly applications: readonly string[]
  readonly assessors: readonly AssessorLoad[]
  /** A row for each application, a column for each assessor: from 0 to 1, the better match the higher. */
  readonly match: readonly (readonly number[])[]
  /** Pairs that must not be. */
  readonly conflicts: readonly IdPair[]
  /** Which of those are no conflict: that assessor handed it back. */
  readonly handedBack?: readonly IdPair[]
  /** `fair`: first the worst-off application as well off as can be, then the total. */
  readonly objective: 'total' | 'fair'
  /** Decides between assignments that are equally good. */
  readonly seed: number
  readonly tiers?: readonly Tier[]
  readonly caps?: readonly LoadCap[]
  /** Applications that everybody without a conflict reads. */
  readonly anchors?: readonly string[]
  /** Pairs that stay whatever comes: what was scored already. */
  readonly fixed?: readonly IdPair[]
  /** Whether what is impossible is looked for in what is to be given beside what stays, or else in all. */
  readonly besideFixed?: boolean
  /** Assessors who have left: they read what stays, and nothing else. */
  readonly left?: readonly string[]
  /**
   * What was before, and what it costs in match to end one of those pairs. `asFair`: nothing is changed to be fairer than
   * that was.
   */
  readonly before?: { readonly pairs: readonly IdPair[]; readonly costOfChange: number; readonly asFair?: boolean }
  /**
   * No pair is likelier than so many per cent, but for those that stay and those that were before: chances are found, and who
   * reads what is drawn from them. Not with `fair`.
   */
  readonly mostChancePercent?: number
  /** How far the fairest is looked for: halvings, and nodes of the search for each. As far as it takes unless told. */
  readonly effort?: { readonly halvings: number; readonly nodes: number }
  /**
   * As earlier rounds were worked out: many pairs all at once, so that among equals but for rounding others may be found,
   * and the next best as if nothing but match had been asked for.
   */
  readonly earlier?: boolean
  /** As rounds of format 5 and before say what is impossible: by rows that the solver leaves out one after another. */
  readonly earlierCauses?: boolean
}

/** An application with fewer than it should have of those who match so well. */
export type TierMissed = { readonly application: string; readonly least: number; readonly short: number }

/** How likely a pair was when it was drawn, in whole per cent. */
export type PairChance = readonly [application: string, assessor: string, percent: number]

/** What was drawn from: every pair that could have been, and the total match that was to be expected. */
export type Chances = { readonly chances: readonly PairChance[]; readonly expected: number }

export type Assignment =
  | {
      readonly status: 'optimal'
      /** The sum of the matches of all pairs, anchors left out. */
      readonly total: number
      /** The smallest sum of one application that is no anchor. */
      readonly worst: number
      /** By application, then assessor, as the case lists them; anchors among them. */
      readonly pairs: readonly IdPair[]
      /** Whether nothing better can be: false only when the search for a fair one was stopped by its limits. */
      readonly proven: boolean
      /** Only for a case with tiers. */
      readonly missed?: readonly TierMissed[]
      /** Only for a case with a cap on how likely a pair is. */
      readonly drawn?: Chances
    }
  | { readonly status: 'impossible'; readonly because: readonly Cause[] }

/** A pair that may be, by places in the case. */
export type Pair = { readonly application: number; readonly assessor: number; readonly match: number }

/** Why there is no assignment: applications and people who cannot all have what they need, with what would free them. */
export type Cause = {
  readonly applications: readonly string[]
  readonly assessors: readonly string[]
  readonly text: string
}
