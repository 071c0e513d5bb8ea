import { notFound } from '../../../core/errors.ts'
import type { Actor, SignedIn } from '../../../core/permissions/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { actsInPlaceOf, openApplication } from '../../applications/index.ts'
import { type RoundInFund, roundById } from '../../funds/index.ts'
import { partnersOf } from '../awarding/awards.store.ts'
import { complaintsAbout, type KeptComplaint, lockComplaint } from './complaints.store.ts'

/** An application for somebody who may complain about how it was dealt with. */
export type OwnComplaints = {
  readonly actor: SignedIn
  readonly round: RoundInFund
  readonly application: { readonly id: string; readonly reference: string }
  /** The body that this person complains for: the lead where they act for it, else the first partner. */
  readonly organisationId: string
  /** What the bodies that they act for complained of. */
  readonly complaints: readonly KeptComplaint[]
}

type Asked = { readonly reference: string; readonly at: Date }

/**
 * An application that was submitted, for the people of its lead and of the partners that accepted. What one of these bodies
 * complains of is not for the others.
 *
 * @throws {NotFound} for anybody else, those who joined by an invitation among them
 */
export async function openOwn(db: Database | Tx, actor: Actor, { reference, at }: Asked): Promise<OwnComplaints> {
  const opened = await openApplication(db, actor, { reference, questions: [], need: 'read', at })
  const { application } = opened
  const round = await roundById(db, application.roundId)
  if (round === undefined || application.state === 'draft' || application.mode === 'test') throw notFound('application')
  const partners = await partnersOf(db, application.id)
  const bodies: string[] = []
  for (const id of [application.leadId, ...partners.map((partner) => partner.id)])
    if (await actsInPlaceOf(db, actor, id, at)) bodies.push(id)
  const [organisationId] = bodies
  if (organisationId === undefined) throw notFound('application')
  const complaints = (await complaintsAbout(db, application.id)).filter((each) => bodies.includes(each.organisationId))
  return { actor: opened.actor, round, application, organisationId, complaints }
}

type AskedOne = Asked & { readonly number: number }

/** One of the complaints. @throws {NotFound} as {@link openOwn}, and where there is no such complaint */
export async function openOwnComplaint(
  db: Database | Tx,
  actor: Actor,
  asked: AskedOne,
): Promise<Omit<OwnComplaints, 'complaints'> & { readonly complaint: KeptComplaint }> {
  const { complaints, ...opened } = await openOwn(db, actor, asked)
  const complaint = complaints.find(({ number }) => number === asked.number)
  if (complaint === undefined) throw notFound('complaint')
  return { ...opened, complaint }
}

/** The same, held until the transaction ends. @throws {NotFound} */
export async function holdOwnComplaint(tx: Tx, actor: Actor, asked: AskedOne) {
  const { complaint } = await openOwnComplaint(tx, actor, asked)
  await lockComplaint(tx, complaint.reference)
  return await openOwnComplaint(tx, actor, asked)
}
