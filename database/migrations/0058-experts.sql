-- 0058-experts.sql
-- The expert panel of a fund: who is on it and on which terms, what they know and when they can be had, what councils with an
-- award ask, who was offered a question and why, hours that are booked, what is said, the advice and what came of it.
--
-- Safe while people use the service: creates only.
-- Undo: drop the tables, last first.

-- What experts agree to before they are asked anything. The last number is in force.
create table expert_terms (
  fund_id uuid not null constraint expert_terms_fund_exists references fund,
  number integer not null,
  text text not null,
  -- whole pounds an hour, without VAT
  fee_pounds integer not null,
  sha256 text not null,
  made_at timestamptz not null,
  made_by uuid constraint expert_terms_maker_exists references person,
  constraint expert_terms_pk primary key (fund_id, number),
  constraint expert_terms_say_it check (text <> '' and fee_pounds >= 0)
);
create trigger expert_terms_kept before update or delete on expert_terms for each row execute function row_is_kept();

create table expert (
  id uuid not null constraint expert_pk primary key,
  fund_id uuid not null constraint expert_fund_exists references fund,
  person_id uuid not null constraint expert_person_exists references person,
  invited_at timestamptz not null,
  invited_by uuid constraint expert_inviter_exists references person,
  ended_at timestamptz,
  ended_reason text not null default '',
  constraint expert_is_once_on_a_panel unique (fund_id, person_id),
  constraint expert_is_a_person unique (id, person_id),
  constraint expert_ends_for_a_reason check ((ended_at is null) = (ended_reason = ''))
);
create index expert_by_person on expert (person_id);

create table expert_acceptance (
  expert_id uuid not null constraint expert_acceptance_expert_exists references expert,
  fund_id uuid not null,
  number integer not null,
  accepted_at timestamptz not null,
  constraint expert_acceptance_pk primary key (expert_id, number),
  constraint expert_acceptance_terms_exist foreign key (fund_id, number) references expert_terms
);
create trigger expert_acceptance_kept before update or delete on expert_acceptance
  for each row execute function row_is_kept();

-- What an expert says of themselves, as answers to the questions of the profile. The last version counts.
create table expert_profile (
  expert_id uuid not null constraint expert_profile_expert_exists references expert,
  version integer not null,
  content jsonb not null,
  saved_at timestamptz not null,
  constraint expert_profile_pk primary key (expert_id, version)
);
create trigger expert_profile_kept before update or delete on expert_profile for each row execute function row_is_kept();

-- A whole hour in which an expert can be booked.
create table expert_hour (
  expert_id uuid not null,
  person_id uuid not null,
  starts_at timestamptz not null,
  constraint expert_hour_pk primary key (expert_id, starts_at),
  constraint expert_hour_expert_exists foreign key (expert_id, person_id) references expert (id, person_id),
  constraint expert_hour_names_its_person unique (expert_id, person_id, starts_at),
  constraint expert_hour_is_whole check (extract(epoch from starts_at)::bigint % 3600 = 0)
);

create table expert_request (
  id uuid not null constraint expert_request_pk primary key,
  fund_id uuid not null constraint expert_request_fund_exists references fund,
  -- counts those of a fund
  number integer not null,
  application_id uuid not null constraint expert_request_application_exists references application,
  organisation_id text not null constraint expert_request_organisation_exists references organisation,
  title text not null,
  words text not null,
  service_areas text[] not null,
  delivery_models text[] not null,
  disciplines text[] not null,
  -- the day by which an answer is wanted
  wanted_on date,
  -- how many hours of an expert are to be booked; null: an answer in writing is enough
  hours_wanted integer,
  state text not null default 'asked',
  asked_at timestamptz not null,
  asked_by uuid not null constraint expert_request_asker_exists references person,
  constraint expert_request_number_is_unique unique (fund_id, number),
  constraint expert_request_says_what check (title <> '' and words <> ''),
  constraint expert_request_state_is_known check (state in ('asked', 'offered', 'taken', 'advised', 'withdrawn'))
);
create index expert_request_by_organisation on expert_request (organisation_id);

-- To whom a request was offered, and why. The last number counts.
create table expert_offer (
  request_id uuid not null constraint expert_offer_request_exists references expert_request,
  number integer not null,
  expert_id uuid not null constraint expert_offer_expert_exists references expert,
  -- whether the match put this expert first, and what it was made of
  first boolean not null,
  match jsonb not null,
  reason text not null default '',
  offered_at timestamptz not null,
  offered_by uuid constraint expert_offer_offerer_exists references person,
  answer text,
  answer_reason text not null default '',
  answered_at timestamptz,
  constraint expert_offer_pk primary key (request_id, number),
  constraint expert_offer_changed_for_a_reason check (first or reason <> ''),
  constraint expert_offer_answer_is_known check (answer in ('accepted', 'declined', 'conflict')),
  constraint expert_offer_declined_for_a_reason check (answer is null or answer = 'accepted' or answer_reason <> ''),
  constraint expert_offer_answer_has_a_time check ((answer is null) = (answered_at is null))
);
create index expert_offer_by_expert on expert_offer (expert_id);

