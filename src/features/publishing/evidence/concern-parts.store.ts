import { sql } from 'kysely'
import type { PartQuery, PartRow } from './part-query.ts'

/** The lists of the pack about who was asked to apply, who signed, and what came after telling. */
export const concernParts = {
  'invitations.json': ({ id }) => sql<PartRow>`
    select i.organisation_id as "organisationId", o.name as organisation, i.invited_at as "invitedAt",
      i.invited_by as "by", i.sent_at as "sentAt", i.reminded_at as "remindedAt", i.response,
      i.responded_at as "respondedAt"
    from invitation i join organisation o on o.id = i.organisation_id
    where i.round_id = ${id}::uuid order by i.organisation_id`,
  'sign-offs.json': ({ id }) => sql<PartRow>`
    select a.reference, f.kind, f.organisation_id as "organisationId", f.state, f.asked_at as "askedAt",
      f.asked_by as "askedBy", f.reason, f.decided_at as "decidedAt", f.decided_by as "decidedBy", s.number, s.name,
      s.job_title as "jobTitle", s.statement,
      s.read_statement as "readStatement", s.read_language as "readLanguage", s.shown_sha256 as "shownSha256", s.content_sha256 as "contentSha256",
      s.material_sha256 as "materialSha256", s.signed_at as "signedAt", s.signed_by as "signedBy",
      coalesce(s.number = f.signature, false) as counts
    from sign_off f join application a on a.id = f.application_id
      left join sign_off_signature s on s.application_id = f.application_id and s.kind = f.kind
        and s.organisation_id = f.organisation_id
    where a.round_id = ${id}::uuid and a.mode = 'live' and a.state <> 'draft'
    order by a.reference, f.kind, f.organisation_id, s.number`,
  'debriefs.json': ({ id }) => sql<PartRow>`
    select a.reference, d.state, d.asked_at as "askedAt", d.asked_by as "askedBy", d.wants, d.times,
      (select coalesce(jsonb_agg(jsonb_build_object('number', t.number, 'startsAt', t.starts_at, 'endsAt', t.ends_at,
        'place', t.place, 'proposedAt', t.proposed_at, 'by', t.proposed_by) order by t.number), '[]')
        from debrief_time t where t.application_id = d.application_id) as proposed,
      (select coalesce(jsonb_agg(jsonb_build_object('note', n.note, 'writtenAt', n.written_at, 'by', n.written_by)
        order by n.written_at, n.id), '[]')
        from debrief_note n where n.application_id = d.application_id) as notes,
      d.outcome, d.answer, d.closed_at as "closedAt", d.closed_by as "closedBy"
    from debrief d join application a on a.id = d.application_id
    where a.round_id = ${id}::uuid order by a.reference`,
  'complaints.json': ({ id }) => sql<PartRow>`
    select a.reference, c.reference as complaint, c.organisation_id as "organisationId", to_jsonb(c.grounds) as grounds,
      c.words, c.wanted, c.made_at as "madeAt", c.made_by as "madeBy", c.acknowledge_by as "acknowledgeBy",
      c.reply_by as "replyBy",
      (select jsonb_build_object('words', v.words, 'askedAt', v.asked_at, 'by', v.asked_by, 'replyBy', v.reply_by)
        from complaint_review v where v.complaint_id = c.id) as review,
      (select coalesce(jsonb_agg(jsonb_build_object('stage', h.stage, 'personId', h.person_id, 'reason', h.reason,
        'namedAt', h.named_at, 'by', h.named_by) order by h.named_at, h.stage, h.number), '[]')
        from complaint_handler h where h.complaint_id = c.id) as handlers,
      (select coalesce(jsonb_agg(jsonb_build_object('ofHandler', m.of_handler, 'text', m.text, 'saidAt', m.said_at,
        'by', m.said_by) order by m.number), '[]')
        from complaint_message m where m.complaint_id = c.id) as messages,
      (select coalesce(jsonb_agg(jsonb_build_object('stage', p.stage, 'found', p.found, 'remedy', p.remedy,
        'departure', p.departure, 'repliedAt', p.replied_at, 'by', p.replied_by) order by p.stage), '[]')
        from complaint_reply p where p.complaint_id = c.id) as replies
    from complaint c join application a on a.id = c.application_id
    where a.round_id = ${id}::uuid order by a.reference, c.number`,
} as const satisfies Readonly<Record<string, PartQuery>>
