import { sql } from 'kysely'
import type { HoldKind } from '../../src/core/privacy/index.ts'
import type { Database } from '../../src/platform/database/database.ts'

/** Puts something on legal hold, in the name of somebody. @returns what releases it */
export async function placeHold(
  db: Database,
  kind: HoldKind,
  objectId: string,
  by: string,
): Promise<() => Promise<void>> {
  await sql`
    insert into legal_hold (id, kind, object_id, reason, placed_at, placed_by)
    values (gen_random_uuid(), ${kind}, ${objectId}::uuid, 'An inquiry', now(), ${by}::uuid)`.execute(db)
  return async () => {
    await sql`
      update legal_hold set released_at = now(), released_by = ${by}::uuid, release_reason = 'It is over'
      where kind = ${kind} and object_id = ${objectId}::uuid and released_at is null`.execute(db)
  }
}
