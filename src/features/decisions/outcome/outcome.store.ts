import { sql } from 'kysely'
import type { Database } from '../../../platform/database/database.ts'
import type { AwardState } from '../awarding/awards.store.ts'

/** What came of an application so far, as far as its people are told; null for what has not come. */
export type CameOf = {
  readonly receivedAt: Date | null
  readonly shortlistToldAt: Date | null
  /** When the interview is or was, of a place that stands. */
  readonly interviewAt: Date | null
  readonly decisionToldAt: Date | null
  /** The outcome in one line, as its letter says. */
  readonly letterTitle: string | null
  /** When the feedback on it was released; null also where it gets none. */
  readonly feedbackAt: Date | null
  readonly awardState: AwardState | null
  readonly awardOfferedAt: Date | null
  /** When it was accepted, or ended. */
  readonly awardAnsweredAt: Date | null
}

/** Everything that came of an application, in one statement. */
export async function cameOf(db: Database, applicationId: string): Promise<CameOf | undefined> {
  const { rows } = await sql<CameOf>`
    select (select b.received_at from submission b where b.application_id = a.id order by b.number desc limit 1)
        as "receivedAt",
      l.told_at as "shortlistToldAt",
      (select p.starts_at from interview_place p where p.application_id = a.id and l.told_at is not null
        order by p.number desc limit 1) as "interviewAt",
      (select r.released_at from feedback_release r join feedback f on f.application_id = a.id
        where r.round_id = a.round_id) as "feedbackAt",
      d.told_at as "decisionToldAt", o.document::jsonb ->> 'title' as "letterTitle", w.state as "awardState",
      w.offered_at as "awardOfferedAt", coalesce(w.ended_at, w.accepted_at) as "awardAnsweredAt"
    from application a left join shortlist l on l.round_id = a.round_id left join decision d on d.round_id = a.round_id
      left join outcome_letter o on o.application_id = a.id left join award w on w.application_id = a.id
    where a.id = ${applicationId}::uuid and a.state = 'submitted' and a.mode = 'live'`.execute(db)
  return rows[0]
}
