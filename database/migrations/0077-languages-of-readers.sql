-- 0077-languages-of-readers.sql
-- Emails and notifications are written in the language of whoever reads them. A person has one, and so has a subscriber, who
-- is no person of the service: that in which they subscribed. A message keeps the language in which it was written, so that
-- what is added when it is sent is in the same, and pages can say which it is. null is the language of the service.
--
-- Safe while people use the service: adds columns that may be null. A server of the release before neither reads nor writes
-- them, and what it writes is in the language of the service.
-- Undo: drop the columns.

alter table person
  add column language text constraint person_language_is_tag check (language ~ '^[a-zA-Z0-9-]{2,35}$');

alter table subscription
  add column language text constraint subscription_language_is_tag check (language ~ '^[a-zA-Z0-9-]{2,35}$');

alter table message
  add column language text constraint message_language_is_tag check (language ~ '^[a-zA-Z0-9-]{2,35}$');
