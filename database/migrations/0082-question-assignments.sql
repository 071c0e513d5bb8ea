-- 0082-question-assignments.sql
-- Who is to answer one question of an application, where that is not whoever writes its page, and by when. By the id of
-- the question alone: it stays when a version of the form puts the question on another page.
--
-- Safe while people use the service: creates only. The release before neither reads nor writes this table, and what it
-- knows, who is to write which page, stays where it was.
-- Undo: drop the table. Those questions are then for whoever writes their page.

create table question_assignment (
  application_id uuid not null constraint question_assignment_application_exists references application,
  question_id text not null,
  person_id uuid not null constraint question_assignment_person_exists references person,
  due_on date,
  given_at timestamptz not null,
  given_by uuid not null constraint question_assignment_giver_exists references person,
  -- when the person was written to about it; null while they are to be
  told_at timestamptz,
  constraint question_assignment_pk primary key (application_id, question_id)
);
create index question_assignment_untold on question_assignment (given_at) where told_at is null;
