import { canonicalJson, type Json } from '../../../core/canonical/index.ts'
import { notFound } from '../../../core/errors.ts'
import { type ReleaseProblem, releaseProblems, type ToRelease } from '../../../core/feedback/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { queueAbout } from '../../applications/index.ts'
import { peopleToTell } from '../../assessment/index.ts'
import { holdRound, type RoundInFund, type RoundPath } from '../../funds/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { recordDoing } from '../record-doing.ts'
import { toldAtOf } from '../telling/telling.store.ts'
import { feedbackOf } from './feedback.store.ts'
import { releasedMail } from './feedback-mail.messages.ts'
import { textsOfRound } from './feedback-texts.store.ts'
import { namedIn } from './named-in.ts'
import { readSubjects } from './read-subjects.ts'
import { insertRelease, releaseOf } from './release.store.ts'

/** What there is to release in a round: of every application that gets feedback, how far it is and whom it names. */
export async function readToRelease(
  db: Database | Tx,
  { id: roundId }: { readonly id: string },
): Promise<{ readonly told: boolean; readonly released: boolean; readonly applications: readonly ToRelease[] }> {
  const subjects = (await readSubjects(db, { id: roundId }))?.subjects ?? []
  const states = new Map((await feedbackOf(db, roundId)).map(({ applicationId, state }) => [applicationId, state]))
  const texts = Map.groupBy(await textsOfRound(db, roundId), ({ applicationId }) => applicationId)
  const applications: ToRelease[] = []
  for (const subject of subjects)
    applications.push({
      reference: subject.reference,
      state: states.get(subject.id) ?? null,
      named: await namedIn(db, roundId, subject, texts.get(subject.id) ?? []),
    })
  const [toldAt, release] = [await toldAtOf(db, roundId), await releaseOf(db, roundId)]
  return { told: toldAt !== null, released: release !== undefined, applications }
}

/**
 * Releases all feedback of a round at once, and tells the people of every application that gets some.
 *
 * @returns how many applications
 * @throws {NotFound} if the round is not theirs to run
 */
export async function releaseFeedback(
  services: Services,
  { actor, path, at }: { readonly actor: Actor; readonly path: RoundPath; readonly at: Date },
): Promise<Result<number, ReleaseProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'award:run', path)
    if (actor.kind !== 'person') throw notFound('round')
    const ready = await readToRelease(tx, round)
    const problems = releaseProblems(ready)
    if (problems.length > 0) return refused(...problems)
    const references = ready.applications.map(({ reference }) => reference)
    const texts = await textsOfRound(tx, round.id)
    const sha256 = services.sha256(canonicalJson(texts as unknown as Json))
    const applications = references.length
    await insertRelease(tx, { roundId: round.id, at, by: actor.personId, applications, sha256 })
    await tellEach(tx, services, round, new Set(references))
    await recordDoing(tx, { round, actor, at }, 'feedback.released', { applications, sha256 })
    return done(applications)
  })
}

async function tellEach(
  tx: Tx,
  services: Services,
  round: RoundInFund,
  references: ReadonlySet<string>,
): Promise<void> {
  const origin = originForMail(services.config)
  for (const { reference, people } of await peopleToTell(tx, round.id)) {
    if (!references.has(reference)) continue
    for (const { personId, email, leads } of people)
      await queueAbout(tx, services, round, {
        kind: 'feedback-released',
        recipient: email,
        personId,
        words: (say) => say(releasedMail)(round, { reference, leads, origin }),
      })
  }
}
