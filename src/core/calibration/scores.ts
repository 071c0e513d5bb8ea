/**
 * One score: an application, an assessor and what they gave. Higher is better. The weight, above 0, says how sure they
 * are: the variance of the noise of a score is divided by it. Only how weights compare counts; 1 where none is given.
 */
export type Score = readonly [application: string, assessor: string, score: number, weight?: number]

/** Scores by places in two lists, for arithmetic. */
export type ScoreTable = {
  /** In the order in which they first appear. */
  readonly applications: readonly string[]
  readonly assessors: readonly string[]
  /** For each score, the place of its application and of its assessor. */
  readonly application: Int32Array
  readonly assessor: Int32Array
  readonly score: Float64Array
  /** Of each score, as a part of the largest of all: all 1 where assessors are equally sure. */
  readonly weight: Float64Array
}

/** Puts scores in a table. */
export function scoreTable(scores: readonly Score[]): ScoreTable {
  const applications = [...new Set(scores.map(([application]) => application))]
  const assessors = [...new Set(scores.map(([, assessor]) => assessor))]
  const most = scores.reduce((largest, [, , , weight = 1]) => Math.max(largest, weight), 0)
  const placeOf = (ids: readonly string[]) => new Map(ids.map((id, place) => [id, place]))
  const [byApplication, byAssessor] = [placeOf(applications), placeOf(assessors)]
  return {
    applications,
    assessors,
    application: Int32Array.from(scores, ([id]) => byApplication.get(id) ?? 0),
    assessor: Int32Array.from(scores, ([, id]) => byAssessor.get(id) ?? 0),
    score: Float64Array.from(scores, ([, , score]) => score),
    weight: Float64Array.from(scores, ([, , , weight = 1]) => weight / most),
  }
}
