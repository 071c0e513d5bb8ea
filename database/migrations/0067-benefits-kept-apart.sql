-- Benefits of different awards that may be one are counted once, unless somebody who runs the fund says why both count. A
-- decision that is taken back is another row without a reason: nothing is changed.
--
-- Safe while people use the service: it adds a table that older servers do not know; they count both. To undo: drop the table.
create table benefit_kept_apart (
  -- the two benefits, by the ids of their awards and of their entries; the award with the lesser id first
  first_award uuid not null constraint benefit_kept_apart_first_exists references award,
  first_entry text not null,
  second_award uuid not null constraint benefit_kept_apart_second_exists references award,
  second_entry text not null,
  number integer not null constraint benefit_kept_apart_counts_from_one check (number > 0),
  -- why both count; '' when they are counted once again
  reason text not null,
  decided_at timestamptz not null,
  decided_by uuid not null constraint benefit_kept_apart_decider_exists references person,
  constraint benefit_kept_apart_pk primary key (first_award, first_entry, second_award, second_entry, number),
  constraint benefit_kept_apart_is_in_order check (first_award < second_award)
);

create trigger benefit_kept_apart_kept before update or delete on benefit_kept_apart
  for each row execute function row_is_kept();
