-- 0004-funds.sql
-- A fund, the bodies that pay for it, and its rounds with their timetables. Times are instants; people see and type UK
-- time. Awarding fewer than the places is valid, so places is a most, not a must.
--
-- Safe while people use the service: creates only.
-- Undo: drop the tables, last first, and the constraint on role_assignment.

create table fund (
  id uuid not null constraint fund_pk primary key,
  slug text not null constraint fund_slug_is_unique unique,
  name text not null,
  summary text not null default '',
  award_type text not null,
  budget_pounds integer not null,
  places integer not null,
  cap_pounds integer not null,
  vat text not null,
  senior_officer_name text not null default '',
  senior_officer_title text not null default '',
  -- where each published fact was read: [{"fact","title","url"}]
  sources jsonb not null default '[]',
  illustrative boolean not null default false,
  created_at timestamptz not null,
  constraint fund_slug_is_plain check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  constraint fund_award_type_is_known check (award_type in ('support-in-kind', 'grant')),
  constraint fund_vat_is_known check (vat in ('included', 'excluded', 'not-stated')),
  constraint fund_amounts_are_positive check (budget_pounds > 0 and places > 0 and cap_pounds > 0)
);

alter table role_assignment
  add constraint role_assignment_fund_exists foreign key (fund_id) references fund;

create table funder (
  fund_id uuid not null constraint funder_fund_exists references fund,
  organisation_id text not null constraint funder_organisation_exists references organisation,
  position integer not null,
  -- null: not stated
  contribution_pounds integer,
  -- the logo as words
  logo_text text not null default '',
  quote text not null default '',
  quote_speaker text not null default '',
  quote_source_url text not null default '',
  constraint funder_pk primary key (fund_id, organisation_id),
  constraint funder_contribution_is_not_negative check (contribution_pounds is null or contribution_pounds >= 0)
);

-- What a funder has approved, by the hash of what it was shown: a later change needs a new approval.
create table funder_approval (
  id uuid not null constraint funder_approval_pk primary key,
  fund_id uuid not null,
  organisation_id text not null,
  subject text not null,
  subject_sha256 text not null,
  approved_at timestamptz not null,
  approved_by uuid not null constraint funder_approval_person_exists references person,
  constraint funder_approval_funder_exists foreign key (fund_id, organisation_id) references funder,
  constraint funder_approval_subject_is_known check (subject in ('quote', 'rules', 'shortlist', 'awards')),
  constraint funder_approval_is_given_once unique (fund_id, organisation_id, subject, subject_sha256)
);

create table round (
  id uuid not null constraint round_pk primary key,
  fund_id uuid not null constraint round_fund_exists references fund,
  slug text not null,
  name text not null,
  -- when the round is put before the public; null while it is being prepared
  published_at timestamptz,
  opens_at timestamptz,
  questions_close_at timestamptz,
  deadline_at timestamptz,
  sifted_on date,
  shortlist_on date,
  interviews_from_on date,
  interviews_to_on date,
  decisions_on date,
  starts_on date,
  -- kinds of body that may lead
  eligible_kinds text[] not null default '{}',
  expected_low integer not null default 20,
  expected integer not null default 40,
  expected_high integer not null default 80,
  assessors integer not null default 10,
  assessors_per_application integer not null default 3,
  minutes_per_application integer not null default 60,
  panel_members integer not null default 4,
  interview_minutes integer not null default 60,
  hours_to_apply numeric(6, 1) not null default 12,
  contact_email text not null default '',
  form_version_id uuid,
  illustrative boolean not null default false,
  created_at timestamptz not null,
  constraint round_slug_is_unique unique (fund_id, slug),
  constraint round_slug_is_plain check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  constraint round_published_has_times check (published_at is null or (opens_at is not null and deadline_at is not null)),
  constraint round_closes_after_it_opens check (deadline_at > opens_at),
  constraint round_volumes_ascend check (0 < expected_low and expected_low <= expected and expected <= expected_high)
);

-- Who was asked to apply, and what they said.
create table invitation (
  round_id uuid not null constraint invitation_round_exists references round,
  organisation_id text not null constraint invitation_organisation_exists references organisation,
  email text not null default '',
  invited_at timestamptz not null,
  invited_by uuid constraint invitation_inviter_exists references person,
  -- when the message was written; null while there is no address to send it to
  sent_at timestamptz,
  reminded_at timestamptz,
  response text not null default 'none',
  responded_at timestamptz,
  token_hash text constraint invitation_token_is_unique unique,
  constraint invitation_pk primary key (round_id, organisation_id),
  constraint invitation_response_is_known check (response in ('none', 'interested', 'not-this-time')),
  constraint invitation_response_is_dated check ((response = 'none') = (responded_at is null))
);
