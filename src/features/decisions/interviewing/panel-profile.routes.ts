import { type Answer, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { type InterestsAgain, interestRoutes, interestsModel } from '../../assessment/index.ts'
import { panelPath, panelProfilePath } from './interviewing.paths.ts'
import { panelProfilePage } from './pages/panel-profile.ts'
import { panelInterestEvents, panelInterests } from './panel-interests.ts'
import { findPanelRound } from './read-panel-work.ts'
import { roundPathOf } from './round-path.routes.ts'

const at = '/panel/:fund/:round/profile'

/** Whom a member of a panel has to do with, as they say it themselves. */
export const panelProfileRoutes = (services: Services): Route[] => [
  get(at, 'interview:score', async (ask) => await showProfile(services, ask, {})),
  ...interestRoutes(services, {
    at,
    permission: 'interview:score',
    events: panelInterestEvents,
    path: panelProfilePath,
    own: async (ask) => {
      const { actor, round } = await findPanelRound(services.db, ask.actor, roundPathOf(ask))
      return panelInterests(actor, round, ask.receivedAt)
    },
    show: async (ask, again) => await showProfile(services, ask, again),
  }),
]

async function showProfile(services: Services, ask: Ask, again: InterestsAgain): Promise<Answer> {
  const { round, member } = await findPanelRound(services.db, ask.actor, roundPathOf(ask))
  const [fund, slug] = [param(ask, 'fund'), param(ask, 'round')]
  const { personId, interestsConfirmedAt: confirmedAt } = member
  const whose = { path: panelProfilePath(fund, slug), roundId: round.id, personId, confirmedAt, csrf: ask.csrf }
  const interests = await interestsModel(services, whose, again)
  const page = panelProfilePage({ round, back: panelPath(fund, slug), interests })
  return show(page, { status: interests.errors.length > 0 ? 400 : 200 })
}
