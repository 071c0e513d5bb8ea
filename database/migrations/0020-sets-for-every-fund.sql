-- Sets of questions that belong to no fund are offered to every one.
--
-- Safe while people use the service: allows more than before and adds an index. A server from before does not offer them.
-- Undo: delete the sets without a fund, drop the index and set the column not null again.

alter table question_set alter column fund_id drop not null;
create unique index question_set_name_is_unique_in_service on question_set (lower(name))
  where fund_id is null and retired_at is null;
