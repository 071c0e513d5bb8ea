import { sql } from 'kysely'
import type { Extension, ExtensionKind } from '../../core/rounds/extension.ts'
import type { Database, Tx } from '../../platform/database/database.ts'

/** More time that was given, and why. */
export type GivenExtension = Extension & {
  readonly id: string
  readonly roundId: string
  readonly kind: ExtensionKind
  readonly reason: string
  readonly notice: string
  /** The deadline that it moved. */
  readonly fromAt: Date
  readonly givenAt: Date
  readonly authorId: string
  /** The late submission that it let in. */
  readonly lateAttemptId: string | null
}

const columns = sql`x.id, x.round_id as "roundId", x.application_id as "applicationId", x.kind, x.reason, x.notice,
  x.deadline_at as "deadlineAt", x.from_at as "fromAt", x.given_at as "givenAt", x.author_id as "authorId",
  x.late_attempt_id as "lateAttemptId"`

/** Once written it is never altered: the database sees to that. */
export async function insertExtension(tx: Tx, row: GivenExtension): Promise<void> {
  await sql`
    insert into deadline_extension (id, round_id, application_id, kind, reason, notice, deadline_at, from_at, given_at,
      author_id, late_attempt_id)
    values (${row.id}::uuid, ${row.roundId}::uuid, ${row.applicationId}::uuid, ${row.kind}, ${row.reason},
      ${row.notice}, ${row.deadlineAt}, ${row.fromAt}, ${row.givenAt}, ${row.authorId}::uuid,
      ${row.lateAttemptId}::uuid)`.execute(tx)
}

/** Every extension of a round with whose it is and who gave it, the newest first. */
export async function extensionsOf(
  db: Database | Tx,
  roundId: string,
): Promise<
  readonly (GivenExtension & {
    readonly reference: string | null
    readonly leadName: string | null
    readonly authorName: string
  })[]
> {
  const { rows } = await sql<
    GivenExtension & { reference: string | null; leadName: string | null; authorName: string }
  >`
    select ${columns}, a.reference, o.name as "leadName", coalesce(nullif(p.name, ''), p.email) as "authorName"
    from deadline_extension x join person p on p.id = x.author_id
    left join application a on a.id = x.application_id left join organisation o on o.id = a.lead_id
    where x.round_id = ${roundId}::uuid order by x.given_at desc, x.id desc`.execute(db)
  return rows
}
