import { sql } from 'kysely'
import type { IsoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** More time that was taken for a request. */
export type KeptExtension = {
  readonly number: number
  readonly exemptions: readonly string[]
  readonly reason: string
  readonly extendedOn: IsoDay
  readonly dueOn: IsoDay
  readonly by: string
}

/** The extensions of a request, the first first. */
export async function extensionsOf(db: Database | Tx, requestId: string): Promise<readonly KeptExtension[]> {
  const { rows } = await sql<KeptExtension>`
    select x.number, to_jsonb(x.exemptions) as exemptions, x.reason, x.extended_on as "extendedOn", x.due_on as "dueOn",
      coalesce(nullif(p.name, ''), p.email) as by
    from request_extension x join person p on p.id = x.recorded_by
    where x.request_id = ${requestId}::uuid order by x.number`.execute(db)
  return rows
}

/** @param heard how many questions back were answered */
export async function insertExtension(
  tx: Tx,
  requestId: string,
  extension: Omit<KeptExtension, 'by'> & { readonly heard: number; readonly at: Date; readonly by: string },
): Promise<void> {
  const { number, heard, exemptions, reason, extendedOn, dueOn, at, by } = extension
  await sql`
    insert into request_extension (request_id, number, heard, exemptions, reason, extended_on, due_on, recorded_at,
      recorded_by)
    values (${requestId}::uuid, ${number}, ${heard}, ${[...exemptions]}::text[], ${reason}, ${extendedOn}, ${dueOn}, ${at},
      ${by}::uuid)`.execute(tx)
}
