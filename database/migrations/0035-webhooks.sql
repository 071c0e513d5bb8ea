-- 0035-webhooks.sql
-- Addresses outside that are told what becomes public about a fund, and what each was told, with how its delivery stands.
--
-- The secret by which messages are signed is sealed with the secret of the service, since it has to be read to sign.
--
-- Safe while people use the service: creates only.
-- Undo: drop the tables, last first.

create table webhook (
  id uuid not null constraint webhook_pk primary key,
  fund_id uuid not null constraint webhook_fund_exists references fund,
  address text not null,
  events text[] not null,
  state text not null default 'active',
  -- why the service paused it; empty where somebody did
  pause_reason text not null default '',
  active_since timestamptz not null,
  -- messages in a row
  given_up integer not null default 0,
  sealed_secret text not null,
  -- signs beside the present one until then
  previous_sealed_secret text,
  previous_until timestamptz,
  created_at timestamptz not null,
  created_by uuid not null constraint webhook_creator_exists references person,
  removed_at timestamptz,
  constraint webhook_state_is_known check (state in ('active', 'paused')),
  constraint webhook_has_events check (cardinality(events) > 0),
  constraint webhook_events_are_known
    check (events <@ '{round.opened,round.deadline_changed,update.posted,results.published,award.changed}'),
  constraint webhook_secret_is_kept_until_removed check ((sealed_secret = '') = (removed_at is not null)),
  constraint webhook_previous_secret_ends check ((previous_sealed_secret is null) = (previous_until is null))
);
create unique index webhook_is_one_for_each_address on webhook (fund_id, address) where removed_at is null;

create table webhook_message (
  id uuid not null constraint webhook_message_pk primary key,
  webhook_id uuid not null constraint webhook_message_webhook_exists references webhook,
  -- what it is about
  subject text not null,
  event text not null,
  -- to the letter as it is sent
  body text not null,
  made_at timestamptz not null,
  state text not null default 'waiting',
  tries integer not null default 0,
  tried_at timestamptz,
  status integer,
  problem text not null default '',
  constraint webhook_message_is_told_once unique (webhook_id, subject),
  constraint webhook_message_state_is_known check (state in ('waiting', 'delivered', 'given-up'))
);
create index webhook_message_by_time on webhook_message (webhook_id, made_at desc);
create index webhook_message_by_age on webhook_message (made_at);
