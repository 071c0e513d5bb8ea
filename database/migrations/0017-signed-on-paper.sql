-- 0017-signed-on-paper.sql
-- An application that came by email or on paper may be signed there. The programme team records who signed, in which
-- capacity and when, from the scan that is kept with the application. The scans themselves are files of the application.
--
-- Safe while people use the service: creates only. Servers of the release before do not know of it and go on asking for
-- these sign-offs.
-- Undo: drop the table.

create table paper_sign_off (
  application_id uuid not null constraint paper_sign_off_application_was_keyed references keyed_application,
  kind text not null,
  -- for whom: the lead, or a partner
  organisation_id text not null constraint paper_sign_off_organisation_exists references organisation,
  -- whose signature is in the scan
  name text not null,
  job_title text not null,
  signed_on date not null,
  recorded_by uuid not null constraint paper_sign_off_recorder_exists references person,
  recorded_at timestamptz not null,
  constraint paper_sign_off_pk primary key (application_id, kind, organisation_id),
  constraint paper_sign_off_kind_is_known check (kind in ('sponsor', 'section-151', 'partner')),
  constraint paper_sign_off_says_who check (name <> '' and job_title <> '')
);
