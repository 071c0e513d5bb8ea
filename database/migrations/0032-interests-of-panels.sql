-- Members of a panel say whom they have to do with as assessors do: in one table, by person and round.
--
-- Safe while people use the service: a table may hold more than before, and a column is added that may be empty.
-- Undo: delete the rows of people who do not assess in their round, put the constraint back, drop the column.

alter table assessor_interest drop constraint assessor_interest_of_an_assessor;
alter table assessor_interest
  add constraint assessor_interest_round_exists foreign key (round_id) references round,
  add constraint assessor_interest_person_exists foreign key (person_id) references person;

-- When a member last said that this is everybody they have to do with; null: not yet.
alter table panel_member add column interests_confirmed_at timestamptz;
