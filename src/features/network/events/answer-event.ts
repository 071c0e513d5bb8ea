import { notFound } from '../../../core/errors.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import type { Fund } from '../../funds/index.ts'
import { type AskedOfNetwork, openNetwork } from '../open-network.ts'
import { recordInNetwork } from '../record-network.ts'
import type { EventNews } from './event-mail.messages.ts'
import { lockEvent, type NetworkEvent } from './events.store.ts'
import { type EventPlaceOf, type PlaceState, placeOf, placesOf, savePlace } from './places.store.ts'
import { type EventReader, sendEvent } from './send-event.ts'

/** What somebody says to an event. */
export type EventAnswer = 'going' | 'declined'

export const readAnswer = (typed: string): EventAnswer | undefined =>
  typed === 'going' || typed === 'declined' ? typed : undefined

/** The answer that somebody has given, as their form shows it: whoever waits for a place said yes. '' before they answer. */
export function answerGiven(state: PlaceState): EventAnswer | '' {
  if (state === 'invited') return ''
  return state === 'declined' ? 'declined' : 'going'
}

export type AnswerProblem = { readonly code: 'answer-missing' | 'event-over' | 'event-cancelled' }

/** How an answer came. */
export type AnsweredVia = 'page' | 'link' | 'mail'

type Answering = {
  readonly fund: Fund
  readonly person: EventReader
  readonly eventId: string
  readonly answer: EventAnswer
  readonly via: AnsweredVia
  readonly at: Date
}

/** Answers an event on its page. @throws {NotFound} for no member, and for an event of another fund */
export async function answerEvent(
  services: Services,
  asked: AskedOfNetwork & { readonly event: string; readonly typed: string },
): Promise<Result<PlaceState, AnswerProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { fund, person } = await openNetwork(tx, asked)
    const answer = readAnswer(asked.typed)
    if (answer === undefined) return refused({ code: 'answer-missing' })
    return await takeAnswer(tx, services, { fund, person, eventId: asked.event, answer, via: 'page', at: asked.at })
  })
}

/**
 * Takes what somebody says to an event, however it came: they have a place while there is one, and wait for one otherwise;
 * a place that is given up goes to whoever waits longest. Saying the same twice changes nothing.
 *
 * @throws {NotFound} for an event that the fund does not have
 */
export async function takeAnswer(
  tx: Tx,
  services: Services,
  answering: Answering,
): Promise<Result<PlaceState, AnswerProblem>> {
  const { fund, person, at } = answering
  const event = await lockEvent(tx, answering.eventId)
  if (event === undefined || event.fundId !== fund.id) throw notFound('event')
  if (event.cancelledAt !== null) return refused({ code: 'event-cancelled' })
  if (event.endsAt <= at) return refused({ code: 'event-over' })
  const was = (await placeOf(tx, event.id, person.personId))?.state ?? 'invited'
  const state = nextState(event, was, answering.answer)
  if (state === was) return done(state)
  await savePlace(tx, { eventId: event.id, personId: person.personId, state, at })
  await recordInNetwork(tx, {
    action: 'network.event-answered',
    fundId: fund.id,
    by: person.personId,
    objectType: 'network-event',
    objectId: event.id,
    at,
    facts: { state, via: answering.via },
  })
  const news = newsOf(was, state)
  if (news !== undefined)
    await sendEvent(tx, services, { fund, event, reader: person, news, hasPlace: state === 'going', at })
  if (was === 'going') await moveUp(tx, services, { fund, event, at })
  return done(state)
}

function nextState({ going, capacity }: NetworkEvent, was: PlaceState, answer: EventAnswer): PlaceState {
  if (answer === 'declined') return 'declined'
  if (was === 'going' || was === 'waiting') return was
  return going < capacity ? 'going' : 'waiting'
}

function newsOf(was: PlaceState, state: PlaceState): EventNews | undefined {
  if (state === 'going') return 'place'
  if (state === 'waiting') return 'waiting'
  return was === 'going' || was === 'waiting' ? 'given-up' : undefined
}

/** Gives free places to those who have waited longest, and tells them. The event is held. @returns how many moved up */
export async function moveUp(
  tx: Tx,
  services: Services,
  { fund, event, at }: { readonly fund: Fund; readonly event: Pick<NetworkEvent, 'id'>; readonly at: Date },
): Promise<number> {
  const now = await lockEvent(tx, event.id)
  if (now === undefined || now.startsAt <= at) return 0
  const waiting = (await placesOf(tx, event.id)).filter(({ state }) => state === 'waiting')
  const lucky = waiting.slice(0, Math.max(0, now.capacity - now.going))
  for (const reader of lucky) await moveOneUp(tx, services, { fund, event: now, reader, at })
  return lucky.length
}

async function moveOneUp(
  tx: Tx,
  services: Services,
  {
    fund,
    event,
    reader,
    at,
  }: { readonly fund: Fund; readonly event: NetworkEvent; readonly reader: EventPlaceOf; readonly at: Date },
): Promise<void> {
  await savePlace(tx, { eventId: event.id, personId: reader.personId, state: 'going', at })
  await recordInNetwork(tx, {
    action: 'network.event-moved-up',
    fundId: fund.id,
    by: null,
    objectType: 'network-event',
    objectId: event.id,
    at,
    facts: { person: reader.personId },
  })
  await sendEvent(tx, services, { fund, event, reader, news: 'moved-up', hasPlace: true, at })
}
