-- 0018-shortlist.sql
-- What deciding a shortlist needs besides the scores: the public value of a draw, the panel's comparisons of applications
-- that cannot be told apart, and that what is frozen stays so. One more assessor can score after the close, for the one
-- application that they were asked for.
--
-- Safe while people use the service: creates and adds only; a shortlist that was frozen before stays as it is.
-- Undo: drop the triggers, their functions and the tables, and create score_may_change of 0016 again.

-- What the rules named in advance, once it is known.
create table shortlist_draw (
  round_id uuid not null constraint shortlist_draw_pk primary key constraint shortlist_draw_round_exists references round,
  value text not null,
  known_at timestamptz not null,
  known_by uuid constraint shortlist_draw_knower_exists references person,
  constraint shortlist_draw_says_it check (value <> '')
);

-- Which of two applications the panel puts first, and why. The last number counts.
create table shortlist_comparison (
  round_id uuid not null constraint shortlist_comparison_round_exists references round,
  better_id uuid not null constraint shortlist_comparison_better_exists references application,
  other_id uuid not null constraint shortlist_comparison_other_exists references application,
  number integer not null,
  reason text not null,
  decided_at timestamptz not null,
  decided_by uuid constraint shortlist_comparison_decider_exists references person,
  constraint shortlist_comparison_pk primary key (round_id, number),
  constraint shortlist_comparison_is_of_two check (better_id <> other_id),
  constraint shortlist_comparison_has_a_reason check (reason <> '')
);

create function shortlist_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.told_at is null
    and (old.round_id, old.document, old.sha256, old.frozen_at, old.frozen_by, old.tell_at)
      is not distinct from (new.round_id, new.document, new.sha256, new.frozen_at, new.frozen_by, new.tell_at)
  then
    return new;
  end if;
  raise exception 'a frozen shortlist is never altered' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger shortlist_kept before update or delete on shortlist for each row execute function shortlist_is_kept();
create trigger shortlist_comparison_kept before update or delete on shortlist_comparison
  for each row execute function assessment_record_is_kept();

create function refuse_when_frozen(of uuid) returns void language plpgsql as $$
begin
  if exists (select from shortlist where round_id = of) then
    raise exception 'the shortlist of this round is frozen' using errcode = 'integrity_constraint_violation';
  end if;
end
$$;

-- Of tables that have the round.
create function decided_in_time() returns trigger language plpgsql as $$
begin
  perform refuse_when_frozen(coalesce(new.round_id, old.round_id));
  return case tg_op when 'DELETE' then old else new end;
end
$$;
create trigger shortlist_choice_in_time before insert or update or delete on shortlist_choice
  for each row execute function decided_in_time();
create trigger shortlist_draw_in_time before insert or update or delete on shortlist_draw
  for each row execute function decided_in_time();
create trigger shortlist_comparison_in_time before insert on shortlist_comparison
  for each row execute function decided_in_time();

-- Of tables that have a review: after scoring has closed, and before the shortlist is frozen.
create function moderated_in_time() returns trigger language plpgsql as $$
declare
  of uuid;
begin
  select a.round_id into of from review v join application a on a.id = v.application_id where v.id = new.review_id;
  if not exists (select from assessment where round_id = of and closed_at is not null) then
    raise exception 'scores are moderated after scoring has closed' using errcode = 'integrity_constraint_violation';
  end if;
  perform refuse_when_frozen(of);
  return new;
end
$$;
create trigger score_moderation_in_time before insert on score_moderation
  for each row execute function moderated_in_time();
create trigger review_set_aside_in_time before insert on review_set_aside
  for each row execute function moderated_in_time();

-- What was submitted is not scored again, and nothing is scored before scoring opens or after it has closed, but by
-- somebody who was asked for one more opinion of this one application, until the shortlist is frozen.
create or replace function score_may_change() returns trigger language plpgsql as $$
declare
  of review%rowtype;
begin
  select * into of from review where id = coalesce(new.review_id, old.review_id);
  if of.state = 'submitted' then
    raise exception 'a submitted review is not scored again' using errcode = 'integrity_constraint_violation';
  end if;
  if not of.practice and not exists (
    select from assessment s join application a on a.round_id = s.round_id
    where a.id = of.application_id and s.opened_at is not null and (s.closed_at is null or (
      not exists (select from shortlist l where l.round_id = s.round_id)
      and exists (select from assignment g where g.application_id = of.application_id and g.person_id = of.person_id
        and g.why = 'extra' and g.ended_at is null))))
  then
    raise exception 'scores are given while scoring is open' using errcode = 'integrity_constraint_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;
