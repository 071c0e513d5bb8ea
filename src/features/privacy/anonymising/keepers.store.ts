import { type RawBuilder, sql } from 'kysely'

/** People with the applications that are theirs: begun, sent in or joined by them. Tests of forms are nobody's. */
export const ownApplications: RawBuilder<unknown> = sql`
  select a.created_by as person_id, a.id, a.round_id from application a where a.mode <> 'test'
  union select s.submitted_by, a.id, a.round_id
    from submission s join application a on a.id = s.application_id where a.mode <> 'test'
  union select c.person_id, a.id, a.round_id
    from application_contributor c join application a on a.id = c.application_id where a.mode <> 'test'`

/**
 * People whom the rules leave as they are for now: their round is not over, an award of theirs runs, or they have a request
 * that is not closed.
 *
 * @param today awards that end later still run
 */
export const keptPeople = (today: string): RawBuilder<unknown> => sql`
  select o.person_id from (${ownApplications}) o
    where o.round_id in (select r.id from round r where round_over_at(r.id) is null)
  union select o.person_id from (${ownApplications}) o join award w on w.application_id = o.id
    where w.state = 'accepted' and w.ends_on > ${today}::date
  union select q.person_id from subject_request q where q.closed_at is null`
