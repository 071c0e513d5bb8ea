-- Benefits of awards: what councils write after they accepted one, sheet by sheet, who confirms it for their finance, and the
-- returns that they send. Nothing that was written is changed: a change is another version or another step.
--
-- Safe while people use the service: it adds tables that older servers do not know. To undo: drop the tables and both functions,
-- and with them what was written.
create table award_entry (
  award_id uuid not null constraint award_entry_award_exists references award,
  sheet text not null,
  entry text not null,
  version integer not null constraint award_entry_version_counts_from_one check (version > 0),
  -- among the entries of the sheet, the first first
  place double precision not null,
  -- answers by question, null when the entry was removed
  content jsonb,
  changed_at timestamptz not null,
  changed_by uuid not null constraint award_entry_changer_exists references person,
  constraint award_entry_pk primary key (award_id, sheet, entry, version)
);

create trigger award_entry_kept before update or delete on award_entry
  for each row execute function row_is_kept();

-- Who confirms figures for the finance of the council: the last one named.
create table award_finance (
  award_id uuid not null constraint award_finance_award_exists references award,
  number integer not null constraint award_finance_number_counts_from_one check (number > 0),
  -- by which they are known once they sign in with it
  email text not null constraint award_finance_has_email check (email <> ''),
  name text not null constraint award_finance_has_name check (name <> ''),
  named_at timestamptz not null,
  named_by uuid not null constraint award_finance_namer_exists references person,
  constraint award_finance_pk primary key (award_id, number)
);
create index award_finance_by_email on award_finance (email);

create trigger award_finance_kept before update or delete on award_finance
  for each row execute function row_is_kept();

-- An actual as finance has confirmed it: of a version, so that a change has to be confirmed anew.
create table actual_confirmation (
  award_id uuid not null,
  sheet text not null constraint actual_confirmation_is_of_an_actual check (sheet = 'actuals'),
  entry text not null,
  version integer not null,
  confirmed_at timestamptz not null,
  confirmed_by uuid not null constraint actual_confirmation_person_exists references person,
  constraint actual_confirmation_pk primary key (award_id, sheet, entry, version),
  constraint actual_confirmation_actual_exists foreign key (award_id, sheet, entry, version) references award_entry
);

create trigger actual_confirmation_kept before update or delete on actual_confirmation
  for each row execute function row_is_kept();

create function actual_is_confirmed_by_another() returns trigger language plpgsql as $$
begin
  if exists (select from award_entry e where e.award_id = new.award_id and e.sheet = new.sheet and e.entry = new.entry
      and e.version <= new.version and e.changed_by = new.confirmed_by) then
    raise exception 'an actual is not confirmed by who wrote it' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger actual_confirmed_by_another before insert on actual_confirmation
  for each row execute function actual_is_confirmed_by_another();

-- A version of a return: all that the council had written, with its hash.
create table benefit_return (
  award_id uuid not null constraint benefit_return_award_exists references award,
  months integer not null constraint benefit_return_months_are_known check (months in (6, 12, 24, 36)),
  number integer not null constraint benefit_return_number_counts_from_one check (number > 0),
  -- canonical text of what was written, and which actuals were confirmed
  record text not null,
  sha256 text not null constraint benefit_return_hash_is_whole check (sha256 ~ '^[0-9a-f]{64}$'),
  frozen_at timestamptz not null,
  frozen_by uuid not null constraint benefit_return_freezer_exists references person,
  constraint benefit_return_pk primary key (award_id, months, number)
);

create trigger benefit_return_kept before update or delete on benefit_return
  for each row execute function row_is_kept();

-- What was done with a version of a return.
create table benefit_return_step (
  award_id uuid not null,
  months integer not null,
  number integer not null,
  step text not null constraint benefit_return_step_is_known
    check (step in ('confirmed', 'sent', 'questioned', 'accepted', 'published')),
  -- the question that was asked back; '' for others
  said text not null constraint benefit_return_question_is_said check ((step = 'questioned') = (said <> '')),
  done_at timestamptz not null,
  done_by uuid not null constraint benefit_return_step_person_exists references person,
  constraint benefit_return_step_pk primary key (award_id, months, number, step),
  constraint benefit_return_step_return_exists foreign key (award_id, months, number) references benefit_return
);

create trigger benefit_return_step_kept before update or delete on benefit_return_step
  for each row execute function row_is_kept();

create function return_is_confirmed_by_another() returns trigger language plpgsql as $$
begin
  if new.step = 'confirmed' and exists (select from benefit_return r where r.award_id = new.award_id
      and r.months = new.months and r.number = new.number and r.frozen_by = new.done_by) then
    raise exception 'a return is not confirmed by who made it' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger return_confirmed_by_another before insert on benefit_return_step
  for each row execute function return_is_confirmed_by_another();

-- Which reminder of a return was sent, so that none is sent twice. `days`: before its day.
create table benefit_return_reminder (
  award_id uuid not null constraint benefit_return_reminder_award_exists references award,
  months integer not null,
  days integer not null,
  sent_at timestamptz not null,
  constraint benefit_return_reminder_pk primary key (award_id, months, days)
);
