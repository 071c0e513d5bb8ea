import { notFound } from '../../../core/errors.ts'
import { type CostResult, costCaseOf, mayIn, optionsOf } from '../../../core/reviews/index.ts'
import { type Answer, download, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { openReview } from '../open-review.ts'
import { reviewCrumbs } from '../review-crumbs.ts'
import { readRecord } from '../sheets/read-record.ts'
import { describeRun } from './describe-run.ts'
import { uncertaintyPage } from './pages/uncertainty.ts'
import { runOf } from './runs.store.ts'
import { runProblemText } from './uncertainty.messages.ts'
import { checkRunPath, runJsonPath, uncertaintyPath } from './uncertainty.paths.ts'
import { checkRun, textOf, workOutCosts } from './work-out-costs.ts'

const all = '/reviews/:reference/uncertainty'

/** How sure the money of a review is: simulating it, reading what came of it, and checking that. */
export const uncertaintyRoutes = (services: Services): Route[] => [
  get(all, 'review:work', async (ask) => await showUncertainty(services, ask, [])),
  post(all, 'review:work', 'review.simulated', async (ask) => {
    const reference = param(ask, 'reference')
    const result = await workOutCosts(services, ask.actor, { reference, at: ask.receivedAt })
    return result.ok
      ? seeOther(uncertaintyPath(reference), { flash: `Simulation ${result.value} is worked out and kept.` })
      : await showUncertainty(
          services,
          ask,
          result.problems.map(({ code }) => runProblemText(code)),
        )
  }),
  get(`${all}/runs/:number.json`, 'review:work', async (ask) => await giveRun(services, ask)),
  // Nothing changes: what is kept is worked out again and compared.
  post(`${all}/runs/:number/check`, 'review:work', 'none', async (ask) => {
    const reference = param(ask, 'reference')
    const result = await checkRun(services, ask.actor, { reference, number: Number(param(ask, 'number')) })
    if (!result.ok) throw notFound('run')
    return seeOther(uncertaintyPath(reference), {
      flash: result.value
        ? 'Worked out again: the same to the last digit.'
        : 'Worked out again: it differs. The method has changed since, or what is kept was altered.',
    })
  }),
]

async function showUncertainty(services: Services, ask: Ask, problems: readonly string[]): Promise<Answer> {
  const { review } = await openReview(services.db, ask.actor, param(ask, 'reference'), 'read')
  const record = await readRecord(services.db, review)
  const run = await runOf(services.db, review.id, undefined)
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
      ready: given !== undefined,
      run:
        run === undefined
          ? undefined
          : {
              ...describeRun(run, optionsOf(record), chosen),
              stale: given === undefined || services.sha256(textOf(given)) !== run.inputSha256,
              jsonHref: runJsonPath(reference, run.number),
              checkAction: checkRunPath(reference, run.number),
            },
    }),
    problems.length > 0 ? { status: 400 } : {},
  )
}

async function giveRun({ db }: Services, ask: Ask): Promise<Answer> {
  const { review } = await openReview(db, ask.actor, param(ask, 'reference'), 'read')
  const run = await runOf(db, review.id, Number(param(ask, 'number')))
  if (run === undefined) throw notFound('run')
  const { number, engine, madeAt, inputSha256, resultSha256 } = run
  const facts = { number, engine, madeAt: madeAt.toISOString(), inputSha256, resultSha256 }
  const whole = { ...facts, input: JSON.parse(run.input) as object, result: JSON.parse(run.result) as CostResult }
  return download({
    name: `${review.reference}-simulation-${number}.json`,
    type: 'application/json; charset=utf-8',
    body: `${JSON.stringify(whole, null, 2)}\n`,
  })
}
