-- 0070-performance.sql
-- How the service performs, for everybody: what people thought of it, without who they are, and what running it cost, as the
-- programme team of a fund enters it with where that stands.
--
-- Safe while people use the service: adds tables that older servers do not know.
-- Undo: drop the tables.

-- An answer to one question. Nothing leads to who gave it: no person, no address, no time but the day,
-- and an id in which there is no time either.
create table service_feedback (
  id uuid not null constraint service_feedback_pk primary key,
  given_on date not null,
  after text not null constraint service_feedback_after_is_known check (after in ('submitting', 'page')),
  -- from very dissatisfied (1) to very satisfied (5)
  rating integer not null constraint service_feedback_rating_is_known check (rating between 1 and 5)
);
create index service_feedback_by_day on service_feedback (given_on);

-- The last number of a month counts.
create table service_cost (
  fund_id uuid not null constraint service_cost_fund_exists references fund,
  month text not null constraint service_cost_month_is_one check (month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
  number integer not null constraint service_cost_counts_from_one check (number > 0),
  pounds bigint not null constraint service_cost_is_not_negative check (pounds >= 0),
  source text not null constraint service_cost_has_a_source check (source <> ''),
  entered_at timestamptz not null,
  entered_by uuid not null constraint service_cost_enterer_exists references person,
  constraint service_cost_pk primary key (fund_id, month, number)
);
create trigger service_cost_kept before update or delete on service_cost
  for each row execute function row_is_kept();
