import { may } from '../../../core/permissions/index.ts'
import { supportWork } from '../../../core/support/index.ts'
import { typedDay } from '../../../core/time/typed-day.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import { agreementsOf, awardPath } from '../../decisions/index.ts'
import { showGrant } from '../grants/show-grant.routes.ts'
import { countedPence, ordersOfAward } from '../orders/orders.store.ts'
import { leftOf } from '../orders/place-order.ts'
import { countsWords, penceWords } from '../support.messages.ts'
import { needsPath, newOrderPath, waiversPath } from '../support.paths.ts'
import { packageCrumbs } from '../support-crumbs.ts'
import { interestLine, needLines, orderLine } from './describe-package.ts'
import { interestsIn } from './interests.store.ts'
import { needsOf } from './needs.store.ts'
import { type OpenedPackage, openPackage, type PackageAsked } from './open-package.ts'
import { packageAddresses, packageAsked, packageHome } from './package-address.routes.ts'
import { needProblemText, waiverProblemText } from './packages.messages.ts'
import { needsPage } from './pages/needs.ts'
import { packagePage } from './pages/package.ts'
import { sayNeeds } from './say-needs.ts'
import { waiveInterest } from './waive-interest.ts'

const { managed, own } = packageAddresses

/** The support of an award, for those who run its fund and for the council that holds it. */
export const packageRoutes = (services: Services): Route[] => [
  get(managed, 'support:read', async (ask) => await showPackage(services, ask, [])),
  get(own, 'support:work', async (ask) => await showPackage(services, ask, [])),
  post(`${managed}/waivers`, 'support:run', 'support.interest-waived', async (ask) => {
    const { form } = ask
    const asked = { ...of(ask, true), supplier: form.line('supplier'), reason: form.text('reason') }
    const result = await waiveInterest(services, ask.actor, asked)
    return result.ok
      ? seeOther(packageHome(asked), { flash: 'The interest is waived.' })
      : await showPackage(services, ask, result.problems.map(waiverProblemText))
  }),
  get(`${managed}/needs`, 'support:run', async (ask) => await showNeeds(services, ask, [])),
  post(`${managed}/needs`, 'support:run', 'support.needs-said', async (ask) => await saveNeeds(services, ask)),
  get(`${own}/needs`, 'support:work', async (ask) => await showNeeds(services, ask, [])),
  post(`${own}/needs`, 'support:work', 'support.needs-said', async (ask) => await saveNeeds(services, ask)),
]

const of = (ask: Ask, does: boolean): PackageAsked => ({ ...packageAsked(ask), does })

async function showPackage(services: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const { db } = services
  const opened = await openPackage(db, ask.actor, of(ask, false))
  const { award, place } = opened
  if (award.type === 'grant') return await showGrant(services, ask, opened)
  const runs = place.side === 'team' && may(ask.actor, 'support:run', award.fundId)
  const orders = await ordersOfAward(db, award.id)
  const counted = await countedPence(db, award)
  const [agreement] = await agreementsOf(db, award.id)
  return show(
    packagePage({
      illustrative: award.illustrative,
      breadcrumbs: packageCrumbs(place, award),
      council: award.council,
      title: award.title,
      ended: !award.accepted,
      statistics: [
        { value: penceWords(award.pounds * 100), label: 'awarded' },
        { value: penceWords(counted.awardPence), label: 'ordered' },
        { value: penceWords(leftOf(award, counted).awardPence), label: 'left' },
      ],
      counts: countsWords[award.vat],
      agreement: (agreement?.document.conditions ?? []).filter(({ standing }) => standing).map(({ text }) => text),
      agreementHref: place.side === 'council' ? awardPath(award.reference) : undefined,
      needs: needLines(await needsOf(db, award.id)),
      needsHref: runs || place.side === 'council' ? needsPath(place, award.reference) : undefined,
      interests: (await interestsIn(db, award.id)).map(interestLine),
      waiver: runs
        ? {
            action: waiversPath(award.fundSlug, award.reference),
            supplier: ask.form.line('supplier'),
            reason: ask.form.text('reason'),
          }
        : undefined,
      orders: orders.map((order) => orderLine(place, order)),
      orderHref:
        runs && award.accepted && award.type === 'support-in-kind'
          ? newOrderPath(award.fundSlug, award.reference)
          : undefined,
      errors,
      csrf: ask.csrf,
    }),
    errors.length > 0 ? { status: 400 } : {},
  )
}

const typedNeeds = ({ form }: Ask) =>
  supportWork.map((work) => ({
    work,
    level: form.line(`${work}-level`),
    what: form.text(`${work}-what`),
    by: { day: form.line(`${work}-by-day`), month: form.line(`${work}-by-month`), year: form.line(`${work}-by-year`) },
  }))

async function saveNeeds(services: Services, ask: Ask): Promise<Answer> {
  const asked = of(ask, true)
  const result = await sayNeeds(services, ask.actor, { ...asked, typed: typedNeeds(ask) })
  if (!result.ok) return await showNeeds(services, ask, result.problems.map(needProblemText))
  return seeOther(packageHome(asked), { flash: result.value === 0 ? 'Nothing had changed.' : 'Saved.' })
}

async function showNeeds({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const { award, place } = await openPackage(db, ask.actor, of(ask, true))
  return show(
    needsPage({
      illustrative: award.illustrative,
      breadcrumbs: [
        ...packageCrumbs(place, award),
        { text: `Support for ${award.council}`, href: packageHome(of(ask, true)) },
      ],
      council: award.council,
      needs: errors.length > 0 ? typedNeeds(ask) : await keptNeeds(db, award),
      errors,
      action: needsPath(place, award.reference),
      csrf: ask.csrf,
    }),
    errors.length > 0 ? { status: 400 } : {},
  )
}

async function keptNeeds(db: Services['db'], { id }: OpenedPackage['award']) {
  const needs = await needsOf(db, id)
  return supportWork.map((work) => {
    const need = needs.find((each) => each.work === work)
    return { work, level: need?.level ?? '', what: need?.what ?? '', by: typedDay(need?.neededBy ?? null) }
  })
}
