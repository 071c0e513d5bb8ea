import type { MessageKind } from '../../../core/notifications/index.ts'
import { illustrativeWords, markedSubject } from '../../../core/text/illustrative-words.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { hoursWords } from './hours-words.messages.ts'
import type { AssessorProgress } from './progress.store.ts'
import { glassPath, pilePath } from './scoring.paths.ts'

type Message = {
  readonly kind: MessageKind
  readonly recipient: string
  readonly subject: string
  readonly body: string
}

const marked = ({ illustrative }: RoundInFund, subject: string): string => markedSubject(illustrative, subject)

/** The paragraphs of an email, with the warning first where it is about something made up. */
const bodyOf = ({ illustrative }: RoundInFund, paragraphs: readonly string[]): string =>
  [...(illustrative ? [illustrativeWords] : []), ...paragraphs].join('\n\n')
const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`

/** The email to an assessor when scoring opens: plain text. */
export const openedMessage = (round: RoundInFund, to: AssessorProgress, dueAt: Date, origin: string): Message => ({
  kind: 'scoring-opened',
  recipient: to.email,
  subject: marked(round, `Scoring is open: ${round.fund.name}`),
  body: bodyOf(round, [
    `You have ${count(to.given, 'application')} to score for ${round.fund.name}, ${round.name}.`,
    `Due: ${ukTimeWithZone(dueAt)}`,
    `It should take about ${hoursWords(round.minutesPerApplication)} each. Before each one opens you say whether you have a conflict of interest.`,
    `Your pile:\n${origin}${pilePath(round.fund.slug, round.slug)}`,
  ]),
})

/** The email to an assessor who has some left. */
export const remindMessage = (round: RoundInFund, to: AssessorProgress, dueAt: Date, origin: string): Message => ({
  kind: 'scoring-reminder',
  recipient: to.email,
  subject: marked(round, `${count(to.given - to.submitted, 'application')} left to score: ${round.fund.name}`),
  body: bodyOf(round, [
    `You have submitted ${to.submitted} of ${count(to.given, 'review')} for ${round.fund.name}, ${round.name}.`,
    `Due: ${ukTimeWithZone(dueAt)}`,
    `If you cannot score them all, hand some back from your pile, so that somebody else can:\n${origin}${pilePath(round.fund.slug, round.slug)}`,
  ]),
})

/** The email to those who answer for a fund, when somebody looks at scores that are blind. */
export const glassMessage = (
  round: RoundInFund,
  given: {
    readonly recipient: string
    readonly by: string
    readonly reason: string
    readonly endsAt: Date
    readonly origin: string
  },
): Message => ({
  kind: 'glass-broken',
  recipient: given.recipient,
  subject: marked(round, `Scores seen before scoring has closed: ${round.fund.name}`),
  body: bodyOf(round, [
    `${given.by} has opened the scores of ${round.fund.name}, ${round.name}, while scoring is open and nobody may see them.`,
    `Reason: ${given.reason}`,
    `Until: ${ukTimeWithZone(given.endsAt)}`,
    'This is logged, and published with the sealed rules of the round.',
    `${given.origin}${glassPath(round.fund.slug, round.slug)}`,
  ]),
})
