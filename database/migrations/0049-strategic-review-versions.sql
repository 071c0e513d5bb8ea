-- Versions of a strategic review that were frozen, such as that of the day of the decision: all that was written, with its hash,
-- so that the report of that day can be made again and nobody can have changed it. Who signed a version off is bound to it.
--
-- Safe while people use the service: it adds tables that older servers do not know. To undo: drop both tables, and with them
-- the frozen versions; what was written stays.
create table strategic_review_version (
  review_id uuid not null constraint strategic_review_version_review_exists references strategic_review,
  number integer not null constraint strategic_review_version_counts_from_one check (number > 0),
  why text not null constraint strategic_review_version_has_reason check (why <> ''),
  -- depth and entries by sheet, as the report is made of them
  record jsonb not null,
  -- of the canonical text of `record`
  sha256 text not null constraint strategic_review_version_hash_is_whole check (sha256 ~ '^[0-9a-f]{64}$'),
  frozen_at timestamptz not null,
  frozen_by uuid not null constraint strategic_review_version_freezer_exists references person,
  constraint strategic_review_version_pk primary key (review_id, number)
);

create trigger strategic_review_version_kept before update or delete on strategic_review_version
  for each row execute function row_is_kept();

create table strategic_review_sign_off (
  review_id uuid not null,
  number integer not null,
  person_id uuid not null constraint strategic_review_sign_off_person_exists references person,
  -- as what they sign: section 151 officer, monitoring officer, director …
  capacity text not null constraint strategic_review_sign_off_has_capacity check (capacity <> ''),
  -- what they say to it, '' for nothing
  statement text not null,
  signed_at timestamptz not null,
  constraint strategic_review_sign_off_pk primary key (review_id, number, person_id),
  constraint strategic_review_sign_off_version_exists foreign key (review_id, number) references strategic_review_version
);

create trigger strategic_review_sign_off_kept before update or delete on strategic_review_sign_off
  for each row execute function row_is_kept();
