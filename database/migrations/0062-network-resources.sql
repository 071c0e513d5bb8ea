-- What a network keeps for others to learn from: resources and case studies, reviewed before anybody else sees them, and
-- open to the public by a step of its own.
--
-- Safe while people use the service: it adds a table that older servers do not know. To undo: drop the table.
create table network_resource (
  id uuid not null constraint network_resource_pk primary key,
  fund_id uuid not null constraint network_resource_fund_exists references fund,
  kind text not null constraint network_resource_kind_is_known check (kind in ('resource', 'case-study')),
  title text not null constraint network_resource_has_title check (title <> ''),
  -- what it is about, in a sentence or two
  summary text not null,
  text text not null constraint network_resource_is_written check (text <> ''),
  -- as they want to be named
  author text not null constraint network_resource_has_author check (author <> ''),
  licence text not null,
  source_url text not null,
  illustrative boolean not null,
  state text not null default 'in-review' constraint network_resource_state_is_known
    check (state in ('in-review', 'returned', 'members', 'public')),
  sent_at timestamptz not null,
  sent_by uuid not null constraint network_resource_sender_exists references person,
  -- why it was returned, or what whoever reviewed it said
  review_note text not null default '',
  reviewed_at timestamptz,
  reviewed_by uuid constraint network_resource_reviewer_exists references person,
  constraint network_resource_is_seen_after_review check (state in ('in-review') or reviewed_at is not null),
  constraint network_resource_is_reviewed_by_another check (reviewed_by is null or reviewed_by <> sent_by)
);
create index network_resource_by_fund on network_resource (fund_id, state);
