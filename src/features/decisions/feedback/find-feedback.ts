import { notFound } from '../../../core/errors.ts'
import type { Actor, Permission } from '../../../core/permissions/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { keptFrom } from '../../assessment/index.ts'
import { findRound, type RoundInFund, type RoundPath } from '../../funds/index.ts'
import { leadOf } from '../awarding/awards.store.ts'
import { type Feedback, feedbackOf } from './feedback.store.ts'
import { type FeedbackRound, readSubjects, type Subject } from './read-subjects.ts'
import { type Release, releaseOf } from './release.store.ts'

export type FeedbackAddress = { readonly actor: Actor; readonly path: RoundPath; readonly reference: string }

/** The feedback on one application as those who write and approve it meet it. */
export type FoundFeedback = {
  readonly round: RoundInFund
  readonly release: Release | undefined
  /** Undefined where the application gets none, or none can be drafted yet. */
  readonly subject: (Subject & Pick<FeedbackRound, 'rules'>) | undefined
  /** Undefined while nobody has opened a draft. */
  readonly feedback: Feedback | undefined
}

/**
 * The feedback on an application of a round, for somebody with this permission who has no conflict with it.
 *
 * @throws {NotFound} for anybody else, and for an application of another round
 */
export async function findFeedback(
  db: Database | Tx,
  permission: Permission,
  { actor, path, reference }: FeedbackAddress,
): Promise<FoundFeedback> {
  const round = await findRound(db, actor, permission, path)
  if ((await leadOf(db, reference))?.roundId !== round.id) throw notFound('application')
  const release = await releaseOf(db, round.id)
  const found = await readSubjects(db, round)
  const subject = found?.subjects.find((each) => each.reference === reference)
  if (found === undefined || subject === undefined) return { round, release, subject: undefined, feedback: undefined }
  if ((await keptFrom(db, round, found.rules, actor)).has(subject.id)) throw notFound('feedback')
  const feedback = (await feedbackOf(db, round.id)).find(({ applicationId }) => applicationId === subject.id)
  return { round, release, subject: { ...subject, rules: found.rules }, feedback }
}
