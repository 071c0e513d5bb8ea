-- 0013-sign-offs.sql
-- Who must agree before an application is sent: its senior sponsor, the section 151 officer and each partner, as the round
-- asks. A signature is kept for ever with what it was bound to; the state of a sign-off says which signature counts. A
-- partner that has accepted writes the application with the lead, or the pages given to it. And a body may accept only as
-- many partnerships as the round has partner slots.
--
-- Safe while people use the service: creates only; a round asks for nothing until it is told to. The trigger on partners
-- refuses nothing while a round has no limit. Servers of the release before do not know of sign-offs and would submit
-- without them: let a round ask for one only when no such server is left.
-- Undo: drop the triggers, the functions, the two tables, and the columns of round and application_partner.

alter table round
  add column sign_offs text[] not null default '{}',
  add constraint round_sign_offs_are_known check (sign_offs <@ array['sponsor', 'section-151', 'partner']);

alter table application_partner
  -- the pages of the form that its people write; null: all of them
  add column pages jsonb,
  add constraint application_partner_pages_are_a_list check (jsonb_typeof(pages) = 'array');

create table sign_off (
  application_id uuid not null constraint sign_off_application_exists references application,
  kind text not null,
  -- for whom: the lead, or a partner
  organisation_id text not null constraint sign_off_organisation_exists references organisation,
  -- whom the lead asked; empty for a partner, of which any confirmed member may sign
  name text not null default '',
  job_title text not null default '',
  email text not null default '',
  state text not null default 'asked',
  asked_at timestamptz not null,
  asked_by uuid not null constraint sign_off_asker_exists references person,
  -- the number of the signature that counts
  signature integer,
  -- why it was declined
  reason text not null default '',
  decided_at timestamptz,
  decided_by uuid constraint sign_off_decider_exists references person,
  -- how often the signer was written to on the last UK day on which they were
  told_on date,
  told integer not null default 0,
  -- the time of the last change with which the signature was compared
  looked_at timestamptz,
  -- the SHA-256 of the material content of which the signer was last told that it is not what they signed
  told_of text not null default '',
  constraint sign_off_pk primary key (application_id, kind, organisation_id),
  constraint sign_off_kind_is_known check (kind in ('sponsor', 'section-151', 'partner')),
  constraint sign_off_state_is_known check (state in ('asked', 'signed', 'declined')),
  constraint sign_off_signed_has_a_signature check ((state = 'signed') = (signature is not null)),
  constraint sign_off_declined_has_a_reason check (state <> 'declined' or reason <> ''),
  constraint sign_off_email_is_lower_case check (email = lower(email))
);
create index sign_off_by_email on sign_off (email) where email <> '';

create table sign_off_signature (
  application_id uuid not null,
  kind text not null,
  organisation_id text not null,
  number integer not null,
  signed_at timestamptz not null,
  signed_by uuid not null constraint sign_off_signature_signer_exists references person,
  name text not null,
  job_title text not null,
  -- what was agreed to, in its words
  statement text not null,
  -- what the page showed: of each part its name, version and the beginning of its hash
  shown_sha256 text not null,
  shown_parts text not null,
  -- the whole content when it was signed
  content_sha256 text not null,
  -- what the signature is bound to: lead, partners, money and scope
  material jsonb not null,
  material_sha256 text not null,
  constraint sign_off_signature_pk primary key (application_id, kind, organisation_id, number),
  constraint sign_off_signature_of_a_sign_off foreign key (application_id, kind, organisation_id) references sign_off
);
create index sign_off_signature_by_signer on sign_off_signature (signed_by);

create function sign_off_signature_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'a signature is never altered' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger sign_off_signature_kept before update or delete on sign_off_signature
  for each row execute function sign_off_signature_is_kept();

-- A partner slot is used by accepting, whether the application is a draft, submitted or withdrawn. Those who accept for
-- one body in one round take turns, so that two at once cannot both take the last slot.
create function application_partner_slot_is_free() returns trigger language plpgsql as $$
declare
  of_round uuid;
  most integer;
begin
  if new.state <> 'accepted' then
    return new;
  end if;
  select a.round_id, r.partner_slots into of_round, most
  from application a join round r on r.id = a.round_id where a.id = new.application_id;
  if most is null then
    return new;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('partner ' || of_round || ' ' || new.organisation_id, 0));
  if (select count(*) from application_partner p join application a on a.id = p.application_id
    where a.round_id = of_round and p.organisation_id = new.organisation_id and p.state = 'accepted'
      and p.application_id <> new.application_id) >= most
  then
    raise exception 'the round has no partner slot left for this body'
      using errcode = 'integrity_constraint_violation', constraint = 'application_partner_slot_is_free';
  end if;
  return new;
end
$$;
create trigger application_partner_slot_free before insert or update of state on application_partner
  for each row execute function application_partner_slot_is_free();
