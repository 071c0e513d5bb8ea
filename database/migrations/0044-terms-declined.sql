-- Changed terms that a council which has accepted an award declines: what was agreed before stays in force.
create table award_terms_declined (
  award_id uuid not null,
  number integer not null,
  reason text not null,
  declined_at timestamptz not null,
  declined_by uuid not null constraint award_terms_decliner_exists references person,
  constraint award_terms_declined_pk primary key (award_id, number),
  constraint award_terms_declined_of_an_agreement foreign key (award_id, number) references award_agreement,
  constraint award_terms_declined_says_why check (reason <> '')
);
create trigger award_terms_declined_kept before update or delete on award_terms_declined
  for each row execute function award_record_is_kept();

-- Declined is not signed, and what is in force is not declined any more.
create function award_terms_wait_for_an_answer() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'award_signature' then
    if exists (select from award_terms_declined where award_id = new.award_id and number = new.number) then
      raise exception 'these terms are declined' using errcode = 'integrity_constraint_violation';
    end if;
  elsif not exists (select from award where id = new.award_id and state = 'accepted' and version < new.number) then
    raise exception 'no changed terms wait for an answer' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger award_signature_of_terms_that_wait before insert on award_signature
  for each row execute function award_terms_wait_for_an_answer();
create trigger award_terms_declined_while_they_wait before insert on award_terms_declined
  for each row execute function award_terms_wait_for_an_answer();
