import type { DecisionRecord } from '../../../core/decisions/index.ts'
import { anonymousBands, type ScoreBand } from '../../../core/results/index.ts'
import type { AssessmentRules } from '../../../core/rules/index.ts'
import { countsOf, type ShortlistDocument } from '../../../core/shortlist/index.ts'

/** How all that were scored did, so wide that nobody else's score can be told. Percents are of 100. */
export type Spread = {
  readonly bands: readonly ScoreBand[]
  /** The applicant's own; null where the sealed rules do not show it, or there is none. */
  readonly ownPercent: number | null
  readonly leastPercent: number
}

/** What applicants are told of how everybody did. */
export type Distribution = {
  readonly received: number
  readonly scored: number
  readonly shortlisted: number
  readonly awarded: number
  readonly written: Spread
  /** Of those that were before the panel, with their interviews; undefined where none were held. */
  readonly total: Spread | undefined
}

/** The distribution from what was frozen of a round, for the people of one application. */
export function readDistribution(
  reference: string,
  shortlist: ShortlistDocument,
  record: DecisionRecord,
  { overallLeastPercent: leastPercent, visibility, interview }: AssessmentRules,
): Distribution {
  const sees = visibility.applicantsScores === 'with-decision'
  const spreadOf = (all: readonly { readonly reference: string; readonly percent: number }[]): Spread => ({
    bands: anonymousBands(all.map(({ percent }) => percent)),
    ownPercent: (sees && all.find((each) => each.reference === reference)?.percent) || null,
    leastPercent,
  })
  const written = shortlist.applications.flatMap(({ reference: each, mean }) =>
    mean === null ? [] : [{ reference: each, percent: mean }],
  )
  const totals = record.scores.map(({ reference: each, totalPercent }) => ({ reference: each, percent: totalPercent }))
  return {
    received: record.applications.length,
    scored: written.length,
    shortlisted: countsOf(shortlist).shortlisted,
    awarded: record.applications.filter(({ outcome }) => outcome === 'award').length,
    written: spreadOf(written),
    total: interview.held ? spreadOf(totals) : undefined,
  }
}
