-- 0072-claims-taken-back.sql
-- A council can take a claim of grant back before it is decided, and its finance officer is reminded of the statement that is
-- due after the end of a financial year, each time once.
--
-- Safe while people use the service: adds a column with a default, and a table. A claim that is taken back is kept as refused
-- by the council itself, with its reason, so a server of the release before shows and counts it rightly.
-- Undo: drop the table and the column.

alter table grant_claim
  add column taken_back boolean not null default false,
  add constraint grant_claim_taken_back_is_over check (not taken_back or state = 'refused');

create table grant_statement_reminder (
  award_id uuid not null constraint grant_statement_reminder_award_exists references award,
  -- the day by which the statement is due
  due_on date not null,
  -- before that day; less than 0 is after it
  days integer not null,
  sent_at timestamptz not null,
  constraint grant_statement_reminder_pk primary key (award_id, due_on, days)
);
