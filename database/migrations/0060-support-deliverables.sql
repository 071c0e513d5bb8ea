-- 0060-support-deliverables.sql
-- What an order delivers: deliverables with their price, every delivery of each, and what the council and the programme team
-- said of it; who agreed to a change of an order. The prices of an order's deliverables stay within the order.
--
-- Safe while people use the service: creates tables, and adds a column with a default.
-- Undo: drop the triggers, their functions, the tables and the column, last first.

alter table support_order_terms add column asked_side text not null default 'team'
  constraint support_order_terms_side_is_known check (asked_side in ('team', 'council', 'supplier'));

-- What a side said of a change of an order. It counts once the council and the programme team have agreed.
create table support_terms_answer (
  order_id uuid not null,
  number integer not null,
  side text not null,
  agreed boolean not null,
  reason text not null,
  answered_at timestamptz not null,
  answered_by uuid constraint support_terms_answer_answerer_exists references person,
  constraint support_terms_answer_pk primary key (order_id, number, side),
  constraint support_terms_answer_of_terms foreign key (order_id, number) references support_order_terms,
  constraint support_terms_answer_side_is_known check (side in ('team', 'council')),
  constraint support_terms_answer_has_a_reason check (reason <> '')
);

create table support_deliverable (
  order_id uuid not null constraint support_deliverable_order_exists references support_order,
  number integer not null,
  title text not null,
  due_on date not null,
  -- without value added tax
  net_pence bigint not null,
  added_at timestamptz not null,
  added_by uuid constraint support_deliverable_adder_exists references person,
  removed_at timestamptz,
  constraint support_deliverable_pk primary key (order_id, number),
  constraint support_deliverable_has_a_title check (title <> ''),
  constraint support_deliverable_price_is_a_price check (net_pence >= 0)
);

create table support_delivery (
  order_id uuid not null,
  deliverable integer not null,
  number integer not null,
  note text not null,
  delivered_at timestamptz not null,
  delivered_by uuid constraint support_delivery_deliverer_exists references person,
  constraint support_delivery_pk primary key (order_id, deliverable, number),
  constraint support_delivery_of_a_deliverable foreign key (order_id, deliverable) references support_deliverable,
  constraint support_delivery_has_a_note check (note <> '')
);

-- A delivery is accepted once both have accepted it; one that either sends back is delivered again.
create table support_delivery_answer (
  order_id uuid not null,
  deliverable integer not null,
  number integer not null,
  side text not null,
  accepted boolean not null,
  reason text not null,
  answered_at timestamptz not null,
  answered_by uuid constraint support_delivery_answer_answerer_exists references person,
  constraint support_delivery_answer_pk primary key (order_id, deliverable, number, side),
  constraint support_delivery_answer_of_a_delivery
    foreign key (order_id, deliverable, number) references support_delivery,
  constraint support_delivery_answer_side_is_known check (side in ('team', 'council')),
  constraint support_delivery_answer_has_a_reason check (reason <> '')
);

create trigger support_terms_answer_kept before update or delete on support_terms_answer
  for each row execute function support_record_is_kept();
create trigger support_delivery_kept before update or delete on support_delivery
  for each row execute function support_record_is_kept();
create trigger support_delivery_answer_kept before update or delete on support_delivery_answer
  for each row execute function support_record_is_kept();

-- What deliverables cost together is no more than their order, whichever of the two changes.
create function support_deliverables_are_within_order() returns trigger language plpgsql as $$
declare
  of support_order%rowtype;
begin
  if tg_table_name = 'support_order' then
    of := new;
  else
    select o.* into of from support_order o where o.id = new.order_id for update;
  end if;
  if (select coalesce(sum(d.net_pence), 0) from support_deliverable d
      where d.order_id = of.id and d.removed_at is null) > of.net_pence
  then
    raise exception 'the deliverables cost more than their order'
      using errcode = 'integrity_constraint_violation', constraint = 'support_deliverables_are_within_order';
  end if;
  return null;
end
$$;
create trigger support_deliverable_within_order after insert or update on support_deliverable
  for each row execute function support_deliverables_are_within_order();
create trigger support_order_covers_deliverables after update on support_order
  for each row execute function support_deliverables_are_within_order();
