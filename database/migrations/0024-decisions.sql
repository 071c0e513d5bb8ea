-- 0024-decisions.sql
-- Deciding about awards: what was tried with the portfolio, what people said of their conflicts, what the panel recommends,
-- the accounting officer's note, the submission, and the decision itself. What stands for the record is numbered and the
-- last number counts; once a decision is recorded nothing of this is written any more but whom to tell.
--
-- Safe while people use the service: creates only.
-- Undo: drop the triggers, their functions and the tables, last first.

-- A portfolio that was worked out with cards moved, by its run: a name, and why it was tried.
create table portfolio_what_if (
  run_id uuid not null constraint portfolio_what_if_pk primary key
    constraint portfolio_what_if_run_exists references assessment_run,
  name text not null,
  reason text not null,
  constraint portfolio_what_if_has_a_name check (name <> ''),
  constraint portfolio_what_if_has_a_reason check (reason <> '')
);

-- What somebody who recommends or decides says of their conflicts before they do.
create table decision_declaration (
  round_id uuid not null constraint decision_declaration_round_exists references round,
  person_id uuid not null constraint decision_declaration_person_exists references person,
  number integer not null,
  stage text not null,
  application_ids uuid[] not null,
  statement text not null,
  declared_at timestamptz not null,
  constraint decision_declaration_pk primary key (round_id, person_id, number),
  constraint decision_declaration_stage_is_known check (stage in ('panel', 'decision')),
  constraint decision_declaration_says_it check (application_ids = '{}' or statement <> '')
);

-- What the panel recommends, or the decision-maker decides, of one application. With a rule and a reason where it is other
-- than what was proposed or recommended.
create table decision_choice (
  round_id uuid not null constraint decision_choice_round_exists references round,
  stage text not null,
  application_id uuid not null constraint decision_choice_application_exists references application,
  number integer not null,
  outcome text not null,
  pounds integer,
  reserve_place integer,
  rule text not null,
  reason text not null,
  decided_at timestamptz not null,
  decided_by uuid constraint decision_choice_decider_exists references person,
  constraint decision_choice_pk primary key (round_id, stage, application_id, number),
  constraint decision_choice_stage_is_known check (stage in ('panel', 'decision')),
  constraint decision_choice_outcome_is_known check (outcome in ('award', 'reserve', 'declined')),
  constraint decision_choice_awards_money check ((outcome = 'award') = (pounds is not null) and (pounds is null or pounds > 0)),
  constraint decision_choice_reserve_has_a_place check (outcome = 'reserve' or reserve_place is null),
  constraint decision_choice_departs_with_a_reason check ((rule = '') = (reason = ''))
);

-- What the panel recommends, as it was frozen: canonical JSON of every outcome, and the portfolio that it started from.
create table panel_recommendation (
  round_id uuid not null constraint panel_recommendation_pk primary key
    constraint panel_recommendation_round_exists references round,
  run_id uuid not null constraint panel_recommendation_run_exists references assessment_run,
  outcomes text not null,
  sha256 text not null,
  frozen_at timestamptz not null,
  frozen_by uuid constraint panel_recommendation_freezer_exists references person,
  constraint panel_recommendation_hash_is_of_outcomes check (sha256 = encode(sha256(convert_to(outcomes, 'UTF8')), 'hex'))
);

-- What the accounting officer says of the method of selection.
create table accounting_note (
  round_id uuid not null constraint accounting_note_round_exists references round,
  number integer not null,
  regularity text not null,
  propriety text not null,
  value_for_money text not null,
  feasibility text not null,
  officer text not null,
  saved_at timestamptz not null,
  saved_by uuid constraint accounting_note_saver_exists references person,
  constraint accounting_note_pk primary key (round_id, number),
  constraint accounting_note_is_whole
    check (regularity <> '' and propriety <> '' and value_for_money <> '' and feasibility <> '' and officer <> '')
);

-- The words of the submission to whoever decides; the facts come from the rest.
create table decision_submission (
  round_id uuid not null constraint decision_submission_round_exists references round,
  number integer not null,
  summary text not null,
  options text not null,
  lines_to_take text not null,
  saved_at timestamptz not null,
  saved_by uuid constraint decision_submission_saver_exists references person,
  constraint decision_submission_pk primary key (round_id, number)
);

-- The decision as it stands for ever: canonical JSON with its hash. `told_at` is when everybody was told.
create table decision (
  round_id uuid not null constraint decision_pk primary key constraint decision_round_exists references round,
  document text not null,
  sha256 text not null,
  decided_by text not null,
  decided_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid constraint decision_recorder_exists references person,
  tell_at timestamptz not null,
  told_at timestamptz,
  constraint decision_hash_is_of_document check (sha256 = encode(sha256(convert_to(document, 'UTF8')), 'hex'))
);

