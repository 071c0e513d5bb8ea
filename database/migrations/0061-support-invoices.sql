-- 0061-support-invoices.sql
-- Invoices of suppliers, each for deliverables that were accepted: none twice, and together no more than their order.
--
-- Safe while people use the service: creates only.
-- Undo: drop the triggers, their functions and the tables, last first.

create table support_invoice (
  order_id uuid not null constraint support_invoice_order_exists references support_order,
  number integer not null,
  -- what the supplier calls it
  name text not null,
  dated_on date not null,
  net_pence bigint not null,
  vat_pence bigint not null,
  state text not null default 'sent',
  sent_at timestamptz not null,
  sent_by uuid constraint support_invoice_sender_exists references person,
  answered_at timestamptz,
  answered_by uuid constraint support_invoice_answerer_exists references person,
  reason text not null default '',
  paid_on date,
  paid_by uuid constraint support_invoice_payer_exists references person,
  constraint support_invoice_pk primary key (order_id, number),
  constraint support_invoice_has_a_name check (name <> ''),
  constraint support_invoice_amounts_are_amounts check (net_pence >= 0 and vat_pence >= 0),
  constraint support_invoice_state_is_known check (state in ('sent', 'approved', 'refused', 'paid')),
  constraint support_invoice_answered_has_a_reason
    check ((state = 'sent') = (answered_at is null) and (answered_at is null) = (reason = '')),
  constraint support_invoice_paid_is_dated check ((state = 'paid') = (paid_on is not null))
);
create unique index support_invoice_is_one_by_name on support_invoice (order_id, lower(name)) where state <> 'refused';

create table support_invoice_line (
  order_id uuid not null,
  number integer not null,
  deliverable integer not null,
  net_pence bigint not null,
  constraint support_invoice_line_pk primary key (order_id, number, deliverable),
  constraint support_invoice_line_of_an_invoice foreign key (order_id, number) references support_invoice,
  constraint support_invoice_line_of_a_deliverable foreign key (order_id, deliverable) references support_deliverable
);

-- Those that invoice an order take turns at it.
create function support_invoice_is_of_what_was_accepted() returns trigger language plpgsql as $$
declare
  of support_order%rowtype;
begin
  select o.* into of from support_order o where o.id = new.order_id for update;
  if exists (select from support_invoice_line l
      join support_invoice i on (i.order_id, i.number) = (l.order_id, l.number)
      where l.order_id = new.order_id and l.deliverable = new.deliverable and l.number <> new.number
        and i.state <> 'refused')
  then
    raise exception 'a deliverable is invoiced once'
      using errcode = 'integrity_constraint_violation', constraint = 'support_invoice_line_is_once';
  end if;
  if (select count(*) from support_delivery_answer a
      where a.order_id = new.order_id and a.deliverable = new.deliverable and a.accepted
        and a.number = (select max(y.number) from support_delivery y
          where (y.order_id, y.deliverable) = (new.order_id, new.deliverable))) < 2
  then
    raise exception 'what is invoiced is accepted first' using errcode = 'integrity_constraint_violation';
  end if;
  if (select sum(l.net_pence) from support_invoice_line l
      join support_invoice i on (i.order_id, i.number) = (l.order_id, l.number)
      where l.order_id = new.order_id and i.state <> 'refused') > of.net_pence
  then
    raise exception 'invoices are beyond their order' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end
$$;
create trigger support_invoice_line_of_what_was_accepted after insert on support_invoice_line
  for each row execute function support_invoice_is_of_what_was_accepted();
create trigger support_invoice_line_kept before update or delete on support_invoice_line
  for each row execute function support_record_is_kept();

-- An invoice goes on from sent to approved or refused, and from approved to paid, and nothing else of it changes.
create function support_invoice_goes_on() returns trigger language plpgsql as $$
begin
  if (old.order_id, old.number, old.name, old.dated_on, old.net_pence, old.vat_pence, old.sent_at, old.sent_by)
      is distinct from
      (new.order_id, new.number, new.name, new.dated_on, new.net_pence, new.vat_pence, new.sent_at, new.sent_by)
    or (old.state, new.state) not in (('sent', 'approved'), ('sent', 'refused'), ('approved', 'paid'))
  then
    raise exception 'an invoice stays as it was sent' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger support_invoice_goes_on before update on support_invoice
  for each row execute function support_invoice_goes_on();
create trigger support_invoice_not_deleted before delete on support_invoice
  for each row execute function support_record_is_kept();
