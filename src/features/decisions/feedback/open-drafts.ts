import { notFound } from '../../../core/errors.ts'
import { draftFeedback, type JudgesWords } from '../../../core/feedback/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { keptFrom, wordsOn } from '../../assessment/index.ts'
import { holdRound, type RoundPath } from '../../funds/index.ts'
import { panelWordsOn } from '../interviewing/panel-words.store.ts'
import { recordDoing } from '../record-doing.ts'
import { feedbackOf, insertDraft } from './feedback.store.ts'
import { judgesOf } from './judges.store.ts'
import { type FeedbackRound, readSubjects, type Subject } from './read-subjects.ts'
import { releaseOf } from './release.store.ts'

export type OpenProblem = { readonly code: 'not-frozen' | 'nothing-to-open' | 'released-already' }

/**
 * Opens a draft for every application that can have one and has none, or for one of them, from what was written of it.
 *
 * @param only the reference of one; undefined: all
 * @returns how many were opened
 * @throws {NotFound} if the round is not theirs to run
 */
export async function openDrafts(
  services: Services,
  asked: { readonly actor: Actor; readonly path: RoundPath; readonly only?: string; readonly at: Date },
): Promise<Result<number, OpenProblem>> {
  const { actor, path, only, at } = asked
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'award:run', path)
    if (actor.kind !== 'person') throw notFound('round')
    if ((await releaseOf(tx, round.id)) !== undefined) return refused<OpenProblem>({ code: 'released-already' })
    const found = await readSubjects(tx, round)
    if (found === undefined) return refused<OpenProblem>({ code: 'not-frozen' })
    const kept = await keptFrom(tx, round, found.rules, actor)
    const open = new Set((await feedbackOf(tx, round.id)).map(({ applicationId }) => applicationId))
    const subjects = found.subjects.filter(
      ({ id, judged, reference }) =>
        judged && !open.has(id) && !kept.has(id) && (only === undefined || only === reference),
    )
    if (subjects.length === 0) return refused<OpenProblem>({ code: 'nothing-to-open' })
    const texts = await draftsOf(tx, round.id, found, subjects)
    for (const { id } of subjects)
      await insertDraft(tx, { applicationId: id, texts: texts.get(id) ?? new Map(), at, by: actor.personId })
    const references = subjects.map(({ reference }) => reference)
    await recordDoing(tx, { round, actor, at }, 'feedback.opened', { references })
    return done(subjects.length)
  })
}

/** What was written of applications, by their ids: what assessors and those who moderated said, and what the panel did. */
export async function wordsOfSubjects(
  db: Database | Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly JudgesWords[]>> {
  const written = (await wordsOn(db, ids)).map((words) => ({ ...words, interview: false }))
  const heard = (await panelWordsOn(db, ids)).map((words) => ({ ...words, kind: 'comment' as const, interview: true }))
  return Map.groupBy([...written, ...heard], ({ applicationId }) => applicationId)
}

/** The first texts of the feedback on applications, by their ids, from what was written of each. */
export async function draftsOf(
  tx: Tx,
  roundId: string,
  { rules }: FeedbackRound,
  subjects: readonly Subject[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const names = (await judgesOf(tx, roundId)).map(({ name }) => name)
  const words = await wordsOfSubjects(
    tx,
    subjects.map(({ id }) => id),
  )
  return new Map(
    subjects.map(({ id, items, points }) => [
      id,
      draftFeedback({
        items,
        points,
        names,
        words: words.get(id) ?? [],
        leastPercent: rules.overallLeastPercent,
        saysScores: rules.visibility.applicantsScores === 'with-decision',
      }),
    ]),
  )
}
