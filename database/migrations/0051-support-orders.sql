-- 0051-support-orders.sql
-- Support that is bought for the councils that hold awards: lots, suppliers with their people, what each supplier says of its
-- interest in the service of an award, what a council needs, and orders. The sums of orders stay within their award and their
-- fund whoever orders at the same time, and options advice is not bought from somebody with an interest in what it leads to.
--
-- Safe while people use the service: creates only.
-- Undo: drop the triggers, their functions and the tables, last first.

-- A part of the support that is bought by itself: a kind of help, or all help for one council.
create table support_lot (
  id uuid not null constraint support_lot_pk primary key,
  fund_id uuid not null constraint support_lot_fund_exists references fund,
  name text not null,
  -- where it is for one award alone
  award_id uuid constraint support_lot_award_exists references award,
  added_at timestamptz not null,
  added_by uuid constraint support_lot_adder_exists references person,
  constraint support_lot_has_a_name check (name <> '')
);
create unique index support_lot_is_one_by_name on support_lot (fund_id, lower(name));

create table support_supplier (
  id uuid not null constraint support_supplier_pk primary key,
  fund_id uuid not null constraint support_supplier_fund_exists references fund,
  name text not null,
  -- the framework or contract it was chosen under, and its terms
  terms text not null,
  added_at timestamptz not null,
  added_by uuid constraint support_supplier_adder_exists references person,
  constraint support_supplier_has_a_name check (name <> '')
);
create unique index support_supplier_is_one_by_name on support_supplier (fund_id, lower(name));

create table support_supplier_lot (
  supplier_id uuid not null constraint support_supplier_lot_supplier_exists references support_supplier,
  lot_id uuid not null constraint support_supplier_lot_lot_exists references support_lot,
  constraint support_supplier_lot_pk primary key (supplier_id, lot_id)
);

-- Who works for a supplier: named by address, which they prove by signing in.
create table support_supplier_person (
  supplier_id uuid not null constraint support_supplier_person_supplier_exists references support_supplier,
  person_id uuid not null constraint support_supplier_person_person_exists references person,
  added_at timestamptz not null,
  added_by uuid constraint support_supplier_person_adder_exists references person,
  ended_at timestamptz,
  constraint support_supplier_person_pk primary key (supplier_id, person_id)
);
create index support_supplier_person_by_person on support_supplier_person (person_id);

-- What a supplier says of its interest in the service that an award is about. The last number counts.
create table support_interest (
  supplier_id uuid not null constraint support_interest_supplier_exists references support_supplier,
  award_id uuid not null constraint support_interest_award_exists references award,
  number integer not null,
  interested boolean not null,
  what text not null,
  declared_at timestamptz not null,
  declared_by uuid not null constraint support_interest_declarer_exists references person,
  constraint support_interest_pk primary key (supplier_id, award_id, number),
  constraint support_interest_says_which check (interested = (what <> ''))
);

-- That the interest as it was declared bars nothing, and why.
create table support_waiver (
  supplier_id uuid not null,
  award_id uuid not null,
  number integer not null,
  reason text not null,
  waived_at timestamptz not null,
  waived_by uuid not null constraint support_waiver_waiver_exists references person,
  constraint support_waiver_pk primary key (supplier_id, award_id, number),
  constraint support_waiver_of_an_interest foreign key (supplier_id, award_id, number) references support_interest,
  constraint support_waiver_has_a_reason check (reason <> '')
);

-- What a council needs of a kind of help. The last number counts.
create table support_need (
  award_id uuid not null constraint support_need_award_exists references award,
  work text not null,
  number integer not null,
  level text not null,
  what text not null,
  needed_by date,
  said_at timestamptz not null,
  said_by uuid not null constraint support_need_sayer_exists references person,
  constraint support_need_pk primary key (award_id, work, number),
  constraint support_need_level_is_known check (level in ('none', 'some', 'much'))
);

create table support_order (
  id uuid not null constraint support_order_pk primary key,
  reference text not null constraint support_order_is_one_by_reference unique,
  award_id uuid not null constraint support_order_award_exists references award,
  supplier_id uuid not null,
  lot_id uuid not null,
  -- the kind of help
  work text not null,
  title text not null,
  what text not null,
  -- the number of the terms in force, and what they say
  terms integer not null,
  tenth_days integer not null,
  rate_pence integer not null,
  expenses_pence integer not null,
  vat_percent integer not null,
  due_on date not null,
  -- worked out here: without value added tax, the tax, and what counts against the award by the rule of its fund
  net_pence bigint not null default 0,
  vat_pence bigint not null default 0,
  counted_pence bigint not null default 0,
  ordered_at timestamptz not null,
  ordered_by uuid constraint support_order_orderer_exists references person,
  withdrawn_at timestamptz,
  withdrawn_by uuid constraint support_order_withdrawer_exists references person,
  -- why it was withdrawn
  reason text not null default '',
  constraint support_order_is_of_a_lot_of_its_supplier
    foreign key (supplier_id, lot_id) references support_supplier_lot,
  constraint support_order_has_a_title check (title <> ''),
  constraint support_order_amounts_are_amounts
    check (tenth_days >= 0 and rate_pence >= 0 and expenses_pence >= 0 and vat_percent in (0, 5, 20)),
  constraint support_order_withdrawn_has_a_reason check ((withdrawn_at is null) = (reason = ''))
);
create index support_order_by_award on support_order (award_id);
create index support_order_by_supplier on support_order (supplier_id);

