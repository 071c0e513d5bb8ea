-- 0001-audit.sql
-- Every change leaves a row here, in the transaction that makes the change. A row is never altered or removed; the
-- sealer alone fills in its place in the hash chain, once. Rows are chained after they are committed, because chaining
-- each in its own transaction would make every save wait for the one before it.
--
-- Safe while people use the service: creates only.
-- Undo: drop table audit_event; drop function audit_event_is_append_only();

create table audit_event (
  id uuid not null constraint audit_event_pk primary key,
  at timestamptz not null,
  action text not null,
  actor_id uuid,
  fund_id uuid,
  object_type text not null,
  object_id text not null,
  facts jsonb not null,
  sequence bigint constraint audit_event_sequence_is_unique unique,
  previous_hash text,
  hash text,
  constraint audit_event_is_sealed_whole
    check ((sequence is null) = (hash is null) and (sequence is null) = (previous_hash is null))
);

create index audit_event_unsealed on audit_event (at, id) where sequence is null;
create index audit_event_by_object on audit_event (object_type, object_id, at);
create index audit_event_by_fund on audit_event (fund_id, at);

create function audit_event_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.sequence is null and new.sequence is not null
    and (old.id, old.at, old.action, old.actor_id, old.fund_id, old.object_type, old.object_id, old.facts)
      is not distinct from
        (new.id, new.at, new.action, new.actor_id, new.fund_id, new.object_type, new.object_id, new.facts)
  then
    return new;
  end if;
  raise exception 'the audit log is append-only' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger audit_event_append_only before update or delete on audit_event
  for each row execute function audit_event_is_append_only();
create trigger audit_event_no_truncate before truncate on audit_event
  for each statement execute function audit_event_is_append_only();
