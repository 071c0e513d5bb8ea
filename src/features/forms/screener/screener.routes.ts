import { show } from '../../../platform/http/answer.ts'
import { get, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { versionOf } from '../address.routes.ts'
import { pathsPage } from './pages/paths.ts'
import { readPaths } from './read-paths.ts'
import { screenerProblemText } from './screener.messages.ts'

/** Looking a screener through. */
export const screenerRoutes = ({ db }: Services): Route[] => [
  get('/manage/funds/:fund/:round/form/versions/:version/paths', 'fund:read', async (ask) => {
    const view = await readPaths(db, versionOf(ask))
    return show(pathsPage({ ...view, problems: view.problems.map(screenerProblemText) }))
  }),
]
