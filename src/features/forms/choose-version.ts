import { canonicalJson, type Json } from '../../core/canonical/index.ts'
import { changedUnderRules, type Form, findQuestion } from '../../core/forms/index.ts'
import type { Actor } from '../../core/permissions/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import { leadSlotsFit } from '../../core/rounds/index.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import {
  chooseForm,
  entryIsLocked,
  holdRound,
  phaseOf,
  questionsOfSealedRules,
  type Round,
  type RoundInFund,
  type RoundPath,
} from '../funds/index.ts'
import type { FormProblem } from './form-problem.ts'
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

/** A round that takes up another version of its form while people write. */
export type DraftsToMove = {
  readonly round: RoundInFund
  readonly to: FormVersion
  readonly personId: string
  readonly at: Date
}

/** What the area of applications, which comes later, does for forms; the app passes it in. */
export type OfApplications = {
  readonly countByVersion: CountByVersion
  /** Moves what is not submitted to the version that the round takes up. @returns how many moved */
  readonly moveDrafts: (tx: Tx, services: Services, asked: DraftsToMove) => Promise<number>
  /** Deletes the test applications of a version that is going. */
  readonly deleteTests: (tx: Tx, formVersionId: string) => Promise<void>
}

/**
 * Sets the published version that applicants of a round fill in. Once people write, it can only be another version of the
 * same form: what is not submitted moves to it, by the ids of questions, and what is submitted keeps its own. The rules of
 * eligibility must then be those that the round opened with, and what they rest on must be asked as it was.
 *
 * @returns the version chosen
 * @throws {NotFound} if the round is not there, or not theirs to change
 */
export async function chooseVersion(
  services: Services,
  { countByVersion, moveDrafts }: OfApplications,
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
    const read = await questionsOfSealedRules(tx, round)
    const missing = read.filter((id) => findQuestion(version.definition, id) === undefined)
    if (missing.length > 0) return refused({ code: 'criteria-read-others', questions: missing })
    const others = countOthers(await countByVersion(tx, round.id), version.id)
    const now = round.formVersionId === null ? undefined : await formVersionById(tx, round.formVersionId)
    if (others > 0 && now !== undefined && now.formId !== version.formId)
      return refused({ code: 'applications-on-another', applications: others })
    if (now !== undefined && (await entryIsLocked(tx, round, at))) {
      const other = otherRules(now.definition, version.definition)
      if (other !== undefined) return refused(other)
    }
    await chooseForm(tx, services, { actor, path, formVersionId: version.id, at })
    if (others > 0 && actor.kind === 'person') {
      await moveDrafts(tx, services, { round, to: version, personId: actor.personId, at })
    }
    return done(version)
  })
}

/** Why another version would not decide in the same way who is eligible, if it would not. */
function otherRules(now: Form, next: Form): FormProblem | undefined {
  if (!sameRules(now, next)) return { code: 'rules-locked' }
  const changed = changedUnderRules(now, next)
  return changed.length === 0 ? undefined : { code: 'rules-rest-on', labels: changed.map(({ label }) => label) }
}

/** Whether two versions have the same rules of eligibility, by their text. */
const sameRules = (one: Form, other: Form): boolean =>
  canonicalJson((one.rules ?? []) as unknown as Json) === canonicalJson((other.rules ?? []) as unknown as Json)

/** Whether applications can have been started. */
export const hasOpened = (round: Pick<Round, 'publishedAt' | 'opensAt' | 'deadlineAt'>, at: Date): boolean =>
  ['open', 'closed'].includes(phaseOf(round, at))

/** Applications on any version but this one. */
export const countOthers = (counts: readonly VersionCount[], versionId: string): number =>
  counts
    .filter(({ formVersionId }) => formVersionId !== versionId)
    .reduce((sum, { drafts, submitted, withdrawn }) => sum + drafts + submitted + withdrawn, 0)
