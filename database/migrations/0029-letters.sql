-- 0029-letters.sql
-- Telling what was decided: the templates of letters about outcomes in versions, the letters as they were sent, and
-- the record of the moment in which everybody was told.
--
-- Saving a template and telling wait for each other at the decision, so that a letter cannot be changed once it is sent.
--
-- Safe while people use the service: creates only.
-- Undo: drop the triggers, their functions and the tables, last first.

-- What the programme team wrote for one outcome. The last number counts; without one the service's own text does.
create table letter_template (
  round_id uuid not null constraint letter_template_round_exists references round,
  outcome text not null,
  number integer not null,
  text text not null,
  saved_at timestamptz not null,
  saved_by uuid not null constraint letter_template_saver_exists references person,
  constraint letter_template_pk primary key (round_id, outcome, number),
  constraint letter_template_outcome_is_known
    check (outcome in ('award', 'reserve', 'declined', 'not-shortlisted', 'ineligible')),
  constraint letter_template_says_something check (text <> '')
);

-- The letter about an application as it was sent: canonical JSON, of which page, email and PDF are forms.
create table outcome_letter (
  application_id uuid not null constraint outcome_letter_pk primary key
    constraint outcome_letter_application_exists references application,
  document text not null,
  sha256 text not null,
  constraint outcome_letter_hash_is_of_document check (sha256 = encode(sha256(convert_to(document, 'UTF8')), 'hex'))
);

-- What was told when everybody was: canonical JSON with the templates and the hash of each letter.
create table telling_record (
  round_id uuid not null constraint telling_record_pk primary key
    constraint telling_record_round_exists references decision,
  document text not null,
  sha256 text not null,
  constraint telling_record_hash_is_of_document check (sha256 = encode(sha256(convert_to(document, 'UTF8')), 'hex'))
);

create function telling_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'this record of telling is never altered' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger letter_template_kept before update or delete on letter_template
  for each row execute function telling_is_kept();
create trigger outcome_letter_kept before update or delete on outcome_letter
  for each row execute function telling_is_kept();
create trigger telling_record_kept before update or delete on telling_record
  for each row execute function telling_is_kept();

create function letters_are_open() returns trigger language plpgsql as $$
declare
  told timestamptz;
begin
  select told_at into told from decision where round_id = new.round_id for share;
  if told is not null then
    raise exception 'everybody is told, and the letters are as they were sent'
      using errcode = 'integrity_constraint_violation', constraint = 'letters_are_open';
  end if;
  return new;
end
$$;
create trigger letter_template_open before insert on letter_template
  for each row execute function letters_are_open();

create function letter_is_sent_when_told() returns trigger language plpgsql as $$
begin
  if not exists (select from decision d join application a on a.round_id = d.round_id
    where a.id = new.application_id and d.told_at is not null)
  then
    raise exception 'a letter is sent when everybody is told' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger outcome_letter_when_told before insert on outcome_letter
  for each row execute function letter_is_sent_when_told();
