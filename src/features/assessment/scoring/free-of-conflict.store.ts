import { type RawBuilder, sql } from 'kysely'

/**
 * That whoever wrote review `v` has no conflict with its application: none that they declared last, and none for which it
 * was taken from them and not given back.
 */
export const freeOfConflict: RawBuilder<unknown> = sql`(not exists (
    select from conflict_declaration d where d.application_id = v.application_id and d.person_id = v.person_id
      and d.has_conflict and d.number = (select max(l.number) from conflict_declaration l
        where l.application_id = d.application_id and l.person_id = d.person_id))
  and not exists (select from assignment g where g.application_id = v.application_id and g.person_id = v.person_id
    and g.ended_why = 'conflict' and not exists (select from assignment n where n.application_id = g.application_id
      and n.person_id = g.person_id and n.assigned_at > g.assigned_at)))`
