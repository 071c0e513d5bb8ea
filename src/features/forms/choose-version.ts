import { findQuestion } from '../../core/forms/index.ts'
import type { Actor } from '../../core/permissions/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import { leadSlotsFit } from '../../core/rounds/index.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import {
  chooseForm,
  holdRound,
  phaseOf,
  questionsOfSealedCriteria,
  type Round,
  type RoundPath,
} from '../funds/index.ts'
import type { FormProblem } from './forms.messages.ts'
import { type FormVersion, formById, formVersionById } from './forms.store.ts'

/** Applications of a round that answer one version of a form. */
export type VersionCount = {
  readonly formVersionId: string
  readonly drafts: number
  readonly submitted: number
  readonly withdrawn: number
}

/** The area of applications, which comes later, counts them; the app passes its answer in. */
export type CountByVersion = (db: Database | Tx, roundId: string) => Promise<readonly VersionCount[]>

/**
 * Sets the published version that applicants of a round fill in. Once the round has opened, applications keep the
 * version that they began with; as long as there are any on another version, the round keeps its own too, so that all
 * answer the same questions.
 *
 * @returns the version chosen
 * @throws {NotFound} if the round is not there, or not theirs to change
 */
export async function chooseVersion(
  services: Services,
  countByVersion: CountByVersion,
  asked: { readonly actor: Actor; readonly path: RoundPath; readonly versionId: string; readonly at: Date },
): Promise<Result<FormVersion, FormProblem>> {
  const { actor, path, versionId, at } = asked
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'fund:edit', path)
    const version = await formVersionById(tx, versionId)
    if (version === undefined || version.fundId !== round.fundId || version.publishedAt === null) {
      return refused({ code: 'version-not-chosen' })
    }
    if (version.id === round.formVersionId) return done(version)
    const form = await formById(tx, version.formId)
    if (form?.purpose === 'eligibility') return refused({ code: 'version-not-chosen' })
    if (!leadSlotsFit(round.leadSlots, version.definition)) return refused({ code: 'slots-do-not-fit' })
    const read = await questionsOfSealedCriteria(tx, round)
    const missing = read.filter((id) => findQuestion(version.definition, id) === undefined)
    if (missing.length > 0) return refused({ code: 'criteria-read-others', questions: missing })
    const applications = hasOpened(round, at) ? countOthers(await countByVersion(tx, round.id), version.id) : 0
    if (applications > 0) return refused({ code: 'applications-on-another', applications })
    await chooseForm(tx, services, { actor, path, formVersionId: version.id, at })
    return done(version)
  })
}

/** Whether applications can have been started. */
export const hasOpened = (round: Pick<Round, 'publishedAt' | 'opensAt' | 'deadlineAt'>, at: Date): boolean =>
  ['open', 'closed'].includes(phaseOf(round, at))

/** Applications on any version but this one. */
export const countOthers = (counts: readonly VersionCount[], versionId: string): number =>
  counts
    .filter(({ formVersionId }) => formVersionId !== versionId)
    .reduce((sum, { drafts, submitted, withdrawn }) => sum + drafts + submitted + withdrawn, 0)
