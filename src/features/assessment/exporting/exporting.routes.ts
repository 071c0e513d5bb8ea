import { download, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { findRound } from '../../funds/index.ts'
import { assessmentOf } from '../assessment.store.ts'
import { assessmentCrumbs } from '../list-crumbs.ts'
import { roundPathOf } from '../round-path.routes.ts'
import { exportFilePath, exportPath } from './exporting.paths.ts'
import { exportPage } from './pages/export.ts'
import { readExport } from './read-export.ts'

const managed = '/manage/funds/:fund/:round/assessment/export'

/** The assessment of a round as a file to replay. */
export const exportingRoutes = (services: Services): Route[] => {
  const send = (names: 'shown' | 'replaced') => async (ask: Ask) => {
    const round = await findRound(services.db, ask.actor, 'application:list', roundPathOf(ask))
    const whole = await readExport(services, round, names, ask.receivedAt)
    if (whole === undefined) return seeOther(exportPath(param(ask, 'fund'), param(ask, 'round')))
    const name = `${round.illustrative ? 'illustrative-' : ''}${round.slug}-assessment${names === 'shown' ? '' : '-published'}.json`
    return download({ name, type: 'application/json', body: JSON.stringify(whole) })
  }
  return [
    get(managed, 'application:list', async (ask) => {
      const round = await findRound(services.db, ask.actor, 'application:list', roundPathOf(ask))
      const { closedAt } = await assessmentOf(services.db, round.id)
      const path = (names: 'shown' | 'replaced') => exportFilePath(round.fund.slug, round.slug, names)
      const files = closedAt === null ? undefined : { internal: path('shown'), published: path('replaced') }
      const breadcrumbs = assessmentCrumbs(round)
      return show(exportPage({ caption: round.name, illustrative: round.illustrative, breadcrumbs, files }))
    }),
    get(`${managed}/internal.json`, 'application:list', send('shown')),
    get(`${managed}/published.json`, 'application:list', send('replaced')),
  ]
}
