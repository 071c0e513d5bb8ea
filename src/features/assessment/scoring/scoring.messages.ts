import {
  MOST_COMMENT_CHARACTERS,
  MOST_COMMENT_WORDS,
  type Pace,
  type ReplyVersion,
  type ReviewProblem,
} from '../../../core/assessment/index.ts'
import type { ConfidenceRules, Criterion } from '../../../core/rules/index.ts'
import { momentText } from '../../../ui/patterns/index.ts'
import type { EndedWhy } from '../assigning/assignments.store.ts'
import type { AgreeProblem } from './agree-practice.ts'
import type { GlassProblem } from './break-glass.ts'
import type { DeclareProblem } from './declare-conflict.ts'
import type { ScoringProblem } from './open-scoring.ts'
import type { Shut } from './save-review.store.ts'

/** What is asked of somebody after scoring has closed. */
export const extraWords =
  'Scoring has closed, and you are asked for one more opinion: it is open for you until the shortlist is frozen.'

const number = (value: number): string => value.toLocaleString('en-GB')

/** What is wrong with a review, with the field that it stands at. */
export function reviewProblemLink(
  problem: ReviewProblem,
  criteria: readonly Criterion[],
): { readonly text: string; readonly href: string } {
  const name = 'criterion' in problem ? criteria.find(({ id }) => id === problem.criterion)?.name : undefined
  const of = name === undefined ? '' : ` for ${name}`
  switch (problem.code) {
    case 'points-missing':
      return { text: `Give points${of}`, href: `#points-${problem.criterion}` }
    case 'points-off-scale':
      return { text: `“${problem.typed}” is not on the scale${of}`, href: `#points-${problem.criterion}` }
    case 'comment-missing':
      return { text: `Say why${of}`, href: `#comment-${problem.criterion}` }
    case 'comment-too-long':
      return {
        text: `Your comment${of} has ${number(problem.words)} words: use ${MOST_COMMENT_WORDS} or fewer`,
        href: commentHref(problem.criterion),
      }
    case 'comment-not-kept':
      return {
        text: `Your comment${of} has ${number(problem.characters)} characters and was not saved: use ${number(MOST_COMMENT_CHARACTERS)} or fewer`,
        href: commentHref(problem.criterion),
      }
    case 'scope-missing':
      return { text: 'Say whether it is within the scope of this round', href: '#in-scope' }
    case 'scope-reason-missing':
      return { text: 'Explain why it is not, or may not be, within the scope', href: '#scope-comment' }
    case 'scope-reason-too-long':
      return {
        text: `What you say of the scope has ${number(problem.words)} words: use ${MOST_COMMENT_WORDS} or fewer`,
        href: '#scope-comment',
      }
    case 'confidence-missing':
      return { text: 'Say how sure you are of these scores', href: '#confidence' }
    case 'conflict-unanswered':
      return { text: 'Say that you know of no conflict of interest, or declare one', href: '#no-conflict' }
  }
}

const commentHref = (criterion: string): string => (criterion === '' ? '#overall-comment' : `#comment-${criterion}`)

export const declareProblemLink = ({ code }: DeclareProblem): { readonly text: string; readonly href: string } =>
  ({
    'conflict-unanswered': { text: 'Say whether you have a conflict of interest', href: '#conflict' },
    'conflict-without-words': { text: 'Say what the conflict is', href: '#statement' },
    'conflict-stands': {
      text: 'The service has found a conflict that keeps you from reading this. Choose yes, or ask the programme team',
      href: '#conflict',
    },
  })[code]

/** Why nothing was saved, as a heading and what to do. */
export const shutWords: Readonly<Record<Shut, { readonly title: string; readonly text: string }>> = {
  'other-rules': {
    title: 'The criteria have changed',
    text: 'What you wrote was not saved: the criteria that this page showed are not those of the round now. Open the application again.',
  },
  submitted: {
    title: 'You have already submitted this review',
    text: 'It was submitted in another window or tab, so what you wrote after that was not saved.',
  },
  closed: {
    title: 'Scoring has closed',
    text: 'The programme team closed scoring while you were writing, so what you wrote since you last saved was not saved.',
  },
  'not-open': { title: 'Scoring is not open', text: 'What you wrote was not saved: scoring has not opened yet.' },
  conflict: {
    title: 'You have declared a conflict of interest',
    text: 'This application is not yours to score any more, so what you wrote was not saved.',
  },
  'taken-away': {
    title: 'This application is not yours to score any more',
    text: 'The programme team took it back, or it was withdrawn, while you were writing, so what you wrote since you last saved was not saved.',
  },
}

/** Why an application left somebody's pile. */
export const endedWords: Readonly<Record<EndedWhy, string>> = {
  'handed-back': 'You handed it back',
  conflict: 'Taken away because of a conflict of interest',
  withdrawn: 'The applicant withdrew it',
  reassigned: 'Given to somebody else',
  'assessor-ended': 'You no longer assess in this round',
}

export const paceWords: Readonly<Record<Pace['standing'], string>> = {
  done: 'Done',
  'in-time': 'On time',
  behind: 'Behind',
  late: 'Late',
}

export const paceTag: Readonly<Record<Pace['standing'], string>> = {
  done: 'govuk-tag--green',
  'in-time': 'govuk-tag--blue',
  behind: 'govuk-tag--yellow',
  late: 'govuk-tag--red',
}

