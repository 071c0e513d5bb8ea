import { findAnswers } from '../../../core/experts/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { subjectWords } from '../subject-questions.ts'
import { type PublishedAnswer, publishedOf } from './publications.store.ts'

/** What is published to the councils of a fund in which any of these words stand, those with most of them first. */
export const searchPublished = async (
  db: Database | Tx,
  fundId: string,
  words: string,
): Promise<readonly PublishedAnswer[]> =>
  findAnswers(await publishedOf(db, fundId), words, (answer) =>
    [answer.title, answer.question, answer.advice, ...subjectWords(answer)].join(' '),
  )
