-- 0016-assessment.sql
-- How what was sent in is sifted, given to assessors, scored, moderated and shortlisted. What somebody scored is kept for
-- ever: a moderated score stands beside it, a review is set aside and never deleted. Conflicts are found by the ids of
-- people and organisations. Work done by a solver or by chance keeps its input, its seed and its answer, so that it can be
-- done again and compared.
--
-- Safe while people use the service: creates only. Programs of the release before know nothing of it.
-- Undo: drop the triggers, their functions and the tables, last first.

-- One for each round that is assessed: how far it has come. Scoring opens once and closes once.
create table assessment (
  round_id uuid not null constraint assessment_pk primary key constraint assessment_round_exists references round,
  opened_at timestamptz,
  opened_by uuid constraint assessment_opener_exists references person,
  -- when scores are due: what assessors are told, and what their pace is reckoned by
  due_at timestamptz,
  closed_at timestamptz,
  closed_by uuid constraint assessment_closer_exists references person,
  constraint assessment_opens_first check (closed_at is null or opened_at is not null)
);

-- What the programme team found of an application: whether it may be scored, and what it is about.
create table application_sift (
  application_id uuid not null constraint application_sift_pk primary key
    constraint application_sift_application_exists references application,
  -- by the sealed rules; the outcome of the submission stands beside it
  eligibility text not null default 'open',
  eligibility_reason text not null default '',
  scope text not null default 'open',
  scope_reason text not null default '',
  service_areas text[] not null default '{}',
  delivery_models text[] not null default '{}',
  sifted_at timestamptz not null,
  sifted_by uuid constraint application_sift_sifter_exists references person,
  constraint application_sift_eligibility_is_known check (eligibility in ('open', 'eligible', 'ineligible', 'duplicate', 'withdrawn')),
  constraint application_sift_scope_is_known check (scope in ('open', 'in-scope', 'out-of-scope')),
  constraint application_sift_refusal_has_a_reason check (
    (eligibility not in ('ineligible', 'duplicate', 'withdrawn') or eligibility_reason <> '')
    and (scope <> 'out-of-scope' or scope_reason <> ''))
);

-- Companies and mutuals that applications name and assessors may belong to: one list for each fund, so that ids meet.
create table supplier (
  id uuid not null constraint supplier_pk primary key,
  fund_id uuid not null constraint supplier_fund_exists references fund,
  name text not null,
  illustrative boolean not null default false,
  constraint supplier_is_named check (name <> '')
);
create unique index supplier_name_is_unique on supplier (fund_id, lower(name));

create table application_supplier (
  application_id uuid not null constraint application_supplier_application_exists references application,
  supplier_id uuid not null constraint application_supplier_supplier_exists references supplier,
  constraint application_supplier_pk primary key (application_id, supplier_id)
);

-- Somebody asked to assess in a round. The role on the fund is given when they accept and ended when they end.
create table assessor (
  round_id uuid not null constraint assessor_round_exists references round,
  person_id uuid not null constraint assessor_person_exists references person,
  state text not null default 'invited',
  invited_at timestamptz not null,
  invited_by uuid constraint assessor_inviter_exists references person,
  answered_at timestamptz,
  -- what they know: { serviceAreas, deliveryModels, disciplines, authorityTypes }, each a list of words
  expertise jsonb not null default '{}',
  -- the most they offer to read; null: as many as everybody
  load_wanted integer,
  -- when they last confirmed their employers, authorities and suppliers
  interests_confirmed_at timestamptz,
  ended_at timestamptz,
  ended_reason text not null default '',
  constraint assessor_pk primary key (round_id, person_id),
  constraint assessor_state_is_known check (state in ('invited', 'accepted', 'declined', 'ended')),
  constraint assessor_load_is_positive check (load_wanted > 0)
);
create index assessor_by_person on assessor (person_id);

