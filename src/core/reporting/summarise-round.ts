/** How far an application may have come; each holds all of those after it. */
export const stages = ['received', 'eligible', 'in-scope', 'scored', 'shortlisted', 'awarded'] as const
export type Stage = (typeof stages)[number]

/** What is counted of an application. */
export type ReportedApplication = {
  readonly state: 'draft' | 'submitted' | 'withdrawn'
  /** Null where the area of its lead lies in more than one region. */
  readonly region: string | null
  readonly kind: string
  readonly eligible: boolean
  readonly inScope: boolean
  /** Whether somebody has sent in a review of it. */
  readonly scored: boolean
  readonly shortlisted: boolean
  /** What it was awarded, whole pounds; null without an award that stands. */
  readonly awardedPounds: number | null
}

/** How many came to each stage, and what was awarded, whole pounds. */
export type StageCounts = Readonly<Record<Stage, number>> & { readonly awardedPounds: number }

export type CountsByGroup = StageCounts & { readonly group: string }

export type RoundSummary = {
  readonly drafts: number
  readonly withdrawn: number
  readonly all: StageCounts
  /** By region, those of the list first and in its order, then others that there are by name. */
  readonly byRegion: readonly CountsByGroup[]
  /** By type of authority, likewise. */
  readonly byKind: readonly CountsByGroup[]
}

/** Of what lies in more than one region. */
export const severalRegions = 'More than one region'

/** Under which region it counts. */
export const regionGroup = ({ region }: Pick<ReportedApplication, 'region'>): string => region ?? severalRegions

/**
 * Counts a round: how many applications came how far, as a whole, by region and by type of authority of the lead. One that
 * was withdrawn counts as withdrawn and nowhere else.
 *
 * @param groups the regions and kinds that are told even with nothing in them
 */
export function summariseRound(
  applications: readonly ReportedApplication[],
  groups: { readonly regions: readonly string[]; readonly kinds: readonly string[] },
): RoundSummary {
  const live = applications.filter(({ state }) => state === 'submitted')
  return {
    drafts: applications.filter(({ state }) => state === 'draft').length,
    withdrawn: applications.filter(({ state }) => state === 'withdrawn').length,
    all: countsOf(live),
    byRegion: countsBy(live, regionGroup, groups.regions),
    byKind: countsBy(live, ({ kind }) => kind, groups.kinds),
  }
}

function countsBy(
  live: readonly ReportedApplication[],
  groupOf: (application: ReportedApplication) => string,
  first: readonly string[],
): readonly CountsByGroup[] {
  const by = Map.groupBy(live, groupOf)
  const others = [...by.keys()].filter((group) => !first.includes(group)).sort()
  return [...first, ...others].map((group) => ({ group, ...countsOf(by.get(group) ?? []) }))
}

function countsOf(live: readonly ReportedApplication[]): StageCounts {
  const counts: Record<Stage, number> = {
    received: 0,
    eligible: 0,
    'in-scope': 0,
    scored: 0,
    shortlisted: 0,
    awarded: 0,
  }
  for (const application of live) for (const stage of reached(application)) counts[stage] += 1
  return { ...counts, awardedPounds: live.reduce((sum, { awardedPounds }) => sum + (awardedPounds ?? 0), 0) }
}

/** The stages up to the furthest that it came to. */
export function reached({
  eligible,
  inScope,
  scored,
  shortlisted,
  awardedPounds,
}: ReportedApplication): readonly Stage[] {
  const furthest = [true, eligible, inScope, scored, shortlisted, awardedPounds !== null].lastIndexOf(true)
  return stages.slice(0, furthest + 1)
}
