-- 0068-grants.sql
-- Awards of money: the instalments in which each is paid, what is claimed of them and by whom it was checked, approved and
-- paid, what was returned, what the finance officer of the council says was spent, and the review at the end of each year.
-- What is claimed stays within its instalment, its award and its fund, whoever claims or approves at the same time.
--
-- Safe while people use the service: creates only. A server of the release before shows such an award without its money.
-- Undo: drop the triggers, their functions and the tables, last first.

-- A version of the instalments of an award. The last number counts.
create table grant_schedule (
  award_id uuid not null constraint grant_schedule_award_exists references award,
  number integer not null,
  reason text not null,
  made_at timestamptz not null,
  made_by uuid constraint grant_schedule_maker_exists references person,
  constraint grant_schedule_pk primary key (award_id, number),
  constraint grant_schedule_changes_for_a_reason check (number = 1 or reason <> '')
);

-- An instalment keeps its number in every version.
create table grant_instalment (
  award_id uuid not null,
  schedule integer not null,
  number integer not null,
  -- the milestone, or what it is for
  title text not null,
  upon text not null,
  due_on date not null,
  pence bigint not null,
  -- what has to be met before it is approved; '' for nothing
  condition text not null,
  constraint grant_instalment_pk primary key (award_id, schedule, number),
  constraint grant_instalment_of_a_schedule foreign key (award_id, schedule) references grant_schedule,
  constraint grant_instalment_has_a_title check (title <> ''),
  constraint grant_instalment_upon_is_known check (upon in ('date', 'milestone')),
  constraint grant_instalment_is_worth_something check (pence > 0)
);

create table grant_condition_met (
  award_id uuid not null,
  schedule integer not null,
  instalment integer not null,
  reason text not null,
  met_at timestamptz not null,
  met_by uuid constraint grant_condition_met_sayer_exists references person,
  constraint grant_condition_met_pk primary key (award_id, schedule, instalment),
  constraint grant_condition_met_of_an_instalment
    foreign key (award_id, schedule, instalment) references grant_instalment,
  constraint grant_condition_met_has_a_reason check (reason <> '')
);

create table grant_claim (
  award_id uuid not null constraint grant_claim_award_exists references award,
  number integer not null,
  instalment integer not null,
  pence bigint not null,
  what text not null,
  state text not null default 'sent',
  sent_at timestamptz not null,
  sent_by uuid constraint grant_claim_sender_exists references person,
  -- by the first of two people of the programme team
  checked_at timestamptz,
  checked_by uuid constraint grant_claim_checker_exists references person,
  checked_reason text not null default '',
  -- by the second, or by whoever refused it
  answered_at timestamptz,
  answered_by uuid constraint grant_claim_answerer_exists references person,
  reason text not null default '',
  paid_on date,
  payment_reference text not null default '',
  paid_by uuid constraint grant_claim_payer_exists references person,
  constraint grant_claim_pk primary key (award_id, number),
  constraint grant_claim_is_for_something check (pence > 0 and what <> ''),
  constraint grant_claim_state_is_known check (state in ('sent', 'checked', 'approved', 'refused', 'paid')),
  constraint grant_claim_checked_has_a_reason check ((checked_at is null) = (checked_reason = '')),
  constraint grant_claim_answered_has_a_reason
    check ((state in ('sent', 'checked')) = (answered_at is null) and (answered_at is null) = (reason = '')),
  constraint grant_claim_approved_was_checked check (state not in ('checked', 'approved', 'paid') or checked_at is not null),
  constraint grant_claim_is_approved_by_a_second check (state not in ('approved', 'paid') or answered_by <> checked_by),
  constraint grant_claim_paid_is_dated check ((state = 'paid') = (paid_on is not null)),
  constraint grant_claim_paid_has_a_reference check ((state = 'paid') = (payment_reference <> ''))
);

-- Money that came back.
create table grant_return (
  award_id uuid not null constraint grant_return_award_exists references award,
  number integer not null,
  pence bigint not null,
  returned_on date not null,
  payment_reference text not null,
  reason text not null,
  recorded_at timestamptz not null,
  recorded_by uuid constraint grant_return_recorder_exists references person,
  constraint grant_return_pk primary key (award_id, number),
  constraint grant_return_is_something check (pence > 0 and payment_reference <> '' and reason <> '')
);