-- An employer past or present, an authority or a supplier in which they have an interest, where they live.
create table assessor_interest (
  id uuid not null constraint assessor_interest_pk primary key,
  round_id uuid not null,
  person_id uuid not null,
  kind text not null,
  organisation_id text constraint assessor_interest_organisation_exists references organisation,
  supplier_id uuid constraint assessor_interest_supplier_exists references supplier,
  -- the last day, of an employer that is past
  ended_on date,
  note text not null default '',
  recorded_at timestamptz not null,
  -- taken back, and kept
  removed_at timestamptz,
  constraint assessor_interest_of_an_assessor foreign key (round_id, person_id) references assessor,
  constraint assessor_interest_kind_is_known check (kind in ('employer', 'authority', 'supplier', 'home')),
  constraint assessor_interest_is_in_one check ((organisation_id is null) <> (supplier_id is null))
);
create index assessor_interest_by_assessor on assessor_interest (round_id, person_id);

-- What an assessor would like to read, by title alone, where the round asks.
create table assessor_bid (
  application_id uuid not null constraint assessor_bid_application_exists references application,
  person_id uuid not null constraint assessor_bid_person_exists references person,
  bid text not null,
  bid_at timestamptz not null,
  constraint assessor_bid_pk primary key (application_id, person_id),
  constraint assessor_bid_is_known check (bid in ('yes', 'maybe', 'no'))
);

-- A soft conflict that the programme team lets stand, with its reason. A hard one cannot be released.
create table conflict_release (
  application_id uuid not null constraint conflict_release_application_exists references application,
  person_id uuid not null constraint conflict_release_person_exists references person,
  kind text not null,
  reason text not null,
  released_at timestamptz not null,
  released_by uuid constraint conflict_release_releaser_exists references person,
  withdrawn_at timestamptz,
  constraint conflict_release_pk primary key (application_id, person_id, kind, released_at),
  constraint conflict_release_has_a_reason check (reason <> '')
);

-- What an assessor says of one application before its content opens, and whenever they learn better. The last counts.
create table conflict_declaration (
  application_id uuid not null constraint conflict_declaration_application_exists references application,
  person_id uuid not null constraint conflict_declaration_person_exists references person,
  number integer not null,
  has_conflict boolean not null,
  statement text not null default '',
  declared_at timestamptz not null,
  constraint conflict_declaration_pk primary key (application_id, person_id, number),
  constraint conflict_declaration_says_which check (not has_conflict or statement <> '')
);

-- One piece of work by a solver or by chance: an assignment, or the statistics of the scores.
create table assessment_run (
  id uuid not null constraint assessment_run_pk primary key,
  round_id uuid not null constraint assessment_run_round_exists references round,
  kind text not null,
  number integer not null,
  state text not null default 'waiting',
  requested_at timestamptz not null,
  requested_by uuid constraint assessment_run_requester_exists references person,
  started_at timestamptz,
  ended_at timestamptz,
  -- of 100, and what is being done
  progress integer not null default 0,
  doing text not null default '',
  -- the case exactly as it was solved, its canonical JSON's SHA-256, and the sealed rules it was made under
  input jsonb not null,
  input_sha256 text not null,
  rules_sha256 text,
  seed bigint not null,
  -- the name and version of what solved it
  solver text not null default '',
  result jsonb,
  result_sha256 text,
  -- what the check of the answer said, or why it failed
  verdict text not null default '',
  -- an assignment is put into force by somebody
  accepted_at timestamptz,
  accepted_by uuid constraint assessment_run_accepter_exists references person,
  constraint assessment_run_number_is_unique unique (round_id, kind, number),
  constraint assessment_run_kind_is_known check (kind in ('assignment', 'understanding')),
  constraint assessment_run_state_is_known check (state in ('waiting', 'running', 'done', 'impossible', 'cancelled', 'failed')),
  constraint assessment_run_accepted_is_done check (accepted_at is null or state = 'done')
);

-- Who reads what. It ends and is never deleted; what was scored stays.
create table assignment (
  id uuid not null constraint assignment_pk primary key,
  application_id uuid not null constraint assignment_application_exists references application,
  person_id uuid not null constraint assignment_person_exists references person,
  run_id uuid constraint assignment_run_exists references assessment_run,
  why text not null,
  -- where it stands in this assessor's shuffled pile
  place integer not null default 0,
  assigned_at timestamptz not null,
  assigned_by uuid constraint assignment_assigner_exists references person,
  ended_at timestamptz,
  ended_why text,
  ended_reason text not null default '',
  constraint assignment_why_is_known check (why in ('assigned', 'everyone', 'anchor', 'extra', 'practice')),
  constraint assignment_ended_why_is_known check (ended_why in
    ('handed-back', 'conflict', 'withdrawn', 'reassigned', 'assessor-ended')),
  constraint assignment_end_is_explained check ((ended_at is null) = (ended_why is null))
);
create unique index assignment_is_live_once on assignment (application_id, person_id, (why = 'practice')) where ended_at is null;
create index assignment_by_person on assignment (person_id) where ended_at is null;

