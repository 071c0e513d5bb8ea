-- 0038-complaints.sql
-- Complaints about how an application was dealt with: on what terms they can be made, what they say, who was named to look
-- at them, what was asked and answered, what was found, and whether somebody else was asked to look again. Nothing of it is
-- altered or removed: where something is done again it is another row, and the last counts.
--
-- Safe while people use the service: creates only.
-- Undo: drop the triggers, their functions and the tables, last first.

-- Of a round: working days.
create table complaint_terms (
  round_id uuid not null constraint complaint_terms_round_exists references round,
  number integer not null,
  window_days integer not null,
  acknowledge_days integer not null,
  reply_days integer not null,
  saved_at timestamptz not null,
  saved_by uuid constraint complaint_terms_saver_exists references person,
  constraint complaint_terms_pk primary key (round_id, number),
  constraint complaint_terms_are_days check (window_days > 0 and acknowledge_days > 0 and reply_days >= acknowledge_days)
);

-- Of a fund: what applicants read of the stages.
create table complaint_texts (
  fund_id uuid not null constraint complaint_texts_fund_exists references fund,
  number integer not null,
  team text not null,
  outside_body text not null,
  outside text not null,
  saved_at timestamptz not null,
  saved_by uuid constraint complaint_texts_saver_exists references person,
  constraint complaint_texts_pk primary key (fund_id, number),
  constraint complaint_texts_say_it check (team <> '' and outside_body <> '' and outside <> '')
);

create table complaint (
  id uuid not null constraint complaint_pk primary key,
  application_id uuid not null constraint complaint_application_exists references application,
  -- counts those of one application
  number integer not null,
  reference text not null constraint complaint_reference_is_unique unique,
  -- of the lead or a partner that complains
  organisation_id text not null constraint complaint_organisation_exists references organisation,
  grounds text[] not null,
  words text not null,
  wanted text not null,
  made_at timestamptz not null,
  made_by uuid not null constraint complaint_maker_exists references person,
  -- by the terms when it was made
  acknowledge_by date not null,
  reply_by date not null,
  constraint complaint_number_is_unique unique (application_id, number),
  constraint complaint_has_grounds
    check (grounds <> '{}' and grounds <@ array['rule', 'conflict', 'fact', 'notice', 'discrimination', 'other']),
  constraint complaint_says_it check (words <> '')
);

-- A second look, by somebody who was not named for the first.
create table complaint_review (
  complaint_id uuid not null constraint complaint_review_pk primary key
    constraint complaint_review_complaint_exists references complaint,
  words text not null,
  asked_at timestamptz not null,
  asked_by uuid not null constraint complaint_review_asker_exists references person,
  reply_by date not null,
  constraint complaint_review_says_why check (words <> '')
);

-- Who looks at it. The last number of a stage counts.
create table complaint_handler (
  complaint_id uuid not null constraint complaint_handler_complaint_exists references complaint,
  stage text not null,
  number integer not null,
  person_id uuid not null constraint complaint_handler_person_exists references person,
  -- why another is named
  reason text not null default '',
  named_at timestamptz not null,
  named_by uuid not null constraint complaint_handler_namer_exists references person,
  constraint complaint_handler_pk primary key (complaint_id, stage, number),
  constraint complaint_handler_stage_is_known check (stage in ('first', 'review')),
  constraint complaint_handler_changes_for_a_reason check (number = 1 or reason <> '')
);
create index complaint_handler_by_person on complaint_handler (person_id);

create table complaint_message (
  complaint_id uuid not null constraint complaint_message_complaint_exists references complaint,
  number integer not null,
  of_handler boolean not null,
  text text not null,
  said_at timestamptz not null,
  said_by uuid not null constraint complaint_message_speaker_exists references person,
  constraint complaint_message_pk primary key (complaint_id, number),
  constraint complaint_message_says_something check (text <> '')
);

create table complaint_reply (
  complaint_id uuid not null constraint complaint_reply_complaint_exists references complaint,
  stage text not null,
  -- [{ ground, finding, reasons }], one for each ground
  found jsonb not null,
  remedy text not null,
  -- the rule of the departure that is to be recorded where a score or decision changes; '' where none does
  departure text not null,
  replied_at timestamptz not null,
  replied_by uuid not null constraint complaint_reply_replier_exists references person,
  constraint complaint_reply_pk primary key (complaint_id, stage),
  constraint complaint_reply_stage_is_known check (stage in ('first', 'review'))
);

create function complaint_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'what was said and found of a complaint is never altered' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger complaint_terms_kept before update or delete on complaint_terms
  for each row execute function complaint_is_kept();
create trigger complaint_texts_kept before update or delete on complaint_texts
  for each row execute function complaint_is_kept();
create trigger complaint_kept before update or delete on complaint
  for each row execute function complaint_is_kept();
create trigger complaint_review_kept before update or delete on complaint_review
  for each row execute function complaint_is_kept();
create trigger complaint_handler_kept before update or delete on complaint_handler
  for each row execute function complaint_is_kept();
create trigger complaint_message_kept before update or delete on complaint_message
  for each row execute function complaint_is_kept();
create trigger complaint_reply_kept before update or delete on complaint_reply
  for each row execute function complaint_is_kept();

-- Only whoever is named replies; a review comes after a reply, and is not looked at by who looked first.
create function complaint_goes_in_order() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'complaint_reply' then
    if new.replied_by is distinct from (select person_id from complaint_handler
      where complaint_id = new.complaint_id and stage = new.stage order by number desc limit 1)
    then
      raise exception 'only who is named to look at a complaint replies' using errcode = 'integrity_constraint_violation';
    end if;
  elsif tg_table_name = 'complaint_review' then
    if not exists (select from complaint_reply where complaint_id = new.complaint_id and stage = 'first') then
      raise exception 'a review comes after a reply' using errcode = 'integrity_constraint_violation';
    end if;
  elsif exists (select from complaint_reply where complaint_id = new.complaint_id and stage = new.stage) then
    raise exception 'this was replied to' using errcode = 'integrity_constraint_violation';
  elsif new.stage = 'review' and (
    not exists (select from complaint_review where complaint_id = new.complaint_id)
    or exists (select from complaint_handler where complaint_id = new.complaint_id and stage = 'first'
      and person_id = new.person_id))
  then
    raise exception 'a review is by somebody who did not look first' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger complaint_reply_in_order before insert on complaint_reply
  for each row execute function complaint_goes_in_order();
create trigger complaint_review_in_order before insert on complaint_review
  for each row execute function complaint_goes_in_order();
create trigger complaint_handler_in_order before insert on complaint_handler
  for each row execute function complaint_goes_in_order();
