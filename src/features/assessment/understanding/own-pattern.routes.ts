import { show } from '../../../platform/http/answer.ts'
import { get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { ownPatternPage } from './pages/own-pattern.ts'
import { readOwnPattern } from './read-own-pattern.ts'

/** How an assessor's own scores compare, for themselves and once scoring has closed. */
export const ownPatternRoutes = (services: Services): Route[] => [
  get('/assess/:fund/:round/own-pattern', 'assessment:score', async (ask) =>
    show(
      ownPatternPage(
        await readOwnPattern(services.db, ask.actor, { fund: param(ask, 'fund'), round: param(ask, 'round') }),
      ),
    ),
  ),
]
