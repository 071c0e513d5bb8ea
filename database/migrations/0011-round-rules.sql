-- 0011-round-rules.sql
-- What a round asks besides its form: how many applications one body may lead, how many partners a bid needs and how many
-- bids one body may partner in, a screener to answer before a word is written, and what becomes of a bid that a rule of
-- eligibility fails. An application holds a slot of its lead once it is submitted, and keeps what the screener was told.
--
-- Safe while people use the service: every column has a default that says what was the rule until now, and the new index
-- refuses what the old one did until a round says otherwise. Programs of the release before go on submitting: they write
-- slot 1 of no category, by default.
-- Undo: drop the columns, the trigger, its function and the index, and create the index of 0007 again. Possible while no
-- body has submitted two applications to one round.

alter table round
  -- {"question": id or null, "categories": [{"value", "name", "most"}]}: the question whose answer is the category
  add column lead_slots jsonb not null default '{"question":null,"categories":[{"value":"","name":"","most":1}]}',
  add column partner_minimum integer not null default 0,
  -- how many bids one body may be a partner of; null: as many as it likes
  add column partner_slots integer,
  add column screener_version_id uuid,
  add column ineligible text not null default 'refuse',
  add constraint round_partner_minimum_is_not_negative check (partner_minimum >= 0),
  add constraint round_partner_slots_are_positive check (partner_slots > 0),
  add constraint round_ineligible_is_known check (ineligible in ('refuse', 'accept-and-flag')),
  add constraint round_lead_slots_have_categories
    check (jsonb_typeof(lead_slots -> 'categories') = 'array' and jsonb_array_length(lead_slots -> 'categories') > 0),
  add constraint round_screener_version_exists foreign key (screener_version_id) references form_version;

alter table form drop constraint form_purpose_is_known;
alter table form add constraint form_purpose_is_known check (purpose in
  ('expression-of-interest', 'application', 'eligibility', 'assessment', 'interview', 'monitoring', 'evaluation'));

alter table application
  -- which of the lead's slots a submitted application holds
  add column lead_category text not null default '',
  add column lead_slot integer not null default 1,
  -- answers to the screener by question id: choices, numbers and days only, nothing that says who a person is
  add column screening jsonb,
  add column screener_version_id uuid,
  add column screened_at timestamptz,
  add column screened_by uuid,
  add constraint application_screener_version_exists foreign key (screener_version_id) references form_version,
  add constraint application_screener_exists foreign key (screened_by) references person,
  add constraint application_screening_is_whole check (
    (screening is null) = (screener_version_id is null) and (screening is null) = (screened_at is null)
    and (screening is null) = (screened_by is null));

create unique index application_one_submitted_for_each_slot
  on application (round_id, lead_id, lead_category, lead_slot) where state = 'submitted';
drop index application_one_submitted_for_each_lead;

-- A slot that the round does not have cannot be held, whatever the program says.
create function application_slot_is_there() returns trigger language plpgsql as $$
begin
  if new.state = 'submitted' and not exists (
    select from round r, jsonb_array_elements(r.lead_slots -> 'categories') as category
    where r.id = new.round_id and category ->> 'value' = new.lead_category
      and new.lead_slot between 1 and (category ->> 'most')::integer)
  then
    raise exception 'the round has no such slot' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger application_slot_there before insert or update of state, lead_category, lead_slot on application
  for each row execute function application_slot_is_there();
