/** One point of a scale: how many points, what it is called, and when to give it. */
export type Band = { readonly points: number; readonly name: string; readonly guidance: string }

/**
 * One thing that applications, or interviews, are scored on. Scores name it by its id, which stays.
 * `weightPercent`: its part of the whole, up to two decimals. `leastPoints`: below it an application cannot be awarded.
 */
export type Criterion = {
  readonly id: string
  readonly name: string
  readonly looksFor: string
  /** Ids of the questions whose answers are read; none for an interview. */
  readonly questions: readonly string[]
  readonly weightPercent: number
  readonly leastPoints: number | null
  /** The scale, from the fewest points to the most. */
  readonly bands: readonly Band[]
}

/** How an assessor may stand to an application. */
export const conflictKinds = [
  'own-authority',
  'partner',
  'employer',
  'supplier',
  'bidding-officer',
  'neighbour',
  'county-and-district',
  'combined-authority',
  'home-authority',
] as const
export type ConflictKind = (typeof conflictKinds)[number]

/** `hard`: never reads it. `soft`: reads it if released with a reason. `off`: does not count. */
export const treatments = ['hard', 'soft', 'off'] as const
export type Treatment = (typeof treatments)[number]

/** Who reads what. Loads are against the average; chance begins with the hash of the sealed rules: `chanceHash`. */
export type AssignmentRules = {
  /** Up to so many applications, every assessor without a conflict reads every one. */
  readonly everyoneUpTo: number
  readonly loadBelowAverage: number
  readonly loadAboveAverage: number
  /** Applications that everybody reads, so that scores can be compared. */
  readonly anchors: number
  readonly bidding: boolean
  readonly fairness: boolean
  /** No pair of an assessor and an application is likelier than so many per cent: who reads what is drawn. Not there: no cap. */
  readonly mostChancePercent?: number
}

/** What becomes of estimates that allow for strict and lenient assessors. `ranks`: they set the order. */
export const calibrationUses = ['none', 'advice', 'ranks'] as const
export type CalibrationRules = {
  readonly use: (typeof calibrationUses)[number]
  /** Up to so many applications, none is made. */
  readonly noneUpTo: number
  /** How much scores count in estimates of which an assessor says that they are less sure. Not there: nobody is asked. */
  readonly confidence?: ConfidenceRules
}

/** How sure an assessor can be of what they give an application. */
export const confidences = ['sure', 'fairly-sure', 'not-sure'] as const
export type Confidence = (typeof confidences)[number]

/**
 * What scores count in estimates of which somebody is fairly sure, and not sure, in per cent of those of which they are sure.
 * Plain means count all alike.
 */
export type ConfidenceRules = { readonly fairlySurePercent: number; readonly notSurePercent: number }

/**
 * What scores count in estimates of which somebody is so sure, from 0 to 1. What was never asked counts whole.
 *
 * @example confidenceWeight('not-sure', { fairlySurePercent: 50, notSurePercent: 25 }) // => 0.25
 */
export const confidenceWeight = (confidence: Confidence | null, rules: ConfidenceRules): number => {
  if (confidence === 'fairly-sure') return rules.fairlySurePercent / 100
  return confidence === 'not-sure' ? rules.notSurePercent / 100 : 1
}

/** Which applications a moderator looks at. `spreadPoints`: scores of one criterion that are so far apart. */
export type ModerationRules = {
  readonly spreadPoints: number
  /** Of the low, the borderline and the high ones, so many each. */
  readonly sampleEach: number
  readonly extraAssessor: boolean
}

/** What awards are spread over. */
export const spreadBases = ['region', 'authority-type', 'delivery-model'] as const
export type SpreadBasis = (typeof spreadBases)[number]

/** At least and at most so many awards of one value, or of each (`value` is ''). Null: no limit. */
export type SpreadRule = {
  readonly basis: SpreadBasis
  readonly value: string
  readonly least: number | null
  readonly most: number | null
}

/** How applications that cannot be told apart are put in order. `draw` is certain: nothing can come after it. */
export const tieBreakKinds = ['criterion', 'under-represented', 'pairwise', 'earlier', 'draw'] as const
export type TieBreakKind = (typeof tieBreakKinds)[number]
export type TieBreak = { readonly kind: TieBreakKind /** '' but for a criterion. */; readonly criterion: string }

