-- 0027-awards.sql
-- What is offered to councils once they are told: awards with every version of their agreement, who signs for the council,
-- and what they signed. The sum that an award may cost is the most of the agreement in force and one that is offered in
-- its place; these sums, and the number of awards, stay within the fund whoever offers at the same time.
--
-- Safe while people use the service: creates only.
-- Undo: drop the triggers, their functions and the tables, last first.

create table award (
  id uuid not null constraint award_pk primary key,
  round_id uuid not null constraint award_round_exists references round,
  application_id uuid not null constraint award_application_exists references application,
  organisation_id text not null constraint award_organisation_exists references organisation,
  type text not null,
  -- of the agreement in force, or of the first while none is
  title text not null,
  pounds integer not null,
  starts_on date,
  ends_on date,
  -- the most that it may cost by any agreement that is open
  committed_pounds integer not null,
  state text not null default 'offered',
  -- where it came from the reserve list: its place there
  reserve_place integer,
  offered_at timestamptz not null,
  -- null: by the decision itself, when everybody was told
  offered_by uuid constraint award_offerer_exists references person,
  accepted_at timestamptz,
  -- the number of the agreement that is in force
  version integer,
  ended_at timestamptz,
  ended_by uuid constraint award_ender_exists references person,
  -- why it was declined or withdrawn
  reason text not null default '',
  constraint award_is_one_for_each_application unique (application_id),
  constraint award_type_is_known check (type in ('support-in-kind', 'grant')),
  constraint award_state_is_known check (state in ('offered', 'accepted', 'declined', 'withdrawn')),
  constraint award_is_worth_something check (pounds > 0 and committed_pounds >= pounds),
  constraint award_ends_after_it_starts check (ends_on >= starts_on),
  constraint award_in_force_is_accepted check ((accepted_at is null) = (version is null)),
  constraint award_accepted_has_an_agreement check (state <> 'accepted' or version is not null),
  constraint award_ended_has_a_reason
    check ((state in ('declined', 'withdrawn')) = (ended_at is not null) and (ended_at is null) = (reason = ''))
);
create index award_by_round on award (round_id);

-- An agreement as it was offered: canonical JSON with its hash. The last number is the one that is offered or in force.
create table award_agreement (
  award_id uuid not null constraint award_agreement_award_exists references award,
  number integer not null,
  document text not null,
  sha256 text not null,
  reason text not null,
  made_at timestamptz not null,
  made_by uuid constraint award_agreement_maker_exists references person,
  constraint award_agreement_pk primary key (award_id, number),
  constraint award_agreement_hash_is_of_document check (sha256 = encode(sha256(convert_to(document, 'UTF8')), 'hex')),
  constraint award_agreement_changes_for_a_reason check (number = 1 or reason <> '')
);

-- Who is to sign for the council.
create table award_signer (
  award_id uuid not null constraint award_signer_award_exists references award,
  role text not null,
  name text not null,
  job_title text not null,
  email text not null,
  named_at timestamptz not null,
  named_by uuid constraint award_signer_namer_exists references person,
  constraint award_signer_pk primary key (award_id, role),
  constraint award_signer_role_is_known check (role in ('senior-officer', 'section-151')),
  constraint award_signer_is_one_person unique (award_id, email),
  constraint award_signer_email_is_lower_case check (email = lower(email) and email <> '')
);
create index award_signer_by_email on award_signer (email);

create table award_signature (
  award_id uuid not null,
  number integer not null,
  role text not null,
  signed_at timestamptz not null,
  signed_by uuid not null constraint award_signature_signer_exists references person,
  name text not null,
  job_title text not null,
  -- what was agreed to, in its words, and the hash of the agreement
  statement text not null,
  sha256 text not null,
  constraint award_signature_pk primary key (award_id, number, role),
  constraint award_signature_of_an_agreement foreign key (award_id, number) references award_agreement,
  constraint award_signature_is_of_two_people unique (award_id, number, signed_by),
  constraint award_signature_role_is_known check (role in ('senior-officer', 'section-151'))
);

create function award_record_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'this record of an award is never altered' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger award_agreement_kept before update or delete on award_agreement
  for each row execute function award_record_is_kept();
create trigger award_signature_kept before update or delete on award_signature
  for each row execute function award_record_is_kept();
create trigger award_not_deleted before delete on award for each row execute function award_record_is_kept();

-- A signature is of the agreement as it is, and the last one.
create function award_signature_is_of_the_last() returns trigger language plpgsql as $$
begin
  if not exists (select from award_agreement a where a.award_id = new.award_id and a.number = new.number
      and a.sha256 = new.sha256
      and not exists (select from award_agreement l where l.award_id = a.award_id and l.number > a.number))
  then
    raise exception 'the agreement that is signed is not the last' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger award_signature_of_the_last before insert on award_signature
  for each row execute function award_signature_is_of_the_last();

-- Those that offer take turns at the fund, so that two at once cannot both have what is left.
create function award_is_within_fund() returns trigger language plpgsql as $$
declare
  of fund%rowtype;
  others integer;
  pounds bigint;
begin
  if tg_op = 'UPDATE' and (old.state in ('declined', 'withdrawn')
    or (old.round_id, old.application_id, old.organisation_id, old.type, old.offered_at)
      is distinct from (new.round_id, new.application_id, new.organisation_id, new.type, new.offered_at))
  then
    raise exception 'an award that has ended, and whose it is, stay as they are'
      using errcode = 'integrity_constraint_violation';
  end if;
  if new.state not in ('offered', 'accepted') then
    return new;
  end if;
  select f.* into of from fund f join round r on r.fund_id = f.id where r.id = new.round_id for no key update of f;
  if not exists (select from decision where round_id = new.round_id and told_at is not null) then
    raise exception 'an award is offered once everybody is told' using errcode = 'integrity_constraint_violation';
  end if;
  select count(*), coalesce(sum(a.committed_pounds), 0) into others, pounds
    from award a join round r on r.id = a.round_id
    where r.fund_id = of.id and a.state in ('offered', 'accepted') and a.id <> new.id;
  if others >= of.places or new.committed_pounds > of.cap_pounds or pounds + new.committed_pounds > of.budget_pounds then
    raise exception 'awards are beyond the places, the budget or the cap'
      using errcode = 'integrity_constraint_violation', constraint = 'award_is_within_fund';
  end if;
  return new;
end
$$;
create trigger award_within_fund before insert or update on award for each row execute function award_is_within_fund();
