import { type AssessmentRules, type Criterion, certainTieBreaks, type TieBreakKind } from './assessment-rules.ts'
import { checkSpread, type SpreadProblem } from './check-spread.ts'

/** Whether something is of what is written or of the interview. */
export type Stage = 'written' | 'interview'

type OfCriterion = { readonly stage: Stage; readonly criterion: string; readonly name: string }

/** Why rules cannot be sealed. `criterion` is its id. */
export type RulesProblem =
  | { readonly code: 'criteria-missing'; readonly stage: Stage }
  | { readonly code: 'weights-not-100'; readonly stage: Stage; readonly totalPercent: number }
  | ({ readonly code: 'criterion-unnamed' | 'looks-for-missing' | 'weight-not-positive' } & OfCriterion)
  | ({ readonly code: 'name-twice' | 'reads-nothing' | 'bands-too-few' } & OfCriterion)
  | ({ readonly code: 'question-unknown'; readonly question: string } & OfCriterion)
  | ({ readonly code: 'points-twice'; readonly points: number } & OfCriterion)
  | ({ readonly code: 'band-without-words'; readonly points: number } & OfCriterion)
  | ({ readonly code: 'least-outside-scale'; readonly lowest: number; readonly highest: number } & OfCriterion)
  | { readonly code: 'overall-outside-100' }
  | { readonly code: 'written-part-outside-100' }
  | { readonly code: 'quorum-above-panel'; readonly panelMembers: number }
  | { readonly code: 'invited-below-places'; readonly places: number }
  | { readonly code: 'sum-not-said' }
  | { readonly code: 'sum-question-unknown'; readonly question: string }
  | { readonly code: 'tie-break-missing' }
  | { readonly code: 'tie-break-twice'; readonly rank: number }
  | { readonly code: 'tie-break-criterion-unknown'; readonly rank: number }
  | { readonly code: 'tie-break-after-certain'; readonly rank: number; readonly certain: TieBreakKind }
  | { readonly code: 'tie-break-not-certain' }
  | { readonly code: 'draw-value-missing' }
  | { readonly code: 'confidence-out-of-order' }
  | { readonly code: 'confidence-without-estimates' }
  | CapProblem
  | SpreadProblem

/** What keeps a cap on how likely a pair is from being kept. */
export type CapProblem = { readonly code: 'cap-outside-100' | 'cap-with-fairness' }

/** What the rules are checked against. `questions`: ids of the round's form, undefined while none is chosen. */
export type RulesContext = {
  readonly questions: readonly string[] | undefined
  /** Ids of its questions for a sum of money: which of them is the sum asked for is said before the rules are locked. */
  readonly sumQuestions?: readonly string[]
  readonly places: number
  readonly eligibleKinds: readonly string[]
  readonly panelMembers: number
}

/** Hundredths of a per cent are whole, so that thirds written as 33.33, 33.33 and 33.34 make 100. */
const hundredths = (percent: number): number => Math.round(percent * 100)

/** Everything that keeps rules from being sealed, in the order in which people read them. */
export function checkRules(rules: AssessmentRules, context: RulesContext): readonly RulesProblem[] {
  const { interview } = rules
  const problems: RulesProblem[] = [...criteriaProblems('written', rules.criteria, context.questions)]
  if (!(rules.overallLeastPercent >= 0 && rules.overallLeastPercent <= 100))
    problems.push({ code: 'overall-outside-100' })
  if (interview.held) {
    problems.push(...criteriaProblems('interview', interview.criteria, undefined))
    if (!(interview.writtenPercent >= 0 && interview.writtenPercent < 100))
      problems.push({ code: 'written-part-outside-100' })
    if (interview.quorum > context.panelMembers)
      problems.push({ code: 'quorum-above-panel', panelMembers: context.panelMembers })
    if (typeof interview.invited === 'number' && interview.invited < context.places)
      problems.push({ code: 'invited-below-places', places: context.places })
  }
  return [
    ...problems,
    ...checkSpread(rules, context),
    ...sumProblems(rules, context),
    ...tieBreakProblems(rules),
    ...confidenceProblems(rules),
    ...checkCap(rules),
  ]
}

function confidenceProblems({ calibration: { use, confidence } }: AssessmentRules): readonly RulesProblem[] {
  if (confidence === undefined) return []
  const { fairlySurePercent, notSurePercent } = confidence
  const ordered = notSurePercent >= 1 && notSurePercent <= fairlySurePercent && fairlySurePercent <= 100
  return [
    ...(ordered ? [] : [{ code: 'confidence-out-of-order' } as const]),
    ...(use === 'none' ? [{ code: 'confidence-without-estimates' } as const] : []),
  ]
}

/**
 * Chances are found for the best match in all: what is drawn from them may leave the worst-matched with less, so that
 * nothing can be promised to it.
 */
