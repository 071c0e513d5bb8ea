import { sql } from 'kysely'
import type { PartQuery, PartRow } from './part-query.ts'

/** The lists of the pack about interviews. */
export const interviewParts = {
  'interviews/panel.json': ({ id }) => sql<PartRow>`
    select person_id as "personId", chair, expertise, added_at as "addedAt", ended_at as "endedAt" from panel_member
    where round_id = ${id}::uuid order by added_at, person_id`,
  'interviews/places.json': ({ id }) => sql<PartRow>`
    select a.reference, p.number, p.starts_at as "startsAt", p.ends_at as "endsAt", p.place,
      p.member_ids::text[] as "memberIds", p.recused_ids::text[] as "recusedIds", u.number as run, p.reason,
      p.published_at as "publishedAt", p.published_by as "by"
    from interview_place p join application a on a.id = p.application_id left join assessment_run u on u.id = p.run_id
    where a.round_id = ${id}::uuid order by a.reference, p.number`,
  'interviews/answers.json': ({ id }) => sql<PartRow>`
    select a.reference, n.number, n.place_number as "placeNumber", n.answer, n.reason, n.said_at as "saidAt",
      n.said_by as "by"
    from interview_answer n join application a on a.id = n.application_id
    where a.round_id = ${id}::uuid order by a.reference, n.number`,
  'interviews/absences.json': ({ id }) => sql<PartRow>`
    select a.reference, b.number, b.person_id as "personId", b.absent, b.reason, b.recorded_at as "recordedAt",
      b.recorded_by as "by"
    from interview_absence b join application a on a.id = b.application_id
    where a.round_id = ${id}::uuid order by a.reference, b.number`,
  'interviews/questions.json': ({ id }) => sql<PartRow>`
    select a.reference, q.place, q.question, q.criterion_id as "criterionId", q.written_at as "writtenAt",
      q.written_by as "by", q.removed_at as "removedAt"
    from interview_question q left join application a on a.id = q.application_id
    where q.round_id = ${id}::uuid order by a.reference nulls first, q.place, q.written_at, q.id`,
  'interviews/scores.json': ({ id }) => sql<PartRow>`
    select a.reference, v.person_id as "personId", v.state, v.submitted_at as "submittedAt",
      v.rules_sha256 as "rulesSha256", s.criterion_id as "criterionId", s.version, s.points::float8 as points, s.comment,
      s.saved_at as "savedAt"
    from interview_score_version s join interview_review v on v.id = s.review_id
      join application a on a.id = v.application_id join interviewing i on i.round_id = a.round_id
    where a.round_id = ${id}::uuid and i.closed_at is not null
    order by a.reference, v.person_id, s.criterion_id, s.version`,
} as const satisfies Readonly<Record<string, PartQuery>>
