-- 0003-people.sql
-- People, the organisations they work for, how they sign in and what they may do. Secrets are kept as hashes: a copy of
-- this database signs nobody in.
--
-- Safe while people use the service: creates only.
-- Undo: drop the tables, last first.

create table person (
  id uuid not null constraint person_pk primary key,
  email text not null constraint person_email_is_unique unique,
  name text not null default '',
  job_title text not null default '',
  phone text not null default '',
  created_at timestamptz not null,
  -- sealed with the service's secret key; null until the person has set up an authenticator
  totp_secret text,
  -- the last time step accepted, so that a code works once
  totp_last_step bigint,
  illustrative boolean not null default false,
  constraint person_email_is_lower_case check (email = lower(email) and email like '%_@_%')
);

create table membership (
  person_id uuid not null constraint membership_person_exists references person,
  organisation_id text not null constraint membership_organisation_exists references organisation,
  state text not null,
  requested_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid constraint membership_decider_exists references person,
  constraint membership_pk primary key (person_id, organisation_id),
  constraint membership_state_is_known check (state in ('requested', 'confirmed', 'refused', 'ended')),
  constraint membership_decision_is_dated check ((state = 'requested') = (decided_at is null))
);
create index membership_by_organisation on membership (organisation_id, state);

create table role_assignment (
  id uuid not null constraint role_assignment_pk primary key,
  person_id uuid not null constraint role_assignment_person_exists references person,
  -- null: over the whole service
  fund_id uuid,
  role text not null,
  -- for a funder's representative: the funder
  organisation_id text constraint role_assignment_organisation_exists references organisation,
  assigned_at timestamptz not null,
  assigned_by uuid constraint role_assignment_assigner_exists references person,
  ended_at timestamptz,
  constraint role_assignment_role_is_known check (role in
    ('administrator', 'programme-team', 'funder', 'assessor', 'panel-member', 'decision-maker', 'auditor')),
  constraint role_assignment_administrator_is_of_the_service check ((role = 'administrator') = (fund_id is null)),
  constraint role_assignment_funder_names_the_funder check ((role = 'funder') = (organisation_id is not null))
);
create unique index role_assignment_is_held_once
  on role_assignment (person_id, role, coalesce(fund_id, '00000000-0000-0000-0000-000000000000'), coalesce(organisation_id, ''))
  where ended_at is null;

create table sign_in_request (
  id uuid not null constraint sign_in_request_pk primary key,
  email text not null,
  token_hash text not null constraint sign_in_request_token_is_unique unique,
  code_hash text not null,
  -- the browser that asked, by a hash of its cookie: the code is good only there
  browser_hash text not null,
  -- the network address it came from, by a keyed hash: for throttling, and for nothing else
  ip_hash text not null default '',
  return_to text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  wrong_codes integer not null default 0
);
create index sign_in_request_by_browser on sign_in_request (browser_hash, created_at);
create index sign_in_request_by_email on sign_in_request (email, created_at);
create index sign_in_request_by_ip on sign_in_request (ip_hash, created_at);

create table session (
  id uuid not null constraint session_pk primary key,
  token_hash text not null constraint session_token_is_unique unique,
  person_id uuid not null constraint session_person_exists references person,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  browser text not null default '',
  -- when the second step was passed
  totp_at timestamptz,
  wrong_codes integer not null default 0,
  ended_at timestamptz
);
create index session_by_person on session (person_id, created_at);
