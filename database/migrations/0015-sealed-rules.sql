-- 0015-sealed-rules.sql
-- The rules by which applications are assessed and chosen, the gates that a round passes before it is public, and the
-- seal: the rules with their timetable and form as one text with its SHA-256, chained to the version before. Scores must
-- not come before rules, and rules must not move once people have seen them (Public Accounts Committee, 15 March 2024), so
-- the database itself refuses to change a sealed version, to publish a round that has none, and to change what decides who
-- may apply and who is awarded from publication on. A round that turns out wrong is cancelled and opened again.
--
-- Safe while people use the service: creates, and adds columns without a default to fill in. Rounds that were public before
-- have no seal and stay as free as they were: the triggers bind rounds with one. Programs of the release before cannot
-- publish a round from now on, because they do not seal.
-- Undo: drop the triggers, their functions, the tables, last first, and the columns of round.

-- What the programme team writes. The sealed versions below are what counts.
create table round_rules (
  round_id uuid not null constraint round_rules_pk primary key constraint round_rules_round_exists references round,
  rules jsonb not null,
  -- counts what was saved, so that two who write at once do not overwrite each other
  revision integer not null,
  saved_at timestamptz not null,
  saved_by uuid constraint round_rules_saver_exists references person,
  constraint round_rules_revision_is_positive check (revision > 0)
);

-- How a requirement is complied with, or why it is not.
create table round_gate (
  round_id uuid not null constraint round_gate_round_exists references round,
  gate text not null,
  state text not null,
  statement text not null,
  evidence_url text not null default '',
  owner text not null,
  -- of the earliest start: the first day on which a supplier can work
  dated_on date,
  saved_at timestamptz not null,
  saved_by uuid constraint round_gate_saver_exists references person,
  constraint round_gate_pk primary key (round_id, gate),
  constraint round_gate_state_is_known check (state in ('complied', 'explained')),
  constraint round_gate_says_something check (statement <> '' and owner <> '')
);

create table sealed_rules (
  round_id uuid not null constraint sealed_rules_round_exists references round,
  version integer not null,
  -- the canonical JSON (RFC 8785) whose SHA-256 stands beside it, kept as text so that it is the same for ever
  document text not null,
  sha256 text not null,
  previous_sha256 text,
  reason text not null,
  sealed_at timestamptz not null,
  -- null for a version that came with the made-up data of an evaluation
  sealed_by uuid constraint sealed_rules_sealer_exists references person,
  constraint sealed_rules_pk primary key (round_id, version),
  constraint sealed_rules_hash_is_of_document check (sha256 = encode(sha256(convert_to(document, 'UTF8')), 'hex')),
  constraint sealed_rules_first_has_none_before check ((version = 1) = (previous_sha256 is null)),
  constraint sealed_rules_later_has_reason check (version = 1 or reason <> '')
);

alter table round
  add column cancelled_at timestamptz,
  add column cancelled_by uuid,
  add column cancelled_reason text not null default '',
  add constraint round_canceller_exists foreign key (cancelled_by) references person,
  add constraint round_cancelled_for_a_reason check ((cancelled_at is null) = (cancelled_reason = ''));

create function sealed_rules_are_kept() returns trigger language plpgsql as $$
begin
  raise exception 'sealed rules are never changed or removed' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger sealed_rules_kept before update or delete on sealed_rules
  for each row execute function sealed_rules_are_kept();
create trigger sealed_rules_kept_whole before truncate on sealed_rules
  for each statement execute function sealed_rules_are_kept();

-- A version follows the one before it, and once the round is public leaves alone what is locked.
create function sealed_rules_follow() returns trigger language plpgsql as $$
declare
  head sealed_rules%rowtype;
begin
  select * into head from sealed_rules where round_id = new.round_id order by version desc limit 1;
  if new.version <> coalesce(head.version, 0) + 1 or new.previous_sha256 is distinct from head.sha256 then
    raise exception 'sealed rules must follow the version before' using errcode = 'integrity_constraint_violation';
  end if;
  if head.version is not null and exists (select from round where id = new.round_id and published_at is not null)
    and new.document::jsonb -> 'locked' is distinct from head.document::jsonb -> 'locked'
  then
    raise exception 'the rules of a public round are locked' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger sealed_rules_in_order before insert on sealed_rules
  for each row execute function sealed_rules_follow();

create function round_is_sealed(id uuid) returns boolean language sql stable as
  'select exists (select from sealed_rules where round_id = $1)';

create function round_keeps_its_rules() returns trigger language plpgsql as $$
begin
  if old.published_at is null and new.published_at is not null and not round_is_sealed(new.id) then
    raise exception 'a round is published only when its rules are sealed' using errcode = 'integrity_constraint_violation';
  end if;
  if old.published_at is not null and round_is_sealed(new.id) and (
    new.published_at is distinct from old.published_at
    or (select array_agg(kind order by kind) from unnest(new.eligible_kinds) as kind)
      is distinct from (select array_agg(kind order by kind) from unnest(old.eligible_kinds) as kind)
    or new.lead_slots is distinct from old.lead_slots
    or new.partner_minimum is distinct from old.partner_minimum
    or new.partner_slots is distinct from old.partner_slots
    or new.ineligible is distinct from old.ineligible
    or new.screener_version_id is distinct from old.screener_version_id)
  then
    raise exception 'the rules of a public round are locked' using errcode = 'integrity_constraint_violation';
  end if;
  if old.cancelled_at is not null and new.cancelled_at is distinct from old.cancelled_at then
    raise exception 'a cancelled round stays cancelled' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger round_rules_kept before update on round
  for each row execute function round_keeps_its_rules();

create function round_rules_stay() returns trigger language plpgsql as $$
declare
  locked constant text[] := array['criteria', 'overallLeastPercent', 'spread', 'tieBreaks', 'drawValue', 'interview'];
begin
  if round_is_sealed(old.round_id)
    and exists (select from round where id = old.round_id and published_at is not null)
    and (tg_op = 'DELETE' or exists (
      select from unnest(locked) as part where new.rules -> part is distinct from old.rules -> part))
  then
    raise exception 'the rules of a public round are locked' using errcode = 'integrity_constraint_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;
create trigger round_rules_locked before update or delete on round_rules
  for each row execute function round_rules_stay();

-- Nothing is submitted to a round that was called off, whatever the program says.
create function application_round_goes_on() returns trigger language plpgsql as $$
begin
  if new.state = 'submitted' and exists (select from round where id = new.round_id and cancelled_at is not null) then
    raise exception 'the round is cancelled' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger application_round_on before insert or update of state on application
  for each row execute function application_round_goes_on();