-- What one assessor makes of one application. Practice reviews are of anchors, before scoring, and count for nothing.
create table review (
  id uuid not null constraint review_pk primary key,
  application_id uuid not null constraint review_application_exists references application,
  person_id uuid not null constraint review_person_exists references person,
  practice boolean not null default false,
  state text not null default 'open',
  -- whether it is within the scope of the round, and worth funding, as this assessor sees it
  in_scope text,
  scope_comment text not null default '',
  overall_comment text not null default '',
  opened_at timestamptz not null,
  saved_at timestamptz not null,
  submitted_at timestamptz,
  -- counts what was saved, so that two windows do not overwrite each other
  version integer not null default 0,
  -- the sealed rules whose criteria it scores
  rules_sha256 text,
  constraint review_is_once unique (application_id, person_id, practice),
  constraint review_state_is_known check (state in ('open', 'submitted')),
  constraint review_scope_is_known check (in_scope in ('yes', 'no', 'unsure')),
  constraint review_submitted_is_dated check ((state = 'submitted') = (submitted_at is not null))
);
create index review_by_person on review (person_id);

create table score (
  review_id uuid not null constraint score_review_exists references review,
  criterion_id text not null,
  -- null while there is only a comment
  points numeric(6, 2),
  comment text not null default '',
  version integer not null,
  saved_at timestamptz not null,
  constraint score_pk primary key (review_id, criterion_id)
);

-- Every score as it was saved.
create table score_version (
  review_id uuid not null constraint score_version_review_exists references review,
  criterion_id text not null,
  version integer not null,
  points numeric(6, 2),
  comment text not null,
  saved_at timestamptz not null,
  constraint score_version_pk primary key (review_id, criterion_id, version)
);

-- A passage of an answer that somebody points to for a criterion.
create table score_evidence (
  id uuid not null constraint score_evidence_pk primary key,
  review_id uuid not null constraint score_evidence_review_exists references review,
  criterion_id text not null,
  question_id text not null,
  quote text not null,
  pinned_at timestamptz not null,
  constraint score_evidence_quotes check (quote <> '')
);
create index score_evidence_by_review on score_evidence (review_id, criterion_id);

-- Anchors that assessors practise on, with the scores that the programme team has agreed and why.
create table practice_score (
  round_id uuid not null constraint practice_score_round_exists references round,
  application_id uuid not null constraint practice_score_application_exists references application,
  criterion_id text not null,
  points numeric(6, 2) not null,
  explanation text not null,
  agreed_at timestamptz not null,
  agreed_by uuid constraint practice_score_agreer_exists references person,
  constraint practice_score_pk primary key (round_id, application_id, criterion_id)
);

-- Somebody saw scores while they were blind. Published with the round.
create table break_glass (
  id uuid not null constraint break_glass_pk primary key,
  round_id uuid not null constraint break_glass_round_exists references round,
  person_id uuid not null constraint break_glass_person_exists references person,
  reason text not null,
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  constraint break_glass_has_a_reason check (reason <> ''),
  constraint break_glass_ends check (ends_at > opened_at)
);

-- A score as moderated, beside the one that was given. The last number counts; a null puts the original back.
create table score_moderation (
  review_id uuid not null constraint score_moderation_review_exists references review,
  criterion_id text not null,
  number integer not null,
  points numeric(6, 2),
  reason text not null,
  moderated_at timestamptz not null,
  moderated_by uuid constraint score_moderation_moderator_exists references person,
  constraint score_moderation_pk primary key (review_id, criterion_id, number),
  constraint score_moderation_has_a_reason check (reason <> '')
);

