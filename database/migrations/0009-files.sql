-- 0009-files.sql
-- Files that people send. What they hold is kept elsewhere under its SHA-256, on the disk or at an S3 service; here is
-- what is known of each: who sent it, to what it belongs, and whether it may be given to anybody. A file that is sent
-- in pieces, so that it can be taken up again after the network was lost, waits here until it is whole.
--
-- Safe while people use the service: creates only.
-- Undo: drop the tables, last first. The content stays where it is kept.

create table stored_file (
  id uuid not null constraint stored_file_pk primary key,
  -- of the content, which has it for its name: several files may hold the same
  sha256 text not null,
  -- as its sender calls it; never a path
  name text not null,
  kind text not null,
  bytes integer not null,
  -- nothing is given to anybody before it is clean
  state text not null default 'pending',
  -- how it became clean: a scanner looked at it, or there was none
  checked_by text,
  -- what the scanner found
  virus text,
  -- to what it belongs: 'application' and a reference, and the question that it answers
  owner_type text not null,
  owner_id text not null,
  question_id text not null,
  uploaded_at timestamptz not null,
  uploaded_by uuid not null constraint stored_file_sender_exists references person,
  checked_at timestamptz,
  constraint stored_file_state_is_known check (state in ('pending', 'clean', 'infected', 'failed')),
  constraint stored_file_check_is_dated check ((state = 'pending') = (checked_at is null)),
  constraint stored_file_clean_says_how check ((state = 'clean') = (checked_by is not null)),
  constraint stored_file_checker_is_known check (checked_by in ('scanner', 'none')),
  constraint stored_file_infected_says_with_what check ((state = 'infected') = (virus is not null)),
  constraint stored_file_is_named_by_content check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint stored_file_is_not_empty check (bytes > 0)
);
create index stored_file_by_owner on stored_file (owner_type, owner_id, question_id);
create index stored_file_by_content on stored_file (sha256);

-- A file on its way in pieces. The same person who chooses the same file for the same question again goes on with it.
create table upload (
  id uuid not null constraint upload_pk primary key,
  owner_type text not null,
  owner_id text not null,
  question_id text not null,
  name text not null,
  bytes integer not null,
  -- what the browser tells a file by: its name, size and time of change
  fingerprint text not null,
  started_at timestamptz not null,
  started_by uuid not null constraint upload_starter_exists references person,
  -- what became of it, for a browser that did not hear
  file_id uuid constraint upload_file_exists references stored_file,
  constraint upload_is_one_for_each_file unique (owner_type, owner_id, question_id, started_by, fingerprint)
);
create index upload_by_start on upload (started_at);

create table upload_part (
  upload_id uuid not null constraint upload_part_upload_exists references upload on delete cascade,
  -- where in the file it begins, in bytes
  starts_at integer not null,
  content bytea not null,
  constraint upload_part_pk primary key (upload_id, starts_at)
);
