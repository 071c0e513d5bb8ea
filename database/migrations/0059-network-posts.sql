-- What members of a network ask and tell each other, on its pages and by mail; what is reported, hidden and answered for.
--
-- Every version of a post is kept. Mail that comes in is taken once, by its Message-ID, and kept as it came.
--
-- Safe while people use the service: it adds tables that older servers do not know. To undo: drop the tables.
create table network_thread (
  id uuid not null constraint network_thread_pk primary key,
  fund_id uuid not null constraint network_thread_fund_exists references fund,
  topic text not null,
  title text not null constraint network_thread_has_title check (title <> ''),
  begun_at timestamptz not null,
  begun_by uuid not null constraint network_thread_beginner_exists references person
);
create index network_thread_by_fund on network_thread (fund_id, begun_at desc);

create table network_post (
  id uuid not null constraint network_post_pk primary key,
  thread_id uuid not null constraint network_post_thread_exists references network_thread,
  author_id uuid not null constraint network_post_author_exists references person,
  via text not null constraint network_post_came_somehow check (via in ('page', 'mail')),
  posted_at timestamptz not null,
  hidden_at timestamptz
);
create index network_post_by_thread on network_post (thread_id, posted_at);

create table network_post_version (
  post_id uuid not null constraint network_post_version_post_exists references network_post,
  number integer not null constraint network_post_version_counts_from_one check (number > 0),
  text text not null constraint network_post_version_is_written check (text <> ''),
  written_at timestamptz not null,
  constraint network_post_version_pk primary key (post_id, number)
);
create trigger network_post_version_kept before update on network_post_version
  for each row execute function row_is_kept();

-- What somebody said of being told: of a thread, or of all that is new on a topic.
create table network_follow (
  fund_id uuid not null constraint network_follow_fund_exists references fund,
  person_id uuid not null constraint network_follow_person_exists references person,
  -- of a thread its id, of a topic its name
  subject text not null,
  follows boolean not null,
  said_at timestamptz not null,
  constraint network_follow_pk primary key (fund_id, person_id, subject)
);

create table network_report (
  post_id uuid not null constraint network_report_post_exists references network_post,
  reported_by uuid not null constraint network_report_reporter_exists references person,
  reason text not null constraint network_report_says_why check (reason <> ''),
  reported_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid constraint network_report_settler_exists references person,
  constraint network_report_pk primary key (post_id, reported_by),
  constraint network_report_is_settled_by_somebody check ((settled_at is null) = (settled_by is null))
);

-- What was done about somebody or their post, why, and what became of their appeal.
create table network_measure (
  id uuid not null constraint network_measure_pk primary key,
  fund_id uuid not null constraint network_measure_fund_exists references fund,
  kind text not null constraint network_measure_kind_is_known
    check (kind in ('hidden', 'restored', 'warned', 'removed', 'readmitted')),
  person_id uuid not null constraint network_measure_person_exists references person,
  post_id uuid constraint network_measure_post_exists references network_post,
  reason text not null constraint network_measure_says_why check (reason <> ''),
  taken_at timestamptz not null,
  taken_by uuid not null constraint network_measure_taker_exists references person,
  appeal text not null default '',
  appealed_at timestamptz,
  answer text not null default '',
  answered_at timestamptz,
  answered_by uuid constraint network_measure_answerer_exists references person,
  constraint network_measure_is_of_a_post check (kind = 'warned' or (post_id is not null) = (kind in ('hidden', 'restored'))),
  constraint network_measure_appeal_is_written check ((appeal = '') = (appealed_at is null)),
  constraint network_measure_answers_an_appeal check ((answer = '') = (answered_at is null) and (answered_at is null or appealed_at is not null))
);
create index network_measure_by_person on network_measure (fund_id, person_id, taken_at);

-- Who is out of a network for now, though they would be in it.
create table network_removal (
  fund_id uuid not null constraint network_removal_fund_exists references fund,
  person_id uuid not null constraint network_removal_person_exists references person,
  constraint network_removal_pk primary key (fund_id, person_id)
);

create table network_mail (
  -- of the Message-ID, so that one mail is taken once
  message_sha256 text not null constraint network_mail_pk primary key,
  fund_id uuid constraint network_mail_fund_exists references fund,
  person_id uuid constraint network_mail_person_exists references person,
  sender text not null,
  outcome text not null,
  -- the whole mail as it came, while it was for somebody of the network
  content bytea,
  post_id uuid constraint network_mail_post_exists references network_post,
  received_at timestamptz not null
);
create index network_mail_by_fund on network_mail (fund_id, received_at desc);
