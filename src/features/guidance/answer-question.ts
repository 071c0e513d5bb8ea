import { notFound } from '../../core/errors.ts'
import { type Actor, may, personIdOf } from '../../core/permissions/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import { originForMail } from '../../platform/config/origin-for-mail.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Say } from '../../platform/languages.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { type RoundInFund, roundById } from '../funds/index.ts'
import { queueMessage } from '../notifications/index.ts'
import {
  type AnswerText,
  holdQuestions,
  markAnswerPublished,
  markDeclined,
  type QuestionInHand,
  questionInHand,
  saveAnswer,
} from './clarifications.store.ts'
import { findIdentifiers } from './find-identifiers.ts'
import { questionsPath } from './guidance.paths.ts'
import { declinedMessage, type Mail, yourAnswerMessage } from './guidance-mail.messages.ts'
import { type SubscriberNews, tellSubscribersJob } from './tell-subscribers.ts'

/** Characters (UTF-16 code units) at most. */
export const longestAnswer = { publishedQuestion: 2000, answer: 20_000, reason: 1000 } as const

type AnswerField = keyof AnswerText

export type AnswerProblem =
  | { readonly code: 'published-question-missing' | 'answer-missing' | 'reason-missing' | 'dealt-with-already' }
  | { readonly code: 'too-long'; readonly field: keyof typeof longestAnswer; readonly most: number }
  /** The person's own name or address: never published. */
  | { readonly code: 'tells-who-asked'; readonly field: AnswerField; readonly found: readonly string[] }
  /** Words that may be there for another reason: published only when somebody has looked and says so. */
  | { readonly code: 'may-tell-who-asked'; readonly field: AnswerField; readonly found: readonly string[] }

/** Which question, by whom. */
type Handled = {
  readonly actor: Actor
  readonly roundId: string
  readonly id: string
  readonly at: Date
  readonly origin: string
}

export type AnswerToGive = Handled &
  AnswerText & {
    /** False: keep what is written, and publish it another time. */
    readonly publish: boolean
    /** Somebody has looked at the words that may tell who asked, and they do not. */
    readonly looked: boolean
  }

/**
 * Keeps the answer to a question, or publishes it under the next number. Whoever asked gets an email, and so do those
 * who asked to hear of answers.
 *
 * @returns the number when it was published
 * @throws {NotFound} if it is not there, or not theirs to answer
 */
export async function answerQuestion(
  services: Services,
  asked: AnswerToGive,
): Promise<Result<{ readonly number: number | undefined }, AnswerProblem>> {
  const text = { publishedQuestion: asked.publishedQuestion.trim(), answer: asked.answer.trim() }
  return await services.db.transaction().execute(async (tx) => {
    const { round, question } = await holdWaiting(tx, asked)
    if (isDealtWith(question)) return refused<AnswerProblem>({ code: 'dealt-with-already' })
    const problems = asked.publish
      ? [...lengthProblems(text), ...publicationProblems(text, question, asked.looked)]
      : lengthProblems(text)
    if (problems.length > 0) return refused(...problems)
    await saveAnswer(tx, question.id, text, personIdOf(asked.actor))
    if (!asked.publish) {
      await record(tx, 'question.answer-saved', round, asked)
      return done({ number: undefined })
    }
    const number = await markAnswerPublished(tx, round.id, question.id, asked.at)
    await record(tx, 'question.answered', round, asked, { number })
    await tellAsker(tx, services, round, question, asked, (say, about) =>
      say(yourAnswerMessage)({ ...about, answer: text.answer }),
    )
    const news: SubscriberNews = {
      about: 'answer',
      roundId: round.id,
      id: question.id,
      origin: originForMail(services.config, asked.origin),
    }
    await services.sendJob(tx, tellSubscribersJob, news)
    return done({ number })
  })
}

/**
 * Declines a question, with a reason that whoever asked is told.
 *
 * @throws {NotFound} if it is not there, or not theirs to answer
 */
export async function declineQuestion(
  services: Services,
  asked: Handled & { readonly reason: string },
): Promise<Result<undefined, AnswerProblem>> {
  const reason = asked.reason.trim()
  return await services.db.transaction().execute(async (tx) => {
    const { round, question } = await holdWaiting(tx, asked)
    if (isDealtWith(question)) return refused<AnswerProblem>({ code: 'dealt-with-already' })
    if (reason === '') return refused<AnswerProblem>({ code: 'reason-missing' })
    if (reason.length > longestAnswer.reason)
      return refused<AnswerProblem>({ code: 'too-long', field: 'reason', most: longestAnswer.reason })
    await markDeclined(tx, question.id, { reason, personId: personIdOf(asked.actor), at: asked.at })
    await record(tx, 'question.declined', round, asked, { reason })
    await tellAsker(tx, services, round, question, asked, (say, about) => say(declinedMessage)({ ...about, reason }))
    return done(undefined)
  })
}

const isDealtWith = ({ publishedAt, declinedAt }: QuestionInHand): boolean =>
  publishedAt !== null || declinedAt !== null

async function holdWaiting(
  tx: Tx,
  { actor, roundId, id }: Handled,
): Promise<{ readonly round: RoundInFund; readonly question: QuestionInHand }> {
  const round = await roundById(tx, roundId)
  if (round === undefined || !may(actor, 'clarification:answer', round.fundId)) throw notFound('round')
  await holdQuestions(tx, roundId)
  const question = await questionInHand(tx, roundId, id)
  if (question === undefined) throw notFound('question')
  return { round, question }
}

const fields = ['publishedQuestion', 'answer'] as const

const lengthProblems = (text: AnswerText): readonly AnswerProblem[] =>
  fields
    .filter((field) => text[field].length > longestAnswer[field])
    .map((field) => ({ code: 'too-long', field, most: longestAnswer[field] }))

function publicationProblems(text: AnswerText, { asker }: QuestionInHand, looked: boolean): readonly AnswerProblem[] {
  const problems: AnswerProblem[] = []
  if (text.publishedQuestion === '') problems.push({ code: 'published-question-missing' })
  if (text.answer === '') problems.push({ code: 'answer-missing' })
  for (const field of fields) {
    const { surely, perhaps } = findIdentifiers(text[field], asker)
    if (surely.length > 0) problems.push({ code: 'tells-who-asked', field, found: surely })
    if (perhaps.length > 0 && !looked) problems.push({ code: 'may-tell-who-asked', field, found: perhaps })
  }
  return problems
}

async function tellAsker(
  tx: Tx,
  services: Services,
  round: RoundInFund,
  question: QuestionInHand,
  { origin }: Handled,
  write: (say: Say, about: { fundName: string; roundName: string; asked: string; link: string }) => Mail,
): Promise<void> {
  const link = originForMail(services.config, origin) + questionsPath({ fund: round.fund.slug, round: round.slug })
  await queueMessage(tx, services, {
    kind: 'question-dealt-with',
    recipient: question.asker.email,
    words: (say) => write(say, { fundName: round.fund.name, roundName: round.name, asked: question.question, link }),
    personId: question.asker.personId,
    fundId: round.fundId,
  })
}

async function record(
  tx: Tx,
  action: string,
  round: RoundInFund,
  { actor, id, at }: Handled,
  facts: Readonly<Record<string, string | number>> = {},
): Promise<void> {
  await recordEvent(tx, {
    action,
    actorId: personIdOf(actor),
    fundId: round.fundId,
    objectType: 'question',
    objectId: id,
    at,
    facts: { round: round.id, ...facts },
  })
}