-- What the finance officer of a council signs: how much was spent until a day, since the first payment. The last counts.
create table grant_statement (
  award_id uuid not null constraint grant_statement_award_exists references award,
  number integer not null,
  until_on date not null,
  spent_pence bigint not null,
  what text not null,
  name text not null,
  job_title text not null,
  -- what was agreed to, in its words
  statement text not null,
  signed_at timestamptz not null,
  signed_by uuid not null constraint grant_statement_signer_exists references person,
  constraint grant_statement_pk primary key (award_id, number),
  constraint grant_statement_is_signed check (spent_pence >= 0 and what <> '' and name <> '' and job_title <> '')
);

-- The review of an award at the end of a financial year, with what was paid as the service and as the ledger have it. The
-- last number of a year counts.
create table grant_year_end (
  award_id uuid not null constraint grant_year_end_award_exists references award,
  -- in which the financial year begins
  year integer not null,
  number integer not null,
  paid_pence bigint not null,
  ledger_pence bigint not null,
  finding text not null,
  reason text not null,
  made_at timestamptz not null,
  made_by uuid constraint grant_year_end_maker_exists references person,
  constraint grant_year_end_pk primary key (award_id, year, number),
  constraint grant_year_end_finding_is_known check (finding in ('go-on', 'change', 'stop')),
  constraint grant_year_end_has_a_reason check (reason <> ''),
  constraint grant_year_end_amounts_are_amounts check (paid_pence >= 0 and ledger_pence >= 0)
);

create function grant_record_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'this record of a grant is never altered' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger grant_schedule_kept before update or delete on grant_schedule
  for each row execute function grant_record_is_kept();
create trigger grant_instalment_kept before update or delete on grant_instalment
  for each row execute function grant_record_is_kept();
create trigger grant_condition_met_kept before update or delete on grant_condition_met
  for each row execute function grant_record_is_kept();
create trigger grant_claim_not_deleted before delete on grant_claim
  for each row execute function grant_record_is_kept();
create trigger grant_return_kept before update or delete on grant_return
  for each row execute function grant_record_is_kept();
create trigger grant_statement_kept before update or delete on grant_statement
  for each row execute function grant_record_is_kept();
create trigger grant_year_end_kept before update or delete on grant_year_end
  for each row execute function grant_record_is_kept();

-- Everything that moves money takes turns at the fund.
create function grant_hold_fund(of_award uuid) returns fund language plpgsql as $$
declare
  held fund%rowtype;
begin
  select f.* into held from fund f join round r on r.fund_id = f.id join award a on a.round_id = r.id
    where a.id = of_award for no key update of f;
  return held;
end
$$;

-- Looked at when the transaction ends, since a version is a row with others. No version is worth more than its award, and
-- none takes from an instalment what is claimed of it.
create function grant_schedule_fits() returns trigger language plpgsql as $$
declare
  held award%rowtype;
begin
  perform grant_hold_fund(new.award_id);
  select a.* into held from award a where a.id = new.award_id;
  if held.state <> 'accepted' or held.type <> 'grant' then
    raise exception 'instalments are of an award of money that is accepted' using errcode = 'integrity_constraint_violation';
  end if;
  if (select coalesce(sum(i.pence), 0) from grant_instalment i
      where (i.award_id, i.schedule) = (new.award_id, new.number)) > held.pounds::bigint * 100
  then
    raise exception 'the instalments are more than their award'
      using errcode = 'integrity_constraint_violation', constraint = 'grant_schedule_is_within_award';
  end if;
  if exists (select from grant_claim c left join grant_instalment i
      on (i.award_id, i.schedule, i.number) = (new.award_id, new.number, c.instalment)
      where c.award_id = new.award_id and c.state <> 'refused'
      group by c.instalment, i.pence having sum(c.pence) > coalesce(i.pence, 0))
  then
    raise exception 'an instalment is less than what is claimed of it'
      using errcode = 'integrity_constraint_violation', constraint = 'grant_schedule_covers_claims';
  end if;
  return null;
end
$$;
create constraint trigger grant_schedule_fits after insert on grant_schedule
  deferrable initially deferred for each row execute function grant_schedule_fits();

create function grant_claim_is_within_award() returns trigger language plpgsql as $$
declare
  of fund%rowtype;
  held award%rowtype;
  last grant_instalment%rowtype;
