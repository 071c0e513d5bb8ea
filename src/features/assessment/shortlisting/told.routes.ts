import { notFound } from '../../../core/errors.ts'
import { may } from '../../../core/permissions/index.ts'
import { rulesIn } from '../../../core/rules/index.ts'
import type { ShortlistDocument } from '../../../core/shortlist/index.ts'
import { countsOf } from '../../../core/shortlist/index.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { type Answer, show } from '../../../platform/http/answer.ts'
import { pageOfList } from '../../../platform/http/page-of-list.ts'
import { type Ask, get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { publicRoundPath, publicRulesPath, roundByPath, sealOf } from '../../funds/index.ts'
import { orderWords, publicDeparture, publishedOrder } from './describe-shortlist.messages.ts'
import { notToldPage, publicShortlistPage } from './pages/public-shortlist.ts'
import { shortlistOf } from './shortlist.store.ts'
import { publicShortlistPath } from './shortlisting.paths.ts'
import { whenText } from './told.messages.ts'

/** What the public reads, once all are told. */
export const toldRoutes = (services: Services): Route[] => [
  get('/funds/:fund/:round/shortlist', 'public', async (ask) => await showPublic(services, ask)),
]

async function showPublic({ db }: Services, ask: Ask): Promise<Answer> {
  const round = await roundByPath(db, param(ask, 'fund'), param(ask, 'round'))
  const hidden = round?.publishedAt === null && !may(ask.actor, 'fund:read', round.fundId)
  if (round === undefined || hidden) throw notFound('round')
  const shortlist = await shortlistOf(db, round.id)
  const seal = await sealOf(db, round.id)
  const { fund, slug } = round
  const frame = {
    fundName: fund.name,
    roundName: round.name,
    roundHref: publicRoundPath(fund.slug, slug),
    illustrative: round.illustrative,
  }
  if (shortlist === undefined || shortlist.toldAt === null || seal === undefined)
    return show(notToldPage({ ...frame, when: whenText(round.shortlistOn) }))
  const document = JSON.parse(shortlist.document) as ShortlistDocument
  const { publicRanking } = rulesIn(seal.document).visibility
  const counts = countsOf(document)
  const listed = document.applications.filter(({ shortlisted }) => shortlisted)
  const path = publicShortlistPath(fund.slug, slug)
  const paged = <Row>(name: 'order' | 'departures', all: readonly Row[]) => {
    const pages = pageOfList(ask.query, { total: all.length, path, name, part: name })
    return { rows: all.slice(pages.from, pages.to), pages }
  }
  const order = publishedOrder(document.applications, publicRanking)
  const departures = paged(
    'departures',
    document.applications.filter(({ departure }) => departure !== null),
  )
  return show(
    publicShortlistPage({
      ...frame,
      toldAt: ukTimeWithZone(shortlist.toldAt),
      counts: [
        { value: counts.shortlisted, label: 'on the shortlist' },
        { value: document.applications.length, label: 'scored' },
      ],
      shortlisted: listed.map(({ lead }) => lead).sort((one, other) => one.localeCompare(other, 'en-GB')),
      order: order && { head: order.head, ...paged('order', order.rows) },
      orderWords: orderWords[publicRanking],
      departures: departures.rows.map(publicDeparture),
      departurePages: departures.pages,
      sha256: shortlist.sha256,
      rulesHref: publicRulesPath(fund.slug, slug),
    }),
  )
}
