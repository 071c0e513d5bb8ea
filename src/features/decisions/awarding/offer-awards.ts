import {
  agreementText,
  decidedIn,
  firstTerms,
  purseOf,
  purseProblems,
  readPounds,
  reserveStand,
  type SignerRole,
  type Terms,
} from '../../../core/awards/index.ts'
import type { DecidedApplication } from '../../../core/decisions/index.ts'
import { type Actor, personIdOf } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Say } from '../../../platform/languages.ts'
import type { Services } from '../../../platform/services.ts'
import { signOffsOf } from '../../applications/index.ts'
import { recordEvent } from '../../audit/index.ts'
import { holdRound, type RoundInFund, type RoundPath } from '../../funds/index.ts'
import { type Decision, decisionOf } from '../deciding/decision.store.ts'
import { offeredMail } from './award-mail.messages.ts'
import type { OfferProblem } from './awarding.messages.ts'
import { awardByReference, awardsOf, awardsOfFund, insertAgreement, insertAward, partnersOf } from './awards.store.ts'
import { mailCouncil, ofAward } from './mail-council.ts'
import { upsertSigner } from './signers.store.ts'

/**
 * Offers what was decided to everybody who is awarded something, in the transaction in which all are told. Their people read
 * of it in the letter about the outcome.
 */
export async function offerDecided(
  tx: Tx,
  services: Services,
  { round, decision, at }: { readonly round: RoundInFund; readonly decision: Decision; readonly at: Date },
): Promise<void> {
  for (const application of decidedIn(decision.document)) {
    if (application.outcome !== 'award' || application.pounds === null) continue
    await writeOffer(tx, services, { round, decision, application, pounds: application.pounds, at, by: null })
  }
}

export type ToOffer = {
  readonly path: RoundPath
  /** Whom the page showed as the next. */
  readonly reference: string
  readonly pounds: string
  readonly at: Date
}

/**
 * Offers an award to whoever is next on the reserve list.
 *
 * @throws {NotFound} if the round is not this person's to run
 */
export async function offerReserve(
  services: Services,
  actor: Actor,
  { path, reference, pounds: typed, at }: ToOffer,
): Promise<Result<undefined, OfferProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'award:run', path)
    const decision = await decisionOf(tx, round.id)
    if (decision === undefined || decision.toldAt === null) return refused({ code: 'not-told' })
    const offered = new Set((await awardsOf(tx, round.id)).map(({ applicationId }) => applicationId))
    const stand = reserveStand(decision.document, offered, isoDay(at))
    if (stand.code === 'expired') return refused({ code: 'reserve-over' })
    if (stand.code === 'nobody' || stand.next.reference !== reference) return refused({ code: 'not-next' })
    const pounds = readPounds(typed)
    if (pounds === undefined) return refused({ code: 'pounds-not-whole' })
    const problems = purseProblems(purseOf(round.fund, await awardsOfFund(tx, round.fundId)), pounds)
    if (problems.length > 0) return refused(...problems)
    const by = personIdOf(actor)
    await writeOffer(tx, services, { round, decision, application: stand.next, pounds, at, by })
    const award = await awardByReference(tx, reference)
    if (award === undefined) throw new Error(`the award of ${reference} was not made`)
    const mail = (say: Say) => say(offeredMail)(ofAward(services, round, award), pounds)
    await mailCouncil(tx, services, round, award, { kind: 'award-offered', words: mail })
    return done(undefined)
  })
}

/** An award to offer. `by` is null where the decision itself offers it. */
export type Offer = {
  readonly round: RoundInFund
  readonly decision: Decision
  readonly application: DecidedApplication
  readonly pounds: number
  readonly at: Date
  readonly by: string | null
}

/** Offers an award with its first agreement, but writes to nobody; nothing where the application has one. */
export async function writeOffer(
  tx: Tx,
  services: Services,
  { round, decision, application, pounds, at, by }: Offer,
): Promise<void> {
  const { id: applicationId, leadId, lead, reference, reservePlace } = application
  const id = services.newId()
  const { fund } = round
  const terms = firstTerms({ title: `${fund.name}: ${lead}`, pounds, startsOn: round.startsOn })
  const { title, startsOn } = terms
  const made = await insertAward(tx, {
    id,
    roundId: round.id,
    applicationId,
    organisationId: leadId,
    title,
    type: fund.awardType,
    pounds,
    startsOn,
    reservePlace: application.outcome === 'reserve' ? reservePlace : null,
    at,
    by,
  })
  if (!made) return
  const partners = await partnersOf(tx, applicationId)
  const text = agreementText(firstAgreement(round, decision, application, terms, partners))
  const sha256 = services.sha256(text)
  await insertAgreement(tx, id, { number: 1, text, sha256, reason: '', at, by })
  await nameFromApplication(tx, id, applicationId, at)
  await recordEvent(tx, {
    action: 'award.offered',
    actorId: by,
    fundId: round.fundId,
    objectType: 'award',
    objectId: id,
    at,
    facts: { reference, pounds, sha256, reservePlace: application.outcome === 'reserve' ? reservePlace : null },
  })
}

const firstAgreement = (
  { fund, funders, name, illustrative }: RoundInFund,
  decision: Decision,
  { reference, leadId, lead }: DecidedApplication,
  terms: Terms,
  partners: readonly { readonly id: string; readonly name: string }[],
) => ({
  document: 'award-agreement' as const,
  format: 1 as const,
  version: 1,
  fund: fund.name,
  round: name,
  funders: funders.map(({ organisationName }) => organisationName),
  type: fund.awardType,
  reference,
  council: { id: leadId, name: lead },
  partners,
  decisionSha256: decision.sha256,
  illustrative,
  ...terms,
})

/** Those who signed the application for its lead are asked first; the lead may name others. */
async function nameFromApplication(tx: Tx, awardId: string, applicationId: string, at: Date): Promise<void> {
  const asked = await signOffsOf(tx, applicationId)
  const named = new Set<string>()
  for (const { kind, name, jobTitle, email } of asked) {
    if (kind === 'partner' || email === '' || named.has(email)) continue
    named.add(email)
    const role: SignerRole = kind === 'sponsor' ? 'senior-officer' : 'section-151'
    await upsertSigner(tx, awardId, { role, name, jobTitle, email }, { at, by: null })
  }
}
