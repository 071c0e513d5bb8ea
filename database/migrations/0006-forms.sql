-- 0006-forms.sql
-- Forms as data. A version is a draft until it is published; from then on it never changes, so that what was asked can
-- always be shown beside what was answered.
--
-- Safe while people use the service: creates only.
-- Undo: drop the tables, last first, the function, and the constraint on round.

create table form (
  id uuid not null constraint form_pk primary key,
  fund_id uuid not null constraint form_fund_exists references fund,
  name text not null,
  purpose text not null,
  created_at timestamptz not null,
  constraint form_purpose_is_known
    check (purpose in ('expression-of-interest', 'application', 'assessment', 'interview', 'monitoring', 'evaluation'))
);

create table form_version (
  id uuid not null constraint form_version_pk primary key,
  form_id uuid not null constraint form_version_form_exists references form,
  number integer not null,
  definition jsonb not null,
  -- of the definition in canonical JSON
  sha256 text not null,
  change_note text not null default '',
  saved_at timestamptz not null,
  published_at timestamptz,
  published_by uuid constraint form_version_publisher_exists references person,
  constraint form_version_number_is_unique unique (form_id, number)
);

create function form_version_is_immutable() returns trigger language plpgsql as $$
begin
  if old.published_at is null then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  raise exception 'a published form version is never altered' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger form_version_immutable before update or delete on form_version
  for each row execute function form_version_is_immutable();

alter table round
  add constraint round_form_version_exists foreign key (form_version_id) references form_version;
