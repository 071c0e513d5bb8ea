import { sql } from 'kysely'
import { type ComplaintTerms, firstTerms, firstTexts, type StageTexts } from '../../../core/complaints/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

type OfRound = { readonly id: string; readonly fundId: string }
type Saved = { readonly at: Date; readonly by: string }

/** On what terms a round takes complaints; those that every round starts with until others are saved. */
export async function termsOf(db: Database | Tx, { id }: Pick<OfRound, 'id'>): Promise<ComplaintTerms> {
  const { rows } = await sql<ComplaintTerms>`
    select window_days as "windowDays", acknowledge_days as "acknowledgeDays", reply_days as "replyDays"
    from complaint_terms where round_id = ${id}::uuid order by number desc limit 1`.execute(db)
  return rows[0] ?? firstTerms
}

/** What applicants to a fund read of the stages. */
export async function textsOf(db: Database | Tx, { fundId }: Pick<OfRound, 'fundId'>): Promise<StageTexts> {
  const { rows } = await sql<StageTexts>`
    select team, outside_body as "outsideBody", outside
    from complaint_texts where fund_id = ${fundId}::uuid order by number desc limit 1`.execute(db)
  return rows[0] ?? firstTexts
}

export async function insertTerms(
  tx: Tx,
  { id }: Pick<OfRound, 'id'>,
  { windowDays, acknowledgeDays, replyDays }: ComplaintTerms,
  { at, by }: Saved,
): Promise<void> {
  await sql`
    insert into complaint_terms (round_id, number, window_days, acknowledge_days, reply_days, saved_at, saved_by)
    select ${id}::uuid, coalesce(max(number), 0) + 1, ${windowDays}, ${acknowledgeDays}, ${replyDays}, ${at}, ${by}::uuid
    from complaint_terms where round_id = ${id}::uuid`.execute(tx)
}

export async function insertTexts(
  tx: Tx,
  { fundId }: Pick<OfRound, 'fundId'>,
  { team, outsideBody, outside }: StageTexts,
  { at, by }: Saved,
): Promise<void> {
  await sql`
    insert into complaint_texts (fund_id, number, team, outside_body, outside, saved_at, saved_by)
    select ${fundId}::uuid, coalesce(max(number), 0) + 1, ${team}, ${outsideBody}, ${outside}, ${at}, ${by}::uuid
    from complaint_texts where fund_id = ${fundId}::uuid`.execute(tx)
}
