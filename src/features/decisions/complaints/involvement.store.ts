import { sql } from 'kysely'
import type { Involved } from '../../../core/complaints/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/**
 * Everybody who had to do with an application before it was complained of, and how, from what is on record: its writers and
 * the people of its authorities, who assessed and moderated, shortlisted and approved, recommended or decided on any of its
 * round, which share one budget, who declared a conflict with it, who looked at this complaint first, and whoever else did
 * anything to it that the audit log tells. One statement.
 */
export async function involvedIn(db: Database | Tx, complaintId: string): Promise<readonly Involved[]> {
  const { rows } = await sql<Involved>`
    with c as (
      select c.id, c.made_by, a.id as application_id, a.reference, a.round_id, a.lead_id, a.created_by
      from complaint c join application a on a.id = c.application_id where c.id = ${complaintId}::uuid
    ), found (person_id, involvement) as (
      select m.person_id, 'of-the-authority' from membership m, c where m.state in ('confirmed', 'ended')
        and (m.organisation_id = c.lead_id or m.organisation_id in (
          select organisation_id from application_partner where application_id = c.application_id))
      union select created_by, 'wrote-it' from c
      union select v.saved_by, 'wrote-it' from answer_version v, c where v.application_id = c.application_id
      union select v.saved_by, 'wrote-it' from answer v, c where v.application_id = c.application_id
      union select b.person_id, 'wrote-it' from application_contributor b, c
        where b.application_id = c.application_id and b.joined_at is not null
      union select s.submitted_by, 'wrote-it' from submission s, c where s.application_id = c.application_id
      union select k.keyed_by, 'wrote-it' from keyed_application k, c where k.application_id = c.application_id
      union select s.signed_by, 'wrote-it' from sign_off_signature s, c where s.application_id = c.application_id
      union select made_by, 'complained' from c
      union select d.person_id, 'declared-conflict' from conflict_declaration d, c
        where d.application_id = c.application_id and d.has_conflict
      union select d.person_id, 'declared-conflict' from decision_declaration d, c
        where d.round_id = c.round_id and c.application_id = any(d.application_ids) and d.decider = ''
      union select g.person_id, 'assessed' from assignment g, c
        where g.application_id = c.application_id and g.why <> 'practice'
      union select v.person_id, 'assessed' from review v, c where v.application_id = c.application_id and not v.practice
      union select d.moderated_by, 'moderated' from score_moderation d join review v on v.id = d.review_id, c
        where v.application_id = c.application_id
      union select d.decided_by, 'moderated' from review_set_aside d join review v on v.id = d.review_id, c
        where v.application_id = c.application_id
      union select n.noted_by, 'moderated' from moderation_note n, c where n.application_id = c.application_id
      union select p.person_id, 'on-the-panel' from panel_member p, c where p.round_id = c.round_id
      union select s.decided_by, 'shortlisted' from shortlist_choice s, c where s.application_id = c.application_id
      union select s.decided_by, 'shortlisted' from shortlist_comparison s, c
        where c.application_id in (s.better_id, s.other_id)
      union select d.decided_by, case d.stage when 'panel' then 'recommended' else 'decided' end from decision_choice d, c
        where d.round_id = c.round_id
      union select r.frozen_by, 'recommended' from panel_recommendation r, c where r.round_id = c.round_id
      union select d.recorded_by, 'decided' from decision d, c where d.round_id = c.round_id
      union select f.approved_by, 'approved' from funder_approval f, c where f.subject_sha256 in (
        select sha256 from shortlist where round_id = c.round_id union all
        select sha256 from decision where round_id = c.round_id)
      union select s.sifted_by, 'sifted' from application_sift s, c where s.application_id = c.application_id
      union select h.person_id, 'handled-first' from complaint_handler h, c
        where h.complaint_id = c.id and h.stage = 'first' and exists (
          select from complaint_review v where v.complaint_id = c.id)
      union select e.actor_id, case when e.action like 'feedback.%' then 'wrote-feedback' else 'acted-on-it' end
        from audit_event e, c where e.object_id in (c.reference, c.application_id::text)
    )
    select person_id as "personId", involvement from found where person_id is not null
    order by person_id, involvement`.execute(db)
  return rows
}
