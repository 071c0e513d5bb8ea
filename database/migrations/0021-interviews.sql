-- 0021-interviews.sql
-- Interviews of shortlisted applicants: who is on the panel and when they can come, the sessions, the timetable that is
-- worked out and published, what applicants answer, the questions, and what each member of the panel gives. What stands
-- for the record is numbered, and the last number counts.
--
-- Safe while people use the service: creates only, but for one more kind of run.
-- Undo: drop the triggers, their functions and the tables, last first; take the kinds of run back.

alter table assessment_run drop constraint assessment_run_kind_is_known;
alter table assessment_run add constraint assessment_run_kind_is_known
  check (kind in ('assignment', 'understanding', 'timetable', 'portfolio'));

-- One for each round that holds interviews: whether the panel may score, and when it was done.
create table interviewing (
  round_id uuid not null constraint interviewing_pk primary key constraint interviewing_round_exists references round,
  opened_at timestamptz,
  opened_by uuid constraint interviewing_opener_exists references person,
  closed_at timestamptz,
  closed_by uuid constraint interviewing_closer_exists references person,
  -- why it was closed although something was missing
  closed_reason text not null default '',
  constraint interviewing_opens_first check (closed_at is null or opened_at is not null)
);

-- Somebody with the role who sits on the panel of this round. Half-days are written as "2026-01-12 morning".
create table panel_member (
  round_id uuid not null constraint panel_member_round_exists references round,
  person_id uuid not null constraint panel_member_person_exists references person,
  chair boolean not null default false,
  expertise text[] not null default '{}',
  most_sessions integer,
  half_days text[] not null default '{}',
  -- when they, or the team on their behalf, last said when they can come; null: not yet
  said_at timestamptz,
  said_by uuid constraint panel_member_sayer_exists references person,
  added_at timestamptz not null,
  added_by uuid constraint panel_member_adder_exists references person,
  ended_at timestamptz,
  constraint panel_member_pk primary key (round_id, person_id),
  constraint panel_member_sits_sometimes check (most_sessions > 0)
);

-- A half-day in one room, or behind one link. Its slots follow one another without a gap.
create table interview_session (
  id uuid not null constraint interview_session_pk primary key,
  round_id uuid not null constraint interview_session_round_exists references round,
  held_on date not null,
  half text not null,
  starts_at timestamptz not null,
  place text not null,
  slots integer not null,
  minutes integer not null,
  removed_at timestamptz,
  constraint interview_session_half_is_known check (half in ('morning', 'afternoon')),
  constraint interview_session_has_slots check (slots between 1 and 12),
  constraint interview_session_has_minutes check (minutes between 5 and 240),
  constraint interview_session_is_somewhere check (place <> '')
);
create index interview_session_by_round on interview_session (round_id, starts_at);

-- When those who applied can come; without a row, any half-day suits.
create table interview_window (
  application_id uuid not null constraint interview_window_pk primary key
    constraint interview_window_application_exists references application,
  half_days text[] not null,
  said_at timestamptz not null,
  said_by uuid constraint interview_window_sayer_exists references person
);

-- Where and when an application is interviewed, and by whom, as published. The last number counts; without a session it
-- has no place any more. Number is what calendars call the sequence, from 1.
create table interview_place (
  application_id uuid not null constraint interview_place_application_exists references application,
  number integer not null,
  session_id uuid constraint interview_place_session_exists references interview_session,
  slot integer,
  starts_at timestamptz,
  ends_at timestamptz,
  place text not null default '',
  member_ids uuid[] not null default '{}',
  recused_ids uuid[] not null default '{}',
  run_id uuid constraint interview_place_run_exists references assessment_run,
  -- why it was moved by hand, or its place taken
  reason text not null default '',
  published_at timestamptz not null,
  published_by uuid constraint interview_place_publisher_exists references person,
  constraint interview_place_pk primary key (application_id, number),
  constraint interview_place_is_whole check (
    (session_id is null) = (slot is null) and (slot is null) = (starts_at is null) and (starts_at is null) = (ends_at is null))
);

-- What was sent to whose calendar: of one event and one person, the last number counts.
create table interview_invitation (
  uid text not null,
  recipient text not null,
  number integer not null,
  method text not null,
  -- what it said of time and place: the same is not sent again
  said text not null,
  sent_at timestamptz not null,
  constraint interview_invitation_pk primary key (uid, recipient, number),
  constraint interview_invitation_method_is_known check (method in ('REQUEST', 'CANCEL'))
);

