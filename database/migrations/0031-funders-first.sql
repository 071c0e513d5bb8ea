-- 0031-funders-first.sql
-- Funders are told what was decided under embargo, before applicants are: who was told, when, and by whom.
--
-- Safe while people use the service: creates only.
-- Undo: drop the triggers, the function and the table.

-- A representative of a funder who was told under embargo what was decided.
create table funder_told (
  round_id uuid not null constraint funder_told_round_exists references round,
  organisation_id text not null constraint funder_told_organisation_exists references organisation,
  person_id uuid not null constraint funder_told_person_exists references person,
  -- of the decision that they were told
  sha256 text not null,
  told_at timestamptz not null,
  told_by uuid not null constraint funder_told_teller_exists references person,
  constraint funder_told_pk primary key (round_id, organisation_id, person_id)
);

create trigger funder_told_kept before update or delete on funder_told
  for each row execute function telling_is_kept();

-- A funder is told what was decided, to the letter.
create function funder_is_told_the_decision() returns trigger language plpgsql as $$
begin
  if not exists (select from decision where round_id = new.round_id and sha256 = new.sha256) then
    raise exception 'funders are told a decision that is recorded' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger funder_told_the_decision before insert on funder_told
  for each row execute function funder_is_told_the_decision();
