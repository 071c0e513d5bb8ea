import { agreementText, purseOf, reserveStand, type SignerRole, signerRoles } from '../../core/awards/index.ts'
import type { Json } from '../../core/canonical/index.ts'
import { addDays, isoDay } from '../../core/time/day.ts'
import { statementOf } from '../../features/decisions/awarding/awarding.messages.ts'
import {
  agreementsOf,
  awardsOf,
  awardsOfFund,
  insertAgreement,
  type KeptAward,
  markAccepted,
  markEnded,
} from '../../features/decisions/awarding/awards.store.ts'
import { writeOffer } from '../../features/decisions/awarding/offer-awards.ts'
import { insertSignature, upsertSigner } from '../../features/decisions/awarding/signers.store.ts'
import { type Decision, decisionOf } from '../../features/decisions/deciding/decision.store.ts'
import { writeTelling } from '../../features/decisions/telling/tell-outcomes.ts'
import type { RoundInFund } from '../../features/funds/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { insertEvents } from './insert-events.ts'
import { insertMembers, insertPeople } from './insert-people.ts'

/** `in-every-way`: one is declined, one waits, one comes from the reserve list. */
export type Answered = 'in-every-way' | 'all-accepted'

export type ToTell = { readonly round: RoundInFund; readonly programmeId: string; readonly answered: Answered }

type Answering = Omit<ToTell, 'answered'> & {
  readonly decision: Decision
  /** Who signs for a council, by its id. */
  readonly signers: ReadonlyMap<string, Readonly<Record<SignerRole, MadeSigner>>>
}

type MadeSigner = { readonly id: string; readonly name: string; readonly jobTitle: string; readonly email: string }

const day = 86_400_000

/**
 * Tells what was decided of a made-up round a minute after its embargo, to nobody by email. Awards are accepted, and one
 * is then changed. Where they are answered in every way the last is declined, so that the first on the reserve list is
 * offered one, and the last but one waits to be signed.
 *
 * @returns when the last of that happened
 */
export async function seedAwards(tx: Tx, services: Services, { round, programmeId, answered }: ToTell): Promise<Date> {
  const decision = await decisionOf(tx, round.id)
  if (decision === undefined) throw new Error('the made-up round has no decision to tell')
  const toldAt = new Date(decision.tellAt.getTime() + 60_000)
  await writeTelling(tx, services, { round, decision, at: toldAt })
  const told = { ...decision, toldAt }
  const awards = await awardsOf(tx, round.id)
  const after = (days: number): Date => new Date(toldAt.getTime() + days * day)
  const signers = await insertSigners(tx, services, awards, toldAt)
  const given = { round, programmeId, decision: told, signers }
  const latest = awards.toReversed()
  const [declines, , ...others] = latest
  const accept = answered === 'all-accepted' ? latest : others
  const [changed] = accept
  if (declines === undefined || changed === undefined) throw new Error('the made-up round has too few awards')
  for (const award of accept) await sign(tx, services, given, award, after(3))
  if (answered === 'in-every-way') {
    await decline(tx, services, given, declines, after(2))
    await offerReserve(tx, services, given, after(5))
  }
  await change(tx, services, given, changed, after(8))
  return after(9)
}

/** Names and adds two made-up people of each council: its chief executive, and its officer of section 151. */
async function insertSigners(
  tx: Tx,
  services: Services,
  awards: readonly Pick<KeptAward, 'organisationId' | 'organisation'>[],
  at: Date,
): Promise<Answering['signers']> {
  const posts = { 'senior-officer': 'Chief executive', 'section-151': 'Director of finance' } as const
  const made = awards.flatMap(({ organisationId, organisation }) =>
    signerRoles.map((role) => ({
      organisationId,
      role,
      name: `${posts[role]}, ${organisation} (made up)`,
      jobTitle: posts[role],
      email: `${role}@${organisationId.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.example`,
      illustrative: true,
    })),
  )
  const ids = await insertPeople(tx, services, made, at)
  const known = made.map((each) => ({ ...each, id: ids.get(each.email) ?? '' }))
  await insertMembers(
    tx,
    known.map(({ id, organisationId }) => ({ personId: id, organisationId })),
    at,
  )
  const of = (organisationId: string, role: SignerRole): MadeSigner => {
    const found = known.find((each) => each.organisationId === organisationId && each.role === role)
    if (found === undefined) throw new Error(`nobody signs for ${organisationId}`)
    return found
  }
  return new Map(
    awards.map(({ organisationId }) => [
      organisationId,
      { 'senior-officer': of(organisationId, 'senior-officer'), 'section-151': of(organisationId, 'section-151') },
    ]),
  )
}

