-- 0008-messages.sql
-- Every e-mail the service sends is a row first, written with the change that caused it; a job then hands it on.
--
-- Safe while people use the service: creates only.
-- Undo: drop table message;

create table message (
  id uuid not null constraint message_pk primary key,
  kind text not null,
  recipient text not null,
  subject text not null,
  body text not null,
  -- one-click unsubscribe and the like: {"List-Unsubscribe": …}
  headers jsonb not null default '{}',
  person_id uuid constraint message_person_exists references person,
  fund_id uuid constraint message_fund_exists references fund,
  created_at timestamptz not null,
  -- holds a link or a code that signs somebody in: the text goes once it is sent, or will not be
  forget_body boolean not null default false,
  state text not null default 'queued',
  attempts integer not null default 0,
  sent_at timestamptz,
  provider_id text,
  last_error text,
  constraint message_state_is_known check (state in ('queued', 'sent', 'kept', 'failed'))
);
create index message_by_time on message (created_at desc);
create index message_by_recipient on message (recipient, created_at desc);
