import type { AuditEvent } from '../../features/audit/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { insertRows } from './insert-rows.ts'

/** Writes many events of one fund in one statement. */
export async function insertEvents(
  tx: Tx,
  services: Pick<Services, 'newId'>,
  fundId: string,
  events: readonly Omit<AuditEvent, 'fundId'>[],
): Promise<void> {
  const rows = events.map(({ at, action, actorId, objectType, objectId, facts = {} }) => ({
    id: services.newId(),
    at,
    action,
    actor_id: actorId,
    fund_id: fundId,
    object_type: objectType,
    object_id: objectId,
    facts,
  }))
  const types = { id: 'uuid', at: 'timestamptz', action: 'text', actor_id: 'uuid', fund_id: 'uuid' }
  await insertRows(tx, 'audit_event', { ...types, object_type: 'text', object_id: 'text', facts: 'jsonb' }, rows)
}
