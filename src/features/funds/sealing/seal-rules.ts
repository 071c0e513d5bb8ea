import { contentHash, type Json } from '../../../core/canonical/index.ts'
import { type Actor, personIdOf } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { approvalOf } from '../../../core/rounds/approval.ts'
import type { RoundInFund } from '../../../core/rounds/round.ts'
import {
  changedParts,
  changesWhatIsLocked,
  type RulesProblem,
  rulesIn,
  type SealApproval,
  type SealedDocument,
  sealedParts,
  sealedText,
} from '../../../core/rules/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { personById } from '../../accounts/index.ts'
import { recordEvent } from '../../audit/index.ts'
import { rulesHash } from '../check-approvals.ts'
import { holdRound, type RoundPath } from '../find-round.ts'
import { approvalsOf } from '../funders.store.ts'
import { rulesPartsOf } from '../rules-pages.store.ts'
import { documentNow, readSealing, type Sealing } from './read-sealing.ts'
import { insertSeal, type Seal } from './sealing.store.ts'
import type { SealingSeams } from './sealing-seams.ts'

export type SealProblem =
  | { readonly code: 'rules-not-ready'; readonly problems: readonly RulesProblem[] }
  | { readonly code: 'form-not-chosen' | 'timetable-not-set' | 'nothing-new' | 'changed-since-shown' }
  | { readonly code: 'rules-locked' | 'scoring-begun' | 'round-cancelled' }
  | { readonly code: 'reason-missing'; readonly field: 'reason' }
  | { readonly code: 'approvals-missing'; readonly field: 'without-reason'; readonly funders: readonly string[] }

/** Which funders have approved a round's rules as they stand, and which have not. */
export type FunderStand = { readonly approvals: readonly SealApproval[]; readonly missing: readonly string[] }

/** What stands for everything that a person was shown before they seal it. */
export function shownHash({ sha256 }: Pick<Services, 'sha256'>, sealing: Sealing): string {
  const now = documentNow(sealing)
  const parts = Object.fromEntries(sealedParts.map((part) => [part, now[part]]))
  return contentHash({ parts: parts as unknown as Json, after: sealing.head?.sha256 ?? null }, sha256)
}

export async function funderStand(
  services: Pick<Services, 'sha256'>,
  db: Database | Tx,
  round: RoundInFund,
): Promise<FunderStand> {
  const hash = rulesHash(services, round, (await rulesPartsOf(db, services, [round.id]))(round.id))
  const given = await approvalsOf(db, round.fundId)
  const approvals: SealApproval[] = []
  const missing: string[] = []
  for (const { organisationId, organisationName } of round.funders) {
    const approval = approvalOf(given, organisationId, 'rules', hash)
    if (approval === undefined) missing.push(organisationName)
    else {
      const { approvedAt, approvedByName: approvedBy } = approval
      approvals.push({ organisationId, organisationName, approvedAt: approvedAt.toISOString(), approvedBy })
    }
  }
  return { approvals, missing }
}

/**
 * Seals a round's rules as they stand, in the name of a person: one more version, chained to the one before. Two people who
 * seal at once make one version; the second is told that something changed since it was shown.
 *
 * @param request `shown`: the {@link shownHash} of what the page showed. `withoutReason`: why funders that have not approved
 *   are not waited for; it is published with the version
 * @throws {NotFound} if the round is not there, or not theirs to run
 */
export async function sealRules(
  services: Services,
  { hasScores }: Pick<SealingSeams, 'hasScores'>,
  request: {
    readonly actor: Actor
    readonly path: RoundPath
    readonly shown: string
    readonly reason: string
    readonly withoutReason: string
    readonly at: Date
  },
): Promise<Result<Pick<Seal, 'version' | 'sha256'>, SealProblem>> {
  const { actor, path, at } = request
  const [reason, withoutReason] = [request.reason.trim(), request.withoutReason.trim()]
  return await services.db.transaction().execute(async (tx) => {
    const sealing = await readSealing(tx, await holdRound(tx, actor, 'fund:edit', path))
    if (shownHash(services, sealing) !== request.shown) return refused<SealProblem>({ code: 'changed-since-shown' })
    const problems: SealProblem[] = [...whyNotSealed(sealing)]
    if (sealing.head !== undefined && reason === '') problems.push({ code: 'reason-missing', field: 'reason' })
    const stand = await funderStand(services, tx, sealing.round)
    if (stand.missing.length > 0 && withoutReason === '')
      problems.push({ code: 'approvals-missing', field: 'without-reason', funders: stand.missing })
    const mechanics = sealing.locked && sealing.unsealed.includes('mechanics')
    if (mechanics && (await hasScores(tx, sealing.round.id))) problems.push({ code: 'scoring-begun' })
    if (problems.length > 0) return refused(...problems)
    return done(await writeSeal(tx, services, sealing, { reason, withoutReason, stand, by: personIdOf(actor), at }))
  })
}