/** The ways that always put one of two first. */
export const certainTieBreaks: readonly TieBreakKind[] = ['earlier', 'draw']

export type InterviewRules = {
  readonly held: boolean
  readonly criteria: readonly Criterion[]
  /** The part of the written score in the whole; the interview has the rest. */
  readonly writtenPercent: number
  /** Panel members that must be there, those with a conflict not counted. */
  readonly quorum: number
  /** How many applications are shortlisted for one. Null, or not there: as many as there are places. */
  readonly invited?: number | null
}

export const seesOthers = ['when-scoring-closes', 'after-own'] as const
export const seesOwnScores = ['with-decision', 'never'] as const
export const seesRanking = ['bands', 'full', 'nothing'] as const

/** Who sees what, and when. */
export type VisibilityRules = {
  readonly othersScores: (typeof seesOthers)[number]
  readonly applicantsNamed: boolean
  readonly applicantsScores: (typeof seesOwnScores)[number]
  readonly publicRanking: (typeof seesRanking)[number]
}

/** How the applications of a round are assessed and chosen. */
export type AssessmentRules = {
  readonly format: 1
  readonly criteria: readonly Criterion[]
  /** Of 100; below it an application cannot be awarded. */
  readonly overallLeastPercent: number
  readonly spread: readonly SpreadRule[]
  readonly tieBreaks: readonly TieBreak[]
  /** The public value, named in advance, that a draw takes its chances from. */
  readonly drawValue: string
  readonly interview: InterviewRules
  /** The question whose answer is the sum asked for; '' where each award counts as the cap. Rules sealed before it was asked lack it. */
  readonly sumAsked?: string
  readonly conflicts: Readonly<Record<ConflictKind, Treatment>>
  readonly assignment: AssignmentRules
  readonly calibration: CalibrationRules
  readonly moderation: ModerationRules
  readonly visibility: VisibilityRules
  /** Where these rules come from: a publication, or that they are made up. */
  readonly basis: string
}

/** The parts that stand from publication on, and those that may change until the first score. */
export const lockedParts = [
  'criteria',
  'overallLeastPercent',
  'spread',
  'tieBreaks',
  'drawValue',
  'interview',
  'sumAsked',
  'calibration',
] as const
export const mechanicalParts = ['conflicts', 'assignment', 'moderation', 'visibility', 'basis'] as const

/** Ways of delivering a service that awards may be spread over. */
export const deliveryModels = [
  'in-house',
  'shared-service',
  'council-company',
  'mutual',
  'joint-venture',
  'charity',
  'private-contract',
  'partnership',
] as const

/** What a round starts with: no criteria yet, and otherwise what is usual. */
export const firstRules: AssessmentRules = {
  format: 1,
  criteria: [],
  overallLeastPercent: 60,
  spread: [],
  tieBreaks: [{ kind: 'draw', criterion: '' }],
  drawValue: '',
  interview: { held: false, criteria: [], writtenPercent: 60, quorum: 3 },
  conflicts: {
    'own-authority': 'hard',
    partner: 'hard',
    employer: 'hard',
    supplier: 'hard',
    'bidding-officer': 'hard',
    neighbour: 'soft',
    'county-and-district': 'soft',
    'combined-authority': 'soft',
    'home-authority': 'soft',
  },
  assignment: {
    everyoneUpTo: 15,
    loadBelowAverage: 2,
    loadAboveAverage: 2,
    anchors: 0,
    bidding: false,
    fairness: true,
  },
  calibration: { use: 'advice', noneUpTo: 15 },
  moderation: { spreadPoints: 2, sampleEach: 3, extraAssessor: true },
  visibility: {
    othersScores: 'when-scoring-closes',
    applicantsNamed: true,
    applicantsScores: 'with-decision',
    publicRanking: 'bands',
  },
  basis: '',
}

/** A scale of five that a new criterion starts with. */
export const firstBands: readonly Band[] = [
  { points: 0, name: 'Not answered', guidance: 'The answer says nothing to the point' },
  { points: 1, name: 'Weak', guidance: 'Serious gaps, or claims without evidence' },
  { points: 2, name: 'Fair', guidance: 'Some of what is looked for, with gaps that matter' },
  { points: 3, name: 'Good', guidance: 'Most of what is looked for, with evidence' },
  { points: 4, name: 'Excellent', guidance: 'All that is looked for, with strong evidence' },
]
