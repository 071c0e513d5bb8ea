-- 0084-kinds-of-help-of-lots.sql
-- A lot is one kind of help, or all the help for one council. Which kind it is stood in its name alone, so that the
-- supplier of a lot for staff could be ordered to appraise options. A lot now says which kinds of help are bought under it.
--
-- Safe while people use the service: it adds a column with a default, which is what a lot was until now, for any kind.
-- Servers of the release before go on adding such lots, and order any kind under those that say which.
-- Undo: drop the column; orders stay.

-- the kinds of help that are bought under it; none where it is for any
alter table support_lot add column works text[] not null default '{}'
  constraint support_lot_works_are_known check (works <@ array[
    'legal', 'finance', 'hr', 'tax', 'engagement', 'options-appraisal', 'implementation-plan']);