create table expert_booking (
  id uuid not null constraint expert_booking_pk primary key,
  request_id uuid not null constraint expert_booking_request_exists references expert_request,
  expert_id uuid not null constraint expert_booking_expert_exists references expert,
  starts_at timestamptz not null,
  hours integer not null,
  -- a link, or a room
  place text not null,
  booked_at timestamptz not null,
  booked_by uuid not null constraint expert_booking_booker_exists references person,
  cancelled_at timestamptz,
  cancelled_by uuid constraint expert_booking_canceller_exists references person,
  constraint expert_booking_has_hours check (hours between 1 and 8),
  constraint expert_booking_says_where check (place <> ''),
  constraint expert_booking_cancelled_by_somebody check ((cancelled_at is null) = (cancelled_by is null))
);
create index expert_booking_by_request on expert_booking (request_id);

-- An hour that is taken: one person has each hour once, whichever panels they are on.
create table expert_booked_hour (
  person_id uuid not null,
  starts_at timestamptz not null,
  expert_id uuid not null,
  booking_id uuid not null constraint expert_booked_hour_booking_exists references expert_booking,
  constraint expert_booked_hour_is_booked_once primary key (person_id, starts_at),
  constraint expert_booked_hour_is_offered foreign key (expert_id, person_id, starts_at)
    references expert_hour (expert_id, person_id, starts_at)
);

-- What is said about a request. Its files hang on it.
create table expert_post (
  id uuid not null constraint expert_post_pk primary key,
  request_id uuid not null constraint expert_post_request_exists references expert_request,
  words text not null,
  seen_by text not null,
  posted_at timestamptz not null,
  posted_by uuid not null constraint expert_post_poster_exists references person,
  constraint expert_post_says_something check (words <> ''),
  constraint expert_post_readers_are_known check (seen_by in ('expert', 'team', 'experts'))
);
create index expert_post_by_request on expert_post (request_id, posted_at);
create trigger expert_post_kept before update or delete on expert_post for each row execute function row_is_kept();

-- Advice, in versions. `hours`: spent in all until it was written.
create table expert_note (
  request_id uuid not null constraint expert_note_request_exists references expert_request,
  number integer not null,
  expert_id uuid not null constraint expert_note_expert_exists references expert,
  advice text not null,
  hours numeric(5, 2) not null,
  written_at timestamptz not null,
  constraint expert_note_pk primary key (request_id, number),
  constraint expert_note_says_something check (advice <> '' and hours > 0)
);
create trigger expert_note_kept before update or delete on expert_note for each row execute function row_is_kept();

create table expert_note_answer (
  request_id uuid not null,
  number integer not null,
  answer text not null,
  words text not null default '',
  answered_at timestamptz not null,
  answered_by uuid not null constraint expert_note_answer_person_exists references person,
  constraint expert_note_answer_pk primary key (request_id, number),
  constraint expert_note_answer_note_exists foreign key (request_id, number) references expert_note,
  constraint expert_note_answer_is_known check (answer in ('accepted', 'more')),
  constraint expert_note_answer_says_what_more check (answer = 'accepted' or words <> '')
);
create trigger expert_note_answer_kept before update or delete on expert_note_answer
  for each row execute function row_is_kept();

-- The anonymised text for the cohort, in versions. It is published when both sides consent to the last one.
create table expert_publication (
  request_id uuid not null constraint expert_publication_request_exists references expert_request,
  version integer not null,
  title text not null,
  question text not null,
  advice text not null,
  -- what looked like a name and was let stand, and who confirmed the text
  let_stand jsonb not null,
  prepared_at timestamptz not null,
  prepared_by uuid not null constraint expert_publication_preparer_exists references person,
  constraint expert_publication_pk primary key (request_id, version),
  constraint expert_publication_says_something check (title <> '' and question <> '' and advice <> '')
);
create trigger expert_publication_kept before update or delete on expert_publication
  for each row execute function row_is_kept();

create table expert_consent (
  request_id uuid not null,
  version integer not null,
  side text not null,
  consents boolean not null,
  given_at timestamptz not null,
  given_by uuid not null constraint expert_consent_giver_exists references person,
  constraint expert_consent_pk primary key (request_id, version, side),
  constraint expert_consent_publication_exists foreign key (request_id, version) references expert_publication,
  constraint expert_consent_side_is_known check (side in ('council', 'expert'))
);
create trigger expert_consent_kept before update or delete on expert_consent for each row execute function row_is_kept();

-- Three months after the advice was accepted the council is asked what it did with it.
create table expert_follow_up (
  request_id uuid not null constraint expert_follow_up_pk primary key
    constraint expert_follow_up_request_exists references expert_request,
  due_on date not null,
  asked_at timestamptz,
  words text not null default '',
  answered_at timestamptz,
  answered_by uuid constraint expert_follow_up_person_exists references person,
  constraint expert_follow_up_answer_says_something check ((answered_at is null) = (words = ''))
);
