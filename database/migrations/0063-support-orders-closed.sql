-- 0063-support-orders-closed.sql
-- An order of which something was delivered can be closed short: it then costs what was accepted of it, and the rest comes
-- back to its award and its fund. What is closed stays as it is, but for its invoices.
--
-- Safe while people use the service: adds columns with defaults, and replaces functions by ones that do the same for orders
-- that are not closed. A server of the release before shows a closed order as ordered, and what it would change of one is refused.
-- Undo: drop the columns, and create the functions as 0051 and 0060 have them.

alter table support_order
  add column closed_at timestamptz,
  add column closed_by uuid constraint support_order_closer_exists references person,
  add column closed_reason text not null default '',
  add constraint support_order_closed_has_a_reason check ((closed_at is null) = (closed_reason = '')),
  add constraint support_order_ends_once check (closed_at is null or withdrawn_at is null);

-- What of an order both sides have accepted, without value added tax.
create function support_accepted_pence(of_order uuid) returns bigint language sql stable as $$
  select coalesce(sum(v.net_pence), 0)::bigint from support_deliverable v
  where v.order_id = of_order and v.removed_at is null and (select count(*) from support_delivery_answer n
    where (n.order_id, n.deliverable) = (v.order_id, v.number) and n.accepted and n.number =
      (select max(y.number) from support_delivery y where (y.order_id, y.deliverable) = (v.order_id, v.number))) = 2
$$;

create or replace function support_order_is_within_award() returns trigger language plpgsql as $$
declare
  of fund%rowtype;
  held award%rowtype;
  lot support_lot%rowtype;
  on_award bigint;
  on_fund bigint;
begin
  if tg_op = 'UPDATE' and (old.withdrawn_at is not null or old.closed_at is not null
    or (old.award_id, old.supplier_id, old.lot_id, old.work, old.reference, old.ordered_at)
      is distinct from (new.award_id, new.supplier_id, new.lot_id, new.work, new.reference, new.ordered_at))
  then
    raise exception 'an order that is withdrawn or closed, and of whom it is, stay as they are'
      using errcode = 'integrity_constraint_violation';
  end if;
  select f.* into of from fund f join round r on r.fund_id = f.id join award a on a.round_id = r.id
    where a.id = new.award_id for no key update of f;
  select a.* into held from award a where a.id = new.award_id;
  select l.* into lot from support_lot l where l.id = new.lot_id;
  if lot.fund_id <> of.id or coalesce(lot.award_id, new.award_id) <> new.award_id then
    raise exception 'the lot is not one of this award' using errcode = 'integrity_constraint_violation';
  end if;
  new.net_pence := case when new.closed_at is not null then support_accepted_pence(new.id)
    else (new.tenth_days::bigint * new.rate_pence + 5) / 10 + new.expenses_pence end;
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

-- Of a closed order, what was not accepted stays listed.
create or replace function support_deliverables_are_within_order() returns trigger language plpgsql as $$
declare
  of support_order%rowtype;
begin
  if tg_table_name = 'support_order' then
    of := new;
  else
    select o.* into of from support_order o where o.id = new.order_id for update;
    if of.closed_at is not null then
      raise exception 'an order that is closed delivers nothing more' using errcode = 'integrity_constraint_violation';
    end if;
  end if;
  if of.closed_at is null and (select coalesce(sum(d.net_pence), 0) from support_deliverable d
      where d.order_id = of.id and d.removed_at is null) > of.net_pence
  then
    raise exception 'the deliverables cost more than their order'
      using errcode = 'integrity_constraint_violation', constraint = 'support_deliverables_are_within_order';
  end if;
  return null;
end
$$;

-- What of a closed order was not accepted is neither delivered nor answered any more.
create function support_delivery_is_of_an_open_order() returns trigger language plpgsql as $$
begin
  if exists (select from support_order o where o.id = new.order_id and o.closed_at is not null) then
    raise exception 'an order that is closed delivers nothing more' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger support_delivery_of_an_open_order before insert on support_delivery
  for each row execute function support_delivery_is_of_an_open_order();
create trigger support_delivery_answer_of_an_open_order before insert on support_delivery_answer
  for each row execute function support_delivery_is_of_an_open_order();
