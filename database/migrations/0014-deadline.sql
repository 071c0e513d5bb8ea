-- 0014-deadline.sql
-- The deadline that holds, and what comes after it: extensions, each with its reason; reminders that were sent;
-- submissions that came too late, with what they would have said; notices that the service will be down; applications
-- that staff key in for an authority; and what a programme team asks about answers after the deadline.
-- The deadline of a round stays as its timetable has it. The one that counts is worked out from it and the extensions.
--
-- Safe while people use the service: new tables, and one column with a default. Programs of the release before go on; they
-- know of no extension, so change every server before the first is given.
-- Undo: drop the tables, last first, the function, and the column.

alter table round
  -- how many hours before the deadline people with drafts are reminded
  add column reminder_hours integer[] not null default '{168,48,3}';

create table late_attempt (
  id uuid not null constraint late_attempt_pk primary key,
  application_id uuid not null constraint late_attempt_application_exists references application,
  number integer not null,
  received_at timestamptz not null,
  -- as it was when the request came
  deadline_at timestamptz not null,
  attempted_by uuid not null constraint late_attempt_person_exists references person,
  -- what would have been submitted, frozen like a submission
  content jsonb not null,
  sha256 text not null,
  outcome text,
  -- whether nothing but the time stopped it
  complete boolean not null,
  constraint late_attempt_number_is_unique unique (application_id, number),
  constraint late_attempt_was_late check (received_at > deadline_at)
);

create table deadline_extension (
  id uuid not null constraint deadline_extension_pk primary key,
  round_id uuid not null constraint deadline_extension_round_exists references round,
  -- null: everyone
  application_id uuid constraint deadline_extension_application_exists references application,
  kind text not null,
  reason text not null,
  -- what everybody is told besides the reason
  notice text not null,
  deadline_at timestamptz not null,
  -- the deadline that it moved
  from_at timestamptz not null,
  given_at timestamptz not null,
  author_id uuid not null constraint deadline_extension_author_exists references person,
  -- the late submission that it lets in
  late_attempt_id uuid constraint deadline_extension_late_attempt_exists references late_attempt,
  constraint deadline_extension_kind_is_known check (kind in ('service-fault', 'other')),
  constraint deadline_extension_fault_is_for_everyone check (kind <> 'service-fault' or application_id is null),
  constraint deadline_extension_has_a_reason check (reason <> ''),
  constraint deadline_extension_gives_time check (deadline_at > from_at),
  constraint deadline_extension_lets_in_one check (late_attempt_id is null or application_id is not null)
);
create index deadline_extension_by_round on deadline_extension (round_id);

create function row_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'a row of % is never altered', tg_table_name using errcode = 'integrity_constraint_violation';
end
$$;
create trigger deadline_extension_kept before update or delete on deadline_extension
  for each row execute function row_is_kept();
create trigger late_attempt_kept before update or delete on late_attempt
  for each row execute function row_is_kept();

-- Who was reminded of which deadline, so that a job done twice reminds nobody twice.
create table deadline_reminder (
  application_id uuid not null constraint deadline_reminder_application_exists references application,
  person_id uuid not null constraint deadline_reminder_person_exists references person,
  hours integer not null,
  -- the deadline less those hours: an extension makes it another reminder
  due_at timestamptz not null,
  told_at timestamptz not null,
  constraint deadline_reminder_pk primary key (application_id, person_id, hours, due_at)
);

-- That the service is, or will be, down. Shown on every page.
create table service_notice (
  id uuid not null constraint service_notice_pk primary key,
  text text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  created_at timestamptz not null,
  author_id uuid not null constraint service_notice_author_exists references person,
  taken_down_at timestamptz,
  taken_down_by uuid constraint service_notice_remover_exists references person,
  constraint service_notice_says_something check (text <> ''),
  constraint service_notice_ends_after_it_starts check (ends_at > starts_at)
);

-- An application that came by email or on paper, keyed in by the programme team.
create table keyed_application (
  application_id uuid not null constraint keyed_application_pk primary key
    constraint keyed_application_application_exists references application,
  channel text not null,
  -- when the email or paper reached the programme team: what counts against the deadline
  received_at timestamptz not null,
  keyed_by uuid not null constraint keyed_application_keyer_exists references person,
  keyed_at timestamptz not null,
  applicant_name text not null,
  applicant_email text not null,
  token_hash text constraint keyed_application_token_is_unique unique,
  told_at timestamptz,
  confirmed_at timestamptz,
  -- the applicant says that it is not theirs
  disowned_at timestamptz,
  constraint keyed_application_channel_is_known check (channel in ('email', 'paper')),
  constraint keyed_application_is_one_or_the_other check (confirmed_at is null or disowned_at is null)
);

-- What a programme team asks an applicant about its answers after the deadline.
create table answer_request (
  id uuid not null constraint answer_request_pk primary key,
  application_id uuid not null constraint answer_request_application_exists references application,
  number integer not null,
  note text not null,
  due_at timestamptz not null,
  created_at timestamptz not null,
  author_id uuid not null constraint answer_request_author_exists references person,
  closed_at timestamptz,
  closed_by uuid constraint answer_request_closer_exists references person,
  constraint answer_request_number_is_unique unique (application_id, number),
  constraint answer_request_due_later check (due_at > created_at)
);

create table answer_request_question (
  request_id uuid not null constraint answer_request_question_request_exists references answer_request,
  question_id text not null,
  position integer not null,
  asked text not null,
  constraint answer_request_question_pk primary key (request_id, question_id)
);

-- Each reply is a new version; the answer as submitted is never touched.
create table answer_reply (
  request_id uuid not null,
  question_id text not null,
  version integer not null,
  value jsonb not null,
  replied_at timestamptz not null,
  replied_by uuid not null constraint answer_reply_person_exists references person,
  late boolean not null,
  constraint answer_reply_pk primary key (request_id, question_id, version),
  constraint answer_reply_question_exists foreign key (request_id, question_id) references answer_request_question
);
create trigger answer_reply_kept before update or delete on answer_reply
  for each row execute function row_is_kept();
