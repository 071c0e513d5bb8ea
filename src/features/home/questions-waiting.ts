import { fundsWith } from '../../core/permissions/index.ts'
import { ukTime } from '../../core/time/uk-time.ts'
import { manageQuestionsPath, questionsToAnswer } from '../guidance/index.ts'
import { asked, type FindWaiting } from './waiting-item.ts'

/** The questions about rounds that somebody answers: one statement. */
export const questionsWaiting: FindWaiting = async (db, actor) => {
  const rounds = await questionsToAnswer(db, fundsWith(actor, 'clarification:answer'))
  return rounds.map(({ fund, fundName, round, roundName, waiting, since }) => ({
    href: manageQuestionsPath({ fund, round }),
    title: `Questions about ${fundName}: ${roundName}`,
    detail: `${waiting === 1 ? '1 waits' : `${waiting} wait`} for an answer, since ${ukTime(since)}`,
    state: asked('To answer'),
    asks: true,
  }))
}