export function checkCap({
  assignment: { mostChancePercent, fairness },
}: Pick<AssessmentRules, 'assignment'>): readonly CapProblem[] {
  if (mostChancePercent === undefined) return []
  return [
    ...(mostChancePercent >= 1 && mostChancePercent < 100 ? [] : [{ code: 'cap-outside-100' } as const]),
    ...(fairness ? [{ code: 'cap-with-fairness' } as const] : []),
  ]
}

function sumProblems({ sumAsked }: AssessmentRules, { sumQuestions }: RulesContext): readonly RulesProblem[] {
  if (sumQuestions === undefined) return []
  if (sumAsked === undefined) return sumQuestions.length > 0 ? [{ code: 'sum-not-said' }] : []
  if (sumAsked === '' || sumQuestions.includes(sumAsked)) return []
  return [{ code: 'sum-question-unknown', question: sumAsked }]
}

function criteriaProblems(
  stage: Stage,
  criteria: readonly Criterion[],
  questions: readonly string[] | undefined,
): readonly RulesProblem[] {
  if (criteria.length === 0) return [{ code: 'criteria-missing', stage }]
  const problems = criteria.flatMap((each, index) => {
    const found = criterionProblems(stage, each, questions)
    const earlier = criteria.slice(0, index).some(({ name }) => sameName(name, each.name))
    return earlier && each.name !== '' ? [...found, { code: 'name-twice' as const, ...about(stage, each) }] : found
  })
  const total = criteria.reduce((sum, { weightPercent }) => sum + hundredths(weightPercent), 0)
  return total === 10_000 ? problems : [...problems, { code: 'weights-not-100', stage, totalPercent: total / 100 }]
}

const sameName = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase()

const about = (stage: Stage, { id, name }: Criterion): OfCriterion => ({ stage, criterion: id, name })

function criterionProblems(
  stage: Stage,
  criterion: Criterion,
  questions: readonly string[] | undefined,
): readonly RulesProblem[] {
  const of = about(stage, criterion)
  const { name, looksFor, weightPercent } = criterion
  const problems: RulesProblem[] = []
  if (name.trim() === '') problems.push({ code: 'criterion-unnamed', ...of })
  if (looksFor.trim() === '') problems.push({ code: 'looks-for-missing', ...of })
  if (!(hundredths(weightPercent) > 0)) problems.push({ code: 'weight-not-positive', ...of })
  if (stage === 'written' && criterion.questions.length === 0) problems.push({ code: 'reads-nothing', ...of })
  for (const question of questions === undefined ? [] : criterion.questions) {
    if (!questions?.includes(question)) problems.push({ code: 'question-unknown', question, ...of })
  }
  return [...problems, ...scaleProblems(of, criterion)]
}

function scaleProblems(of: OfCriterion, { bands, leastPoints }: Criterion): readonly RulesProblem[] {
  if (bands.length < 2) return [{ code: 'bands-too-few', ...of }]
  const points = bands.map((band) => band.points)
  const problems: RulesProblem[] = []
  points.forEach((each, index) => {
    if (points.indexOf(each) < index) problems.push({ code: 'points-twice', points: each, ...of })
    const band = bands[index]
    if (band?.name.trim() === '' && band.guidance.trim() === '')
      problems.push({ code: 'band-without-words', points: each, ...of })
  })
  const [lowest, highest] = [Math.min(...points), Math.max(...points)]
  if (leastPoints !== null && (leastPoints < lowest || leastPoints > highest))
    problems.push({ code: 'least-outside-scale', lowest, highest, ...of })
  return problems
}

/** An order that always decides: no step twice, none after one that is certain, and such a one at the end. */
function tieBreakProblems({ tieBreaks, criteria, drawValue }: AssessmentRules): readonly RulesProblem[] {
  if (tieBreaks.length === 0) return [{ code: 'tie-break-missing' }]
  const problems: RulesProblem[] = []
  tieBreaks.forEach(({ kind, criterion }, index) => {
    const rank = index + 1
    const before = tieBreaks.slice(0, index)
    if (before.some((each) => each.kind === kind && each.criterion === criterion))
      problems.push({ code: 'tie-break-twice', rank })
    if (kind === 'criterion' && !criteria.some(({ id }) => id === criterion))
      problems.push({ code: 'tie-break-criterion-unknown', rank })
    const certain = before.find((each) => certainTieBreaks.includes(each.kind))
    if (certain !== undefined) problems.push({ code: 'tie-break-after-certain', rank, certain: certain.kind })
  })
  if (!tieBreaks.some(({ kind }) => certainTieBreaks.includes(kind))) problems.push({ code: 'tie-break-not-certain' })
  if (tieBreaks.some(({ kind }) => kind === 'draw') && drawValue.trim() === '')
    problems.push({ code: 'draw-value-missing' })
  return problems
}
