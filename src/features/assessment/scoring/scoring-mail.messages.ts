import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { hoursWords } from './hours-words.messages.ts'
import type { AssessorProgress } from './progress.store.ts'
import { glassPath, pilePath } from './scoring.paths.ts'

type Mail = { readonly subject: string; readonly body: string }

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`

/** The email to an assessor when scoring opens: plain text. */
export const openedMessage = (round: RoundInFund, to: AssessorProgress, dueAt: Date, origin: string): Mail => ({
  subject: `Scoring is open: ${round.fund.name}`,
  body: [
    `You have ${count(to.given, 'application')} to score for ${round.fund.name}, ${round.name}.`,
    `Due: ${ukTimeWithZone(dueAt)}`,
    `It should take about ${hoursWords(round.minutesPerApplication)} each. Before each one opens you say whether you have a conflict of interest.`,
    `Your pile:\n${origin}${pilePath(round.fund.slug, round.slug)}`,
  ].join('\n\n'),
})

/** The email to an assessor who has some left. */
export const remindMessage = (round: RoundInFund, to: AssessorProgress, dueAt: Date, origin: string): Mail => ({
  subject: `${count(to.given - to.submitted, 'application')} left to score: ${round.fund.name}`,
  body: [
    `You have submitted ${to.submitted} of ${count(to.given, 'review')} for ${round.fund.name}, ${round.name}.`,
    `Due: ${ukTimeWithZone(dueAt)}`,
    `If you cannot score them all, hand some back from your pile, so that somebody else can:\n${origin}${pilePath(round.fund.slug, round.slug)}`,
  ].join('\n\n'),
})

/** The email to those who answer for a fund, when somebody looks at scores that are blind. */
export const glassMessage = (
  round: RoundInFund,
  given: {
    readonly by: string
    readonly reason: string
    readonly endsAt: Date
    readonly origin: string
  },
): Mail => ({
  subject: `Scores seen before scoring has closed: ${round.fund.name}`,
  body: [
    `${given.by} has opened the scores of ${round.fund.name}, ${round.name}, while scoring is open and nobody may see them.`,
    `Reason: ${given.reason}`,
    `Until: ${ukTimeWithZone(given.endsAt)}`,
    'This is logged, and published with the sealed rules of the round.',
    `${given.origin}${glassPath(round.fund.slug, round.slug)}`,
  ].join('\n\n'),
})
