-- 0040-debriefs.sql
-- Debriefs: an applicant asks to talk about how its application was judged, the programme team proposes a time or answers in
-- writing, and what came of it is kept. Times that were proposed and notes are never altered.
--
-- Safe while people use the service: creates only.
-- Undo: drop the tables, last first.

create table debrief_window (
  round_id uuid not null constraint debrief_window_pk primary key
    constraint debrief_window_round_exists references round,
  -- for how many days after outcomes are told a debrief can be asked for
  days integer not null,
  -- after how many days of waiting the programme team is reminded
  remind_days integer not null,
  set_at timestamptz not null,
  set_by uuid constraint debrief_window_setter_exists references person,
  constraint debrief_window_is_within_reason check (days between 1 and 365 and remind_days between 1 and 60)
);

create table debrief (
  application_id uuid not null constraint debrief_pk primary key
    constraint debrief_application_exists references application,
  state text not null default 'asked',
  asked_at timestamptz not null,
  asked_by uuid not null constraint debrief_asker_exists references person,
  -- what the applicants want to talk about, and when they could
  wants text not null,
  times text not null,
  outcome text,
  -- what was answered in writing
  answer text not null default '',
  closed_at timestamptz,
  closed_by uuid constraint debrief_closer_exists references person,
  constraint debrief_says_what check (wants <> '' and times <> ''),
  constraint debrief_state_is_known check (state in ('asked', 'arranged', 'closed')),
  constraint debrief_outcome_is_known check (outcome in ('held', 'answered', 'missed', 'withdrawn')),
  constraint debrief_closed_has_an_outcome
    check ((state = 'closed') = (outcome is not null) and (outcome is null) = (closed_at is null)),
  constraint debrief_answered_has_an_answer check ((outcome is not distinct from 'answered') = (answer <> ''))
);

-- A time that was proposed. The last number counts.
create table debrief_time (
  application_id uuid not null constraint debrief_time_debrief_exists references debrief,
  number integer not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- a link, or a room
  place text not null,
  proposed_at timestamptz not null,
  proposed_by uuid not null constraint debrief_time_proposer_exists references person,
  constraint debrief_time_pk primary key (application_id, number),
  constraint debrief_time_ends_after_it_starts check (ends_at > starts_at),
  constraint debrief_time_says_where check (place <> '')
);
create trigger debrief_time_kept before update or delete on debrief_time
  for each row execute function row_is_kept();

-- What was said in a debrief, for those who run the round.
create table debrief_note (
  id uuid not null constraint debrief_note_pk primary key,
  application_id uuid not null constraint debrief_note_debrief_exists references debrief,
  note text not null,
  written_at timestamptz not null,
  written_by uuid not null constraint debrief_note_writer_exists references person,
  constraint debrief_note_says_something check (note <> '')
);
create index debrief_note_by_debrief on debrief_note (application_id, written_at);
create trigger debrief_note_kept before update or delete on debrief_note
  for each row execute function row_is_kept();