begin
  if tg_op = 'INSERT' and new.state <> 'sent' then
    raise exception 'a claim is sent first' using errcode = 'integrity_constraint_violation';
  end if;
  if tg_op = 'UPDATE' and ((old.award_id, old.number, old.instalment, old.pence, old.what, old.sent_at, old.sent_by)
      is distinct from (new.award_id, new.number, new.instalment, new.pence, new.what, new.sent_at, new.sent_by)
    or (old.state, new.state) not in (('sent', 'checked'), ('sent', 'refused'), ('checked', 'approved'),
      ('checked', 'refused'), ('approved', 'paid')))
  then
    raise exception 'a claim stays as it was sent' using errcode = 'integrity_constraint_violation';
  end if;
  if new.state not in ('sent', 'approved') then
    return new;
  end if;
  of := grant_hold_fund(new.award_id);
  select a.* into held from award a where a.id = new.award_id;
  if held.state <> 'accepted' or held.type <> 'grant' then
    raise exception 'what is claimed is of an award of money that is accepted'
      using errcode = 'integrity_constraint_violation';
  end if;
  select i.* into last from grant_instalment i where i.award_id = new.award_id and i.number = new.instalment
    and i.schedule = (select max(s.number) from grant_schedule s where s.award_id = new.award_id);
  if last.number is null or (select coalesce(sum(c.pence), 0) from grant_claim c where c.award_id = new.award_id
      and c.instalment = new.instalment and c.state <> 'refused' and c.number <> new.number) + new.pence > last.pence
  then
    raise exception 'a claim is beyond its instalment'
      using errcode = 'integrity_constraint_violation', constraint = 'grant_claim_is_within_instalment';
  end if;
  if (select coalesce(sum(c.pence), 0) from grant_claim c
      where c.award_id = new.award_id and c.state <> 'refused' and c.number <> new.number) + new.pence
      > held.pounds::bigint * 100
    or (select coalesce(sum(c.pence), 0) from grant_claim c join award a on a.id = c.award_id
        join round r on r.id = a.round_id
        where r.fund_id = of.id and c.state <> 'refused' and (c.award_id, c.number) <> (new.award_id, new.number))
      - (select coalesce(sum(b.pence), 0) from grant_return b join award a on a.id = b.award_id
        join round r on r.id = a.round_id where r.fund_id = of.id)
      + new.pence > of.budget_pounds::bigint * 100
  then
    raise exception 'claims are beyond the award or the fund'
      using errcode = 'integrity_constraint_violation', constraint = 'grant_claim_is_within_award';
  end if;
  if new.state = 'approved' and last.condition <> '' and not exists (select from grant_condition_met m
      join grant_instalment i on (i.award_id, i.schedule, i.number) = (m.award_id, m.schedule, m.instalment)
      where m.award_id = new.award_id and m.instalment = new.instalment and i.condition = last.condition)
  then
    raise exception 'a condition holds this instalment'
      using errcode = 'integrity_constraint_violation', constraint = 'grant_claim_condition_is_met';
  end if;
  return new;
end
$$;
create trigger grant_claim_within_award before insert or update on grant_claim
  for each row execute function grant_claim_is_within_award();

-- Neither more comes back, nor is more said to be spent, than was paid.
create function grant_is_of_what_was_paid() returns trigger language plpgsql as $$
declare
  paid bigint;
  back bigint;
begin
  perform grant_hold_fund(new.award_id);
  select coalesce(sum(c.pence), 0) into paid from grant_claim c where c.award_id = new.award_id and c.state = 'paid';
  select coalesce(sum(b.pence), 0) into back from grant_return b where b.award_id = new.award_id;
  if tg_table_name = 'grant_return' then
    if back + new.pence > paid then
      raise exception 'more comes back than was paid'
        using errcode = 'integrity_constraint_violation', constraint = 'grant_return_is_of_what_was_paid';
    end if;
  elsif new.spent_pence > paid then
    raise exception 'more is said to be spent than was paid'
      using errcode = 'integrity_constraint_violation', constraint = 'grant_statement_is_of_what_was_paid';
  end if;
  return new;
end
$$;
create trigger grant_return_of_what_was_paid before insert on grant_return
  for each row execute function grant_is_of_what_was_paid();
create trigger grant_statement_of_what_was_paid before insert on grant_statement
  for each row execute function grant_is_of_what_was_paid();
