-- 0071-made-up-feedback.sql
-- Whether an answer to how satisfied people are was made up, to show what the page of performance says. Made-up answers
-- count only while the service is being evaluated.
--
-- Safe while people use the service: adds a column that older servers neither write nor read. Theirs are real.
-- Undo: drop the column.
alter table service_feedback add column illustrative boolean not null default false;
