-- 0039-requests.sql
-- Requests for information about a round, questions of Parliament and of the press: what was asked, the drafts of an
-- answer with who cleared which, when it was sent, and what of it is published. Nothing of it is altered or removed but who
-- answers for a request.
--
-- Safe while people use the service: creates only.
-- Undo: drop the triggers, their functions and the tables, last first.

create table information_request (
  id uuid not null constraint information_request_pk primary key,
  round_id uuid not null constraint information_request_round_exists references round,
  -- counts those of a round
  number integer not null,
  kind text not null,
  received_on date not null,
  -- by the law or custom of the kind, or as whoever asks named it
  due_on date not null,
  -- an organisation or a role: no more of a person than is needed to answer
  from_whom text not null,
  asked text not null,
  -- references of the applications, and whether it is about the decision
  applications text[] not null,
  of_decision boolean not null,
  owner_id uuid not null constraint information_request_owner_exists references person,
  logged_at timestamptz not null,
  logged_by uuid not null constraint information_request_logger_exists references person,
  constraint information_request_number_is_unique unique (round_id, number),
  constraint information_request_kind_is_known check (kind in
    ('foi', 'eir', 'subject-access', 'written-question', 'oral-question', 'mp-letter', 'press')),
  constraint information_request_is_due_after_it_came check (due_on >= received_on),
  constraint information_request_says_it check (from_whom <> '' and asked <> '')
);
create index information_request_by_owner on information_request (owner_id);

create table request_draft (
  request_id uuid not null constraint request_draft_request_exists references information_request,
  number integer not null,
  outcome text not null,
  answer text not null,
  -- [{ id, reason, publicInterest }]
  claimed jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid not null constraint request_draft_saver_exists references person,
  constraint request_draft_pk primary key (request_id, number),
  constraint request_draft_outcome_is_known check (outcome in
    ('told', 'told-in-part', 'refused', 'not-held', 'answered', 'passed-on', 'withdrawn')),
  constraint request_draft_answers check (answer <> '')
);

create table request_clearance (
  request_id uuid not null,
  number integer not null,
  cleared_at timestamptz not null,
  cleared_by uuid not null constraint request_clearance_clearer_exists references person,
  constraint request_clearance_pk primary key (request_id, number),
  constraint request_clearance_of_a_draft foreign key (request_id, number) references request_draft
);

create table request_answer (
  request_id uuid not null constraint request_answer_pk primary key,
  number integer not null,
  answered_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null constraint request_answer_recorder_exists references person,
  constraint request_answer_is_cleared foreign key (request_id, number) references request_clearance
);

-- What everybody reads of it. The last number counts.
create table request_disclosure (
  request_id uuid not null constraint request_disclosure_answer_exists references request_answer,
  number integer not null,
  asked text not null,
  answer text not null,
  published_at timestamptz not null,
  published_by uuid not null constraint request_disclosure_publisher_exists references person,
  constraint request_disclosure_pk primary key (request_id, number),
  constraint request_disclosure_says_it check (asked <> '' and answer <> '')
);

create function request_is_kept() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'information_request' and tg_op = 'UPDATE' then
    if (to_jsonb(old) - 'owner_id') = (to_jsonb(new) - 'owner_id') then
      return new;
    end if;
  end if;
  raise exception 'what was asked and answered is never altered' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger information_request_kept before update or delete on information_request
  for each row execute function request_is_kept();
create trigger request_draft_kept before update or delete on request_draft
  for each row execute function request_is_kept();
create trigger request_clearance_kept before update or delete on request_clearance
  for each row execute function request_is_kept();
create trigger request_answer_kept before update or delete on request_answer
  for each row execute function request_is_kept();
create trigger request_disclosure_kept before update or delete on request_disclosure
  for each row execute function request_is_kept();

-- The last draft is cleared, by somebody who did not save it; nothing is drafted once it is answered.
create function request_goes_in_order() returns trigger language plpgsql as $$
begin
  if exists (select from request_answer where request_id = new.request_id) then
    raise exception 'this request is answered' using errcode = 'integrity_constraint_violation';
  end if;
  if tg_table_name = 'request_draft' then
    return new;
  end if;
  if exists (select from request_draft where request_id = new.request_id and number > new.number) then
    raise exception 'there is a later draft' using errcode = 'integrity_constraint_violation';
  end if;
  if tg_table_name = 'request_clearance' then
    if exists (select from request_draft where request_id = new.request_id and number = new.number
      and saved_by = new.cleared_by)
    then
      raise exception 'a second person clears a draft' using errcode = 'integrity_constraint_violation';
    end if;
  end if;
  return new;
end
$$;
create trigger request_draft_in_order before insert on request_draft
  for each row execute function request_goes_in_order();
create trigger request_clearance_in_order before insert on request_clearance
  for each row execute function request_goes_in_order();
create trigger request_answer_in_order before insert on request_answer
  for each row execute function request_goes_in_order();
