-- Events of the network of a fund: who is invited, who has a place, who waits for one, who came.
--
-- There are never more places than the capacity: a trigger holds the event while one is given, so two at once cannot both
-- have the last.
--
-- Safe while people use the service: it adds tables that older servers do not know. To undo: drop the tables and functions.
create table network_event (
  id uuid not null constraint network_event_pk primary key,
  fund_id uuid not null constraint network_event_fund_exists references fund,
  title text not null constraint network_event_has_title check (title <> ''),
  about text not null,
  held text not null constraint network_event_is_held_somewhere check (held in ('online', 'room')),
  place text not null,
  -- read by those with a place alone
  joining text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  capacity integer not null constraint network_event_has_room check (capacity > 0),
  -- how often it was changed since people were invited
  changes integer not null default 0,
  cancelled_at timestamptz,
  cancelled_why text not null default '',
  made_at timestamptz not null,
  made_by uuid not null constraint network_event_maker_exists references person,
  constraint network_event_ends_after_it_begins check (ends_at > starts_at),
  constraint network_event_says_why_it_is_cancelled check ((cancelled_at is null) = (cancelled_why = ''))
);
create index network_event_by_fund on network_event (fund_id, starts_at);

create table network_place (
  event_id uuid not null constraint network_place_event_exists references network_event,
  person_id uuid not null constraint network_place_person_exists references person,
  state text not null constraint network_place_state_is_known check (state in ('invited', 'going', 'waiting', 'declined')),
  -- since when in this state: the order of the waiting list
  since timestamptz not null,
  -- how often their calendar was told: the next SEQUENCE of iCalendar
  sequence integer not null default 0,
  -- null until attendance was taken
  attended boolean,
  constraint network_place_pk primary key (event_id, person_id),
  constraint network_place_attended_with_a_place check (attended is null or state = 'going')
);

create function network_place_within_capacity() returns trigger language plpgsql as $$
declare
  room integer;
begin
  if new.state = 'going' and (tg_op = 'INSERT' or old.state <> 'going') then
    select capacity into room from network_event where id = new.event_id for update;
    if (select count(*) from network_place where event_id = new.event_id and state = 'going') >= room then
      raise exception 'the event is full' using errcode = 'integrity_constraint_violation',
        constraint = 'network_place_within_capacity';
    end if;
  end if;
  return new;
end
$$;
create trigger network_place_within_capacity before insert or update on network_place
  for each row execute function network_place_within_capacity();

create function network_event_has_room_for_all() returns trigger language plpgsql as $$
begin
  if new.capacity < (select count(*) from network_place where event_id = new.id and state = 'going') then
    raise exception 'more people have a place' using errcode = 'integrity_constraint_violation',
      constraint = 'network_event_has_room_for_all';
  end if;
  return new;
end
$$;
create trigger network_event_has_room_for_all before update of capacity on network_event
  for each row execute function network_event_has_room_for_all();

-- To whom mail belongs that is sent to an address of the service: an answer to an event, or to a question.
create table network_reply_address (
  key_sha256 text not null constraint network_reply_address_pk primary key,
  fund_id uuid not null constraint network_reply_address_fund_exists references fund,
  person_id uuid not null constraint network_reply_address_person_exists references person,
  purpose text not null constraint network_reply_address_purpose_is_known check (purpose in ('event', 'thread')),
  object_id uuid not null,
  made_at timestamptz not null
);
