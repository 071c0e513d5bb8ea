import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Services } from '../../../platform/services.ts'
import { fundById } from '../../funds/index.ts'
import { requestById } from '../asking/requests.store.ts'
import { followUpMail } from '../experts-mail.messages.ts'
import { recordExpert } from '../record-expert.ts'
import { councilOf, mailPlace, writeTo } from '../write-to.ts'
import { followUpOf, saveFollowUp, takeDue } from './follow-ups.store.ts'
import { type AskedRequest, holdRequest } from './open-request.ts'

export type FollowUpProblem = { readonly code: 'done-missing' | 'not-advised' }

/** Says what was done with advice. It can be said before it is asked for, and again. @throws {NotFound} for anybody but the council */
export async function sayWhatWasDone(
  services: Services,
  actor: Actor,
  { words, ...asked }: AskedRequest & { readonly words: string },
): Promise<Result<undefined, FollowUpProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { fund, request, side, actor: person } = await holdRequest(tx, actor, asked)
    if (side !== 'council') throw notFound('request')
    if ((await followUpOf(tx, request.id)) === undefined) return refused<FollowUpProblem>({ code: 'not-advised' })
    if (words.trim() === '') return refused<FollowUpProblem>({ code: 'done-missing' })
    const said = { words: words.trim().slice(0, 5000), at: asked.at, by: person.personId }
    await saveFollowUp(tx, request.id, said)
    const on = ['expert-request', request.id] as const
    const facts = { number: request.number }
    await recordExpert(tx, { action: 'expert.followed-up', fundId: fund.id, by: said.by, at: said.at, on, facts })
    return done(undefined)
  })
}

/** The job that asks councils what they did with advice that they accepted three months ago. */
export const askFollowUpsJob = 'experts-ask-follow-ups'

export async function askFollowUps(services: Services): Promise<void> {
  const at = services.clock()
  await services.db.transaction().execute(async (tx) => {
    for (const { requestId, dueOn } of await takeDue(tx, isoDay(at), at)) {
      const request = await requestById(tx, requestId)
      const fund = request && (await fundById(tx, request.fundId))
      if (request === undefined || fund === undefined) continue
      const of = { ...mailPlace(services, fund), number: request.number, title: request.title }
      await writeTo(tx, services, fund, await councilOf(tx, request.organisationId, at), (say) =>
        say(followUpMail)(of, dueOn),
      )
    }
  })
}
