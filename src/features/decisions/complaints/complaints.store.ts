import { sql } from 'kysely'
import type { Ground, GroundFound, Progress, Stage } from '../../../core/complaints/index.ts'
import type { IsoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Who was named to look at a complaint. */
export type Handler = {
  readonly stage: Stage
  readonly personId: string
  readonly name: string
  readonly reason: string
  readonly namedAt: Date
}

export type Message = {
  readonly ofHandler: boolean
  readonly text: string
  readonly saidAt: Date
  readonly name: string
}

export type KeptReply = {
  readonly stage: Stage
  readonly found: readonly GroundFound[]
  readonly remedy: string
  readonly departure: string
  readonly repliedAt: Date
  readonly name: string
}

/** A complaint with everything that was done about it, the first thing first. */
export type KeptComplaint = {
  readonly id: string
  readonly reference: string
  readonly number: number
  readonly applicationId: string
  readonly application: string
  readonly roundId: string
  readonly organisationId: string
  readonly organisation: string
  readonly grounds: readonly Ground[]
  readonly words: string
  readonly wanted: string
  readonly madeAt: Date
  readonly madeByName: string
  readonly acknowledgeBy: IsoDay
  readonly replyBy: IsoDay
  readonly handlers: readonly Handler[]
  readonly messages: readonly Message[]
  readonly replies: readonly KeptReply[]
  readonly review: {
    readonly words: string
    readonly askedAt: Date
    readonly name: string
    readonly replyBy: IsoDay
  } | null
}

const nameOf = (alias: string) => sql.raw(`coalesce(nullif(${alias}.name, ''), ${alias}.email)`)

const kept = sql`
  select c.id, c.reference, c.number, c.application_id as "applicationId", a.reference as application,
    a.round_id as "roundId", c.organisation_id as "organisationId", o.name as organisation,
    to_jsonb(c.grounds) as grounds, c.words, c.wanted, c.made_at as "madeAt", ${nameOf('m')} as "madeByName",
    c.acknowledge_by as "acknowledgeBy", c.reply_by as "replyBy",
    (select coalesce(jsonb_agg(jsonb_build_object('stage', h.stage, 'personId', h.person_id, 'name', ${nameOf('p')},
      'reason', h.reason, 'namedAt', h.named_at) order by h.stage, h.number), '[]')
      from complaint_handler h join person p on p.id = h.person_id where h.complaint_id = c.id) as handlers,
    (select coalesce(jsonb_agg(jsonb_build_object('ofHandler', t.of_handler, 'text', t.text, 'saidAt', t.said_at,
      'name', ${nameOf('p')}) order by t.number), '[]')
      from complaint_message t join person p on p.id = t.said_by where t.complaint_id = c.id) as messages,
    (select coalesce(jsonb_agg(jsonb_build_object('stage', y.stage, 'found', y.found, 'remedy', y.remedy,
      'departure', y.departure, 'repliedAt', y.replied_at, 'name', ${nameOf('p')}) order by y.stage), '[]')
      from complaint_reply y join person p on p.id = y.replied_by where y.complaint_id = c.id) as replies,
    (select jsonb_build_object('words', v.words, 'askedAt', v.asked_at, 'name', ${nameOf('p')}, 'replyBy', v.reply_by)
      from complaint_review v join person p on p.id = v.asked_by where v.complaint_id = c.id) as review
  from complaint c join application a on a.id = c.application_id join organisation o on o.id = c.organisation_id
    join person m on m.id = c.made_by`

/** Times within JSON come as text. */
const dated = (row: KeptComplaint): KeptComplaint => ({
  ...row,
  handlers: row.handlers.map((each) => ({ ...each, namedAt: new Date(each.namedAt) })),
  messages: row.messages.map((each) => ({ ...each, saidAt: new Date(each.saidAt) })),
  replies: row.replies.map((each) => ({ ...each, repliedAt: new Date(each.repliedAt) })),
  review: row.review && { ...row.review, askedAt: new Date(row.review.askedAt) },
})

/** The complaints of a round, the first one first: one statement. */
export async function complaintsOfRound(db: Database | Tx, roundId: string): Promise<readonly KeptComplaint[]> {
  const { rows } = await sql<KeptComplaint>`${kept} where a.round_id = ${roundId}::uuid
    order by c.made_at, c.reference`.execute(db)
  return rows.map(dated)
}

/** Those about an application. */
export async function complaintsAbout(db: Database | Tx, applicationId: string): Promise<readonly KeptComplaint[]> {
  const { rows } = await sql<KeptComplaint>`${kept} where c.application_id = ${applicationId}::uuid
    order by c.number`.execute(db)
  return rows.map(dated)
}

export async function complaintByReference(db: Database | Tx, reference: string): Promise<KeptComplaint | undefined> {
  const { rows } = await sql<KeptComplaint>`${kept} where c.reference = ${reference}`.execute(db)
  return rows.map(dated)[0]
}

/** Holds a complaint: whatever else is done about it waits until the transaction ends. */
export async function lockComplaint(tx: Tx, reference: string): Promise<void> {
  await sql`select 1 from complaint where reference = ${reference} for update`.execute(tx)
}

/** Holds an application: complaints about it are numbered one after the other. */
export async function lockForComplaint(tx: Tx, applicationId: string): Promise<void> {
  await sql`select 1 from application where id = ${applicationId}::uuid for update`.execute(tx)
}

/** How far a complaint has come, as the core reckons it. */
export const progressOf = ({ acknowledgeBy, replyBy, review, handlers, replies }: KeptComplaint): Progress => ({
  acknowledgeBy,
  replyBy,
  reviewBy: review?.replyBy ?? null,
  handled: handlers.map(({ stage }) => stage),
  replied: replies.map(({ stage }) => stage),
})

/** Who looks at a complaint at a stage; undefined while nobody is named. */
export const handlerOf = ({ handlers }: Pick<KeptComplaint, 'handlers'>, stage: Stage): Handler | undefined =>
  handlers.findLast((handler) => handler.stage === stage)

export const replyAt = ({ replies }: Pick<KeptComplaint, 'replies'>, stage: Stage): KeptReply | undefined =>
  replies.find((reply) => reply.stage === stage)
