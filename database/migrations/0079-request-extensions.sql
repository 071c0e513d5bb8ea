-- More time to answer a request for information, as the law allows it: to weigh the public interest in an exemption (Freedom
-- of Information Act 2000, section 10(3)), or for what is complex and voluminous (Environmental Information Regulations
-- 2004, regulation 7). Nothing of it is altered or removed.
--
-- Safe while people use the service: creates only. The release before shows the day that was due without it.
-- Undo: drop the triggers, the function and the table.

create table request_extension (
  request_id uuid not null constraint request_extension_request_exists references information_request,
  number integer not null,
  -- how many questions back had been answered: with the next answer the time begins anew, and this counts no more
  heard integer not null,
  -- ids of the exemptions of which the public interest is weighed; none where the law asks for none
  exemptions text[] not null,
  reason text not null,
  extended_on date not null,
  -- by when the request is answered from then on
  due_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null constraint request_extension_recorder_exists references person,
  constraint request_extension_pk primary key (request_id, number),
  constraint request_extension_says_why check (reason <> ''),
  constraint request_extension_gives_time check (due_on > extended_on)
);
create trigger request_extension_kept before update or delete on request_extension
  for each row execute function request_is_kept();

create function request_extension_is_in_time() returns trigger language plpgsql as $$
begin
  if exists (select from request_answer where request_id = new.request_id) then
    raise exception 'this request is answered' using errcode = 'integrity_constraint_violation';
  end if;
  if new.heard <> (select count(*) from request_question where request_id = new.request_id)
    or new.heard <> (select count(*) from request_question_answer where request_id = new.request_id)
  then
    raise exception 'no time runs while a question back waits' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger request_extension_in_time before insert on request_extension
  for each row execute function request_extension_is_in_time();
