-- 0022-calendars.sql
-- An email may carry an event for the calendar of its reader: {"method": "REQUEST", "content": iCalendar}.
--
-- Safe while people use the service: adds one column that programs of the release before leave empty.
-- Undo: alter table message drop column calendar;

alter table message add column calendar jsonb;
