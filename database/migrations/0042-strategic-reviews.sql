-- Strategic reviews of how a council delivers a service: who works on one, and what they wrote, sheet by sheet. Nothing that
-- was written is changed: a change is another version of the entry, and the last counts.
--
-- Safe while people use the service: it adds tables that older servers do not know. To undo: drop the three tables, and with
-- them the reviews.
create table strategic_review (
  id uuid not null constraint strategic_review_pk primary key,
  reference text not null constraint strategic_review_reference_is_unique unique,
  organisation_id text not null constraint strategic_review_organisation_exists references organisation,
  -- the application whose award pays for it; null for one that stands alone
  application_id uuid constraint strategic_review_application_exists references application,
  title text not null constraint strategic_review_has_title check (title <> ''),
  depth text not null constraint strategic_review_depth_is_known check (depth in ('quick', 'standard', 'full')),
  illustrative boolean not null,
  started_at timestamptz not null,
  started_by uuid not null constraint strategic_review_starter_exists references person
);
create index strategic_review_by_organisation on strategic_review (organisation_id);

create table strategic_review_person (
  review_id uuid not null constraint strategic_review_person_review_exists references strategic_review,
  person_id uuid not null constraint strategic_review_person_exists references person,
  -- none when they no longer work on it
  roles text[] not null constraint strategic_review_person_roles_are_known
    check (roles <@ array['lead', 'writer', 'facilitator', 'scorer', 'expert', 'reader']),
  -- for whom they speak when weights and scores are compared: staff, users, members, finance …
  speaks_for text not null,
  -- what they know of the service and of appraisal, as it is printed beside what they said
  credentials text not null,
  changed_at timestamptz not null,
  changed_by uuid not null constraint strategic_review_person_changer_exists references person,
  constraint strategic_review_person_pk primary key (review_id, person_id)
);
create index strategic_review_person_by_person on strategic_review_person (person_id);

create table strategic_review_entry (
  review_id uuid not null constraint strategic_review_entry_review_exists references strategic_review,
  sheet text not null,
  -- of a sheet that is one page: 'page'
  entry text not null,
  version integer not null constraint strategic_review_entry_version_counts_from_one check (version > 0),
  -- among the entries of the sheet, the first first
  place double precision not null,
  -- answers by question, null when the entry was removed
  content jsonb,
  changed_at timestamptz not null,
  changed_by uuid not null constraint strategic_review_entry_changer_exists references person,
  constraint strategic_review_entry_pk primary key (review_id, sheet, entry, version)
);

create trigger strategic_review_entry_kept before update or delete on strategic_review_entry
  for each row execute function row_is_kept();
