-- 0005-guidance.sql
-- The public pages of a round, every version of each with what changed and why; who asked to be told; and the questions
-- people ask with the answers given to all.
--
-- Safe while people use the service: creates only.
-- Undo: drop the tables, last first, and the function.

create table public_page (
  id uuid not null constraint public_page_pk primary key,
  round_id uuid not null constraint public_page_round_exists references round,
  slug text not null,
  position integer not null,
  constraint public_page_slug_is_unique unique (round_id, slug),
  constraint public_page_slug_is_known check (slug in ('announcement', 'setting-the-scene', 'how-to-apply',
    'am-i-eligible', 'strong-application', 'faqs', 'form', 'scoring', 'timetable'))
);

create table public_page_version (
  page_id uuid not null constraint public_page_version_page_exists references public_page,
  number integer not null,
  title text not null,
  summary text not null default '',
  body text not null,
  -- null while it is a draft; a page has one draft at most
  published_at timestamptz,
  -- what people are told changed; empty for the first version
  change_note text not null default '',
  change_kind text not null default 'content',
  author_id uuid constraint public_page_version_author_exists references person,
  saved_at timestamptz not null,
  -- how often the draft has been saved: whoever saves over another's text without having seen it is told
  revision integer not null default 1,
  constraint public_page_version_pk primary key (page_id, number),
  constraint public_page_version_change_kind_is_known check (change_kind in ('content', 'deadline', 'rules', 'correction')),
  constraint public_page_version_change_has_a_note check (published_at is null or number = 1 or change_note <> '')
);
create unique index public_page_has_one_draft on public_page_version (page_id) where published_at is null;

create function public_page_version_is_kept() returns trigger language plpgsql as $$
begin
  if old.published_at is null then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  raise exception 'a published version of a page is never altered' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger public_page_version_kept before update or delete on public_page_version
  for each row execute function public_page_version_is_kept();

create table subscription (
  id uuid not null constraint subscription_pk primary key,
  round_id uuid not null constraint subscription_round_exists references round,
  email text not null,
  kinds text[] not null,
  -- when the last message about the subscription itself was written
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  ended_at timestamptz,
  constraint subscription_kinds_are_known
    check (kinds <@ array['content', 'deadline', 'rules', 'correction', 'answers'] and cardinality(kinds) > 0)
);
create unique index subscription_is_held_once on subscription (round_id, email) where ended_at is null;

-- What a subscriber has been told, so that a job that is done twice tells nobody twice.
create table subscription_notice (
  subscription_id uuid not null constraint subscription_notice_subscription_exists references subscription,
  -- what it was about: page:<round>:<slug>:<number>, answer:<id> or change:<id of the audit event>
  subject text not null,
  told_at timestamptz not null,
  constraint subscription_notice_pk primary key (subscription_id, subject)
);

create table clarification (
  id uuid not null constraint clarification_pk primary key,
  round_id uuid not null constraint clarification_round_exists references round,
  asked_by uuid not null constraint clarification_asker_exists references person,
  asked_at timestamptz not null,
  question text not null,
  -- as published: nothing in it tells who asked
  published_question text not null default '',
  answer text not null default '',
  answered_by uuid constraint clarification_answerer_exists references person,
  -- place in the published list
  number integer,
  published_at timestamptz,
  declined_at timestamptz,
  decline_reason text not null default '',
  constraint clarification_number_is_unique unique (round_id, number),
  constraint clarification_published_is_answered
    check (published_at is null or (answer <> '' and published_question <> '' and number is not null))
);
