-- How often each option of a strategic review has each rank, as it was worked out: all that it depends on with its hash, and
-- what came of it, so that anybody can work it out again and compare. Until now it was worked out whenever it was looked at.
--
-- A table of its own, as a server of the release before takes every row of strategic_review_run for a simulation of money.
-- Safe while people use the service: older servers do not know it. To undo: drop it, and with it the runs.
create table strategic_review_rank_run (
  id uuid not null constraint strategic_review_rank_run_pk primary key,
  review_id uuid not null constraint strategic_review_rank_run_review_exists references strategic_review,
  -- 1, 2, 3, … within the review
  number integer not null,
  -- canonical JSON, to the letter as it was hashed
  input text not null,
  input_sha256 text not null,
  result text not null,
  result_sha256 text not null,
  -- what worked it out, with the version of its method
  engine text not null,
  made_at timestamptz not null,
  made_by uuid not null constraint strategic_review_rank_run_maker_exists references person,
  constraint strategic_review_rank_run_number_is_unique unique (review_id, number),
  constraint strategic_review_rank_run_input_is_hashed check (input_sha256 = encode(sha256(convert_to(input, 'UTF8')), 'hex')),
  constraint strategic_review_rank_run_result_is_hashed check (result_sha256 = encode(sha256(convert_to(result, 'UTF8')), 'hex'))
);

create trigger strategic_review_rank_run_kept before update or delete on strategic_review_rank_run
  for each row execute function row_is_kept();
