import { may } from '../../core/permissions/index.ts'
import { isOpenOrder } from '../../core/support/index.ts'
import { typedDay } from '../../core/time/typed-day.ts'
import { type Answer, show } from '../../platform/http/answer.ts'
import type { Ask } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import type { FieldText } from '../../ui/patterns/index.ts'
import { allFilesOf } from '../files/index.ts'
import { termsOf } from './changing/changes.store.ts'
import { describeChanges } from './changing/describe-changes.ts'
import { describeEnding } from './changing/describe-ending.ts'
import { type Deliverable, deliverablesOf } from './delivering/deliverables.store.ts'
import { describeDeliverables, type Looking } from './delivering/describe-deliverables.ts'
import { describeInvoice, noInvoicesWords } from './invoicing/describe-invoices.ts'
import { type Invoice, invoicesOf } from './invoicing/invoices.store.ts'
import { openToInvoice } from './invoicing/send-invoice.ts'
import { describeOrder } from './orders/describe-order.ts'
import { openOrder } from './orders/open-order.ts'
import { orderAsked } from './orders/order-address.routes.ts'
import type { Order } from './orders/orders.store.ts'
import { orderPage } from './orders/pages/order.ts'
import { readDayTyped, readTermsTyped } from './orders/typed-terms.ts'
import { penceWords } from './support.messages.ts'
import { councilSupportPath, managedPackagePath, orderPartPath, type Place } from './support.paths.ts'
import { packageCrumbs } from './support-crumbs.ts'

/** Which form of the page was sent, and what is wrong with it. */
export type SentForm = { readonly form: string; readonly errors: readonly FieldText[] }

/** An order with all that came of it, and what is wrong with what was sent. @throws {NotFound} for those whom it does not concern */
export async function showOrder({ db }: Services, ask: Ask, sent?: SentForm): Promise<Answer> {
  const { order, place, actor } = await openOrder(db, ask.actor, { ...orderAsked(ask), does: false })
  const mayAct = place.side !== 'team' || may(actor, 'support:run', order.fundId)
  const acts = mayAct && isOpenOrder(order)
  const looking: Looking = { place, order, acts, at: ask.receivedAt }
  // What was accepted of an order that is closed can still be invoiced.
  const invoicing: Looking = { ...looking, acts: mayAct && order.withdrawnAt === null }
  const deliverables = await deliverablesOf(db, order.id)
  const files = await allFilesOf(db, { type: 'support', id: order.reference })
  return show(
    orderPage({
      illustrative: order.illustrative,
      breadcrumbs: [...packageCrumbs(place, { ...order, reference: order.application }), ...packageCrumb(place, order)],
      ...describeOrder(order),
      deliverables: {
        ...describeDeliverables(looking, deliverables, files),
        add:
          acts && place.side === 'team'
            ? {
                action: orderPartPath(place, order.reference, 'deliverables'),
                due: readDayTyped(ask.form, 'deliverable-due'),
              }
            : undefined,
      },
      invoices: invoicesIn(ask, invoicing, { sent, deliverables, invoices: await invoicesOf(db, order.id) }),
      changes: changesOf(ask, looking, await termsOf(db, order.id), { sent, deliverables }),
      wrong: sent === undefined ? undefined : { ...sent, typed: (field) => ask.form.text(field) },
      csrf: ask.csrf,
    }),
    sent === undefined ? {} : { status: 400 },
  )
}

type Invoiced = {
  readonly sent: SentForm | undefined
  readonly deliverables: readonly Deliverable[]
  readonly invoices: readonly Invoice[]
}

function invoicesIn(ask: Ask, looking: Looking, { sent, deliverables, invoices }: Invoiced) {
  const { place, order, acts } = looking
  const open = openToInvoice(deliverables, invoices)
  const paid = readDayTyped(ask.form, 'paid')
  return {
    invoices: invoices.map((invoice) => {
      const { payAction, ...described } = describeInvoice(looking, deliverables, invoice)
      const typed = payAction?.form === sent?.form ? paid : typedDay(null)
      return { ...described, pay: payAction && { ...payAction, paid: typed } }
    }),
    none: noInvoicesWords(place.side),
    send:
      acts && place.side === 'supplier' && open.length > 0
        ? {
            action: orderPartPath(place, order.reference, 'invoices'),
            dated: readDayTyped(ask.form, 'dated'),
            deliverables: open.map(({ number, title, netPence }) => ({
              value: String(number),
              text: `${number}. ${title}, ${penceWords(netPence)}`,
            })),
            chosen: ask.form.all('deliverables'),
          }
        : undefined,
  }
}

function changesOf(
  ask: Ask,
  looking: Looking,
  versions: Parameters<typeof describeChanges>[1],
  { sent, deliverables }: { readonly sent: SentForm | undefined; readonly deliverables: readonly Deliverable[] },
) {
  const { place, order, acts } = looking
  const { waits, ...described } = describeChanges(looking, versions)
  const asked = sent?.form === 'change'
  return {
    ...described,
    ask:
      acts && !waits
        ? {
            typed: asked ? readTermsTyped(ask.form) : keptTerms(order),
            errors: asked ? sent.errors : [],
            action: orderPartPath(place, order.reference, 'changes'),
          }
        : undefined,
    end: describeEnding(looking, deliverables),
  }
}

const keptTerms = ({ tenthDays, ratePence, expensesPence, vatPercent, dueOn }: Order) => ({
  days: String(tenthDays / 10),
  rate: String(ratePence / 100),
  expenses: expensesPence === 0 ? '' : String(expensesPence / 100),
  vat: String(vatPercent),
  due: typedDay(dueOn),
})

function packageCrumb(place: Place, { council, fundSlug, application }: Order) {
  const text = `Support for ${council}`
  if (place.side === 'team') return [{ text, href: managedPackagePath(fundSlug, application) }]
  return place.side === 'council' ? [{ text, href: councilSupportPath(application) }] : []
}
