-- 0010-test-applications-and-moved-drafts.sql
-- Three things that a form needs while it is built and after it is in use. Test applications: each has a round of its own,
-- a copy of the real one that is never public, so that nothing which counts or lists the applications of a round can ever
-- meet one; the mode of an application says what it is, and must be that of its round. Moved drafts: what changed in the form
-- of an application, and which of its answers no longer fit. Question sets: questions kept under a name to be used again.
--
-- Safe while people use the service: creates and adds only; every row there is is live. Servers of the release before
-- would list the rounds of tests in the pages of a fund: start no test while one is left.
-- Undo: delete the tests with delete_test_application, drop the tables, the functions, the triggers and the columns, and
-- create submission_is_kept of 0007 again.

alter table round
  -- the round that this one is a copy of, for one test application
  add column test_of uuid,
  add constraint round_test_of_exists foreign key (test_of) references round,
  add constraint round_test_is_never_public check (test_of is null or published_at is null);
create index round_by_test_of on round (test_of) where test_of is not null;

alter table application
  add column mode text not null default 'live',
  add constraint application_mode_is_known check (mode in ('live', 'test'));

create function application_mode_is_of_its_round() returns trigger language plpgsql as $$
begin
  if (new.mode = 'test') is distinct from (select r.test_of is not null from round r where r.id = new.round_id) then
    raise exception 'a test application is in a round for tests, and no other application is'
      using errcode = 'integrity_constraint_violation', constraint = 'application_mode_is_of_its_round';
  end if;
  return new;
end
$$;
create trigger application_mode_of_its_round before insert or update of mode, round_id on application
  for each row execute function application_mode_is_of_its_round();

-- As in 0007, but what was submitted as a test can be deleted.
create or replace function submission_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.withdrawn_at is null and (old.id, old.application_id, old.number, old.received_at,
    old.submitted_by, old.content, old.sha256, old.outcome) is not distinct from (new.id, new.application_id,
    new.number, new.received_at, new.submitted_by, new.content, new.sha256, new.outcome)
  then
    return new;
  end if;
  if tg_op = 'DELETE' and exists (select from application where id = old.application_id and mode = 'test') then
    return old;
  end if;
  raise exception 'a submission is never altered; it can be withdrawn once' using errcode = 'integrity_constraint_violation';
end
$$;

-- Deletes a test with all that refers to it, in whatever table, and its round. Does nothing to a live application.
create function delete_test_application(which uuid) returns void language plpgsql as $$
declare
  of_round uuid;
  referring record;
begin
  select round_id into of_round from application where id = which and mode = 'test';
  if of_round is null then
    return;
  end if;
  for referring in
    select c.conrelid::regclass as name, a.attname as key from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'application'::regclass and cardinality(c.conkey) = 1
  loop
    execute format('delete from %s where %I = $1', referring.name, referring.key) using which;
  end loop;
  delete from application where id = which;
  delete from round where id = of_round and test_of is not null;
end
$$;

-- What changed under an application when its round took up another version of the form.
create table application_form_change (
  id uuid not null constraint application_form_change_pk primary key,
  application_id uuid not null constraint application_form_change_application_exists references application,
  from_version_id uuid not null constraint application_form_change_from_exists references form_version,
  to_version_id uuid not null constraint application_form_change_to_exists references form_version,
  changed_at timestamptz not null,
  -- answers that no longer fit, in words: [{"question": id, "label", "answer": [line], "reason": "gone" or "unfit"}]
  set_aside jsonb not null default '[]',
  -- when somebody of the application said that it was read
  dismissed_at timestamptz,
  dismissed_by uuid constraint application_form_change_reader_exists references person,
  constraint application_form_change_dismissal_is_whole check ((dismissed_at is null) = (dismissed_by is null)),
  constraint application_form_change_is_a_change check (from_version_id <> to_version_id)
);
create index application_form_change_by_application on application_form_change (application_id, changed_at);

create table question_set (
  id uuid not null constraint question_set_pk primary key,
  fund_id uuid not null constraint question_set_fund_exists references fund,
  name text not null,
  -- questions as in a form definition, whose conditions read only each other
  questions jsonb not null,
  created_at timestamptz not null,
  created_by uuid not null constraint question_set_creator_exists references person,
  -- from then on it is not offered any more
  retired_at timestamptz,
  constraint question_set_name_is_given check (name <> '')
);
create unique index question_set_name_is_unique on question_set (fund_id, lower(name)) where retired_at is null;
