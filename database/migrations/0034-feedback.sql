-- 0034-feedback.sql
-- What applicants are told of how their application was judged: texts that are drafted from what assessors wrote, edited,
-- approved by somebody else, and released for a whole round at once. Every version of a text is kept. After the release
-- nothing of it changes.
--
-- Safe while people use the service: creates only.
-- Undo: drop the triggers, their functions and the tables, last first.

create table feedback (
  application_id uuid not null constraint feedback_pk primary key
    constraint feedback_application_exists references application,
  state text not null default 'draft',
  opened_at timestamptz not null,
  opened_by uuid constraint feedback_opener_exists references person,
  ready_at timestamptz,
  ready_by uuid constraint feedback_finisher_exists references person,
  approved_at timestamptz,
  approved_by uuid constraint feedback_approver_exists references person,
  constraint feedback_state_is_known check (state in ('draft', 'ready', 'approved')),
  constraint feedback_ready_says_who check ((state = 'draft') = (ready_at is null) and (ready_at is null) = (ready_by is null)),
  constraint feedback_approved_says_who
    check ((state = 'approved') = (approved_at is not null) and (approved_at is null) = (approved_by is null)),
  constraint feedback_is_approved_by_another check (approved_by <> ready_by)
);

create table feedback_text (
  application_id uuid not null constraint feedback_text_feedback_exists references feedback,
  -- a criterion of the assessment or the interview, or one of the parts that sum it up
  item text not null,
  text text not null,
  version integer not null,
  saved_at timestamptz not null,
  -- null: drafted from what assessors wrote
  saved_by uuid constraint feedback_text_writer_exists references person,
  constraint feedback_text_pk primary key (application_id, item)
);

-- Every text as it was saved.
create table feedback_text_version (
  application_id uuid not null,
  item text not null,
  version integer not null,
  text text not null,
  saved_at timestamptz not null,
  saved_by uuid constraint feedback_text_version_writer_exists references person,
  constraint feedback_text_version_pk primary key (application_id, item, version),
  constraint feedback_text_version_of_a_text foreign key (application_id, item) references feedback_text
);
create trigger feedback_text_version_kept before update or delete on feedback_text_version
  for each row execute function row_is_kept();

-- That the feedback of a round was released: once, after outcomes were told.
create table feedback_release (
  round_id uuid not null constraint feedback_release_pk primary key
    constraint feedback_release_round_exists references round,
  released_at timestamptz not null,
  released_by uuid not null constraint feedback_release_releaser_exists references person,
  applications integer not null,
  -- of the canonical JSON of all texts
  sha256 text not null,
  constraint feedback_release_is_of_some check (applications > 0)
);
create trigger feedback_release_kept before update or delete on feedback_release
  for each row execute function row_is_kept();

create function feedback_release_comes_last() returns trigger language plpgsql as $$
begin
  if not exists (select from decision where round_id = new.round_id and told_at is not null) then
    raise exception 'feedback is released once everybody is told' using errcode = 'integrity_constraint_violation';
  end if;
  if exists (select from feedback f join application a on a.id = f.application_id
    where a.round_id = new.round_id and a.state = 'submitted' and f.state <> 'approved')
  then
    raise exception 'feedback is released once all of it is approved' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger feedback_release_last before insert on feedback_release
  for each row execute function feedback_release_comes_last();

create function feedback_stays() returns trigger language plpgsql as $$
begin
  if exists (select from feedback_release r join application a on a.round_id = r.round_id
    where a.id = coalesce(new.application_id, old.application_id))
  then
    raise exception 'released feedback stays as it is' using errcode = 'integrity_constraint_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;
create trigger feedback_stays_released before insert or update or delete on feedback
  for each row execute function feedback_stays();

-- What was marked as ready is what somebody approves: its texts change only once it is a draft again.
create function feedback_text_is_of_a_draft() returns trigger language plpgsql as $$
begin
  if exists (select from feedback where application_id = coalesce(new.application_id, old.application_id)
    and state <> 'draft')
  then
    raise exception 'feedback that is ready is not written any more' using errcode = 'integrity_constraint_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;
create trigger feedback_text_of_a_draft before insert or update or delete on feedback_text
  for each row execute function feedback_text_is_of_a_draft();
