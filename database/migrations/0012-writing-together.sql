-- 0012-writing-together.sql
-- Who writes an application besides the people of its lead and its partners, who was given which page, what they say to
-- one another about it, and who has a page open just now.
--
-- Safe while people use the service: creates only, and nothing reads or writes these tables before.
-- Undo: drop the four tables.

create table application_contributor (
  application_id uuid not null constraint application_contributor_application_exists references application,
  email text not null,
  -- the pages of the form that they write; null: all of them
  pages jsonb,
  state text not null default 'invited',
  invited_at timestamptz not null,
  invited_by uuid not null constraint application_contributor_inviter_exists references person,
  expires_at timestamptz not null,
  -- who joined: somebody who signed in with that address
  person_id uuid constraint application_contributor_person_exists references person,
  joined_at timestamptz,
  -- how often they were written to on the last UK day on which they were
  told_on date,
  told integer not null default 0,
  constraint application_contributor_pk primary key (application_id, email),
  constraint application_contributor_email_is_lower_case check (email = lower(email) and email like '%_@_%'),
  constraint application_contributor_state_is_known check (state in ('invited', 'joined', 'removed')),
  constraint application_contributor_joined_is_somebody check (state <> 'joined' or (person_id is not null and joined_at is not null)),
  constraint application_contributor_pages_are_a_list check (jsonb_typeof(pages) = 'array')
);
create index application_contributor_by_person on application_contributor (person_id) where state = 'joined';

-- Who is to write a page, and by when.
create table page_assignment (
  application_id uuid not null constraint page_assignment_application_exists references application,
  page_id text not null,
  person_id uuid not null constraint page_assignment_person_exists references person,
  due_on date,
  given_at timestamptz not null,
  given_by uuid not null constraint page_assignment_giver_exists references person,
  -- when the person was written to about it; null while they are to be
  told_at timestamptz,
  constraint page_assignment_pk primary key (application_id, page_id)
);
create index page_assignment_untold on page_assignment (given_at) where told_at is null;

create table application_comment (
  id uuid not null constraint application_comment_pk primary key,
  application_id uuid not null constraint application_comment_application_exists references application,
  page_id text not null,
  text text not null,
  written_at timestamptz not null,
  written_by uuid not null constraint application_comment_writer_exists references person,
  resolved_at timestamptz,
  resolved_by uuid constraint application_comment_resolver_exists references person,
  -- when the others were written to about it; null while they are to be
  told_at timestamptz,
  constraint application_comment_says_something check (text <> ''),
  constraint application_comment_resolved_by_somebody check ((resolved_at is null) = (resolved_by is null))
);
create index application_comment_by_page on application_comment (application_id, page_id, written_at);
create index application_comment_untold on application_comment (written_at) where told_at is null;

-- Not logged: after a crash nobody is there, which is true enough.
create unlogged table page_presence (
  application_id uuid not null,
  page_id text not null,
  person_id uuid not null,
  seen_at timestamptz not null,
  constraint page_presence_pk primary key (application_id, page_id, person_id)
);