-- The terms of an order, every version: the first as it was ordered, further ones as somebody asked for them.
create table support_order_terms (
  order_id uuid not null constraint support_order_terms_order_exists references support_order,
  number integer not null,
  tenth_days integer not null,
  rate_pence integer not null,
  expenses_pence integer not null,
  vat_percent integer not null,
  due_on date not null,
  reason text not null,
  asked_at timestamptz not null,
  asked_by uuid constraint support_order_terms_asker_exists references person,
  constraint support_order_terms_pk primary key (order_id, number),
  constraint support_order_terms_change_for_a_reason check (number = 1 or reason <> '')
);

create function support_record_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'this record of support is never altered' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger support_interest_kept before update or delete on support_interest
  for each row execute function support_record_is_kept();
create trigger support_waiver_kept before update or delete on support_waiver
  for each row execute function support_record_is_kept();
create trigger support_need_kept before update or delete on support_need
  for each row execute function support_record_is_kept();
create trigger support_order_terms_kept before update or delete on support_order_terms
  for each row execute function support_record_is_kept();
create trigger support_order_not_deleted before delete on support_order
  for each row execute function support_record_is_kept();

-- Those that order take turns at the fund, so that two at once cannot both have what is left.
create function support_order_is_within_award() returns trigger language plpgsql as $$
declare
  of fund%rowtype;
  held award%rowtype;
  lot support_lot%rowtype;
  on_award bigint;
  on_fund bigint;
begin
  if tg_op = 'UPDATE' and (old.withdrawn_at is not null
    or (old.award_id, old.supplier_id, old.lot_id, old.work, old.reference, old.ordered_at)
      is distinct from (new.award_id, new.supplier_id, new.lot_id, new.work, new.reference, new.ordered_at))
  then
    raise exception 'an order that is withdrawn, and of whom it is, stay as they are'
      using errcode = 'integrity_constraint_violation';
  end if;
  select f.* into of from fund f join round r on r.fund_id = f.id join award a on a.round_id = r.id
    where a.id = new.award_id for no key update of f;
  select a.* into held from award a where a.id = new.award_id;
  select l.* into lot from support_lot l where l.id = new.lot_id;
  if lot.fund_id <> of.id or coalesce(lot.award_id, new.award_id) <> new.award_id then
    raise exception 'the lot is not one of this award' using errcode = 'integrity_constraint_violation';
  end if;
  new.net_pence := (new.tenth_days::bigint * new.rate_pence + 5) / 10 + new.expenses_pence;
  new.vat_pence := (new.net_pence * new.vat_percent + 50) / 100;
  new.counted_pence := case when new.withdrawn_at is not null then 0
    when of.vat = 'excluded' then new.net_pence else new.net_pence + new.vat_pence end;
  if tg_op = 'UPDATE' and new.counted_pence <= old.counted_pence then
    return new;
  end if;
  if held.state <> 'accepted' or held.type <> 'support-in-kind' then
    raise exception 'support is ordered for an award of support that is accepted'
      using errcode = 'integrity_constraint_violation';
  end if;
  if not exists (select from support_interest i where i.supplier_id = new.supplier_id and i.award_id = new.award_id) then
    raise exception 'a supplier declares its interest first' using errcode = 'integrity_constraint_violation';
  end if;
  if new.work = 'options-appraisal' and exists (
    select from support_interest i
      left join support_waiver w on (w.supplier_id, w.award_id, w.number) = (i.supplier_id, i.award_id, i.number)
      where i.supplier_id = new.supplier_id and i.award_id = new.award_id and i.interested and w.number is null
        and not exists (select from support_interest l where (l.supplier_id, l.award_id) = (i.supplier_id, i.award_id)
          and l.number > i.number))
  then
    raise exception 'a supplier with an interest in the service gives no options advice'
      using errcode = 'integrity_constraint_violation', constraint = 'support_order_is_without_interest';
  end if;
  select coalesce(sum(o.counted_pence), 0) into on_award
    from support_order o where o.award_id = new.award_id and o.id <> new.id;
  select coalesce(sum(o.counted_pence), 0) into on_fund
    from support_order o join award a on a.id = o.award_id join round r on r.id = a.round_id
    where r.fund_id = of.id and o.id <> new.id;
  if on_award + new.counted_pence > held.pounds::bigint * 100 or on_fund + new.counted_pence > of.budget_pounds::bigint * 100 then
    raise exception 'orders are beyond the award or the fund'
      using errcode = 'integrity_constraint_violation', constraint = 'support_order_is_within_award';
  end if;
  return new;
end
$$;
create trigger support_order_within_award before insert or update on support_order
  for each row execute function support_order_is_within_award();
