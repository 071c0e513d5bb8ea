import { type Criterion, leastWordsOfReason } from '../../../core/rules/index.ts'
import {
  type BandMethod,
  type BandOfList,
  chanceInHundred,
  countsOf,
  type DepartureRule,
  isClear,
  type MissedThreshold,
  type ShortlistDocument,
} from '../../../core/shortlist/index.ts'
import { ukTime, ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { type FieldText, fieldText, momentText } from '../../../ui/patterns/index.ts'
import type { DecisionProblem } from './decide-application.ts'
import type { FreezeProblem } from './freeze-shortlist.ts'
import type { TieProblem } from './settle-ties.ts'
import type { Choice, Draw } from './shortlist.store.ts'

export const bandWords: Readonly<Record<BandOfList, string>> = {
  'clear-in': 'Clear in',
  'near-tie': 'Too close to tell',
  'clear-out': 'Clear out',
  'below-threshold': 'Below a threshold',
  unscored: 'Not scored',
}

/** How the bands were found, for those who decide. */
export const methodWords: Readonly<Record<BandMethod, string>> = {
  'room-for-all': 'There is room for every application that reaches the thresholds, so the bands tell nobody apart.',
  estimates:
    'Clear in: at least 90 in 100 to be among the best by the statistics of this round, and high enough by what ranks. Clear out: at most 10 in 100, and too low by what ranks. The others are too close to tell.',
  errors:
    'No estimates were made, so the bands rest on the plain means and their standard errors: clear in is a mean that lies above the line with at least 9 chances in 10, clear out below it with as many. The others are too close to tell.',
  'equal-only':
    'Each application has one score, which says nothing of how sure it is. Only applications with the same mean at the line are shown as too close to tell: the others are less certain than they look.',
}

export const departureWords: Readonly<Record<DepartureRule, string>> = {
  'near-tie': 'The scores cannot tell it from others at the line',
  spread: 'The sealed limits of spread could not be kept otherwise',
  assurance: 'Checks found a risk',
  funded: 'The same work is paid for elsewhere',
  withdrawing: 'The applicant no longer wants it',
}

/** What departing from the proposal asks for, by the band that the application is in. */
export function departureHint(band: BandOfList, proposed: boolean): string {
  const when = proposed ? 'Only if it is left out' : 'Only if it is taken'
  if (!isClear(band)) return `${when}. It is “${bandWords[band]}”: a swap with another at the line is said to be one`
  return `${when}. It is “${bandWords[band]}”: the reason has at least ${leastWordsOfReason} words`
}

/** @param text as kept with a decision */
export const ruleText = (text: string): string =>
  text in departureWords ? departureWords[text as DepartureRule] : text

export const missedText = ({ criterion, least, reached }: MissedThreshold, criteria: readonly Criterion[]): string =>
  criterion === ''
    ? `${figure(reached)} of 100 in all, and ${figure(least)} ${least === 1 ? 'is' : 'are'} needed`
    : `${figure(reached)} ${reached === 1 ? 'point' : 'points'} for ${criteria.find(({ id }) => id === criterion)?.name ?? criterion}, and ${figure(least)} ${least === 1 ? 'is' : 'are'} needed`

/** A number as people read it: what ranks is not rounded. */
export const figure = (value: number): string =>
  new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }).format(value)

/** A chance in words that claim no more than is known. @example chanceText(0.74) // => '7 in 10' */
export function chanceText(probability: number): string {
  if (probability > 0.99) return 'more than 99 in 100'
  if (probability < 0.01) return 'less than 1 in 100'
  const hundredths = chanceInHundred(probability)
  // Near the limits of the bands tenths would say less than the band does.
  return hundredths >= 85 || hundredths <= 15 ? `${hundredths} in 100` : `${Math.round(probability * 10)} in 10`
}

/** A decision of somebody else, to whoever decided at the same time. */
function decidedText({ chosen, rule, reason, decidedAt, decidedByName }: Choice): string {
  const why = reason === '' ? 'as proposed' : `${ruleText(rule)}: “${reason}”`
  return `${decidedByName ?? 'The service'} decided “${chosen ? 'Yes' : 'No'}” at ${ukTime(decidedAt)} (${why})`
}

/** What somebody froze while another was at it. */
export const frozenMeanwhile = ({ frozenBy, frozenAt, tellAt, approval, ...document }: ShortlistDocument) => {
  const { shortlisted, departures } = countsOf(document)
  const funders = approval.asked ? 'Every funder approves it first.' : `Funders are not asked: “${approval.reason}”`
  return {
    title: 'The shortlist was frozen meanwhile',
    text: `${frozenBy} froze it at ${ukTimeWithZone(new Date(frozenAt))}, with ${shortlisted} on it and ${departures} ${departures === 1 ? 'departure' : 'departures'} from what was proposed. ${tellText(new Date(tellAt), null, [])} ${funders} Yours was not taken, and nothing can be changed any more.`,
  }
}

