import { sql } from 'kysely'
import type { NewComplaint, Reply, Stage } from '../../../core/complaints/index.ts'
import type { IsoDay } from '../../../core/time/day.ts'
import type { Tx } from '../../../platform/database/database.ts'

/** Who did it and when. */
type Done = { readonly at: Date; readonly by: string }

export async function insertComplaint(
  tx: Tx,
  complaint: NewComplaint &
    Done & {
      readonly id: string
      readonly applicationId: string
      readonly number: number
      readonly reference: string
      readonly organisationId: string
      readonly acknowledgeBy: IsoDay
      readonly replyBy: IsoDay
    },
): Promise<void> {
  const { id, applicationId, number, reference, organisationId, grounds, words, wanted, at, by } = complaint
  await sql`
    insert into complaint (id, application_id, number, reference, organisation_id, grounds, words, wanted, made_at, made_by,
      acknowledge_by, reply_by)
    values (${id}::uuid, ${applicationId}::uuid, ${number}, ${reference}, ${organisationId}, ${[...grounds]}::text[],
      ${words}, ${wanted}, ${at}, ${by}::uuid, ${complaint.acknowledgeBy}, ${complaint.replyBy})`.execute(tx)
}

export async function insertHandler(
  tx: Tx,
  complaintId: string,
  {
    stage,
    personId,
    reason,
    at,
    by,
  }: Done & { readonly stage: Stage; readonly personId: string; readonly reason: string },
): Promise<void> {
  await sql`
    insert into complaint_handler (complaint_id, stage, number, person_id, reason, named_at, named_by)
    select ${complaintId}::uuid, ${stage}, coalesce(max(number), 0) + 1, ${personId}::uuid, ${reason}, ${at}, ${by}::uuid
    from complaint_handler where complaint_id = ${complaintId}::uuid and stage = ${stage}`.execute(tx)
}

export async function insertMessage(
  tx: Tx,
  complaintId: string,
  { ofHandler, text, at, by }: Done & { readonly ofHandler: boolean; readonly text: string },
): Promise<void> {
  await sql`
    insert into complaint_message (complaint_id, number, of_handler, text, said_at, said_by)
    select ${complaintId}::uuid, coalesce(max(number), 0) + 1, ${ofHandler}, ${text}, ${at}, ${by}::uuid
    from complaint_message where complaint_id = ${complaintId}::uuid`.execute(tx)
}

export async function insertReply(
  tx: Tx,
  complaintId: string,
  { stage, found, remedy, departure, at, by }: Done & Reply & { readonly stage: Stage },
): Promise<void> {
  await sql`
    insert into complaint_reply (complaint_id, stage, found, remedy, departure, replied_at, replied_by)
    values (${complaintId}::uuid, ${stage}, ${JSON.stringify(found)}::jsonb, ${remedy}, ${departure}, ${at},
      ${by}::uuid)`.execute(tx)
}

export async function insertReview(
  tx: Tx,
  complaintId: string,
  { words, replyBy, at, by }: Done & { readonly words: string; readonly replyBy: IsoDay },
): Promise<void> {
  await sql`
    insert into complaint_review (complaint_id, words, asked_at, asked_by, reply_by)
    values (${complaintId}::uuid, ${words}, ${at}, ${by}::uuid, ${replyBy})`.execute(tx)
}
