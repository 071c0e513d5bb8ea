import { notFound } from '../../../core/errors.ts'
import { may } from '../../../core/permissions/index.ts'
import type { AssessmentRules } from '../../../core/rules/index.ts'
import { type Answer, download, seeOther, show } from '../../../platform/http/answer.ts'
import { type ListToPage, pageOfList } from '../../../platform/http/page-of-list.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { findRound, type RoundInFund } from '../../funds/index.ts'
import { roundPathOf } from '../round-path.routes.ts'
import { keptFrom } from '../shortlisting/keep-apart.ts'
import { rankedOnPage } from './describe-ranking.ts'
import { rankingFile } from './export-ranking.ts'
import { applicationScoresPage } from './pages/application-scores.ts'
import { understandingPage } from './pages/understanding.ts'
import type { UnderstandingList } from './pages/understanding-part.ts'
import { readUnderstanding, type Understood } from './read-understanding.ts'
import { cancelUnderstanding, requestUnderstanding, type UnderstandingProblem } from './request-understanding.ts'
import { understandingPath } from './understanding.paths.ts'

/** What the scores of a round say. */
export const understandingRoutes = (services: Services): Route[] => [
  get('/manage/funds/:fund/:round/assessment/understanding', 'assessment:read', async (ask) =>
    showUnderstanding(services, ask, []),
  ),
  post(
    '/manage/funds/:fund/:round/assessment/understanding',
    'assessment:run',
    'understanding.requested',
    async (ask) => {
      const result = await requestUnderstanding(services, {
        actor: ask.actor,
        path: roundPathOf(ask),
        at: ask.receivedAt,
      })
      if (!result.ok) return await showUnderstanding(services, ask, result.problems)
      return seeOther(understandingPath(param(ask, 'fund'), param(ask, 'round')))
    },
  ),
  post(
    '/manage/funds/:fund/:round/assessment/understanding/cancel',
    'assessment:run',
    'understanding.cancelled',
    async (ask) => {
      const result = await cancelUnderstanding(services, {
        actor: ask.actor,
        path: roundPathOf(ask),
        at: ask.receivedAt,
      })
      if (!result.ok) return await showUnderstanding(services, ask, result.problems)
      return seeOther(understandingPath(param(ask, 'fund'), param(ask, 'round')), { flash: 'It is cancelled.' })
    },
  ),
  get('/manage/funds/:fund/:round/assessment/understanding.csv', 'assessment:read', async (ask) => {
    const { round, understood } = await findUnderstood(services, ask)
    return download({
      name: `${round.fund.slug}-${round.slug}-ranking.csv`,
      type: 'text/csv; charset=utf-8',
      body: rankingFile(understood, round.illustrative),
    })
  }),
  get('/manage/funds/:fund/:round/assessment/understanding/applications/:reference', 'assessment:read', async (ask) => {
    const { round, rules, understood } = await findUnderstood(services, ask)
    const found = [...understood.applications].find(([, { reference }]) => reference === param(ask, 'reference'))
    if (found === undefined) throw notFound('application')
    const [id, named] = found
    // Who gave what is not for whoever is kept from the application.
    if ((await keptFrom(services.db, round, rules, ask.actor)).has(id)) throw notFound('application')
    return show(applicationScoresPage({ round, understood, id, named }))
  }),
]

/** @throws {NotFound} before scoring has closed, and while nothing was worked out */
async function findUnderstood(
  services: Services,
  ask: Ask,
): Promise<{ readonly round: RoundInFund; readonly rules: AssessmentRules; readonly understood: Understood }> {
  const round = await findRound(services.db, ask.actor, 'assessment:read', roundPathOf(ask))
  const { rules, understood } = await readUnderstanding(services, round)
  if (rules === undefined || understood === undefined) throw notFound('understanding')
  return { round, rules, understood }
}

/** How each list of the page is paged. The picture and the table of the ranking show the same rows. */
const listsToPage: Readonly<Record<UnderstandingList, Pick<ListToPage, 'name' | 'part' | 'rows'>>> = {
  picture: { name: 'from', part: 'ranking', rows: rankedOnPage },
  numbers: { name: 'from', part: 'numbers', rows: rankedOnPage },
  assessors: { name: 'assessors', part: 'strictness' },
  differing: { name: 'differing', part: 'differing' },
  reviews: { name: 'reviews', part: 'far' },
  spread: { name: 'spread', part: 'spread' },
}

async function showUnderstanding(
  services: Services,
  ask: Ask,
  problems: readonly UnderstandingProblem[],
): Promise<Answer> {
  const round = await findRound(services.db, ask.actor, 'assessment:read', roundPathOf(ask))
  const understanding = await readUnderstanding(services, round)
  const runs = may(ask.actor, 'assessment:run', round.fundId)
  const path = understandingPath(round.fund.slug, round.slug)
  const page = understandingPage({
    round,
    understanding,
    runs,
    csrf: ask.csrf,
    problems,
    paged: (list, total) => pageOfList(ask.query, { total, path, ...listsToPage[list] }),
  })
  return show(page, problems.length > 0 ? { status: 400 } : {})
}
