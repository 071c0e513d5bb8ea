-- 0002-organisations.sql
-- The register of bodies that can lead, partner or fund: English local authorities past and present, other public
-- bodies, and (flagged) fictional ones for demonstration. Days in being are kept so that a round of 2014 and one of
-- today can each ask who existed. A body that ends names who takes over its bids, awards and returns.
--
-- Safe while people use the service: creates only.
-- Undo: drop the three tables, last first.

create table organisation (
  id text not null constraint organisation_pk primary key,
  gss_code text constraint organisation_gss_code_is_unique unique,
  -- codes of the same body before its boundary changed
  former_gss_codes text[] not null default '{}',
  name text not null,
  short_name text not null,
  kind text not null,
  region text,
  county_id text constraint organisation_county_exists references organisation deferrable initially deferred,
  combined_authority_id text
    constraint organisation_combined_authority_exists references organisation deferrable initially deferred,
  in_being_from date,
  -- the last day in being, which counts
  in_being_to date,
  shadow_from date,
  contact_email text,
  illustrative boolean not null default false,
  constraint organisation_ends_after_it_begins check (in_being_to is null or in_being_from is null or in_being_to >= in_being_from),
  constraint organisation_shadow_comes_first check (shadow_from is null or shadow_from <= in_being_from)
);

create index organisation_by_kind on organisation (kind, region);

create table organisation_successor (
  predecessor_id text not null constraint organisation_successor_predecessor_exists references organisation,
  successor_id text not null constraint organisation_successor_exists references organisation,
  -- 1 is the chief one
  position integer not null default 1,
  constraint organisation_successor_pk primary key (predecessor_id, successor_id),
  constraint organisation_successor_is_another check (predecessor_id <> successor_id)
);

create table organisation_domain (
  domain text not null,
  organisation_id text not null constraint organisation_domain_organisation_exists references organisation,
  constraint organisation_domain_pk primary key (domain, organisation_id),
  constraint organisation_domain_is_lower_case check (domain = lower(domain))
);
