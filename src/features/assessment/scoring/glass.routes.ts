import { assessmentPhase } from '../../../core/assessment/index.ts'
import { may } from '../../../core/permissions/index.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { originForMail } from '../../guidance/index.ts'
import { assessmentOf } from '../assessment.store.ts'
import { assessmentCrumbs } from '../list-crumbs.ts'
import { notingReaders } from '../note-readers.routes.ts'
import { roundPathOf } from '../round-path.routes.ts'
import { readable } from './agree-practice.ts'
import { breakGlass, type GlassProblem, glassMinutes, readThroughGlass } from './break-glass.ts'
import { glassesOf } from './glass.store.ts'
import { glassPage, glassViewPage } from './pages/glass.ts'
import { glassProblemLink } from './scoring.messages.ts'
import { glassPath } from './scoring.paths.ts'
import { bandWords } from './show-review.ts'

const address = '/manage/funds/:fund/:round/assessment/break-glass'

/** Looking at scores that are still blind: never without a reason, and never unseen. */
export const glassRoutes = (services: Services): Route[] => [
  get(address, 'assessment:read', async (ask) => await showGlass(services, ask, [], 200)),
  post(address, 'assessment:run', 'assessment.glass-broken', async (ask) => {
    const opened = await breakGlass(services, {
      actor: ask.actor,
      path: roundPathOf(ask),
      reason: ask.form.text('reason'),
      minutes: ask.form.line('minutes'),
      at: ask.receivedAt,
      origin: originForMail(services.config, ask.origin),
    })
    if (!opened.ok) return await showGlass(services, ask, opened.problems, 400)
    return seeOther(glassPath(param(ask, 'fund'), param(ask, 'round'), opened.value))
  }),
  ...notingReaders(
    services,
    [
      get(`${address}/:glass`, 'assessment:run', async (ask) => {
        const asked = { glass: param(ask, 'glass'), at: ask.receivedAt }
        const { round, criteria, ...model } = await readThroughGlass(services.db, ask.actor, roundPathOf(ask), asked)
        return show(
          glassViewPage({
            ...model,
            breadcrumbs: [...assessmentCrumbs(round), { text: 'Scores' }],
            criteria: criteria.map(({ name }) => name),
            rows: model.rows.map(({ points, ...row }) => ({
              ...row,
              points: criteria.map((criterion, index) => bandWords(criterion, points[index] ?? null)),
            })),
          }),
        )
      }),
    ],
    true,
  ),
]

async function showGlass(
  services: Services,
  ask: Ask,
  problems: readonly GlassProblem[],
  status: number,
): Promise<Answer> {
  const round = await readable(services.db, ask.actor, roundPathOf(ask))
  const phase = assessmentPhase(await assessmentOf(services.db, round.id))
  const before = await glassesOf(services.db, round.id)
  return show(
    glassPage({
      round: `${round.fund.name}: ${round.name}`,
      illustrative: round.illustrative,
      breadcrumbs: [...assessmentCrumbs(round), { text: 'Scores before the close' }],
      csrf: ask.csrf,
      action: glassPath(round.fund.slug, round.slug),
      opens: phase === 'scoring' && may(ask.actor, 'assessment:run', round.fundId),
      minutes: glassMinutes,
      typed: { reason: ask.form.text('reason'), minutes: ask.form.line('minutes') },
      before: before.map(({ by, openedAt, endsAt, reason }) => ({
        by,
        when: `${ukTime(openedAt)} to ${ukTime(endsAt)}`,
        reason,
      })),
      problems: problems.map(glassProblemLink),
    }),
    { status },
  )
}
