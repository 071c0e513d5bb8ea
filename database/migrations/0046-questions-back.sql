-- A question back to whoever made a request, without whose answer it cannot be understood: the time to answer the request
-- begins anew with the day on which the answer comes (Freedom of Information Act 2000, sections 1(3) and 10(6);
-- Environmental Information Regulations 2004, regulation 9).
create table request_question (
  request_id uuid not null constraint request_question_request_exists references information_request,
  number integer not null,
  question text not null,
  asked_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null constraint request_question_recorder_exists references person,
  constraint request_question_pk primary key (request_id, number),
  constraint request_question_says_it check (question <> '')
);
create trigger request_question_kept before update or delete on request_question
  for each row execute function request_is_kept();

create function request_question_is_in_time() returns trigger language plpgsql as $$
begin
  if exists (select from request_answer where request_id = new.request_id) then
    raise exception 'this request is answered' using errcode = 'integrity_constraint_violation';
  end if;
  if exists (select from request_question q where q.request_id = new.request_id and not exists (
    select from request_question_answer a where a.request_id = q.request_id and a.number = q.number))
  then
    raise exception 'a question back waits for its answer' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger request_question_in_time before insert on request_question
  for each row execute function request_question_is_in_time();

create table request_question_answer (
  request_id uuid not null,
  number integer not null,
  answered_on date not null,
  -- by when the request is answered from then on
  due_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null constraint request_question_answer_recorder_exists references person,
  constraint request_question_answer_pk primary key (request_id, number),
  constraint request_question_answer_of_a_question foreign key (request_id, number) references request_question,
  constraint request_question_answer_is_due_after_it_came check (due_on >= answered_on)
);
create trigger request_question_answer_kept before update or delete on request_question_answer
  for each row execute function request_is_kept();
