import { seeOther, show } from '../../../platform/http/answer.ts'
import { get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { applicationPath } from '../applications.paths.ts'
import { idleIn, peopleOf } from './describe-owing.ts'
import { givingRoutes } from './giving.routes.ts'
import { owesPage } from './pages/owes.ts'
import { readOwing } from './read-owing.ts'

/** Who is to write what. */
export const owingRoutes = (services: Services): Route[] => [
  get('/applications/:reference/who-owes-what', 'application:write', async (ask) => {
    const reference = param(ask, 'reference')
    const owing = await readOwing(services.db, ask.actor, reference, ask.receivedAt)
    const { illustrative, state } = owing.list.application
    // Nobody has anything left to write, until it is withdrawn.
    if (state === 'submitted') return seeOther(applicationPath(reference))
    return show(
      owesPage({
        reference,
        illustrative,
        people: peopleOf(owing),
        idle: idleIn(owing),
        back: applicationPath(reference),
      }),
    )
  }),
  ...givingRoutes(services),
]
