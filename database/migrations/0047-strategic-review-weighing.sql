-- The weighing of criteria and the scoring of options in a strategic review: rounds, their stages, and what each person gave.
-- What a person gave is sealed until the stage in which it is opened to the others. Nothing that was given is changed: a change
-- is another version, and the last counts.
--
-- Safe while people use the service: it adds tables that older servers do not know. To undo: drop the five tables.
create table strategic_review_weighing (
  review_id uuid not null constraint strategic_review_weighing_review_exists references strategic_review,
  -- from 1; the last counts
  round integer not null constraint strategic_review_weighing_counts_from_one check (round > 0),
  method text not null constraint strategic_review_weighing_method_is_known check (method in ('swing', 'percentage')),
  -- with their anchors, as they were when the round began
  criteria jsonb not null,
  begun_at timestamptz not null,
  -- the facilitator who led it
  begun_by uuid not null constraint strategic_review_weighing_facilitator_exists references person,
  constraint strategic_review_weighing_pk primary key (review_id, round)
);

create table strategic_review_weighing_stage (
  review_id uuid not null,
  round integer not null,
  -- from 1; the last is where the round is
  number integer not null constraint strategic_review_weighing_stage_counts_from_one check (number > 0),
  stage text not null constraint strategic_review_weighing_stage_is_known check (stage in ('weighting', 'scoring', 'revealed')),
  -- the options to be scored, as they were when scores were asked for
  options jsonb,
  at timestamptz not null,
  by uuid not null constraint strategic_review_weighing_stage_person_exists references person,
  constraint strategic_review_weighing_stage_pk primary key (review_id, round, number),
  constraint strategic_review_weighing_stage_round_exists foreign key (review_id, round) references strategic_review_weighing,
  constraint strategic_review_weighing_stage_has_options check ((stage = 'scoring') = (options is not null))
);

create table strategic_review_weights (
  review_id uuid not null,
  round integer not null,
  person_id uuid not null constraint strategic_review_weights_person_exists references person,
  version integer not null constraint strategic_review_weights_version_counts_from_one check (version > 0),
  -- points and reasons by criterion
  points jsonb not null,
  reasons jsonb not null,
  at timestamptz not null,
  constraint strategic_review_weights_pk primary key (review_id, round, person_id, version),
  constraint strategic_review_weights_round_exists foreign key (review_id, round) references strategic_review_weighing
);

create table strategic_review_scores (
  review_id uuid not null,
  round integer not null,
  person_id uuid not null constraint strategic_review_scores_person_exists references person,
  criterion text not null,
  version integer not null constraint strategic_review_scores_version_counts_from_one check (version > 0),
  -- the time of asking in which it was given, from 1
  pass integer not null constraint strategic_review_scores_pass_counts_from_one check (pass > 0),
  -- scores by option
  given jsonb not null,
  reason text not null,
  at timestamptz not null,
  constraint strategic_review_scores_pk primary key (review_id, round, person_id, criterion, version),
  constraint strategic_review_scores_round_exists foreign key (review_id, round) references strategic_review_weighing
);

create table strategic_review_note (
  id uuid not null constraint strategic_review_note_pk primary key,
  review_id uuid not null,
  round integer not null,
  kind text not null constraint strategic_review_note_kind_is_known check (kind in ('discussion', 'dissent')),
  -- null where it is about the whole
  criterion text,
  words text not null constraint strategic_review_note_says_something check (words <> ''),
  at timestamptz not null,
  by uuid not null constraint strategic_review_note_person_exists references person,
  constraint strategic_review_note_round_exists foreign key (review_id, round) references strategic_review_weighing
);
create index strategic_review_note_by_round on strategic_review_note (review_id, round);

create trigger strategic_review_weighing_kept before update or delete on strategic_review_weighing
  for each row execute function row_is_kept();
create trigger strategic_review_weighing_stage_kept before update or delete on strategic_review_weighing_stage
  for each row execute function row_is_kept();
create trigger strategic_review_weights_kept before update or delete on strategic_review_weights
  for each row execute function row_is_kept();
create trigger strategic_review_scores_kept before update or delete on strategic_review_scores
  for each row execute function row_is_kept();
create trigger strategic_review_note_kept before update or delete on strategic_review_note
  for each row execute function row_is_kept();
