-- 0069-questions-withdrawn.sql
-- A question to the expert panel can be withdrawn by the council that asked it: when, by whom and why.
--
-- Safe while people use the service: adds columns with defaults. No question was withdrawn before.
-- Undo: drop the columns.

alter table expert_request
  add column withdrawn_at timestamptz,
  add column withdrawn_by uuid constraint expert_request_withdrawer_exists references person,
  add column withdrawn_reason text not null default '',
  add constraint expert_request_withdrawn_is_said
    check ((state = 'withdrawn') = (withdrawn_at is not null) and (withdrawn_at is null) = (withdrawn_reason = ''));
