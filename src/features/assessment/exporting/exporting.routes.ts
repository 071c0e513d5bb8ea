import { may } from '../../../core/permissions/index.ts'
import type { AssessmentExport } from '../../../core/replay/index.ts'
import type { RoundInFund } from '../../../core/rounds/round.ts'
import { type Answer, download, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { findRound } from '../../funds/index.ts'
import { assessmentOf } from '../assessment.store.ts'
import { assessmentCrumbs } from '../list-crumbs.ts'
import { notingReaders } from '../note-readers.routes.ts'
import { roundPathOf } from '../round-path.routes.ts'
import { commitExport } from './commit-export.ts'
import { exportFilePath, exportPath } from './exporting.paths.ts'
import { exportPage } from './pages/export.ts'
import { readExport, readPublished } from './read-export.ts'

const managed = '/manage/funds/:fund/:round/assessment/export'

/** The assessment of a round as a file to replay. */
export const exportingRoutes = (services: Services): Route[] => [
  get(managed, 'application:list', async (ask) => {
    const round = await findRound(services.db, ask.actor, 'application:list', roundPathOf(ask))
    const { closedAt } = await assessmentOf(services.db, round.id)
    const path = (names: 'shown' | 'replaced') => exportFilePath(round.fund.slug, round.slug, names)
    const files = closedAt === null ? undefined : { internal: path('shown'), published: path('replaced') }
    return show(
      exportPage({
        caption: round.name,
        illustrative: round.illustrative,
        breadcrumbs: assessmentCrumbs(round),
        files,
        commit: may(ask.actor, 'assessment:run', round.fundId)
          ? { action: exportPath(round.fund.slug, round.slug), csrf: ask.csrf }
          : undefined,
      }),
    )
  }),
  post(managed, 'assessment:run', 'assessment.export-committed', async (ask) => {
    const result = await commitExport(services, { actor: ask.actor, path: roundPathOf(ask), at: ask.receivedAt })
    const flash = result.ok
      ? `What is published is bound into the audit log, with ${result.value} withheld values.`
      : 'There is nothing to publish before scoring has closed.'
    return seeOther(back(ask), { flash })
  }),
  ...notingReaders(services, [
    get(`${managed}/internal.json`, 'application:list', async (ask) => {
      const round = await findRound(services.db, ask.actor, 'application:list', roundPathOf(ask))
      const whole = await readExport(services, round, ask.receivedAt)
      return whole === undefined ? seeOther(back(ask)) : fileOf(round, whole, '')
    }),
    get(`${managed}/published.json`, 'application:list', async (ask) => {
      const round = await findRound(services.db, ask.actor, 'application:list', roundPathOf(ask))
      const whole = await readPublished(services, round, ask.receivedAt)
      if (whole === undefined) return seeOther(back(ask))
      const flash = 'Something is new since it was last bound into the audit log, or it never was: do that first.'
      return whole === 'changed' ? seeOther(back(ask), { flash }) : fileOf(round, whole, '-published')
    }),
  ]),
]

const back = (ask: Ask): string => exportPath(param(ask, 'fund'), param(ask, 'round'))

function fileOf(round: RoundInFund, whole: AssessmentExport, ending: string): Answer {
  const name = `${round.illustrative ? 'illustrative-' : ''}${round.slug}-assessment${ending}.json`
  return download({ name, type: 'application/json', body: JSON.stringify(whole) })
}
