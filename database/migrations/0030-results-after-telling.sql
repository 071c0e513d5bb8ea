-- Results are published once everybody was told, not only once they may be: applicants do not read of their outcome in public.
--
-- Safe while people use the service: replaces what a trigger does. A server from before finds itself refused in the minute
-- between the end of an embargo and the telling.
-- Undo: create the function as 0025 has it.

create or replace function results_after_embargo() returns trigger language plpgsql as $$
begin
  if not exists (select from decision d where d.round_id = new.round_id and d.told_at <= new.published_at) then
    raise exception 'results are published after everybody was told, and so after the embargo of a decision'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
