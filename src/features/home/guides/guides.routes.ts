import { notFound } from '../../../core/errors.ts'
import { show } from '../../../platform/http/answer.ts'
import { get, param, type Route } from '../../../platform/http/route.ts'
import { guidePath, guidesPath } from './guides.paths.ts'
import { guidePage, guidesPage } from './pages/guides.ts'
import { guides } from './read-guides.ts'

/** The guides for newcomers, which everybody can read. */
export const guidesRoutes = (): Route[] => [
  get(guidesPath, 'public', async () => show(guidesPage(await guides()))),
  get(guidePath(':guide'), 'public', async (ask) => {
    const guide = (await guides()).find(({ slug }) => slug === param(ask, 'guide'))
    if (guide === undefined) throw notFound('guide')
    return show(guidePage(guide))
  }),
]
