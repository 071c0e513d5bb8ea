import { sql } from 'kysely'
import type { PartQuery, PartRow } from './part-query.ts'

/** The lists of the pack about what came of the decision, and about who is named in all of it. */
export const awardParts = {
  'letters.json': ({ id, fundId }) => sql<PartRow>`
    select m.kind, m.recipient, m.person_id as "personId", m.subject, m.body, m.created_at as "createdAt", m.state,
      m.sent_at as "sentAt"
    from message m
    where m.fund_id = ${fundId}::uuid and (m.kind in ('shortlist-told', 'outcome-told') or m.kind like 'award-%')
      and exists (select from application a where a.round_id = ${id}::uuid and a.mode = 'live'
        and strpos(m.subject || m.body, a.reference) > 0)
    order by m.created_at, m.id`,
  'awards/awards.json': ({ id }) => sql<PartRow>`
    select w.id, a.reference, w.organisation_id as "organisationId", o.name as organisation, w.type, w.title, w.pounds,
      w.starts_on as "startsOn", w.ends_on as "endsOn", w.state, w.reserve_place as "reservePlace",
      w.offered_at as "offeredAt", w.offered_by as "offeredBy", w.accepted_at as "acceptedAt", w.version,
      w.ended_at as "endedAt", w.ended_by as "endedBy", w.reason
    from award w join application a on a.id = w.application_id join organisation o on o.id = w.organisation_id
    where w.round_id = ${id}::uuid order by a.reference`,
  'awards/agreements.json': ({ id }) => sql<PartRow>`
    select a.reference, g.number, g.sha256, g.reason, g.made_at as "madeAt", g.made_by as "by", g.document as text,
      d.reason as "declinedFor", d.declined_at as "declinedAt", d.declined_by as "declinedBy"
    from award_agreement g left join award_terms_declined d on d.award_id = g.award_id and d.number = g.number join award w on w.id = g.award_id join application a on a.id = w.application_id
    where w.round_id = ${id}::uuid order by a.reference, g.number`,
  'awards/signatures.json': ({ id }) => sql<PartRow>`
    select a.reference, s.number, s.role, s.name, s.job_title as "jobTitle", s.statement,
      s.read_statement as "readStatement", s.read_language as "readLanguage", s.sha256,
      s.signed_at as "signedAt", s.signed_by as "by"
    from award_signature s join award w on w.id = s.award_id join application a on a.id = w.application_id
    where w.round_id = ${id}::uuid order by a.reference, s.number, s.role`,
  'feedback.json': ({ id }) => sql<PartRow>`
    select a.reference, v.item, v.version, v.text, v.saved_at as "savedAt", v.saved_by as "by"
    from feedback_text_version v join application a on a.id = v.application_id
    where a.round_id = ${id}::uuid order by a.reference, v.item, v.version`,
  'results.json': ({ id }) => sql<PartRow>`
    select number, sha256, reason, published_at as "publishedAt", published_by as "by", document as text
    from published_results where round_id = ${id}::uuid order by number`,
  // Whoever holds or held a role on the fund, and whoever did something in the round that is in the log.
  'people.json': ({ id, fundId }) => sql<PartRow>`
    select p.id, p.name,
      coalesce((select array_agg(distinct g.role order by g.role) from role_assignment g
        where g.person_id = p.id and g.fund_id = ${fundId}::uuid), '{}') as roles
    from person p
    where p.id in (select g.person_id from role_assignment g where g.fund_id = ${fundId}::uuid
      union select e.actor_id from audit_event e where e.fund_id = ${fundId}::uuid
      union select s.person_id from assessor s where s.round_id = ${id}::uuid
      union select m.person_id from panel_member m where m.round_id = ${id}::uuid
      union select s.submitted_by from submission s join application a on a.id = s.application_id
        where a.round_id = ${id}::uuid)
    order by p.id`,
} as const satisfies Readonly<Record<string, PartQuery>>
