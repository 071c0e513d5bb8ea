/** What the programme team found: `withdrawn` is for what was withdrawn after the deadline, when the service lets nobody. */
export const eligibilityFindings = ['open', 'eligible', 'ineligible', 'duplicate', 'withdrawn'] as const
export type EligibilityFinding = (typeof eligibilityFindings)[number]

export const scopeFindings = ['open', 'in-scope', 'out-of-scope'] as const
export type ScopeFinding = (typeof scopeFindings)[number]

/** What is known of something that was sent in. `late`: after the deadline, and not let in. */
export type Sifted = {
  readonly state: 'draft' | 'submitted' | 'withdrawn'
  readonly late: boolean
  readonly eligibility: EligibilityFinding
  readonly scope: ScopeFinding
}

/** What became of something that was sent in. Each has one. */
export const siftStandings = ['late', 'withdrawn', 'duplicate', 'ineligible', 'out-of-scope', 'scored', 'open'] as const
export type SiftStanding = (typeof siftStandings)[number]

/**
 * What became of it, the first that holds. `open`: nobody has sifted it to the end.
 *
 * @example siftStanding({ state: 'submitted', late: false, eligibility: 'eligible', scope: 'in-scope' }) // => 'scored'
 */
export function siftStanding({ state, late, eligibility, scope }: Sifted): SiftStanding {
  if (state === 'withdrawn') return 'withdrawn'
  if (state === 'draft') return late ? 'late' : 'open'
  if (eligibility === 'withdrawn' || eligibility === 'duplicate' || eligibility === 'ineligible') return eligibility
  if (scope === 'out-of-scope') return 'out-of-scope'
  return eligibility === 'eligible' && scope === 'in-scope' ? 'scored' : 'open'
}

/** Whether people let something be scored that does not pass the rules: they say why. */
export const isAgainstRules = ({
  outcome,
  eligibility,
}: {
  readonly outcome: 'pass' | 'pass-with-caveats' | 'fail' | null
  readonly eligibility: EligibilityFinding
}): boolean => outcome === 'fail' && eligibility === 'eligible'

/**
 * Whether the applicant says that what was keyed in for it is not theirs, and nobody has said since what is to become of
 * it. Until somebody does nothing that it is part of is settled for good.
 */
export const isDisowned = ({
  state,
  disownedAt,
  siftedAt,
}: Pick<Sifted, 'state'> & { readonly disownedAt: Date | null; readonly siftedAt: Date | null }): boolean =>
  state === 'submitted' && disownedAt !== null && (siftedAt === null || siftedAt < disownedAt)

/** How many there are of each, and `received` in all: for the note that explains the decisions. */
export type SiftCounts = Readonly<Record<SiftStanding | 'received', number>>

export function countSifted(rows: readonly Sifted[]): SiftCounts {
  const counts = { received: rows.length, ...Object.fromEntries(siftStandings.map((each) => [each, 0])) } as Record<
    SiftStanding | 'received',
    number
  >
  for (const row of rows) counts[siftStanding(row)] += 1
  return counts
}
