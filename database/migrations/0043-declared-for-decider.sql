-- Conflicts of somebody whose decision another person records, with the evidence of what they declared; and why a conflict
-- that was declared is taken back.
alter table decision_declaration
  add column decider text not null default '',
  add column evidence text not null default '',
  add column taken_back_for text not null default '',
  add constraint decision_declaration_for_another_has_evidence check ((decider = '') = (evidence = ''));

create function conflict_is_taken_back_for_a_reason() returns trigger language plpgsql as $$
declare
  said uuid[];
begin
  select application_ids into said from decision_declaration
    where round_id = new.round_id and lower(decider) = lower(new.decider)
      and (new.decider <> '' or person_id = new.person_id)
    order by declared_at desc, number desc limit 1;
  if not coalesce(said, '{}') <@ new.application_ids and new.taken_back_for = '' then
    raise exception 'a declared conflict is taken back for a reason' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger decision_declaration_taken_back before insert on decision_declaration
  for each row execute function conflict_is_taken_back_for_a_reason();
