import { numberWords } from '../../core/forms/index.ts'
import { ukDate, ukTimeWithZone } from '../../core/time/uk-time.ts'
import type { Services } from '../../platform/services.ts'
import type { Sought } from '../../ui/patterns/index.ts'
import type { RoundInFund } from '../funds/index.ts'
import { type PublishedAnswer, publishedAnswers } from './clarifications.store.ts'
import type { ReadableRound } from './find-round.ts'
import { askPath, questionsPath } from './guidance.paths.ts'
import { publishedPages } from './pages.store.ts'
import { frameOf, type RoundFrame } from './round-frame.ts'

export type ShownAnswer = PublishedAnswer & { readonly publishedOn: string }

/** The published questions of a round, perhaps narrowed by words. */
export type QuestionList = {
  readonly frame: RoundFrame
  readonly sought: Sought
  readonly searchAction: string
  readonly countWords: string
  readonly answers: readonly ShownAnswer[]
  /** Undefined when questions cannot be asked. */
  readonly askHref: string | undefined
  readonly closing: string
}

export const shownAnswer = (answer: PublishedAnswer): ShownAnswer => ({
  ...answer,
  publishedOn: ukDate(answer.publishedAt),
})

/** Whether a question can be asked now; the instant at which questions close is in time. */
export function questionsOpen(
  { publishedAt, questionsCloseAt, deadlineAt }: Pick<RoundInFund, 'publishedAt' | 'questionsCloseAt' | 'deadlineAt'>,
  now: Date,
): boolean {
  if (publishedAt === null || publishedAt > now) return false
  const closesAt = questionsCloseAt ?? deadlineAt
  return closesAt === null || now <= closesAt
}

/** Until when questions can be asked, in words. */
export function closingWords(round: RoundInFund, now: Date): string {
  const closesAt = round.questionsCloseAt ?? round.deadlineAt
  if (questionsOpen(round, now))
    return closesAt === null ? 'You can ask a question.' : `You can ask a question until ${ukTimeWithZone(closesAt)}.`
  return closesAt === null || closesAt > now
    ? 'Questions can be asked once the round is published.'
    : `Questions closed at ${ukTimeWithZone(closesAt)}.`
}

/** The published answers: three statements with the round's own, whatever their number. */
export async function readQuestions(
  { db }: Pick<Services, 'db'>,
  readable: ReadableRound,
  sought: Sought,
  now: Date,
): Promise<QuestionList> {
  const { round, address } = readable
  const { titles } = await publishedPages(db, round.id, 'faqs')
  const answers = await publishedAnswers(db, round.id, sought.words)
  return {
    frame: frameOf(readable, 'questions', titles, 'Questions and answers'),
    sought,
    searchAction: questionsPath(address),
    countWords: countWords(answers.length, sought.words),
    answers: answers.map(shownAnswer),
    askHref: questionsOpen(round, now) ? askPath(address) : undefined,
    closing: closingWords(round, now),
  }
}

function countWords(count: number, query: string): string {
  if (query !== '')
    return `${numberWords(count)} of the answers ${count === 1 ? 'has' : 'have'} “${query}” in ${count === 1 ? 'it' : 'them'}.`
  if (count === 0) return 'No question has been answered yet.'
  return count === 1 ? '1 question has been answered.' : `${numberWords(count)} questions have been answered.`
}