-- What an applicant says of the place that was published for them, and what the team answered to a wish to move.
create table interview_answer (
  application_id uuid not null constraint interview_answer_application_exists references application,
  number integer not null,
  -- of the place that it answers
  place_number integer not null,
  answer text not null,
  reason text not null default '',
  said_at timestamptz not null,
  said_by uuid constraint interview_answer_sayer_exists references person,
  constraint interview_answer_pk primary key (application_id, number),
  constraint interview_answer_of_a_place foreign key (application_id, place_number) references interview_place (application_id, number),
  constraint interview_answer_is_known check (answer in ('confirmed', 'move', 'kept')),
  constraint interview_answer_has_a_reason check (answer = 'confirmed' or reason <> '')
);

-- What is asked: of everybody (no application), or of one. A question that was taken back stays.
create table interview_question (
  id uuid not null constraint interview_question_pk primary key,
  round_id uuid not null constraint interview_question_round_exists references round,
  application_id uuid constraint interview_question_application_exists references application,
  place integer not null,
  question text not null,
  -- the criterion that an assessors' doubt was of; '' for others
  criterion_id text not null default '',
  written_at timestamptz not null,
  written_by uuid constraint interview_question_writer_exists references person,
  removed_at timestamptz,
  constraint interview_question_asks check (question <> '')
);
create index interview_question_by_round on interview_question (round_id, application_id);

-- Who did not come: a member of the panel, or (no person) those who applied. The last number counts.
create table interview_absence (
  application_id uuid not null constraint interview_absence_application_exists references application,
  number integer not null,
  person_id uuid constraint interview_absence_person_exists references person,
  absent boolean not null,
  reason text not null,
  recorded_at timestamptz not null,
  recorded_by uuid constraint interview_absence_recorder_exists references person,
  constraint interview_absence_pk primary key (application_id, number),
  constraint interview_absence_has_a_reason check (reason <> '')
);

-- What one member makes of one interview.
create table interview_review (
  id uuid not null constraint interview_review_pk primary key,
  application_id uuid not null constraint interview_review_application_exists references application,
  person_id uuid not null constraint interview_review_person_exists references person,
  state text not null default 'open',
  opened_at timestamptz not null,
  saved_at timestamptz not null,
  submitted_at timestamptz,
  rules_sha256 text not null,
  constraint interview_review_is_once unique (application_id, person_id),
  constraint interview_review_state_is_known check (state in ('open', 'submitted')),
  constraint interview_review_submitted_is_dated check ((state = 'submitted') = (submitted_at is not null))
);
create index interview_review_by_person on interview_review (person_id);

create table interview_score (
  review_id uuid not null constraint interview_score_review_exists references interview_review,
  criterion_id text not null,
  points numeric(6, 2),
  comment text not null default '',
  version integer not null,
  saved_at timestamptz not null,
  constraint interview_score_pk primary key (review_id, criterion_id)
);

create table interview_score_version (
  review_id uuid not null constraint interview_score_version_review_exists references interview_review,
  criterion_id text not null,
  version integer not null,
  points numeric(6, 2),
  comment text not null,
  saved_at timestamptz not null,
  constraint interview_score_version_pk primary key (review_id, criterion_id, version)
);

create trigger interview_place_kept before update or delete on interview_place
  for each row execute function assessment_record_is_kept();
create trigger interview_invitation_kept before update or delete on interview_invitation
  for each row execute function assessment_record_is_kept();
create trigger interview_answer_kept before update or delete on interview_answer
  for each row execute function assessment_record_is_kept();
create trigger interview_absence_kept before update or delete on interview_absence
  for each row execute function assessment_record_is_kept();
create trigger interview_score_version_kept before update or delete on interview_score_version
  for each row execute function assessment_record_is_kept();

-- What was submitted is not scored again, and nothing is scored before interviews open or after they have closed.
create function interview_score_may_change() returns trigger language plpgsql as $$
begin
  if not exists (
    select from interview_review v join application a on a.id = v.application_id join interviewing i on i.round_id = a.round_id
    where v.id = coalesce(new.review_id, old.review_id) and v.state = 'open' and i.opened_at is not null and i.closed_at is null)
  then
    raise exception 'an interview is scored while interviews are open and before it is submitted'
      using errcode = 'integrity_constraint_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;
create trigger interview_score_in_time before insert or update or delete on interview_score
  for each row execute function interview_score_may_change();

create function interview_review_may_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state = 'submitted' then
    raise exception 'a submitted review of an interview is never altered' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger interview_review_kept before update or delete on interview_review
  for each row execute function interview_review_may_change();
