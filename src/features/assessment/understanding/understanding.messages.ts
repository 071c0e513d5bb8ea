import { type AssessmentTimes, scoresAreOpen } from '../../../core/assessment/index.ts'
import type { RoundInFund } from '../../../core/rounds/round.ts'
import { chanceInHundred } from '../../../core/shortlist/index.ts'
import { ordinal } from '../../../core/text/ordinal.ts'
import type {
  Move,
  NoEstimates,
  OwnPattern,
  UnderstandingCase,
  UnderstandingResult,
  Verdict,
} from '../../../core/understanding/index.ts'
import type { Step } from '../pages/assessment.ts'
import type { NoPattern } from './read-own-pattern.ts'
import type { UnderstandingProblem } from './request-understanding.ts'
import { understandingPath } from './understanding.paths.ts'

/** A number as it is shown: one decimal, of scores of 100. */
export const shown = (value: number): string => value.toFixed(1)

/** A coefficient: two decimals. */
export const coefficient = (value: number | null | undefined): string =>
  value === null || value === undefined ? 'not defined' : value.toFixed(2).replace('-', '−')

export const percent = (share: number): string => {
  const whole = Math.round(share * 100)
  if (whole === 0 && share > 0) return 'under 1%'
  return whole === 100 && share < 1 ? 'over 99%' : `${whole}%`
}

/** A chance of being among the best, which never reads as if a band were another. */
export const chancePercent = (chance: number): string => {
  const hundredths = chanceInHundred(chance)
  return hundredths > 0 && hundredths < 100 ? `${hundredths}%` : percent(chance)
}

export const intervalWords = ([low, high]: readonly [number, number]): string => `${shown(low)} to ${shown(high)}`

/**
 * An interval of an estimate, as far as the scale goes: the model knows no end of it, and nobody is worth more than all.
 *
 * @example intervalOnScale([78.6, 103.4], [0, 100]) // => '78.6 to 100.0'
 */
export function intervalOnScale(
  interval: readonly [number, number],
  [least, most]: readonly [least: number, most: number],
): string {
  const [low, high] = interval.map((value) => Math.min(most, Math.max(least, value))) as [number, number]
  return intervalWords([low, high])
}

/** Of points, what is above peers with a plus. */
export const signed = (value: number): string => {
  const rounded = shown(Math.abs(value))
  return rounded === '0.0' ? '0.0' : `${value < 0 ? '−' : '+'}${rounded}`
}

/** Points of one criterion: two decimals, since a scale is short. */
export const pointsShown = (value: number): string => value.toFixed(2)

/** The same with a sign: what is above peers with a plus. */
export const pointsSigned = (value: number): string => {
  const rounded = pointsShown(Math.abs(value))
  return rounded === '0.00' ? rounded : `${value < 0 ? '−' : '+'}${rounded}`
}

/** @example pointsInterval([-0.5, 0.25]) // => '−0.50 to +0.25' */
export const pointsInterval = ([low, high]: readonly [number, number]): string =>
  `${pointsSigned(low)} to ${pointsSigned(high)}`

/** A whole number with a sign. */
export const wholeSigned = (value: number): string => (value === 0 ? '0' : `${value < 0 ? '−' : '+'}${Math.abs(value)}`)

const verdicts: Readonly<Record<Verdict, string>> = {
  agree: 'Assessors agree: they give the same application much the same score.',
  'same-order':
    'Assessors put applications in much the same order, and use the scale differently: some are stricter than others.',
  partly:
    'Assessors agree in part. Means of several assessors tell good applications from weak ones, and say little about two that are close.',
  disagree:
    'Assessors disagree about which applications are better, not only about the scale. No calculation mends that: talk about it before anything is decided.',
  'cannot-say': 'There is too little to say how far assessors agree.',
}

/** How assessors agree, in words; where nothing can be said, why. */
export function verdictWords(
  { agreement: { verdict }, calibration }: Pick<UnderstandingResult, 'agreement' | 'calibration'>,
  reviews: UnderstandingCase['reviews'],
): string {
  if (verdict === 'same-order' && calibration !== null) return `${verdicts[verdict]} The estimates allow for that.`
  if (verdict !== 'cannot-say' || reviews.length === 0) return verdicts[verdict]
  if (new Set(reviews.map(({ assessor }) => assessor)).size === 1)
    return 'One assessor gave every score: there is nobody to agree with.'
  return new Set(reviews.map(({ total }) => total)).size === 1
    ? 'Every review gives the same in all: how far assessors agree cannot be measured where nothing differs.'
    : verdicts[verdict]
}

