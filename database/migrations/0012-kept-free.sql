-- 0012-kept-free.sql
-- Keeps the number for a change that is being made beside this one: delete this file when adding the real 0012.
--
-- Safe while people use the service: changes nothing.
-- Undo: nothing to undo.

select 1;
