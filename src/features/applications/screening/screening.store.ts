import { sql } from 'kysely'
import type { Answers } from '../../../core/forms/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** What a screener was told for an application: choices, numbers and days by question id. */
export type Screening = {
  readonly screenerVersionId: string
  readonly answers: Answers
  readonly screenedAt: Date
  readonly screenedBy: string
}

/** @returns undefined when nobody has answered a screener for it */
export async function screeningOf(db: Database | Tx, applicationId: string): Promise<Screening | undefined> {
  const { rows } = await sql<Screening>`
    select screener_version_id as "screenerVersionId", screening as answers, screened_at as "screenedAt",
      screened_by as "screenedBy"
    from application where id = ${applicationId}::uuid and screening is not null`.execute(db)
  return rows[0]
}

/** What the screener was told for each application of a round that is being written; null where it was told nothing. */
export async function screeningsOfDrafts(db: Database | Tx, roundId: string): Promise<readonly (Answers | null)[]> {
  const { rows } = await sql<{ screening: Answers | null }>`
    select screening from application where round_id = ${roundId}::uuid and state = 'draft'`.execute(db)
  return rows.map(({ screening }) => screening)
}

export async function saveScreening(tx: Database | Tx, applicationId: string, screening: Screening): Promise<void> {
  const { screenerVersionId, answers, screenedAt, screenedBy } = screening
  await sql`
    update application set screener_version_id = ${screenerVersionId}::uuid, screening = ${JSON.stringify(answers)}::jsonb,
      screened_at = ${screenedAt}, screened_by = ${screenedBy}::uuid
    where id = ${applicationId}::uuid`.execute(tx)
}