const frozenText = fieldText('shortlist', 'The shortlist is frozen, and stays as it is')
const scoringText = fieldText('shortlist', 'Scoring has not closed')

export function decisionProblemText(problem: DecisionProblem): FieldText {
  switch (problem.code) {
    case 'decided-meanwhile':
      return fieldText(
        'chosen',
        `${decidedText(problem.choice)}, after you opened this page. Yours is not saved. Read it and decide again`,
      )
    case 'choice-missing':
      return fieldText('chosen', 'Select whether the application is shortlisted')
    case 'cannot-be-chosen':
      return fieldText(
        'chosen',
        'It does not reach the sealed thresholds, or nobody’s scores count: it cannot be shortlisted',
      )
    case 'rule-missing':
      return fieldText('rule', 'Select the rule under which you depart from what is proposed')
    case 'rule-not-for-band':
      return fieldText('rule', 'The scores do tell it from the others at the line: select another rule')
    case 'reason-missing':
      return fieldText('reason', 'Enter the reason for departing from what is proposed')
    case 'reason-too-thin':
      return fieldText(
        'reason',
        `The scores are clear, so the reason must say more: at least ${leastWordsOfReason} words`,
      )
    case 'reason-too-long':
      return fieldText('reason', 'The reason must be 2,000 characters or less')
    case 'frozen':
      return frozenText
    case 'still-scoring':
      return scoringText
  }
}

/** Who said what came out of the draw, and when. */
export const drawText = ({ value, knownAt, knownByName }: Draw): string =>
  `${knownByName ?? 'The service'} entered “${value}” at ${ukTime(knownAt)}`

export function tieProblemText(problem: TieProblem): FieldText {
  switch (problem.code) {
    case 'value-missing':
      return fieldText('value', 'Enter the public value as it came out')
    case 'value-too-long':
      return fieldText('value', 'The public value must be 200 characters or less')
    case 'drawn-meanwhile':
      return fieldText(
        'value',
        `${drawText(problem.draw)}, after you opened this page. Yours is not saved. Change it only if theirs is wrong`,
      )
    case 'draw-reason-missing':
      return fieldText('reason', 'Enter why the value is changed')
    case 'better-missing':
      return fieldText('better', 'Select which of the two comes first')
    case 'comparison-reason-missing':
      return fieldText('reason', 'Enter why it comes first')
    case 'draw-reason-too-long':
    case 'comparison-reason-too-long':
      return fieldText('reason', 'The reason must be 2,000 characters or less')
    case 'frozen':
      return frozenText
    case 'still-scoring':
      return scoringText
  }
}

export function freezeProblemText(problem: FreezeProblem): FieldText {
  switch (problem.code) {
    case 'tell-missing':
      return { ...fieldText('tell', 'Enter when applicants are told'), href: '#tell-day' }
    case 'tell-in-the-past':
      return { ...fieldText('tell', 'Applicants cannot be told in the past'), href: '#tell-day' }
    case 'approval-missing':
      return fieldText('approval', 'Select whether every funder approves the shortlist first')
    case 'without-approval-reason-missing':
      return fieldText('reason', 'Enter why funders are not asked')
    case 'waits-for':
      return fieldText(
        'shortlist',
        problem.what === 'draw'
          ? 'A tie at the line waits for the draw: enter its public value'
          : 'A tie at the line waits for the panel: compare the applications two by two',
      )
    case 'statistics-outdated':
      return fieldText('shortlist', 'Scores have changed since the statistics were worked out. Work them out again')
    case 'statistics-missing':
      return fieldText('shortlist', 'The rules rank by estimates, and none were made. Work them out')
    case 'disowned':
      return fieldText(
        'shortlist',
        `The applicant says of ${problem.references.join(', ')} that it is not theirs. Say in the sift what is to become of it first`,
      )
    case 'look-again':
      return fieldText(
        'shortlist',
        `What is proposed has changed since it was decided. Look again at ${problem.references.join(', ')}`,
      )
    case 'opinions-outstanding':
      return fieldText(
        'opinions',
        `One more opinion on ${problem.references.join(', ')} is not in. Wait for it, or say why you go on without it`,
      )
    case 'nobody-chosen':
      return fieldText('shortlist', 'Nothing is on the shortlist')
    case 'rules-not-sealed':
      return fieldText('shortlist', 'The rules of the round are not sealed')
    case 'changed-since-shown':
      return fieldText('shortlist', 'Something changed since this page was shown. Read it again')
    case 'frozen':
      return frozenText
    case 'still-scoring':
      return scoringText
    default:
      return momentText(problem, 'tell', 'when applicants are told')
  }
}

/** When applicants are told, or were. */
export function tellText(tellAt: Date, toldAt: Date | null, missing: readonly string[]): string {
  if (toldAt !== null) return `Applicants were told at ${ukTimeWithZone(toldAt)}.`
  const waits =
    missing.length === 0 ? '' : ` Not before ${missing.join(', ')} approve${missing.length === 1 ? 's' : ''} it.`
  return `Applicants are told at ${ukTimeWithZone(tellAt)}.${waits}`
}
