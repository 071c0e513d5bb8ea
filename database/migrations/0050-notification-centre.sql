-- 0050-notification-centre.sql
-- What was sent to a person is read in one place, and each person says how they are told: by email at once, once a day or a
-- week, or there alone. A message that is put off waits as `held` until its digest; which digest had it is kept, so that it
-- is in one at most. `centre`: it is not emailed.
--
-- Safe while people use the service: it adds a table, columns that programs of the release before leave empty, and states
-- that they do not write; they send nothing that is not `queued`.
-- Undo: update message set state = 'queued' where state = 'held'; update message set state = 'sent' where state in
-- ('digested', 'centre'); put the constraint of 0008 back; drop the columns and the table.

alter table message
  add column read_at timestamptz,
  add column digest_at timestamptz,
  add column digest_id uuid constraint message_digest_exists references message,
  drop constraint message_state_is_known,
  add constraint message_state_is_known
    check (state in ('queued', 'sent', 'kept', 'failed', 'held', 'digested', 'centre')),
  add constraint message_held_has_digest check (state <> 'held' or (digest_at is not null and person_id is not null)),
  add constraint message_digested_has_digest check ((state = 'digested') = (digest_id is not null));

create index message_by_person on message (person_id, created_at desc) where person_id is not null;
create index message_by_address on message (lower(recipient), created_at desc) where person_id is null;
create index message_held on message (digest_at) where state = 'held';

-- how a person is told of a group of messages; without a row, by email at once
create table notification_preference (
  person_id uuid not null constraint notification_preference_person_exists references person,
  -- of core/notifications: network, experts …
  message_group text not null,
  -- null: of every fund that has no row of its own
  fund_id uuid constraint notification_preference_fund_exists references fund,
  delivery text not null,
  changed_at timestamptz not null,
  constraint notification_preference_is_one unique nulls not distinct (person_id, message_group, fund_id),
  constraint notification_preference_delivery_is_known check (delivery in ('at-once', 'daily', 'weekly', 'centre'))
);
