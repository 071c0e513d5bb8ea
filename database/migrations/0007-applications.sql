-- 0007-applications.sql
-- What councils write and send. Each answer is a row with its version, so that two people on two questions never clash
-- and two on one are told; every version is kept. A submission freezes the questions as asked with the answers given.
--
-- Safe while people use the service: creates only.
-- Undo: drop the tables, last first, and the function.

create table application (
  id uuid not null constraint application_pk primary key,
  reference text not null constraint application_reference_is_unique unique,
  round_id uuid not null constraint application_round_exists references round,
  lead_id text not null constraint application_lead_exists references organisation,
  form_version_id uuid not null constraint application_form_version_exists references form_version,
  state text not null default 'draft',
  created_at timestamptz not null,
  created_by uuid not null constraint application_creator_exists references person,
  submitted_at timestamptz,
  illustrative boolean not null default false,
  constraint application_state_is_known check (state in ('draft', 'submitted', 'withdrawn')),
  constraint application_submitted_is_dated check (state <> 'submitted' or submitted_at is not null)
);
-- Each authority may lead one application in a round. Drafts do not count: they use nothing up.
create unique index application_one_submitted_for_each_lead on application (round_id, lead_id) where state = 'submitted';
create index application_by_round on application (round_id, state);
create index application_by_lead on application (lead_id, round_id);

create table answer (
  application_id uuid not null constraint answer_application_exists references application,
  question_id text not null,
  value jsonb not null,
  version integer not null,
  saved_at timestamptz not null,
  saved_by uuid not null constraint answer_saver_exists references person,
  constraint answer_pk primary key (application_id, question_id)
);

create table answer_version (
  application_id uuid not null constraint answer_version_application_exists references application,
  question_id text not null,
  version integer not null,
  value jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid not null,
  constraint answer_version_pk primary key (application_id, question_id, version)
);

-- What somebody wrote while another saved the same answer. Kept whichever of the two is chosen, so that nothing is lost.
create table answer_set_aside (
  id uuid not null constraint answer_set_aside_pk primary key,
  application_id uuid not null constraint answer_set_aside_application_exists references application,
  question_id text not null,
  value jsonb not null,
  written_at timestamptz not null,
  written_by uuid not null constraint answer_set_aside_writer_exists references person
);
create index answer_set_aside_by_question on answer_set_aside (application_id, question_id, written_at);

-- A body asked to be a partner. It uses up nothing until it accepts.
create table application_partner (
  application_id uuid not null constraint application_partner_application_exists references application,
  organisation_id text not null constraint application_partner_organisation_exists references organisation,
  state text not null default 'asked',
  asked_at timestamptz not null,
  asked_by uuid not null constraint application_partner_asker_exists references person,
  decided_at timestamptz,
  decided_by uuid constraint application_partner_decider_exists references person,
  -- how often its people were written to on the last UK day on which they were
  told_on date,
  told integer not null default 0,
  constraint application_partner_pk primary key (application_id, organisation_id),
  constraint application_partner_state_is_known check (state in ('asked', 'accepted', 'declined', 'removed')),
  constraint application_partner_decision_is_dated check ((state in ('accepted', 'declined')) <= (decided_at is not null))
);
create index application_partner_by_organisation on application_partner (organisation_id, state);

create table submission (
  id uuid not null constraint submission_pk primary key,
  application_id uuid not null constraint submission_application_exists references application,
  number integer not null,
  -- when the request reached the server: what counts against the deadline
  received_at timestamptz not null,
  submitted_by uuid not null constraint submission_submitter_exists references person,
  -- the questions as asked and the answers given, as frozen by the form engine
  content jsonb not null,
  sha256 text not null,
  outcome text,
  withdrawn_at timestamptz,
  withdrawn_by uuid constraint submission_withdrawer_exists references person,
  constraint submission_number_is_unique unique (application_id, number),
  constraint submission_outcome_is_known check (outcome in ('pass', 'pass-with-caveats', 'fail'))
);

create function submission_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.withdrawn_at is null and (old.id, old.application_id, old.number, old.received_at,
    old.submitted_by, old.content, old.sha256, old.outcome) is not distinct from (new.id, new.application_id,
    new.number, new.received_at, new.submitted_by, new.content, new.sha256, new.outcome)
  then
    return new;
  end if;
  raise exception 'a submission is never altered; it can be withdrawn once' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger submission_kept before update or delete on submission
  for each row execute function submission_is_kept();
