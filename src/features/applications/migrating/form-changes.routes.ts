import { seeOther } from '../../../platform/http/answer.ts'
import { param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { applicationPath } from '../applications.paths.ts'
import { dismissFormChanges } from './dismiss-form-changes.ts'

/** Saying that what changed in the form was read. */
export const formChangesRoutes = (services: Services): Route[] => [
  post('/applications/:reference/form-changes', 'application:write', 'application.form-change-read', async (ask) => {
    const reference = param(ask, 'reference')
    await dismissFormChanges(services, {
      actor: ask.actor,
      reference,
      upTo: ask.form.line('upTo'),
      at: ask.receivedAt,
    })
    return seeOther(applicationPath(reference))
  }),
]
