-- 0019-what-ranks-is-locked.sql
-- Whether estimates set the order is decided before a round is public, as the criteria are: `calibration` stays as it was
-- sealed. It stands among the mechanics of a sealed document, where versions that were sealed before have it.
--
-- Safe while people use the service: the change of a draft of a public round that was never sealed is taken back, since it
-- could not be sealed any more. Programs of the release before are refused what they may not change any more.
-- Undo: create sealed_rules_follow and round_rules_stay of 0015 again.

update round_rules d set rules = jsonb_set(d.rules, '{calibration}', sealed.calibration), revision = d.revision + 1
from (
  select distinct on (s.round_id) s.round_id, s.document::jsonb #> '{mechanics,calibration}' as calibration
  from sealed_rules s join round r on r.id = s.round_id
  where r.published_at is not null order by s.round_id, s.version desc) sealed
where sealed.round_id = d.round_id and sealed.calibration is not null
  and d.rules -> 'calibration' is distinct from sealed.calibration;

create or replace function sealed_rules_follow() returns trigger language plpgsql as $$
declare
  head sealed_rules%rowtype;
begin
  select * into head from sealed_rules where round_id = new.round_id order by version desc limit 1;
  if new.version <> coalesce(head.version, 0) + 1 or new.previous_sha256 is distinct from head.sha256 then
    raise exception 'sealed rules must follow the version before' using errcode = 'integrity_constraint_violation';
  end if;
  if head.version is not null and exists (select from round where id = new.round_id and published_at is not null)
    and (new.document::jsonb -> 'locked' is distinct from head.document::jsonb -> 'locked'
      or new.document::jsonb #> '{mechanics,calibration}'
        is distinct from head.document::jsonb #> '{mechanics,calibration}')
  then
    raise exception 'the rules of a public round are locked' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;

create or replace function round_rules_stay() returns trigger language plpgsql as $$
declare
  locked constant text[] :=
    array['criteria', 'overallLeastPercent', 'spread', 'tieBreaks', 'drawValue', 'interview', 'calibration'];
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