-- A review that does not count, or counts again. The last number counts.
create table review_set_aside (
  review_id uuid not null constraint review_set_aside_review_exists references review,
  number integer not null,
  set_aside boolean not null,
  reason text not null,
  decided_at timestamptz not null,
  decided_by uuid constraint review_set_aside_decider_exists references person,
  constraint review_set_aside_pk primary key (review_id, number),
  constraint review_set_aside_has_a_reason check (reason <> '')
);

-- What the moderation meeting found of an application: looked at, with a note of what was said.
create table moderation_note (
  id uuid not null constraint moderation_note_pk primary key,
  application_id uuid not null constraint moderation_note_application_exists references application,
  settled boolean not null,
  note text not null,
  noted_at timestamptz not null,
  noted_by uuid constraint moderation_note_noter_exists references person
);
create index moderation_note_by_application on moderation_note (application_id, noted_at);

-- The panel's choice, application by application, against what was proposed. A departure names its rule and its reason.
create table shortlist_choice (
  round_id uuid not null constraint shortlist_choice_round_exists references round,
  application_id uuid not null constraint shortlist_choice_application_exists references application,
  proposed boolean not null,
  chosen boolean not null,
  rule text not null default '',
  reason text not null default '',
  decided_at timestamptz not null,
  decided_by uuid constraint shortlist_choice_decider_exists references person,
  constraint shortlist_choice_pk primary key (round_id, application_id),
  constraint shortlist_choice_departs_for_a_reason check (proposed = chosen or (rule <> '' and reason <> ''))
);

-- The shortlist as it stands for ever: canonical JSON with its hash.
create table shortlist (
  round_id uuid not null constraint shortlist_pk primary key constraint shortlist_round_exists references round,
  document text not null,
  sha256 text not null,
  frozen_at timestamptz not null,
  frozen_by uuid constraint shortlist_freezer_exists references person,
  -- when applicants are told, and when they were
  tell_at timestamptz not null,
  told_at timestamptz,
  constraint shortlist_hash_is_of_document check (sha256 = encode(sha256(convert_to(document, 'UTF8')), 'hex'))
);

create function assessment_record_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'this record of the assessment is never altered' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger conflict_declaration_kept before update or delete on conflict_declaration
  for each row execute function assessment_record_is_kept();
create trigger score_version_kept before update or delete on score_version
  for each row execute function assessment_record_is_kept();
create trigger break_glass_kept before update or delete on break_glass
  for each row execute function assessment_record_is_kept();
create trigger score_moderation_kept before update or delete on score_moderation
  for each row execute function assessment_record_is_kept();
create trigger review_set_aside_kept before update or delete on review_set_aside
  for each row execute function assessment_record_is_kept();

-- What was submitted is not scored again, and nothing is scored before scoring opens or after it has closed.
create function score_may_change() returns trigger language plpgsql as $$
declare
  given text;
  in_time boolean;
begin
  -- One statement, because there is one of these for every score.
  select v.state, v.practice or exists (
      select from application a join assessment s on s.round_id = a.round_id
      where a.id = v.application_id and s.opened_at is not null and s.closed_at is null)
    into given, in_time from review v where v.id = coalesce(new.review_id, old.review_id);
  if given = 'submitted' then
    raise exception 'a submitted review is not scored again' using errcode = 'integrity_constraint_violation';
  end if;
  if not in_time then
    raise exception 'scores are given while scoring is open' using errcode = 'integrity_constraint_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;
create trigger score_in_time before insert or update or delete on score
  for each row execute function score_may_change();

-- The mechanics of assessment stay as they are from the first score on.
create function mechanics_stay() returns trigger language plpgsql as $$
begin
  if exists (select from sealed_rules s where s.round_id = new.round_id and s.version = new.version - 1
      and s.document::jsonb -> 'mechanics' is distinct from new.document::jsonb -> 'mechanics')
    and exists (select from score c join review v on v.id = c.review_id join application a on a.id = v.application_id
      where a.round_id = new.round_id and not v.practice)
  then
    raise exception 'the mechanics of assessment stay from the first score on'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger sealed_mechanics_stay before insert on sealed_rules
  for each row execute function mechanics_stay();
