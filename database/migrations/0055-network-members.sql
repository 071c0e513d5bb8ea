-- The network of a fund: who was invited besides those that award and post bring, the code of conduct and who accepted which
-- version of it, who was removed, and what councils say of their review so that peers find them.
--
-- Who else is a member is not kept: award holders are those who act for the council of an accepted award, and the programme
-- team are those with that role.
--
-- Safe while people use the service: it adds tables that older servers do not know. To undo: drop the tables.
create table network_guest (
  id uuid not null constraint network_guest_pk primary key,
  fund_id uuid not null constraint network_guest_fund_exists references fund,
  email text not null constraint network_guest_email_is_lower_case check (email = lower(email) and email like '%_@_%'),
  -- who they are to the network, such as "Adviser at the Local Government Association"
  note text not null,
  invited_at timestamptz not null,
  invited_by uuid not null constraint network_guest_inviter_exists references person,
  ended_at timestamptz,
  constraint network_guest_ends_after_it_begins check (ended_at >= invited_at)
);
create unique index network_guest_is_invited_once on network_guest (fund_id, email) where ended_at is null;

create table network_conduct (
  fund_id uuid not null constraint network_conduct_fund_exists references fund,
  number integer not null constraint network_conduct_counts_from_one check (number > 0),
  text text not null constraint network_conduct_is_written check (text <> ''),
  published_at timestamptz not null,
  published_by uuid not null constraint network_conduct_publisher_exists references person,
  constraint network_conduct_pk primary key (fund_id, number)
);
create trigger network_conduct_kept before update or delete on network_conduct
  for each row execute function row_is_kept();

create table network_conduct_acceptance (
  fund_id uuid not null constraint network_conduct_acceptance_fund_exists references fund,
  person_id uuid not null constraint network_conduct_acceptance_person_exists references person,
  -- 0 is the text that comes with the service
  number integer not null constraint network_conduct_acceptance_of_a_version check (number >= 0),
  accepted_at timestamptz not null,
  constraint network_conduct_acceptance_pk primary key (fund_id, person_id, number)
);

create table network_profile (
  fund_id uuid not null constraint network_profile_fund_exists references fund,
  organisation_id text not null constraint network_profile_organisation_exists references organisation,
  service text not null,
  service_areas text[] not null,
  models text[] not null,
  stage text not null constraint network_profile_stage_is_known
    check (stage in ('starting', 'options', 'decided', 'setting-up', 'running')),
  about text not null,
  contact_id uuid constraint network_profile_contact_exists references person,
  saved_at timestamptz not null,
  saved_by uuid not null constraint network_profile_saver_exists references person,
  constraint network_profile_pk primary key (fund_id, organisation_id)
);
