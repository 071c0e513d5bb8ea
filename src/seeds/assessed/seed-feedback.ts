import { canonicalJson, type Json } from '../../core/canonical/index.ts'
import { insertDraft, markApproved, markReady } from '../../features/decisions/feedback/feedback.store.ts'
import { textsOfRound } from '../../features/decisions/feedback/feedback-texts.store.ts'
import { draftsOf } from '../../features/decisions/feedback/open-drafts.ts'
import { readSubjects } from '../../features/decisions/feedback/read-subjects.ts'
import { insertRelease } from '../../features/decisions/feedback/release.store.ts'
import { recordDoing } from '../../features/decisions/record-doing.ts'
import type { RoundInFund } from '../../features/funds/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'

export type ToGiveFeedback = {
  readonly round: RoundInFund
  readonly programmeId: string
  /** Who approves what the programme team has written. */
  readonly panelId: string
  readonly toldAt: Date
}

const day = 86_400_000

/** Drafts, approves and releases the feedback of a made-up round, in the week after everybody was told. */
export async function seedFeedback(tx: Tx, services: Services, given: ToGiveFeedback): Promise<void> {
  const { round, programmeId, panelId, toldAt } = given
  const after = (days: number): Date => new Date(toldAt.getTime() + days * day)
  const found = await readSubjects(tx, round)
  if (found === undefined) throw new Error('the shortlist of the made-up round is not frozen')
  const subjects = found.subjects.filter(({ judged }) => judged)
  const texts = await draftsOf(tx, round.id, found, subjects)
  const doing = (at: Date, by: string) => ({ round, at, by })
  const references = subjects.map(({ reference }) => reference)
  for (const { id, reference } of subjects) {
    await insertDraft(tx, { applicationId: id, texts: texts.get(id) ?? new Map(), at: after(1), by: programmeId })
    await markReady(tx, { applicationId: id, at: after(2), by: programmeId })
    await recordDoing(tx, doing(after(2), programmeId), 'feedback.ready', {}, reference)
    await markApproved(tx, { applicationId: id, at: after(3), by: panelId })
    await recordDoing(tx, doing(after(3), panelId), 'feedback.approved', {}, reference)
  }
  await recordDoing(tx, doing(after(1), programmeId), 'feedback.opened', { references })
  const sha256 = services.sha256(canonicalJson((await textsOfRound(tx, round.id)) as unknown as Json))
  const applications = subjects.length
  await insertRelease(tx, { roundId: round.id, at: after(4), by: programmeId, applications, sha256 })
  await recordDoing(tx, doing(after(4), programmeId), 'feedback.released', { applications, sha256 })
}