function whyNotSealed(sealing: Sealing): readonly SealProblem[] {
  const { round, problems, form, unsealed, locked, head } = sealing
  const found: SealProblem[] = []
  if (round.cancelledAt !== null) return [{ code: 'round-cancelled' }]
  if (problems.length > 0) found.push({ code: 'rules-not-ready', problems })
  if (form === undefined) found.push({ code: 'form-not-chosen' })
  if (round.opensAt === null || round.deadlineAt === null) found.push({ code: 'timetable-not-set' })
  if (unsealed.length === 0) found.push({ code: 'nothing-new' })
  if (locked && head !== undefined && changesWhatIsLocked(head.document, documentNow(sealing)))
    found.push({ code: 'rules-locked' })
  return found
}

type SealFacts = {
  readonly reason: string
  readonly withoutReason: string
  readonly stand: FunderStand
  readonly by: string | null
  readonly at: Date
}

/** Writes the next version. What it may be is checked before; the database refuses what must not be. */
export async function writeSeal(
  tx: Tx,
  services: Pick<Services, 'sha256'>,
  sealing: Sealing,
  { reason, withoutReason, stand, by, at }: SealFacts,
): Promise<Pick<Seal, 'version' | 'sha256'>> {
  const { round, head, unsealed } = sealing
  const version = (head?.version ?? 0) + 1
  const previousSha256 = head?.sha256 ?? null
  const document: SealedDocument = documentNow(sealing, {
    version,
    previousSha256,
    sealedAt: at,
    sealedBy: by === null ? 'nobody (made up for evaluation)' : ((await personById(tx, by))?.name ?? ''),
    reason,
    approvals: stand.approvals,
    withoutApproval: stand.missing.length === 0 ? null : { funders: stand.missing, reason: withoutReason },
  })
  const text = sealedText(document)
  const sha256 = services.sha256(text)
  await insertSeal(tx, { roundId: round.id, version, text, sha256, previousSha256, reason, sealedAt: at, sealedBy: by })
  await recordEvent(tx, {
    action: 'round.rules-sealed',
    actorId: by,
    fundId: round.fundId,
    objectType: 'round',
    objectId: round.id,
    at,
    facts: { version, sha256, previousSha256, reason, parts: unsealed, withoutApproval: document.withoutApproval },
  })
  return { version, sha256 }
}

/**
 * Seals one more version after a date, the money or the form of a public round has changed, for the reason that was given:
 * the same transaction, so that what is published and what is sealed are never apart. Rules that are being rewritten are
 * not taken: the sealed ones go on. A round without a seal, or one that is not public, is left alone.
 */
export async function sealAgain(
  tx: Tx,
  services: Pick<Services, 'sha256'>,
  round: RoundInFund,
  change: { readonly reason: string; readonly by: string | null; readonly at: Date },
): Promise<void> {
  const written = await readSealing(tx, round)
  const { head } = written
  if (head === undefined || !written.locked) return
  const sealing = { ...written, rules: rulesIn(head.document) }
  const unsealed = changedParts(head.document, documentNow(sealing))
  if (unsealed.length === 0) return
  const reason = change.reason === '' ? 'No reason was given' : change.reason
  const stand = { approvals: [], missing: round.funders.map(({ organisationName }) => organisationName) }
  await writeSeal(tx, services, { ...sealing, unsealed }, { ...change, reason, withoutReason: reason, stand })
}
