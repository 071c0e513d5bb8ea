import { notFound } from '../../../core/errors.ts'
import { json } from '../../../platform/http/answer.ts'
import { param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { formVersionById } from '../../forms/index.ts'
import { openToWriters } from '../open-application.ts'
import { notePresence } from './together.store.ts'

/** Who else has a page open. A script asks; without scripts the page says so when it is read. */
export const presenceRoutes = ({ db }: Services): Route[] => [
  // Nothing about the application changes: who looked at what is not kept, so there is no event.
  post('/applications/:reference/pages/:page/presence', 'application:write', 'none', async (ask) => {
    const [reference, pageId, at] = [param(ask, 'reference'), param(ask, 'page'), ask.receivedAt]
    const { application, actor } = await openToWriters(db, ask.actor, { reference, at })
    const version = await formVersionById(db, application.formVersionId)
    if (version?.definition.pages.every(({ id }) => id !== pageId) ?? true) throw notFound('page')
    return json({ present: await notePresence(db, application.id, { personId: actor.personId, pageId, at }) })
  }),
]
