-- 0052-privacy.sql
-- What is kept no longer than it is needed: holds, who switched retention on, its runs, and requests of people about what
-- is kept of them. When a person is made anonymous their row stays, so that records still lead to one and the same nobody.
--
-- Safe while people use the service: adds tables, functions, an index and a column that older servers leave empty.
-- Undo: drop the tables, last first, the functions, the index and the column.

-- Somebody has to keep this, whatever the rules say: an inquiry, a claim, an investigation.
create table legal_hold (
  id uuid not null constraint legal_hold_pk primary key,
  kind text not null,
  object_id uuid not null,
  reason text not null,
  placed_at timestamptz not null,
  placed_by uuid not null constraint legal_hold_placer_exists references person,
  released_at timestamptz,
  released_by uuid constraint legal_hold_releaser_exists references person,
  release_reason text not null default '',
  constraint legal_hold_kind_is_known check (kind in ('person', 'application', 'round', 'fund')),
  constraint legal_hold_has_a_reason check (reason <> ''),
  constraint legal_hold_release_is_whole check (
    (released_at is null) = (released_by is null) and (released_at is null) = (release_reason = ''))
);
create unique index legal_hold_stands_once on legal_hold (kind, object_id) where released_at is null;

create function has_hold(of_kind text, of_object uuid) returns boolean language sql stable as $$
  select exists (select from legal_hold where kind = of_kind and object_id = of_object and released_at is null)
$$;

create function round_is_held(of_round uuid) returns boolean language sql stable as $$
  select has_hold('round', of_round) or has_hold('fund', (select fund_id from round where id = of_round))
$$;

-- An application is held with any of the people who started it, sent it or joined it, and they with it.
create function application_is_held(of_application uuid) returns boolean language sql stable as $$
  select has_hold('application', of_application)
    or round_is_held((select round_id from application where id = of_application))
    or exists (select from application where id = of_application and has_hold('person', created_by))
    or exists (select from submission where application_id = of_application and has_hold('person', submitted_by))
    or exists (select from application_contributor where application_id = of_application and has_hold('person', person_id))
$$;

create function person_is_held(of_person uuid) returns boolean language sql stable as $$
  select has_hold('person', of_person)
    or exists (select from application where created_by = of_person and application_is_held(id))
    or exists (select from submission where submitted_by = of_person and application_is_held(application_id))
    or exists (select from application_contributor where person_id = of_person and application_is_held(application_id))
$$;

-- From when what people wrote in a round is no longer needed to decide it.
create function round_over_at(of_round uuid) returns timestamptz language sql stable as $$
  select coalesce(d.told_at, r.cancelled_at) from round r left join decision d on d.round_id = r.id where r.id = of_round
$$;

-- Switched on by one person and confirmed by another; switched off by anybody, at once.
create table retention_switch (
  number integer not null constraint retention_switch_pk primary key,
  turn text not null,
  reason text not null,
  asked_at timestamptz not null,
  asked_by uuid not null constraint retention_switch_asker_exists references person,
  confirmed_at timestamptz,
  confirmed_by uuid constraint retention_switch_confirmer_exists references person,
  constraint retention_switch_turn_is_known check (turn in ('on', 'off')),
  constraint retention_switch_confirmation_is_whole check ((confirmed_at is null) = (confirmed_by is null)),
  constraint retention_switch_is_confirmed_by_another check (confirmed_by <> asked_by)
);

-- What went in a night: how many rows by rule.
create table retention_run (
  id uuid not null constraint retention_run_pk primary key,
  ran_at timestamptz not null,
  went jsonb not null
);

-- Somebody asked what is kept about them, or to be forgotten.
create table subject_request (
  id uuid not null constraint subject_request_pk primary key,
  number integer not null constraint subject_request_number_is_unique unique,
  kind text not null,
  person_id uuid not null constraint subject_request_person_exists references person,
  received_on date not null,
  due_on date not null,
  identity_note text not null,
  logged_at timestamptz not null,
  logged_by uuid not null constraint subject_request_logger_exists references person,
  closed_at timestamptz,
  closed_by uuid constraint subject_request_closer_exists references person,
  answer text not null default '',
  constraint subject_request_kind_is_known check (kind in ('access', 'erasure')),
  constraint subject_request_closing_is_whole check (
    (closed_at is null) = (closed_by is null) and (closed_at is null) = (answer = ''))
);

alter table person add column anonymised_at timestamptz;

-- What somebody did last, and all that they did.
create index audit_event_by_actor on audit_event (actor_id, at);
