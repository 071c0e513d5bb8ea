import { barTo, type InterestStand, interestStand, type OrderTyped } from '../../../core/support/index.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import { openPackage, type PackageAsked } from '../packages/open-package.ts'
import { countsWords, penceWords, standTags, worksWords } from '../support.messages.ts'
import { managedPackagePath, newOrderPath, orderPath, suppliersPath } from '../support.paths.ts'
import { packageCrumbs } from '../support-crumbs.ts'
import { placeProblemText } from './orders.messages.ts'
import { countedPence, type Offer, offersFor } from './orders.store.ts'
import { newOrderPage } from './pages/new-order.ts'
import { leftOf, placeOrder } from './place-order.ts'
import { readTermsTyped } from './typed-terms.ts'

const address = '/manage/funds/:fund/support/awards/:reference/orders/new'

/** Ordering support for an award, for those who run its fund. */
export const newOrderRoutes = (services: Services): Route[] => [
  get(address, 'support:run', async (ask) => await showForm(services, ask, [])),
  post(address, 'support:run', 'support.ordered or support.order-refused', async (ask) => {
    const result = await placeOrder(services, ask.actor, { ...of(ask), typed: typedIn(ask) })
    return result.ok
      ? seeOther(orderPath(of(ask).place, result.value), { flash: 'Ordered. Say next what is to be delivered.' })
      : await showForm(services, ask, result.problems.map(placeProblemText))
  }),
]

const of = (ask: Ask): PackageAsked & { readonly place: { readonly side: 'team'; readonly fund: string } } => ({
  place: { side: 'team', fund: param(ask, 'fund') },
  application: param(ask, 'reference'),
  at: ask.receivedAt,
  does: true,
})

const typedIn = (ask: Ask): OrderTyped => ({
  ...readTermsTyped(ask.form),
  offer: ask.form.line('offer'),
  work: ask.form.line('work'),
  title: ask.form.line('title'),
  what: ask.form.text('what'),
})

const standOf = ({ interested, waived }: Offer): InterestStand =>
  interestStand(interested === null ? undefined : { interested, waived })

const offerItem = (offer: Offer) => {
  const stand = standOf(offer)
  return {
    value: offer.key,
    text: `${offer.supplier}: ${offer.lot}`,
    works: `Kinds of help: ${worksWords(offer.works)}`,
    stand: barTo('options-appraisal', stand) === undefined ? '' : standTags[stand].text,
  }
}

async function showForm({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const { award, place } = await openPackage(db, ask.actor, of(ask))
  const { awardPence } = leftOf(award, await countedPence(db, award))
  const offers = await offersFor(db, award)
  return show(
    newOrderPage({
      illustrative: award.illustrative,
      breadcrumbs: [
        ...packageCrumbs(place, award),
        { text: award.council, href: managedPackagePath(award.fundSlug, award.reference) },
      ],
      council: award.council,
      left: `${penceWords(awardPence)} of ${penceWords(award.pounds * 100)} is left.`,
      counts: countsWords[award.vat],
      offers: offers.map(offerItem),
      waiveHref: offers.some((offer) => standOf(offer) === 'interested')
        ? `${managedPackagePath(award.fundSlug, award.reference)}#interests`
        : undefined,
      suppliersHref: suppliersPath(award.fundSlug),
      typed: ask.form.has('title') ? typedIn(ask) : { ...typedIn(ask), vat: '20' },
      errors,
      action: newOrderPath(award.fundSlug, award.reference),
      csrf: ask.csrf,
    }),
    errors.length > 0 ? { status: 400 } : {},
  )
}
