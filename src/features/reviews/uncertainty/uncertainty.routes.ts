import { costCaseOf, mayIn, optionsOf } from '../../../core/reviews/index.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { openReview } from '../open-review.ts'
import { reviewCrumbs } from '../review-crumbs.ts'
import { sheetPath } from '../reviews.paths.ts'
import { describeMade } from '../runs/describe-made.ts'
import { keepRun, textOf } from '../runs/keep-run.ts'
import { compareRun, giveRun } from '../runs/runs.routes.ts'
import { type ReviewRun, runOf } from '../runs/runs.store.ts'
import { readRecord } from '../sheets/read-record.ts'
import { costRuns } from './cost-runs.ts'
import { describeRun } from './describe-run.ts'
import type { RunModel } from './pages/run-model.ts'
import { uncertaintyPage } from './pages/uncertainty.ts'
import { runProblemText } from './uncertainty.messages.ts'
import { checkRunPath, runJsonPath, uncertaintyPath } from './uncertainty.paths.ts'

const all = '/reviews/:reference/uncertainty'

/** How sure the money of a review is: simulating it, reading what came of it, and checking that. */
export const uncertaintyRoutes = (services: Services): Route[] => [
  get(all, 'review:work', async (ask) => await showUncertainty(services, ask, [])),
  post(all, 'review:work', 'review.simulated', async (ask) => {
    const reference = param(ask, 'reference')
    const result = await keepRun(services, ask.actor, costRuns, { reference, at: ask.receivedAt })
    return result.ok
      ? seeOther(uncertaintyPath(reference), { flash: `Simulation ${result.value} is worked out and kept.` })
      : await showUncertainty(
          services,
          ask,
          result.problems.map(({ code }) => runProblemText(code)),
        )
  }),
  get(`${all}/runs/:number.json`, 'review:work', async (ask) => await giveRun(services, ask, costRuns, 'simulation')),
  // Nothing changes: what is kept is worked out again and compared.
  post(
    `${all}/runs/:number/check`,
    'review:work',
    'none',
    async (ask) => await compareRun(services, ask, costRuns, uncertaintyPath(param(ask, 'reference'))),
  ),
]

async function showUncertainty(services: Services, ask: Ask, problems: readonly string[]): Promise<Answer> {
  const { review } = await openReview(services.db, ask.actor, param(ask, 'reference'), 'read')
  const record = await readRecord(services.db, review)
  const run = await runOf(services.db, costRuns.table, review.id, undefined)
  const given = costCaseOf(record)
  const { reference, illustrative } = review
  const chosen = ask.query.get('option')
  return show(
    uncertaintyPage({
      illustrative,
      breadcrumbs: reviewCrumbs(review),
      problems: problems.map((text) => ({ text, href: '#work-out' })),
      action: uncertaintyPath(reference),
      csrf: ask.csrf,
      writes: mayIn(review.roles, 'write'),
      linesHref: sheetPath(reference, 'lines'),
      ready: given !== undefined,
      run: run && shownRun(review.reference, run, given && textOf(given), describeRun(run, optionsOf(record), chosen)),
    }),
    problems.length > 0 ? { status: 400 } : {},
  )
}

/** @param given what a run would be made of now */
function shownRun(
  reference: string,
  run: ReviewRun,
  given: string | undefined,
  { given: made, ...shown }: ReturnType<typeof describeRun>,
): RunModel {
  const { number } = run
  const addresses = { jsonHref: runJsonPath(reference, number), checkAction: checkRunPath(reference, number) }
  return { ...shown, made: { ...describeMade(run, made, given), ...addresses } }
}
