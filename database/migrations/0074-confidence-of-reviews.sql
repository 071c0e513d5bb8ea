-- 0074-confidence-of-reviews.sql
-- Where the sealed rules of a round ask it, assessors say of each application how sure they are of their scores. What they
-- say counts in estimates, as the rules say how much.
--
-- Safe while people use the service: adds a column that may be null. A server of the release before neither reads nor
-- writes it, and no rules that were sealed with that release ask for it.
-- Undo: drop the column.

alter table review
  add column confidence text,
  add constraint review_confidence_is_known check (confidence in ('sure', 'fairly-sure', 'not-sure'));
