import { notFound } from '../../core/errors.ts'
import type { SignedIn } from '../../core/permissions/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { roundById } from '../funds/index.ts'
import { countWaiting, insertQuestion } from './clarifications.store.ts'
import { questionsOpen } from './read-questions.ts'

/** Characters (UTF-16 code units) of a question at most. */
export const longestQuestion = 2000

/** Questions of one person in one round that may wait for an answer at once. */
const mostWaiting = 20

export type AskProblem =
  | { readonly code: 'question-missing' }
  | { readonly code: 'too-long'; readonly field: 'question'; readonly most: number }
  | { readonly code: 'questions-closed'; readonly closedAt: Date | null }
  | { readonly code: 'too-many-waiting'; readonly most: number }

/**
 * Takes a question from somebody signed in. A request that reached the server by the close of questions counts, however
 * long it then takes.
 *
 * @returns the question's id
 * @throws {NotFound} if there is no such round
 */
export async function askQuestion(
  services: Pick<Services, 'db' | 'newId'>,
  actor: Pick<SignedIn, 'personId'>,
  asked: { readonly roundId: string; readonly question: string; readonly at: Date },
): Promise<Result<string, AskProblem>> {
  const { roundId, at } = asked
  const question = asked.question.trim()
  return await services.db.transaction().execute(async (tx) => {
    const round = await roundById(tx, roundId)
    if (round === undefined) throw notFound('round')
    const problems: AskProblem[] = []
    if (!questionsOpen(round, at))
      problems.push({ code: 'questions-closed', closedAt: round.questionsCloseAt ?? round.deadlineAt })
    if (question === '') problems.push({ code: 'question-missing' })
    if (question.length > longestQuestion) problems.push({ code: 'too-long', field: 'question', most: longestQuestion })
    if (problems.length === 0 && (await countWaiting(tx, roundId, actor.personId)) >= mostWaiting)
      problems.push({ code: 'too-many-waiting', most: mostWaiting })
    if (problems.length > 0) return refused(...problems)
    const id = services.newId()
    await insertQuestion(tx, { id, roundId, personId: actor.personId, question, at })
    await recordEvent(tx, {
      action: 'question.asked',
      actorId: actor.personId,
      fundId: round.fundId,
      objectType: 'question',
      objectId: id,
      at,
      facts: { round: roundId },
    })
    return done(id)
  })
}
