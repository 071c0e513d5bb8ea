-- 0083-why-a-keyed-application-is-disowned.sql
-- An applicant can say that what was keyed in for them is not theirs, or not what they wrote. Until now nobody learned what
-- was wrong with it. Whoever says so now says what, and the programme team reads it.
--
-- Safe while people use the service: it adds a column with a default. Servers of the release before state nothing, as they
-- did, and so no constraint asks for it.
-- Undo: drop the column, and with it what was said.

alter table keyed_application add column disowned_because text not null default ''
  constraint keyed_application_because_is_short check (length(disowned_because) <= 2000);
