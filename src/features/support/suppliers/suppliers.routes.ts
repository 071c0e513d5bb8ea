import { may } from '../../../core/permissions/index.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import { findFund, fundCrumbs, supportPath } from '../../funds/index.ts'
import { ordersOfSupplier } from '../orders/orders.store.ts'
import { supportedAwards } from '../packages/awards.store.ts'
import { penceWords, worksWords } from '../support.messages.ts'
import { lotsPath, orderPath, supplierPath, suppliersPath } from '../support.paths.ts'
import { addLot } from './add-lot.ts'
import { openSupplier } from './open-supplier.ts'
import { supplierPage } from './pages/supplier.ts'
import { suppliersPage } from './pages/suppliers.ts'
import { peopleOfSupplier } from './people.store.ts'
import { addSupplier, changeSupplier } from './save-supplier.ts'
import { addSupplierPerson, removeSupplierPerson } from './set-people.ts'
import { lotProblemText, personProblemText, supplierProblemText } from './supplier-problems.messages.ts'
import { type Lot, lotsOf, suppliersOf } from './suppliers.store.ts'

const all = '/manage/funds/:fund/support/suppliers'
const one = `${all}/:supplier`

/** The lots and suppliers of a fund, for those who run it. */
export const suppliersRoutes = (services: Services): Route[] => [
  get(all, 'support:read', async (ask) => await showAll(services, ask, [])),
  post('/manage/funds/:fund/support/lots', 'support:run', 'support.lot-added', async (ask) => {
    const { name, works, award } = lotTypedIn(ask)
    const lot = { name, works, application: award }
    const result = await addLot(services, ask.actor, { ...lot, fund: param(ask, 'fund'), at: ask.receivedAt })
    return result.ok
      ? seeOther(suppliersPath(param(ask, 'fund')), { flash: 'The lot is added.' })
      : await showAll(services, ask, result.problems.map(lotProblemText))
  }),
  post(all, 'support:run', 'support.supplier-added', async (ask) => {
    const asked = { fund: param(ask, 'fund'), typed: typedIn(ask), at: ask.receivedAt }
    const result = await addSupplier(services, ask.actor, asked)
    return result.ok
      ? seeOther(supplierPath(asked.fund, result.value), { flash: 'The supplier is added. Add its people next.' })
      : await showAll(services, ask, result.problems.map(supplierProblemText))
  }),
  get(one, 'support:read', async (ask) => await showOne(services, ask, [])),
  post(one, 'support:run', 'support.supplier-changed', async (ask) => {
    const result = await changeSupplier(services, ask.actor, { ...of(ask), typed: typedIn(ask) })
    return result.ok ? back(ask, 'Saved.') : await showOne(services, ask, result.problems.map(supplierProblemText))
  }),
  post(`${one}/people`, 'support:run', 'support.person-added', async (ask) => {
    const result = await addSupplierPerson(services, ask.actor, { ...of(ask), email: ask.form.line('email') })
    return result.ok
      ? back(ask, 'Added. We have sent them an email.')
      : await showOne(services, ask, result.problems.map(personProblemText))
  }),
  post(`${one}/people/remove`, 'support:run', 'support.person-removed', async (ask) => {
    await removeSupplierPerson(services, ask.actor, { ...of(ask), personId: ask.form.line('person') })
    return back(ask, 'They no longer work for it here. What they did stays.')
  }),
]

const of = (ask: Ask) => ({ fund: param(ask, 'fund'), supplierId: param(ask, 'supplier'), at: ask.receivedAt })

const back = (ask: Ask, flash: string): Answer => seeOther(supplierPath(of(ask).fund, of(ask).supplierId), { flash })

const typedIn = ({ form }: Ask) => ({
  name: form.line('name'),
  terms: form.text('terms'),
  lots: form.all('lots'),
})

const lotTypedIn = ({ form }: Ask) => ({
  name: form.line('lot-name'),
  works: form.all('works'),
  award: form.line('award'),
})

const lotItems = (lots: readonly Lot[]) => lots.map(({ id, name }) => ({ value: id, text: name }))

const crumbsOf = (fund: { readonly name: string; readonly slug: string }) => [
  ...fundCrumbs(fund),
  { text: 'Support', href: supportPath(fund.slug) },
]

async function showAll({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const fund = await findFund(db, ask.actor, 'support:read', param(ask, 'fund'))
  const lots = await lotsOf(db, fund.id)
  const suppliers = await suppliersOf(db, fund.id)
  const awards = await supportedAwards(db, fund.id)
  const nameOf = (lot: string) => lots.find(({ id }) => id === lot)?.name ?? ''
  return show(
    suppliersPage({
      illustrative: fund.illustrative,
      breadcrumbs: crumbsOf(fund),
      lots: lots.map(({ id, name, works, application, council }) => ({
        name,
        works: worksWords(works),
        award: application === null ? 'Any award' : `${council}, ${application}`,
        suppliers: suppliers
          .filter((supplier) => supplier.lots.includes(id))
          .map((each) => each.name)
          .join(', '),
      })),
      suppliers: suppliers.map((supplier) => ({
        href: supplierPath(fund.slug, supplier.id),
        name: supplier.name,
        lots: supplier.lots.map(nameOf).join(', '),
      })),
      add: may(ask.actor, 'support:run', fund.id)
        ? {
            lotAction: lotsPath(fund.slug),
            action: suppliersPath(fund.slug),
            awards: awards.map(({ reference, council }) => ({ value: reference, text: `${council}, ${reference}` })),
            lotTyped: lotTypedIn(ask),
            typed: typedIn(ask),
            lots: lotItems(lots),
            errors,
            csrf: ask.csrf,
          }
        : undefined,
    }),
    errors.length > 0 ? { status: 400 } : {},
  )
}

async function showOne({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const asked = { fundSlug: param(ask, 'fund'), supplierId: param(ask, 'supplier') }
  const { fund, supplier } = await openSupplier(db, ask.actor, 'support:read', asked)
  const lots = await lotsOf(db, fund.id)
  const orders = await ordersOfSupplier(db, supplier.id)
  return show(
    supplierPage({
      illustrative: fund.illustrative,
      breadcrumbs: [...crumbsOf(fund), { text: 'Lots and suppliers', href: suppliersPath(fund.slug) }],
      name: supplier.name,
      lots: supplier.lots.map((lot) => lots.find(({ id }) => id === lot)?.name ?? '').join(', '),
      terms: supplier.terms,
      people: await peopleOfSupplier(db, supplier.id),
      orders: orders.map(({ reference, council, title, countedPence }) => ({
        href: orderPath({ side: 'team', fund: fund.slug }, reference),
        reference,
        council,
        title,
        cost: penceWords(countedPence),
      })),
      change: may(ask.actor, 'support:run', fund.id)
        ? {
            typed: ask.form.has('name') ? typedIn(ask) : supplier,
            lots: lotItems(lots),
            errors,
            action: supplierPath(fund.slug, supplier.id),
            email: ask.form.line('email'),
            csrf: ask.csrf,
          }
        : undefined,
    }),
    errors.length > 0 ? { status: 400 } : {},
  )
}
