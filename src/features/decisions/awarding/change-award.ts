import {
  agreementText,
  declineTermsUntil,
  isLive,
  purseOf,
  readTerms,
  type TermsTyped,
} from '../../../core/awards/index.ts'
import { type Actor, personIdOf } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { hasSubstance } from '../../../core/rules/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Say } from '../../../platform/languages.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { holdRound, type RoundInFund, type RoundPath } from '../../funds/index.ts'
import type { OrderedPence } from './after-award.ts'
import { changedMail, withdrawnMail } from './award-mail.messages.ts'
import type { AwardProblem } from './awarding.messages.ts'
import {
  agreementsOf,
  awardByReference,
  awardsOfFund,
  insertAgreement,
  type KeptAward,
  lockAward,
  markEnded,
  updateCommitted,
} from './awards.store.ts'
import { mailCouncil, ofAward } from './mail-council.ts'

type OfAwardPath = { readonly path: RoundPath; readonly reference: string; readonly at: Date }

/**
 * Offers other terms, as a new version: what both sides agreed before stays in force until the council has signed it.
 * They are worth no less than what is ordered.
 *
 * @throws {NotFound} if the round is not this person's to run
 */
export async function changeTerms(
  services: Services,
  actor: Actor,
  request: OfAwardPath & { readonly typed: TermsTyped; readonly shownSha256: string },
  orderedPence: OrderedPence,
): Promise<Result<{ readonly number: number }, AwardProblem>> {
  const { typed, at } = request
  return await services.db.transaction().execute(async (tx) => {
    const { round, award } = await holdAward(tx, actor, request)
    if (award === undefined) return refused({ code: 'award-ended' })
    const [last] = await agreementsOf(tx, award.id)
    if (last === undefined) throw new Error(`award ${award.id} lost its agreement`)
    if (!isLive(award) || last.sha256 !== request.shownSha256) return refused({ code: 'award-ended' })
    const purse = purseOf(round.fund, await awardsOfFund(tx, round.fundId), award.id)
    const read = readTerms(last.document, typed, purse)
    if (!read.ok) return read
    const ordered = await orderedPence(tx, { id: award.id, fundId: round.fundId })
    if (ordered > read.value.pounds * 100) return refused({ code: 'below-ordered', orderedPence: ordered })
    const number = last.number + 1
    const text = agreementText({ ...last.document, ...read.value, version: number })
    const sha256 = services.sha256(text)
    const reason = typed.reason.trim()
    await updateCommitted(tx, award.id, Math.max(award.pounds, read.value.pounds))
    await insertAgreement(tx, award.id, { number, text, sha256, reason, at, by: personIdOf(actor) })
    await record(tx, actor, { round, award, at }, 'award.changed', { number, sha256, reason })
    const until = award.state === 'accepted' ? declineTermsUntil(at) : undefined
    const mail = (say: Say) => say(changedMail)(ofAward(services, round, award), reason, until)
    await mailCouncil(tx, services, round, award, { kind: 'award-changed', words: mail })
    return done({ number })
  })
}

/**
 * Withdraws an award, with the reason, which frees its money and its place. One for which something is ordered stays.
 *
 * @throws {NotFound} if the round is not this person's to run
 */
export async function withdrawAward(
  services: Services,
  actor: Actor,
  request: OfAwardPath & { readonly reason: string },
  orderedPence: OrderedPence,
): Promise<Result<undefined, AwardProblem>> {
  const { at } = request
  const reason = request.reason.trim()
  const by = personIdOf(actor)
  return await services.db.transaction().execute(async (tx) => {
    const { round, award } = await holdAward(tx, actor, request)
    if (award === undefined || !isLive(award) || by === null) return refused({ code: 'award-ended' })
    if (!hasSubstance(reason)) return refused({ code: 'reason-thin-to-end' })
    const ordered = await orderedPence(tx, { id: award.id, fundId: round.fundId })
    if (ordered > 0) return refused({ code: 'ordered-already', orderedPence: ordered })
    await markEnded(tx, award.id, { state: 'withdrawn', reason, at, by })
    await record(tx, actor, { round, award, at }, 'award.withdrawn', { reason })
    const mail = (say: Say) => say(withdrawnMail)(ofAward(services, round, award), reason)
    await mailCouncil(tx, services, round, award, { kind: 'award-withdrawn', words: mail })
    return done(undefined)
  })
}

/** An award of a round, undefined where there is none, with its fund and itself held until the transaction ends. */
async function holdAward(
  tx: Tx,
  actor: Actor,
  { path, reference }: OfAwardPath,
): Promise<{ readonly round: RoundInFund; readonly award: KeptAward | undefined }> {
  const round = await holdRound(tx, actor, 'award:run', path)
  await lockAward(tx, reference)
  const award = await awardByReference(tx, reference)
  return { round, award: award?.roundId === round.id ? award : undefined }
}

async function record(
  tx: Tx,
  actor: Actor,
  { round, award, at }: { readonly round: RoundInFund; readonly award: KeptAward; readonly at: Date },
  action: string,
  facts: Readonly<Record<string, string | number>>,
): Promise<void> {
  const { fundId } = round
  await recordEvent(tx, {
    action,
    actorId: personIdOf(actor),
    fundId,
    objectType: 'award',
    objectId: award.id,
    at,
    facts,
  })
}
