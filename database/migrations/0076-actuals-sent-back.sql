-- 0076-actuals-sent-back.sql
-- The finance of a council sends an actual back that is not right, with what is wrong with it: of a version, so that what is
-- changed is looked at anew. Until now it could confirm an actual or leave it, and nobody was told.
--
-- Safe while people use the service: it adds a table that older servers do not know; to them such an actual waits for finance.
-- Undo: drop the table, and with it what was sent back.

create table actual_sent_back (
  award_id uuid not null,
  sheet text not null constraint actual_sent_back_is_of_an_actual check (sheet = 'actuals'),
  entry text not null,
  version integer not null,
  reason text not null constraint actual_sent_back_is_explained check (length(reason) between 1 and 2000),
  sent_back_at timestamptz not null,
  sent_back_by uuid not null constraint actual_sent_back_person_exists references person,
  constraint actual_sent_back_pk primary key (award_id, sheet, entry, version),
  constraint actual_sent_back_actual_exists foreign key (award_id, sheet, entry, version) references award_entry
);

create trigger actual_sent_back_kept before update or delete on actual_sent_back
  for each row execute function row_is_kept();
