-- Which bodies of the register lie beside one another, so that an assessor of one does not read a bid of the other unless
-- that is released. Each border is kept once, the lesser code first, with where it is known from and of which day that is
-- true.
--
-- Safe while people use the service: creates only.
-- Undo: drop the table.

create table organisation_border (
  one_id text not null constraint organisation_border_one_exists references organisation,
  other_id text not null constraint organisation_border_other_exists references organisation,
  source text not null,
  as_of_on date not null,
  note text not null default '',
  constraint organisation_border_pk primary key (one_id, other_id),
  constraint organisation_border_is_kept_once check (one_id collate "C" < other_id collate "C"),
  constraint organisation_border_names_its_source check (source <> '')
);
create index organisation_border_by_other on organisation_border (other_id);
