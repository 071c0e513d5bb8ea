import { may } from '../../../core/permissions/index.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { findFund, manageFundPath } from '../../funds/index.ts'
import { betweenPath, cohortPath } from '../benefits.paths.ts'
import { type KeepApartProblem, keepApartProblemText } from './cohort.messages.ts'
import { claimWithForecast, elsewhereSentence, reasonsText } from './describe-between.ts'
import { keepApart, pairValue } from './keep-apart.ts'
import { betweenPage } from './pages/between.ts'
import { readCohort } from './read-cohort.ts'

const all = '/manage/funds/:fund/benefits/between-awards'

/** Benefits of different awards that may be one: seen by those who look at a fund, decided by those who run it. */
export const betweenRoutes = (services: Services): Route[] => [
  get(all, 'benefits:read', async (ask) => await showBetween(services, ask, [])),
  post(all, 'benefits:run', 'benefits.kept-apart', async (ask) => {
    const asked = { fund: param(ask, 'fund'), at: ask.receivedAt, ...typedIn(ask) }
    const result = await keepApart(services, ask.actor, asked)
    return result.ok
      ? seeOther(betweenPath(asked.fund), {
          flash: asked.both ? 'Saved. Both count.' : 'Saved. They are counted once.',
        })
      : await showBetween(services, ask, result.problems)
  }),
]

const typedIn = ({ form }: Ask) => ({
  pair: form.line('pair'),
  both: form.line('counts') === 'both',
  reason: form.text('reason'),
})

async function showBetween({ db }: Services, ask: Ask, problems: readonly KeepApartProblem[]): Promise<Answer> {
  const fund = await findFund(db, ask.actor, 'benefits:read', param(ask, 'fund'))
  const { cohort } = await readCohort(db, fund)
  const typed = typedIn(ask)
  return show(
    betweenPage({
      illustrative: fund.illustrative,
      breadcrumbs: [
        { text: fund.name, href: manageFundPath(fund.slug) },
        { text: 'Benefits', href: cohortPath(fund.slug) },
      ],
      pairs: cohort.between.map((pair, at) => {
        const isTyped = problems.length > 0 && pairValue(pair) === typed.pair
        return {
          field: `reason-${at + 1}`,
          value: pairValue(pair),
          first: claimWithForecast(pair.first),
          second: claimWithForecast(pair.second),
          reasons: reasonsText(pair),
          kept: pair.kept,
          typed: isTyped ? typed.reason : '',
          error: isTyped ? problems.map(keepApartProblemText).join('. ') : undefined,
        }
      }),
      problems: problems
        .filter(({ code }) => code === 'not-one')
        .map((problem) => ({ text: keepApartProblemText(problem), href: '#main-content' })),
      leftOut: cohort.elsewhere.map(elsewhereSentence),
      action: may(ask.actor, 'benefits:run', fund.id) ? betweenPath(fund.slug) : undefined,
      csrf: ask.csrf,
    }),
    problems.length > 0 ? { status: 400 } : {},
  )
}