/** Both officers of a council sign the latest agreement, which puts it in force. */
async function sign(tx: Tx, services: Services, given: Answering, award: KeptAward, at: Date): Promise<void> {
  const [last] = await agreementsOf(tx, award.id)
  const signers = given.signers.get(award.organisationId)
  if (last === undefined || signers === undefined) throw new Error(`award ${award.id} cannot be signed`)
  const { number, sha256 } = last
  for (const role of signerRoles) {
    const { id: by, name, jobTitle, email } = signers[role]
    await upsertSigner(tx, award.id, { role, name, jobTitle, email }, { at, by })
    const statement = statementOf(role, award.organisation, number)
    await insertSignature(tx, award.id, { number, role, at, by, name, jobTitle, statement, read: null, sha256 })
    await say(tx, services, given, award, { action: 'award.signed', actorId: by, at, facts: { role, number, sha256 } })
  }
  await markAccepted(tx, award.id, last, at)
  const actorId = signers['section-151'].id
  await say(tx, services, given, award, { action: 'award.accepted', actorId, at, facts: { number, sha256 } })
}

async function decline(tx: Tx, services: Services, given: Answering, award: KeptAward, at: Date): Promise<void> {
  const by = given.signers.get(award.organisationId)?.['senior-officer'].id ?? given.programmeId
  const reason = 'The council has started the review by itself and does not need the support. (Made up.)'
  await markEnded(tx, award.id, { state: 'declined', reason, at, by })
  await say(tx, services, given, award, { action: 'award.declined', actorId: by, at, facts: { reason } })
}

/** Offers what was declined to the first of the reserve list, who accepts two days later. */
async function offerReserve(tx: Tx, services: Services, given: Answering, at: Date): Promise<void> {
  const { round, decision, programmeId } = given
  const offered = new Set((await awardsOf(tx, round.id)).map(({ applicationId }) => applicationId))
  const stand = reserveStand(decision.document, offered, isoDay(at))
  if (stand.code !== 'next') return
  const { capPounds, leftPounds } = purseOf(round.fund, await awardsOfFund(tx, round.fundId))
  const pounds = Math.min(capPounds, leftPounds)
  await writeOffer(tx, services, { round, decision, application: stand.next, pounds, at, by: programmeId })
  const award = (await awardsOf(tx, round.id)).find(({ applicationId }) => applicationId === stand.next.id)
  if (award === undefined) throw new Error('the reserve of the made-up round was offered nothing')
  const signers = new Map([...given.signers, ...(await insertSigners(tx, services, [award], at))])
  await sign(tx, services, { ...given, signers }, award, new Date(at.getTime() + 2 * day))
}

/** A condition is added to an agreement, and both officers sign it anew. */
async function change(tx: Tx, services: Services, given: Answering, award: KeptAward, at: Date): Promise<void> {
  const [last] = await agreementsOf(tx, award.id)
  if (last === undefined) throw new Error(`award ${award.id} has no agreement`)
  const number = last.number + 1
  const reason = 'Both sides want the options appraisal to be published before the council decides. (Made up.)'
  const condition = {
    text: 'Publish the options appraisal before the council decides. (Made up.)',
    dueOn: addDays(isoDay(at), 120),
    standing: false,
  }
  const text = agreementText({
    ...last.document,
    version: number,
    conditions: [...last.document.conditions, condition],
  })
  const sha256 = services.sha256(text)
  await insertAgreement(tx, award.id, { number, text, sha256, reason, at, by: given.programmeId })
  await say(tx, services, given, award, {
    action: 'award.changed',
    actorId: given.programmeId,
    at,
    facts: { number, sha256, reason },
  })
  await sign(tx, services, given, award, new Date(at.getTime() + day))
}

type Said = {
  readonly action: string
  readonly actorId: string
  readonly at: Date
  readonly facts: { readonly [name: string]: Json }
}

async function say(
  tx: Tx,
  services: Services,
  { round }: Pick<Answering, 'round'>,
  { id }: Pick<KeptAward, 'id'>,
  said: Said,
): Promise<void> {
  await insertEvents(tx, services, round.fundId, [{ ...said, objectType: 'award', objectId: id }])
}