/** What the pace asks of an assessor from now on. */
export function paceAsks({ standing, eachDay }: Pace): string {
  if (standing === 'done') return 'You have submitted all of them.'
  if (eachDay === null) return 'Score what is left as soon as you can, or hand it back so that somebody else can.'
  if (eachDay > 1) return `${Math.ceil(eachDay)} a day from now on.`
  const days = Math.floor(1 / eachDay)
  return days === 1 ? 'One a day is enough from now on.' : `One every ${days} days is enough from now on.`
}

/** @example pointsWords(1) // => '1 point' */
export const pointsWords = (points: number): string => `${points} point${points === 1 ? '' : 's'}`

const applications = (count: number): string =>
  count === 1 ? '1 application' : `${count.toLocaleString('en-GB')} applications`

/** What keeps scoring from being opened, changed or closed. */
/** The first of them by name, with how many each has. @example namedCounts([{ reference: 'A', count: 1 }]) // => 'A (1)' */
function namedCounts(all: readonly { readonly reference: string; readonly count: number }[]): string {
  const named = all.slice(0, 10).map(({ reference, count }) => `${reference} (${count})`)
  return `${named.join(', ')}${all.length > named.length ? ` and ${all.length - named.length} more` : ''}`
}

export function scoringProblemLink(problem: ScoringProblem): { readonly text: string; readonly href: string } {
  switch (problem.code) {
    case 'round-open':
      return { text: 'Wait until the round has closed', href: '#due-day' }
    case 'rules-not-sealed':
      return { text: 'Seal the rules of the round', href: '#due-day' }
    case 'nothing-to-score':
      return { text: 'Find applications eligible and within scope: there is nothing to score', href: '#due-day' }
    case 'unsifted':
      return { text: `Finish the sift: ${applications(problem.count)} not decided`, href: '#due-day' }
    case 'unassigned':
      return { text: `Give ${applications(problem.count)} to assessors`, href: '#due-day' }
    case 'too-few-readers':
      return {
        text: `Fewer than ${problem.least === 1 ? '1 assessor' : `${problem.least} assessors`} read ${namedCounts(problem.applications)}: give them to more, as the sealed rules say`,
        href: '#due-day',
      }
    case 'too-few-reviews':
      return {
        text: `${problem.least === 1 ? 'No review is' : `Fewer reviews than the ${problem.least} that the sealed rules ask for are`} in of ${namedCounts(problem.applications)}: say that you close scoring without more`,
        href: '#anyway',
      }
    case 'due-missing':
      return { text: 'Enter when scores are due', href: '#due-day' }
    case 'due-past':
      return { text: 'Scores must be due after now', href: '#due-day' }
    case 'reviews-missing':
      return {
        text: `${problem.count === 1 ? '1 review is' : `${problem.count} reviews are`} missing: say that you close scoring without ${problem.count === 1 ? 'it' : 'them'}`,
        href: '#anyway',
      }
    case 'not-open':
      return { text: 'Scoring is not open', href: '#main-content' }
    default: {
      const { text, href } = momentText(problem, 'due', 'when scores are due')
      return { text, href }
    }
  }
}

export function agreeProblemLink(
  problem: AgreeProblem,
  criteria: readonly Criterion[],
): { readonly text: string; readonly href: string } {
  if (problem.code === 'agreed-fixed') {
    return { text: 'Scoring has opened: agreed scores stay as they are', href: '#main-content' }
  }
  const { criterion } = problem
  const name = criteria.find(({ id }) => id === criterion)?.name ?? criterion
  switch (problem.code) {
    case 'agreed-points-missing':
      return { text: `Agree points for ${name}`, href: `#points-${criterion}` }
    case 'agreed-points-off-scale':
      return { text: `Agree points of the scale for ${name}`, href: `#points-${criterion}` }
    case 'agreed-words-missing':
      return { text: `Explain the points for ${name}`, href: `#comment-${criterion}` }
    case 'agreed-words-too-long':
      return {
        text: `The explanation of the points for ${name} has ${number(problem.characters)} characters: use 5,000 or fewer`,
        href: `#comment-${criterion}`,
      }
  }
}

export const glassProblemLink = ({ code }: GlassProblem): { readonly text: string; readonly href: string } =>
  ({
    'glass-reason-short': { text: 'Explain in a sentence why you need to look now', href: '#reason' },
    'glass-reason-long': { text: 'Give the reason in 1,000 characters or less', href: '#reason' },
    'glass-minutes': { text: 'Choose for how long', href: '#minutes' },
    'glass-not-scoring': { text: 'Scoring is not open', href: '#main-content' },
  })[code]

/** What stands above a clarified answer. */
export const clarifiedWords = ({ late, reply }: { readonly late: boolean; readonly reply: ReplyVersion }): string =>
  `Clarified after the deadline, when the programme team asked${late ? ', later than the day that was set' : ''} (${numbered(reply)})`

/** @example numbered({ request: 2, version: 1 }) // => 'request 2, reply 1' */
const numbered = ({ request, version }: ReplyVersion): string => `request ${request}, reply ${version}`

/** Which version a passage was pinned from, if not from the answer as submitted. */
export const replyWords = (reply: ReplyVersion | null): readonly string[] =>
  reply === null ? [] : [`as clarified after the deadline (${numbered(reply)})`]

/** What an assessor is asked of each application besides scores, where the sealed rules ask how sure they are. */
export const howSureWords = ({ fairlySurePercent, notSurePercent }: ConfidenceRules): string =>
  `Of each application you say how sure you are of your scores: sure, fairly sure or not sure. It says nothing of how good the application is. In estimates, scores of which you are fairly sure count ${fairlySurePercent}% and those of which you are not sure ${notSurePercent}%. The plain mean counts all alike.`
