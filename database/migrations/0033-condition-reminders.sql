-- 0033-condition-reminders.sql
-- Of which conditions of an award its council has been reminded, so that nobody is reminded twice.
--
-- Safe while people use the service: creates only.
-- Undo: drop the table.

create table award_condition_reminder (
  award_id uuid not null constraint award_condition_reminder_award_exists references award,
  -- of the words of the condition: one that a later agreement repeats is the same
  condition_sha256 text not null,
  due_on date not null,
  -- how many days before that day
  days integer not null,
  reminded_at timestamptz not null,
  constraint award_condition_reminder_pk primary key (award_id, condition_sha256, due_on, days),
  constraint award_condition_reminder_is_before check (days >= 0)
);
