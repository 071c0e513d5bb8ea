-- A comment can be about one question of its page; null means the page as a whole.
--
-- Safe while people use the service: adds a column that may be empty. A server from before does not fill it.
-- Undo: drop the column.

alter table application_comment add column question_id text;
