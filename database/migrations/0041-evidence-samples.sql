-- Samples that auditors draw of a round, and what they found of each item. A sample keeps what it was drawn from, so that
-- anybody can draw it again with its seed; a finding that changes is another one, and the last counts.
--
-- Safe while people use the service: it adds tables that older servers do not know. To undo: drop both tables, and with them
-- what was found.
create table evidence_sample (
  id uuid not null constraint evidence_sample_pk primary key,
  round_id uuid not null constraint evidence_sample_round_exists references round,
  number integer not null,
  population text not null,
  strata text not null,
  size integer not null,
  seed bigint not null,
  -- everything that could be drawn, as canonical JSON, to the letter as it was hashed
  members text not null,
  sha256 text not null,
  -- ids of members in the order in which they were drawn
  drawn text[] not null,
  drawn_at timestamptz not null,
  drawn_by uuid not null constraint evidence_sample_drawer_exists references person,
  constraint evidence_sample_number_is_unique unique (round_id, number),
  constraint evidence_sample_population_is_known check (population in
    ('applications', 'scores', 'departures', 'awards', 'deadline-changes', 'conflicts-released')),
  constraint evidence_sample_strata_are_known check (strata in ('none', 'outcome', 'region')),
  constraint evidence_sample_has_items check (size > 0 and size = cardinality(drawn)),
  constraint evidence_sample_hash_is_of_members check (sha256 = encode(sha256(convert_to(members, 'UTF8')), 'hex'))
);

create table evidence_finding (
  sample_id uuid not null constraint evidence_finding_sample_exists references evidence_sample,
  -- of the item in the sample, from 1
  place integer not null,
  number integer not null,
  finding text not null,
  note text not null,
  found_at timestamptz not null,
  found_by uuid not null constraint evidence_finding_finder_exists references person,
  constraint evidence_finding_pk primary key (sample_id, place, number),
  constraint evidence_finding_is_known check (finding in ('agreed', 'exception')),
  constraint evidence_finding_exception_is_explained check (finding = 'agreed' or note <> '')
);

create trigger evidence_sample_kept before update or delete on evidence_sample
  for each row execute function row_is_kept();
create trigger evidence_finding_kept before update or delete on evidence_finding
  for each row execute function row_is_kept();
