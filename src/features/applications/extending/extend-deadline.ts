import { notFound } from '../../../core/errors.ts'
import type { Actor, SignedIn } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import {
  checkExtendedTo,
  checkExtension,
  checkExtensionWords,
  type ExtensionAsked,
  type ExtensionKind,
  type ExtensionProblem,
  extensionKinds,
  type MomentProblem,
  type MomentTyped,
  readMoment,
} from '../../../core/rounds/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { organisationById } from '../../accounts/index.ts'
import { recordEvent } from '../../audit/index.ts'
import { type GivenExtension, holdRound, insertExtension, type RoundInFund, type RoundPath } from '../../funds/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { type ApplicationInRound, applicationByReference, lockApplication } from '../applications.store.ts'
import { tellOfExtensionJob } from './tell-of-extension.ts'

/** What was typed to give more time. */
export type ExtensionTyped = {
  /** 'everyone', or 'one' with the reference of an application. */
  readonly scope: string
  readonly reference: string
  readonly kind: string
  readonly reason: string
  readonly notice: string
  readonly deadline: MomentTyped
}

/** Why it could not be given. */
export type GivingProblem =
  | ExtensionProblem
  | MomentProblem
  | { readonly code: 'extension-scope-missing' | 'extension-kind-missing' | 'extension-deadline-missing' }
  | { readonly code: 'extension-application-unknown'; readonly reference: string }
  | { readonly code: 'extension-application-submitted'; readonly reference: string }

type Request = {
  readonly actor: Actor
  readonly path: RoundPath
  readonly typed: ExtensionTyped
  readonly at: Date
  readonly origin: string
}

/**
 * Gives more time, to everyone in a round or to one application. It is written once and never altered, published with
 * its reason, and told by email to those who are writing.
 *
 * @throws {NotFound} if the round is not there, or not this person's to run
 */
export async function extendDeadline(
  services: Services,
  { actor, path, typed, at, origin }: Request,
): Promise<Result<GivenExtension, GivingProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'fund:edit', path)
    if (actor.kind !== 'person' || round.deadlineAt === null) throw notFound('round')
    const asked = readTyped(typed)
    const one = typed.scope === 'one' ? await applicationOf(tx, round, typed.reference) : undefined
    const unread = one !== undefined && !one.ok ? one.problems : []
    if (!asked.ok || unread.length > 0)
      return refused<GivingProblem>(
        ...(asked.ok ? [] : asked.problems),
        ...unread,
        ...restProblems(typed, one?.ok ? (one.value.deadlineAt ?? round.deadlineAt) : round.deadlineAt, at),
      )
    const application = one?.ok ? one.value : undefined
    const fromAt = application?.deadlineAt ?? round.deadlineAt
    const problems = checkExtension({ ...round, deadlineAt: fromAt }, round.deadlineAt, asked.value, at)
    if (problems.length > 0) return refused<GivingProblem>(...problems)
    const { kind, reason, notice, deadlineAt } = asked.value
    const words = { kind, reason: reason.trim(), notice: notice.trim() }
    const given = { ...words, deadlineAt, fromAt, givenAt: at, lateAttemptId: null }
    return done(await giveExtension(tx, services, { actor, round, application, given, origin }))
  })
}

/** What else is wrong when something else cannot be read, so that all is said at once. */
function restProblems(typed: ExtensionTyped, inPlaceOf: Date, at: Date): readonly GivingProblem[] {
  const moment = readMoment('deadlineAt', typed.deadline, true)
  const deadlineAt = moment.ok ? moment.value?.at : undefined
  const scope = typed.scope === 'everyone' ? 'everyone' : 'one'
  return [
    ...(deadlineAt === undefined ? [] : checkExtendedTo(deadlineAt, inPlaceOf, at)),
    ...checkExtensionWords({ ...typed, scope }),
  ]
}

function readTyped(typed: ExtensionTyped): Result<ExtensionAsked, GivingProblem> {
  const problems: GivingProblem[] = []
  const kind = extensionKinds.find((known) => known === typed.kind)
  if (kind === undefined) problems.push({ code: 'extension-kind-missing' })
  const scope = typed.scope === 'everyone' || typed.scope === 'one' ? typed.scope : undefined
  if (scope === undefined) problems.push({ code: 'extension-scope-missing' })
  const moment = readMoment('deadlineAt', typed.deadline, true)
  if (!moment.ok) problems.push(...moment.problems)
  if (moment.ok && moment.value === null) problems.push({ code: 'extension-deadline-missing' })
  if (scope === undefined || kind === undefined || !moment.ok || moment.value === null) return refused(...problems)
  return done({ scope, kind, reason: typed.reason, notice: typed.notice, deadlineAt: moment.value.at })
}

async function applicationOf(
  tx: Tx,
  round: RoundInFund,
  typed: string,
): Promise<Result<ApplicationInRound, GivingProblem>> {
  const reference = typed.trim().toUpperCase()
  // Held, so that no submission of it is under way while its deadline moves.
  await lockApplication(tx, reference)
  const application = await applicationByReference(tx, reference, [], [])
  if (application === undefined || application.roundId !== round.id) {
    return refused({ code: 'extension-application-unknown', reference })
  }
  if (application.state === 'submitted') return refused({ code: 'extension-application-submitted', reference })
  return done(application)
}

/** What is to be written. */
type Giving = {
  readonly actor: SignedIn
  readonly round: RoundInFund
  readonly application: ApplicationInRound | undefined
  readonly given: {
    readonly kind: ExtensionKind
    readonly reason: string
    readonly notice: string
    readonly deadlineAt: Date
    readonly fromAt: Date
    readonly givenAt: Date
    readonly lateAttemptId: string | null
  }
  readonly origin: string
}

/** Writes an extension that has been checked, its audit event, which is its news too, and the job that tells people. */
export async function giveExtension(
  tx: Tx,
  services: Services,
  { actor, round, application, given, origin }: Giving,
): Promise<GivenExtension> {
  const id = services.newId()
  const applicationId = application?.id ?? null
  const extension = { ...given, id, roundId: round.id, applicationId, authorId: actor.personId }
  await insertExtension(tx, extension)
  const lead = application && (await organisationById(tx, application.leadId))
  await recordEvent(tx, {
    action: 'round.deadline-extended',
    actorId: actor.personId,
    fundId: round.fundId,
    objectType: 'round',
    objectId: round.id,
    at: given.givenAt,
    facts: {
      extension: id,
      kind: given.kind,
      reason: given.reason,
      notice: given.notice,
      application: application?.reference ?? null,
      body: lead?.name ?? '',
      lateAttempt: given.lateAttemptId,
      changes: { deadlineAt: { from: given.fromAt.toISOString(), to: given.deadlineAt.toISOString() } },
    },
  })
  if (given.lateAttemptId === null) {
    await services.sendJob(tx, tellOfExtensionJob, { extensionId: id, origin: originForMail(services.config, origin) })
  }
  return extension
}
