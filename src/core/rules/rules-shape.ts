import {
  count,
  flag,
  type KeyShapes,
  list,
  number,
  object,
  oneOf,
  optional,
  type Shape,
  type ShapeProblem,
} from '../canonical/index.ts'
import { done, type Result, refused } from '../result.ts'
import {
  type AssessmentRules,
  type AssignmentRules,
  type Band,
  type ConfidenceRules,
  type Criterion,
  calibrationUses,
  conflictKinds,
  type InterviewRules,
  type ModerationRules,
  type SpreadRule,
  seesOthers,
  seesOwnScores,
  seesRanking,
  spreadBases,
  type TieBreak,
  tieBreakKinds,
  treatments,
  type VisibilityRules,
} from './assessment-rules.ts'

/** Text that may be blank: the checks say where it must not be. */
const words: Shape = (value, at) =>
  typeof value === 'string' && value.isWellFormed() && value.length <= 10_000 ? [] : [{ at, text: 'must be text' }]

const orNull =
  (shape: Shape): Shape =>
  (value, at) =>
    value === null ? [] : shape(value, at)

const criterion = object<Criterion>({
  id: words,
  name: words,
  looksFor: words,
  questions: list(words),
  weightPercent: number,
  leastPoints: orNull(number),
  bands: list(object<Band>({ points: number, name: words, guidance: words })),
})

const visibility = object<VisibilityRules>({
  othersScores: oneOf(...seesOthers),
  applicantsNamed: flag,
  applicantsScores: oneOf(...seesOwnScores),
  publicRanking: oneOf(...seesRanking),
})

const conflicts = Object.fromEntries(conflictKinds.map((kind) => [kind, oneOf(...treatments)])) as unknown as KeyShapes<
  AssessmentRules['conflicts']
>

const shape = object<AssessmentRules>({
  format: (value, at) => (value === 1 ? [] : [{ at, text: 'must be 1' }]),
  criteria: list(criterion),
  overallLeastPercent: number,
  spread: list(
    object<SpreadRule>({
      basis: oneOf(...spreadBases),
      value: words,
      least: orNull(count(0)),
      most: orNull(count(0)),
    }),
  ),
  tieBreaks: list(object<TieBreak>({ kind: oneOf(...tieBreakKinds), criterion: words })),
  drawValue: words,
  interview: object<InterviewRules>({
    held: flag,
    criteria: list(criterion),
    writtenPercent: number,
    quorum: count(1),
    invited: optional(orNull(count(1))),
  }),
  sumAsked: optional(words),
  conflicts: object<AssessmentRules['conflicts']>(conflicts),
  assignment: object<AssignmentRules>({
    everyoneUpTo: count(0),
    loadBelowAverage: count(0),
    loadAboveAverage: count(0),
    anchors: count(0),
    bidding: flag,
    fairness: flag,
    mostChancePercent: optional(count(1)),
  }),
  calibration: object<AssessmentRules['calibration']>({
    use: oneOf(...calibrationUses),
    noneUpTo: count(0),
    confidence: optional(object<ConfidenceRules>({ fairlySurePercent: count(1), notSurePercent: count(1) })),
  }),
  moderation: object<ModerationRules>({ spreadPoints: number, sampleEach: count(0), extraAssessor: flag }),
  visibility,
  basis: words,
})

/**
 * Rules from a document of unknown content.
 *
 * @returns the rules as given, or everything about the document that is not of their shape
 */
export function parseRules(document: unknown): Result<AssessmentRules, ShapeProblem> {
  const problems = shape(document, '')
  return problems.length === 0 ? done(document as AssessmentRules) : refused(...problems)
}
