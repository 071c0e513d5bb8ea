-- 0081-statements-that-fall.sql
-- What a council stated that it spent of a grant can turn out to be less: a supplier gave money back, or the first figure was
-- wrong. Until now a lower statement took the place of a higher one without a word. Whoever signs it now says why, and the
-- programme team reads it.
--
-- Safe while people use the service: it adds a column with a default. Servers of the release before state no reason, as they
-- did, and so no constraint asks for one.
-- Undo: drop the column, and with it the reasons.

alter table grant_statement add column less_because text not null default ''
  constraint grant_statement_reason_is_short check (length(less_because) <= 2000);
