import { type Answer, show } from '../../platform/http/answer.ts'
import { type Ask, get, type Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { askedOf } from './asked-of.routes.ts'
import { libraryPath } from './library/library.paths.ts'
import { conductPath, membersPath } from './members/members.paths.ts'
import { networksOf } from './members/members.store.ts'
import { networkPath } from './network.paths.ts'
import { networkCrumbs } from './network-crumbs.ts'
import { newsOf } from './network-news.ts'
import { networkReader } from './network-reader.ts'
import { openNetwork } from './open-network.ts'
import { networkPage } from './pages/network.ts'
import { networksPage } from './pages/networks.ts'
import { councilsPath } from './profiles/profiles.paths.ts'

/** The networks of whoever asks, and what is new in one. */
export const networkHomeRoutes = (services: Services): Route[] => [
  get('/network', 'network:take-part', async (ask) => {
    const { actor, receivedAt } = ask
    const networks = actor.kind === 'person' ? await networksOf(services.db, networkReader(actor, receivedAt)) : []
    return show(networksPage({ networks: networks.map((each) => ({ ...each, href: networkPath(each.slug) })) }))
  }),
  get('/network/:fund', 'network:take-part', async (ask) => await showNetwork(services, ask)),
]

async function showNetwork({ db }: Services, ask: Ask): Promise<Answer> {
  const network = await openNetwork(db, askedOf(ask))
  const { fund, member } = network
  return show(
    networkPage({
      fund,
      crumbs: networkCrumbs(fund).slice(0, 1),
      conductHref: member.accepted ? undefined : conductPath(fund.slug),
      parts: await newsOf(db, network, ask.receivedAt),
      links: [
        { href: councilsPath(fund.slug), text: 'Councils and your peers' },
        { href: libraryPath(fund.slug), text: 'Resources and case studies' },
        { href: membersPath(fund.slug), text: 'Members' },
        { href: conductPath(fund.slug), text: 'Code of conduct' },
      ],
    }),
  )
}
