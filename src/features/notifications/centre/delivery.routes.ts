import { notFound } from '../../../core/errors.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { deliveryPath, notificationsPath, stopPath } from '../notifications.paths.ts'
import { groupNames } from './centre.messages.ts'
import { centreOf, type FundOfMessages } from './centre.store.ts'
import { chooseDelivery, readChoices } from './choose-delivery.ts'
import { chosenBy } from './delivery.store.ts'
import { readerOf } from './find-reader.ts'
import { deliveryPage } from './pages/delivery.ts'
import { stopPage, stoppedPage } from './pages/stop.ts'
import { stopMessages, stoppedBy } from './stop-messages.ts'

/** How somebody is told, for all funds and for one, and the way out that emails have. */
export const deliveryRoutes = (services: Services): Route[] => [
  get(deliveryPath(), 'signed-in', (ask) => showDelivery(services, ask, undefined)),
  post(deliveryPath(), 'signed-in', 'notifications.chosen', (ask) => postDelivery(services, ask, undefined)),
  get(deliveryPath(':fund'), 'signed-in', async (ask) => showDelivery(services, ask, await fundAsked(services, ask))),
  post(deliveryPath(':fund'), 'signed-in', 'notifications.chosen', async (ask) =>
    postDelivery(services, ask, await fundAsked(services, ask)),
  ),
  get(stopPath(':token'), 'public', async (ask) => {
    const token = param(ask, 'token')
    const about = groupNames[(await stoppedBy(services, token)).group]
    return show(stopPage({ about, action: stopPath(token), csrf: ask.csrf }))
  }),
  // Mail programs post here for their user, who may be signed in or not: the token is the permission.
  post(
    stopPath(':token'),
    'public',
    'notifications.stopped',
    async (ask) => {
      const { group } = await stopMessages(services, param(ask, 'token'), ask.receivedAt)
      const about = groupNames[group]
      return show(stoppedPage({ about, deliveryHref: deliveryPath(), centreHref: notificationsPath }))
    },
    { crossSite: true },
  ),
]

/** The fund of the address. @throws {NotFound} unless it has written to whoever asks */
async function fundAsked({ db }: Services, ask: Ask): Promise<FundOfMessages> {
  const { funds } = await centreOf(db, readerOf(ask))
  const fund = funds.find(({ slug }) => slug === param(ask, 'fund'))
  if (fund === undefined) throw notFound('fund')
  return fund
}

async function showDelivery({ db }: Services, ask: Ask, fund: FundOfMessages | undefined): Promise<Answer> {
  const reader = readerOf(ask)
  const [{ funds }, chosen] = await Promise.all([centreOf(db, reader), chosenBy(db, reader.personId)])
  return show(
    deliveryPage({
      fundName: fund?.name,
      action: deliveryPath(fund?.slug),
      chosen: chosen.filter(({ fundId }) => fundId === (fund?.id ?? null)),
      everywhere: chosen.filter(({ fundId }) => fundId === null),
      funds: funds.map(({ slug, name }) => ({ text: name, href: deliveryPath(slug) })),
      backHref: fund === undefined ? notificationsPath : deliveryPath(),
      csrf: ask.csrf,
    }),
  )
}

async function postDelivery(services: Services, ask: Ask, fund: FundOfMessages | undefined): Promise<Answer> {
  const { personId } = readerOf(ask)
  const choices = readChoices(ask.form)
  await chooseDelivery(services, { personId, fundId: fund?.id ?? null, choices, at: ask.receivedAt })
  return seeOther(deliveryPath(fund?.slug), { flash: 'What we email you is changed' })
}
