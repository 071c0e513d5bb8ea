/** One score: an application, an assessor and what they gave. Higher is better. */
export type Score = readonly [application: string, assessor: string, score: number]

/** Scores by places in two lists, for arithmetic. */
export type ScoreTable = {
  /** In the order in which they first appear. */
  readonly applications: readonly string[]
  readonly assessors: readonly string[]
  /** For each score, the place of its application and of its assessor. */
  readonly application: Int32Array
  readonly assessor: Int32Array
  readonly score: Float64Array
}

/** Puts scores in a table. */
export function scoreTable(scores: readonly Score[]): ScoreTable {
  const applications = [...new Set(scores.map(([application]) => application))]
  const assessors = [...new Set(scores.map(([, assessor]) => assessor))]
  const placeOf = (ids: readonly string[]) => new Map(ids.map((id, place) => [id, place]))
  const [byApplication, byAssessor] = [placeOf(applications), placeOf(assessors)]
  return {
    applications,
    assessors,
    application: Int32Array.from(scores, ([id]) => byApplication.get(id) ?? 0),
    assessor: Int32Array.from(scores, ([, id]) => byAssessor.get(id) ?? 0),
    score: Float64Array.from(scores, ([, , score]) => score),
  }
}
