import { notFound } from '../../../core/errors.ts'
import { hoursFrom } from '../../../core/experts/index.ts'
import type { PostedFields, Problem } from '../../../core/forms/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { isoDay } from '../../../core/time/day.ts'
import { typedDay } from '../../../core/time/typed-day.ts'
import { ukMoment } from '../../../core/time/uk-moment.ts'
import type { Services } from '../../../platform/services.ts'
import { openOwn } from '../open-panel.ts'
import { readPosted, textIn } from '../read-posted.ts'
import { recordExpert } from '../record-expert.ts'
import { deleteHour, insertHours } from './hours.store.ts'
import { hoursForm } from './hours-form.ts'

export type HoursProblem =
  | { readonly code: 'field'; readonly problem: Problem }
  | { readonly code: 'ends-before-it-starts' | 'hour-booked' }

type Own = { readonly slug: string; readonly at: Date }

/** Offers the hours of a day, from one hour to another of UK time. @throws {NotFound} for anybody who is not on the panel */
export async function offerHours(
  services: Services,
  actor: Actor,
  { slug, fields, at }: Own & { readonly fields: PostedFields },
): Promise<Result<number, HoursProblem>> {
  const { answers, problems } = readPosted(hoursForm(isoDay(at)), fields)
  return await services.db.transaction().execute(async (tx) => {
    const { fund, expert } = await openOwn(tx, actor, slug)
    if (problems.length > 0) return refused(...problems.map((problem): HoursProblem => ({ code: 'field', problem })))
    const [from, to] = [Number(textIn(answers, 'from')), Number(textIn(answers, 'to'))]
    if (to <= from) return refused<HoursProblem>({ code: 'ends-before-it-starts' })
    const first = ukMoment({ ...typedDay(textIn(answers, 'day')), hour: String(from), minute: '00' })
    if (!first.ok) throw new Error('clocks change at night, when no hour is offered')
    const hours = hoursFrom(first.value.at, to - from).filter((hour) => hour > at)
    await insertHours(tx, expert, hours)
    const facts = { from: first.value.at.toISOString(), hours: hours.length }
    const on = ['expert', expert.id] as const
    await recordExpert(tx, { action: 'expert.hours-offered', fundId: fund.id, by: expert.personId, at, on, facts })
    return done(hours.length)
  })
}

/** Takes back an hour that is not booked. @throws {NotFound} for anybody who is not on the panel */
export async function takeBackHour(
  services: Services,
  actor: Actor,
  { slug, at, startsAt }: Own & { readonly startsAt: Date },
): Promise<Result<undefined, HoursProblem>> {
  if (Number.isNaN(startsAt.getTime())) throw notFound('hour')
  return await services.db.transaction().execute(async (tx) => {
    const { fund, expert } = await openOwn(tx, actor, slug)
    if (!(await deleteHour(tx, expert, startsAt))) return refused<HoursProblem>({ code: 'hour-booked' })
    const facts = { from: startsAt.toISOString() }
    const on = ['expert', expert.id] as const
    await recordExpert(tx, { action: 'expert.hour-taken-back', fundId: fund.id, by: expert.personId, at, on, facts })
    return done(undefined)
  })
}