-- Members of Parliament to tell, as the team pasted them. The last number counts.
create table members_to_tell (
  round_id uuid not null constraint members_to_tell_round_exists references round,
  number integer not null,
  rows jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid constraint members_to_tell_saver_exists references person,
  constraint members_to_tell_pk primary key (round_id, number)
);

create function decision_record_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'this record of a decision is never altered' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger portfolio_what_if_kept before update or delete on portfolio_what_if
  for each row execute function decision_record_is_kept();
create trigger decision_declaration_kept before update or delete on decision_declaration
  for each row execute function decision_record_is_kept();
create trigger decision_choice_kept before update or delete on decision_choice
  for each row execute function decision_record_is_kept();
create trigger panel_recommendation_kept before update or delete on panel_recommendation
  for each row execute function decision_record_is_kept();
create trigger accounting_note_kept before update or delete on accounting_note
  for each row execute function decision_record_is_kept();
create trigger decision_submission_kept before update or delete on decision_submission
  for each row execute function decision_record_is_kept();
create trigger members_to_tell_kept before update or delete on members_to_tell
  for each row execute function decision_record_is_kept();

create function refuse_when_decided(of uuid) returns void language plpgsql as $$
begin
  if exists (select from decision where round_id = of) then
    raise exception 'the awards of this round are decided' using errcode = 'integrity_constraint_violation';
  end if;
end
$$;

-- Of tables that have the round.
create function before_it_is_decided() returns trigger language plpgsql as $$
begin
  perform refuse_when_decided(new.round_id);
  return new;
end
$$;
create trigger decision_declaration_in_time before insert on decision_declaration
  for each row execute function before_it_is_decided();
create trigger panel_recommendation_in_time before insert on panel_recommendation
  for each row execute function before_it_is_decided();
create trigger accounting_note_in_time before insert on accounting_note
  for each row execute function before_it_is_decided();
create trigger decision_submission_in_time before insert on decision_submission
  for each row execute function before_it_is_decided();

-- The panel chooses until its recommendation is frozen; whoever decides, from then on; each after they declared.
create function choice_in_time() returns trigger language plpgsql as $$
declare
  frozen boolean;
begin
  perform refuse_when_decided(new.round_id);
  select exists (select from panel_recommendation where round_id = new.round_id) into frozen;
  if frozen and new.stage = 'panel' then
    raise exception 'the recommendation of this round is frozen' using errcode = 'integrity_constraint_violation';
  end if;
  if not frozen and new.stage = 'decision' then
    raise exception 'the panel has not recommended yet' using errcode = 'integrity_constraint_violation';
  end if;
  if not exists (select from decision_declaration where round_id = new.round_id and person_id = new.decided_by) then
    raise exception 'conflicts are declared first' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger decision_choice_in_time before insert on decision_choice for each row execute function choice_in_time();

-- A decision comes after the seal and the recommendation, and its awards are within the places, the pot and the cap.
create function decision_is_sound() returns trigger language plpgsql as $$
declare
  of fund%rowtype;
  awards integer;
  pounds bigint;
  largest integer;
begin
  if not exists (select from sealed_rules where round_id = new.round_id) then
    raise exception 'awards are decided after the rules are sealed' using errcode = 'integrity_constraint_violation';
  end if;
  if not exists (select from panel_recommendation where round_id = new.round_id) then
    raise exception 'awards are decided after the panel has recommended' using errcode = 'integrity_constraint_violation';
  end if;
  select f.* into of from fund f join round r on r.fund_id = f.id where r.id = new.round_id;
  select count(*), coalesce(sum((a ->> 'pounds')::integer), 0), coalesce(max((a ->> 'pounds')::integer), 0)
    into awards, pounds, largest
    from jsonb_array_elements(new.document::jsonb -> 'applications') a where a ->> 'outcome' = 'award';
  if awards > of.places or pounds > of.budget_pounds or largest > of.cap_pounds then
    raise exception 'awards are beyond the places, the budget or the cap' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger decision_sound before insert on decision for each row execute function decision_is_sound();

create function decision_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.told_at is null and new.told_at >= old.tell_at
    and (old.round_id, old.document, old.sha256, old.decided_by, old.decided_at, old.recorded_at, old.recorded_by, old.tell_at)
      is not distinct from
      (new.round_id, new.document, new.sha256, new.decided_by, new.decided_at, new.recorded_at, new.recorded_by, new.tell_at)
  then
    return new;
  end if;
  raise exception 'a decision is never altered, and nobody is told before its embargo ends'
    using errcode = 'integrity_constraint_violation';
end
$$;
create trigger decision_kept before update or delete on decision for each row execute function decision_is_kept();

-- Whom to tell is listed once it is known who is awarded.
create function members_after_decision() returns trigger language plpgsql as $$
begin
  if not exists (select from decision where round_id = new.round_id) then
    raise exception 'members are listed after the decision' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger members_to_tell_after_decision before insert on members_to_tell
  for each row execute function members_after_decision();