const reasons: Readonly<Record<NoEstimates, string>> = {
  'no-scores': 'There are no scores that count.',
  few: 'There are so few applications that everybody could read all of them: the sealed rules ask for no estimates.',
  rules: 'The sealed rules ask for no estimates.',
  'one-assessor': 'All scores come from one assessor: there is nobody to compare them with.',
  'no-difference': 'All scores are the same: nothing tells applications or assessors apart.',
}

export const noEstimatesWords = (why: NoEstimates): string => reasons[why]

/** A number of assessors: “2 of 3 assessors”, “its assessor”, “all 3 assessors”. */
function assessorsWords(named: number, of: number): string {
  if (of === 1) return 'its assessor'
  if (named === of) return of === 2 ? 'both assessors' : `all ${of} assessors`
  return `${named} of ${of} assessors`
}

/**
 * Why an application has another place by its estimate.
 *
 * @param pointWorth what one point for every criterion is worth in all
 * @example moveWords(move, 25) // => 'Moves from 23rd to 17th because 2 of 3 assessors score about 0.6 of a point below their peers.'
 */
export function moveWords(move: Move, pointWorth: number): string {
  if (move.kind === 'none') return 'Stays where it is.'
  const moves = `Moves from ${ordinal(move.from)} to ${ordinal(move.to)}`
  if (move.kind === 'others') return `${moves} because others move.`
  const points = Math.abs(move.leniency) / pointWorth
  const size = points < 0.05 ? 'slightly' : `about ${points.toFixed(1)} of a point`
  const verb = move.assessors === 1 ? 'scores' : 'score'
  const way = move.leniency < 0 ? 'below' : 'above'
  return `${moves} because ${assessorsWords(move.assessors, move.of)} ${verb} ${size} ${way} their peers.`
}

const problems: Readonly<Record<UnderstandingProblem['code'], string>> = {
  'rules-not-sealed': 'The rules of this round are not sealed: there is nothing to work by',
  'still-blind': 'Close scoring first: until then nobody sees what others gave',
  'under-way': 'It is being worked out already',
  'ended-already': 'There is nothing to cancel: it has ended',
}

export const understandingProblemText = ({ code }: UnderstandingProblem): string => problems[code]

/** Where this stands among the steps of assessing a round. */
export const understandingStep = ({ fund, slug }: RoundInFund, times: AssessmentTimes): Step => ({
  text: 'What the scores say',
  href: understandingPath(fund.slug, slug),
  standing: scoresAreOpen(times) ? 'Can be seen' : 'When scoring has closed',
})

/** What a run is doing, in the middle of a sentence. */
export const doingWords = (doing: string): string => {
  if (doing === 'diagnosing') return 'looking at each criterion by itself'
  return doing === 'comparing' ? 'comparing assessors' : 'allowing for strict and lenient assessors'
}

/** Why an assessor is not shown how their own scores compare. */
export const noPatternWords: Readonly<Record<NoPattern, string>> = {
  blind: 'Nothing is shown before scoring has closed. Until then nobody sees what others gave.',
  'extra-open':
    'You are asked for one more opinion. This is shown once you have submitted it, so that you give it without knowing how you compare.',
  'not-yet': 'Scoring has closed. What the scores say has not been worked out yet.',
  'too-few':
    'There is nothing to compare: you submitted no review that counts, or so few assessors scored that it would say what another gave.',
}

/**
 * How strict somebody is, said to themselves.
 *
 * @example ownLeniencyWords({ leniency: -4.26, interval90: [-7.2, -1.1] }) // => 'You give about 4.3 of 100 less than others would give the same applications, with nine chances in ten from −7.2 to −1.1.'
 */
export function ownLeniencyWords({ leniency, interval90: [low, high] }: NonNullable<OwnPattern['leniency']>): string {
  const range = `with nine chances in ten from ${signed(low)} to ${signed(high)}`
  const size = shown(Math.abs(leniency))
  if (size === '0.0') return `You give what others would give the same applications, ${range}.`
  const way = leniency < 0 ? 'less' : 'more'
  const chance = low < 0 && high > 0 ? ' That may be chance.' : ''
  return `You give about ${size} of 100 ${way} than others would give the same applications, ${range}.${chance}`
}

/** From where on one spread is called narrower or wider than another. */
const spreadLines = { narrower: 0.75, wider: 1.33 }

/** How far somebody's totals lie apart, beside those of others. */
export function ownSpreadWords({ own, others }: NonNullable<OwnPattern['spread']>): string {
  const ratio = others === 0 ? 1 : own / others
  const uses =
    ratio < spreadLines.narrower
      ? 'You use less of the scale than others do.'
      : ratio > spreadLines.wider
        ? 'You use more of the scale than others do.'
        : 'You use about as much of the scale as others do.'
  return `${uses} Your totals have a standard deviation of ${shown(own)} of 100, and those of other assessors ${shown(others)}. Piles differ, so a small difference says little.`
}
