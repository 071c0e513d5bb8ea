import { notFound } from '../../../core/errors.ts'
import { type Result, refused } from '../../../core/result.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { readSealed } from '../../../platform/sign-in/sealed-text.ts'
import { type Person, personById } from '../../accounts/index.ts'
import { type Fund, fundById } from '../../funds/index.ts'
import { memberOf } from '../members/members.store.ts'
import { type AnswerProblem, readAnswer, takeAnswer } from './answer-event.ts'
import { eventById, type NetworkEvent } from './events.store.ts'
import { type PlaceState, placeOf } from './places.store.ts'
import { linkPurpose } from './send-event.ts'

/** An event in the hands of whoever holds the link of a mail. */
export type LinkedEvent = {
  readonly fund: Fund
  readonly event: NetworkEvent
  readonly person: Person
  readonly state: PlaceState
}

type Held = { readonly token: string; readonly at: Date }

/**
 * The event and the person of a link. Opening it changes nothing: mail programs open links too.
 *
 * @throws {NotFound} if the service did not make the link, or whoever was sent it is no member any more
 */
export async function openLinkedEvent(
  db: Database | Tx,
  { secretKey }: Services,
  { token, at }: Held,
): Promise<LinkedEvent> {
  const [eventId = '', personId = ''] = readSealed(linkPurpose, token, secretKey)?.split('.') ?? []
  const event = await eventById(db, eventId)
  const person = await personById(db, personId)
  const fund = event === undefined ? undefined : await fundById(db, event.fundId)
  if (event === undefined || person === undefined || fund === undefined) throw notFound('event')
  if ((await memberOf(db, { fundId: fund.id, personId, on: isoDay(at) })) === undefined) throw notFound('event')
  return { fund, event, person, state: (await placeOf(db, event.id, personId))?.state ?? 'invited' }
}

/** Answers for whoever holds the link. @throws {NotFound} as above */
export async function answerByLink(
  services: Services,
  held: Held & { readonly typed: string },
): Promise<Result<PlaceState, AnswerProblem>> {
  const answer = readAnswer(held.typed)
  return await services.db.transaction().execute(async (tx) => {
    const { fund, event, person } = await openLinkedEvent(tx, services, held)
    if (answer === undefined) return refused({ code: 'answer-missing' })
    const reader = { personId: person.id, name: person.name, email: person.email }
    return await takeAnswer(tx, services, { fund, person: reader, eventId: event.id, answer, via: 'link', at: held.at })
  })
}
