import { personIdOf } from '../../core/permissions/index.ts'
import type { Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { noteReading, scoresSeen } from './readers.store.ts'
import { roundPathOf } from './round-path.routes.ts'

/**
 * Pages of a round that tell what others scored: whoever reads one is noted in the audit log, with what and when, before
 * it is shown. Who saw which score when is part of the evidence of a round.
 *
 * @param early whether they tell it before scoring has closed
 */
export const notingReaders = (services: Services, routes: readonly Route[], early = false): Route[] =>
  routes.map((route) =>
    route.method === 'GET' && route.path.includes('/:round') ? noting(services, route, early) : route,
  )

const noting = (services: Services, route: Route, early: boolean): Route => ({
  ...route,
  audit: scoresSeen,
  handler: async (ask) => {
    const answer = await route.handler(ask)
    const { reference } = ask.params
    if (answer.kind !== 'redirect')
      await noteReading(services.db, {
        path: roundPathOf(ask),
        reference,
        page: ask.path,
        early,
        personId: personIdOf(ask.actor),
        at: ask.receivedAt,
      })
    return answer
  },
})
