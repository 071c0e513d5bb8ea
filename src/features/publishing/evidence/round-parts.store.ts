import { sql } from 'kysely'
import { scoresSeen } from '../../assessment/index.ts'
import type { PartQuery, PartRow } from './part-query.ts'

/** The lists of the pack about the round itself, its rules and what was sent in. */
export const roundParts = {
  'round.json': ({ id }) => sql<PartRow>`
    select r.id, f.name as fund, f.slug as "fundSlug", r.name, r.slug, r.illustrative, f.award_type as "awardType",
      f.budget_pounds as "budgetPounds", f.places, f.cap_pounds as "capPounds",
      f.senior_officer_name as "seniorOfficer", r.published_at as "publishedAt", r.opens_at as "opensAt",
      r.questions_close_at as "questionsCloseAt", r.deadline_at as "deadlineAt", r.sifted_on as "siftedOn",
      r.shortlist_on as "shortlistOn", r.interviews_from_on as "interviewsFromOn",
      r.interviews_to_on as "interviewsToOn", r.decisions_on as "decisionsOn", r.starts_on as "startsOn",
      r.cancelled_at as "cancelledAt", r.cancelled_reason as "cancelledReason"
    from round r join fund f on f.id = r.fund_id where r.id = ${id}::uuid`,
  'timetable-changes.json': ({ id, fundId }) => sql<PartRow>`
    select e.at, e.actor_id as "by", e.action, e.facts from audit_event e
    where e.fund_id = ${fundId}::uuid and e.object_type = 'round' and e.object_id = ${id}
      and e.action in ('round.created', 'round.changed', 'round.published', 'round.timetable-changed',
        'round.deadline-extended', 'round.cancelled')
    order by e.at, e.id`,
  'deadline-extensions.json': ({ id }) => sql<PartRow>`
    select a.reference, x.kind, x.reason, x.notice, x.from_at as "fromAt", x.deadline_at as "deadlineAt",
      x.given_at as "givenAt", x.author_id as "by"
    from deadline_extension x left join application a on a.id = x.application_id
    where x.round_id = ${id}::uuid order by x.given_at, x.id`,
  'rules.json': ({ id }) => sql<PartRow>`
    select version, sha256, previous_sha256 as "previousSha256", reason, sealed_at as "sealedAt", sealed_by as "by",
      document as text
    from sealed_rules where round_id = ${id}::uuid order by version`,
  'forms.json': ({ id }) => sql<PartRow>`
    select v.id, v.number, v.sha256, v.published_at as "publishedAt", v.definition from form_version v
    where v.id in (select form_version_id from application where round_id = ${id}::uuid and mode = 'live'
      union select form_version_id from round where id = ${id}::uuid)
    order by v.number, v.id`,
  'applications.json': ({ id }) => sql<PartRow>`
    select a.id, a.reference, o.name as lead, a.lead_id as "leadId", o.kind, coalesce(o.region, '') as region, a.state,
      a.submitted_at as "submittedAt", coalesce(s.eligibility, 'open') as eligibility,
      coalesce(s.eligibility_reason, '') as "eligibilityReason", coalesce(s.scope, 'open') as scope,
      coalesce(s.scope_reason, '') as "scopeReason",
      (select count(*)::integer from review v where v.application_id = a.id and v.state = 'submitted' and not v.practice)
        as reviews,
      coalesce((select (l ->> 'shortlisted')::boolean from shortlist h
        cross join lateral jsonb_array_elements(h.document::jsonb -> 'applications') l
        where h.round_id = a.round_id and l ->> 'reference' = a.reference), false) as shortlisted,
      exists (select from interview_place p where p.application_id = a.id and p.starts_at is not null) as interviewed,
      (select c ->> 'outcome' from decision d
        cross join lateral jsonb_array_elements(d.document::jsonb -> 'applications') c
        where d.round_id = a.round_id and c ->> 'reference' = a.reference) as outcome,
      (select w.state from award w where w.application_id = a.id) as award
    from application a join organisation o on o.id = a.lead_id left join application_sift s on s.application_id = a.id
    where a.round_id = ${id}::uuid and a.mode = 'live' and a.state <> 'draft' order by a.reference`,
  'readings.json': ({ id, fundId }) => sql<PartRow>`
    select e.at, e.actor_id as "by", e.action, nullif(split_part(e.object_id, '/', 3), '') as reference, e.facts
    from audit_event e
    where e.fund_id = ${fundId}::uuid and (e.action = ${scoresSeen} and split_part(e.object_id, '/', 2) = ${id}
      or e.action = 'assessment.glass-broken' and e.object_id = ${id})
    order by e.at, e.id`,
} as const satisfies Readonly<Record<string, PartQuery>>
