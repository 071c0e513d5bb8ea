import { notFound } from '../../../core/errors.ts'
import { type Answer, download, seeOther } from '../../../platform/http/answer.ts'
import { type Ask, param } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { openReview } from '../open-review.ts'
import { checkRun, type RunKind } from './keep-run.ts'
import { runOf } from './runs.store.ts'

/** All that a run was made of and what came of it, as JSON. @param name what such a run is called in the name of the file */
export async function giveRun<Given, Found>(
  { db }: Services,
  ask: Ask,
  { table }: RunKind<Given, Found>,
  name: string,
): Promise<Answer> {
  const { review } = await openReview(db, ask.actor, param(ask, 'reference'), 'read')
  const run = await runOf(db, table, review.id, Number(param(ask, 'number')))
  if (run === undefined) throw notFound('run')
  const { number, engine, madeAt, inputSha256, resultSha256 } = run
  const facts = { number, engine, madeAt: madeAt.toISOString(), inputSha256, resultSha256 }
  const whole = { ...facts, input: JSON.parse(run.input) as Given, result: JSON.parse(run.result) as Found }
  return download({
    name: `${review.reference}-${name}-${number}.json`,
    type: 'application/json; charset=utf-8',
    body: `${JSON.stringify(whole, null, 2)}\n`,
  })
}

/** Works a run out again, and says on the page that it is shown on whether it is the same. Nothing changes. */
export async function compareRun<Given, Found extends object>(
  services: Services,
  ask: Ask,
  kind: RunKind<Given, Found>,
  shownAt: string,
): Promise<Answer> {
  const place = { reference: param(ask, 'reference'), number: Number(param(ask, 'number')) }
  const result = await checkRun(services, ask.actor, kind, place)
  if (!result.ok) throw notFound('run')
  return seeOther(shownAt, {
    flash: result.value
      ? 'Worked out again: the same to the last digit.'
      : 'Worked out again: it differs. The method has changed since, or what is kept was altered.',
  })
}
