-- That a funder does not approve what it was shown, with its reason, which the programme team reads. It is of exactly what
-- was shown, as an approval is; an approval of the same later takes its place.
--
-- Safe while people use the service: creates only. It goes with its funder, so that the release before can remove one.
-- Undo: drop the table.

create table funder_refusal (
  id uuid not null constraint funder_refusal_pk primary key,
  fund_id uuid not null,
  organisation_id text not null,
  subject text not null,
  subject_sha256 text not null,
  reason text not null,
  refused_at timestamptz not null,
  refused_by uuid not null constraint funder_refusal_person_exists references person,
  constraint funder_refusal_funder_exists foreign key (fund_id, organisation_id) references funder on delete cascade,
  constraint funder_refusal_subject_is_known check (subject in ('quote', 'rules', 'shortlist', 'awards')),
  constraint funder_refusal_says_why check (reason <> '')
);
create index funder_refusal_by_funder on funder_refusal (fund_id, organisation_id);
