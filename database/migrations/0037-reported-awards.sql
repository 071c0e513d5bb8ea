-- Awards of a round that was decided elsewhere, as somebody else published them: facts with their sources, and nothing made up.
--
-- A row without an organisation stands for awards of which only the number is known.
--
-- Safe while people use the service: creates only.
-- Undo: drop the table.

create table reported_award (
  id uuid not null constraint reported_award_pk primary key,
  round_id uuid not null constraint reported_award_round_exists references round,
  position integer not null,
  organisation_id text constraint reported_award_organisation_exists references organisation,
  project text not null,
  awards integer not null default 1,
  source_title text not null,
  source_url text not null,
  constraint reported_award_has_its_place unique (round_id, position),
  constraint reported_award_is_one_where_it_is_known
    check (awards >= 1 and (organisation_id is null or awards = 1) and (organisation_id is null) = (project = '')),
  constraint reported_award_has_a_source check (source_title <> '' and source_url ~ '^https?://')
);
