import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { originForMail } from '../../guidance/index.ts'
import { roundPathOf } from '../round-path.routes.ts'
import { changeDue, closeScoring, openScoring, remindAssessors, type ScoringProblem } from './open-scoring.ts'
import { progressPage } from './pages/progress.ts'
import { readProgress } from './read-progress.ts'
import { progressPath } from './scoring.paths.ts'

const board = '/manage/funds/:fund/:round/assessment/scoring'

/** How far scoring is, for everybody who may look; opening, reminding and closing for those who run the round. */
export function progressRoutes(services: Services): Route[] {
  const request = (ask: Ask) => ({
    actor: ask.actor,
    path: roundPathOf(ask),
    at: ask.receivedAt,
    origin: originForMail(services.config, ask.origin),
  })
  const back = (ask: Ask, flash: string) => seeOther(progressPath(param(ask, 'fund'), param(ask, 'round')), { flash })
  return [
    get(board, 'assessment:read', async (ask) => await showBoard(services, ask, [], 200)),
    post(`${board}/open`, 'assessment:run', 'assessment.opened', async (ask) => {
      const opened = await openScoring(services, { ...request(ask), due: dueTyped(ask) })
      if (!opened.ok) return await showBoard(services, ask, opened.problems, 400)
      return back(
        ask,
        `Scoring is open. ${opened.value === 1 ? '1 assessor is' : `${opened.value} assessors are`} told by email.`,
      )
    }),
    post(`${board}/due`, 'assessment:run', 'assessment.due-changed', async (ask) => {
      const changed = await changeDue(services, { ...request(ask), due: dueTyped(ask) })
      return changed.ok ? back(ask, 'Changed.') : await showBoard(services, ask, changed.problems, 400)
    }),
    post(`${board}/remind`, 'assessment:run', 'assessment.reminded', async (ask) => {
      const reminded = await remindAssessors(services, request(ask))
      if (!reminded.ok) return await showBoard(services, ask, reminded.problems, 400)
      return back(
        ask,
        `${reminded.value === 1 ? '1 assessor is' : `${reminded.value} assessors are`} reminded by email.`,
      )
    }),
    post(`${board}/close`, 'assessment:run', 'assessment.closed', async (ask) => {
      const closed = await closeScoring(services, { ...request(ask), anyway: ask.form.line('anyway') === 'yes' })
      return closed.ok ? back(ask, 'Scoring has closed.') : await showBoard(services, ask, closed.problems, 400)
    }),
  ]
}

const dueTyped = ({ form }: Ask) => ({
  day: form.line('due-day'),
  month: form.line('due-month'),
  year: form.line('due-year'),
  clock: form.line('due-clock'),
})

async function showBoard(
  services: Services,
  ask: Ask,
  problems: readonly ScoringProblem[],
  status: number,
): Promise<Answer> {
  const due = ask.form.has('due-day') ? dueTyped(ask) : undefined
  const asked = { csrf: ask.csrf, at: ask.receivedAt, problems, due }
  return show(progressPage(await readProgress(services.db, ask.actor, roundPathOf(ask), asked)), { status })
}
