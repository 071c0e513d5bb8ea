import { notFound } from '../../../core/errors.ts'
import { type EventProblem, type EventTyped, readEvent } from '../../../core/network/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { type Fund, findFund } from '../../funds/index.ts'
import { listMembers } from '../members/members.store.ts'
import type { AskedOfNetwork } from '../open-network.ts'
import { recordInNetwork } from '../record-network.ts'
import { moveUp } from './answer-event.ts'
import type { EventNews } from './event-mail.messages.ts'
import {
  eventById,
  insertEvent,
  lockEvent,
  markEventCancelled,
  type NetworkEvent,
  updateEvent,
} from './events.store.ts'
import { type EventPlaceOf, placesOf, saveAttendance, savePlace } from './places.store.ts'
import { sendEvent } from './send-event.ts'

export type HoldProblem =
  | EventProblem
  | { readonly code: 'capacity-below-places'; readonly going: number }
  | { readonly code: 'event-over' | 'event-cancelled' | 'not-begun' | 'why-missing' }
  | { readonly code: 'why-too-long'; readonly most: number }

export type ByTeam = AskedOfNetwork & { readonly personId: string }
type OfEvent = ByTeam & { readonly event: string }

/** An event for those who run the network. @throws {NotFound} if there is none, or it is not theirs */
export async function openManagedEvent(
  db: Database | Tx,
  { actor, fund: slug, event: id }: Pick<OfEvent, 'actor' | 'fund' | 'event'>,
): Promise<{ readonly fund: Fund; readonly event: NetworkEvent; readonly places: readonly EventPlaceOf[] }> {
  const fund = await findFund(db, actor, 'network:run', slug)
  const event = await eventById(db, id)
  if (event === undefined || event.fundId !== fund.id) throw notFound('event')
  return { fund, event, places: await placesOf(db, event.id) }
}

/** Plans an event and invites every member. @returns its id. @throws {NotFound} for who does not run the network */
export async function planEvent(
  services: Services,
  asked: ByTeam & { readonly typed: EventTyped },
): Promise<Result<string, HoldProblem>> {
  const { at, personId } = asked
  const fund = await findFund(services.db, asked.actor, 'network:run', asked.fund)
  const read = readEvent(asked.typed, at)
  if (!read.ok) return read
  return await services.db.transaction().execute(async (tx) => {
    const id = services.newId()
    await insertEvent(tx, { ...read.value, id, fundId: fund.id, at, by: personId })
    const event = await lockEvent(tx, id)
    if (event === undefined) throw new Error('the event was written just now')
    const members = await listMembers(tx, fund.id, isoDay(at))
    for (const { personId: member } of members)
      await savePlace(tx, { eventId: id, personId: member, state: 'invited', at })
    for (const reader of members)
      await sendEvent(tx, services, { fund, event, reader, news: 'invited', hasPlace: false, at })
    await recordEventDone(tx, fund, 'network.event-planned', asked, id, { invited: members.length })
    return done(id)
  })
}

/** Changes an event: everybody who has not declined is told, and whoever waits has a place that is added. @throws {NotFound} */
export async function changeEvent(
  services: Services,
  asked: OfEvent & { readonly typed: EventTyped },
): Promise<Result<undefined, HoldProblem>> {
  const read = readEvent(asked.typed, asked.at)
  return await changing(services, asked, async (tx, fund, event) => {
    if (event.startsAt <= asked.at) return refused({ code: 'event-over' })
    if (!read.ok) return read
    if (read.value.capacity < event.going) return refused({ code: 'capacity-below-places', going: event.going })
    await updateEvent(tx, event.id, read.value)
    await recordEventDone(tx, fund, 'network.event-changed', asked, event.id)
    await tellAll(tx, services, { fund, event: { ...event, ...read.value }, news: 'changed', at: asked.at })
    await moveUp(tx, services, { fund, event, at: asked.at })
    return done(undefined)
  })
}

const longestWhy = 1000

/** Cancels an event with a reason, and takes it out of calendars. @throws {NotFound} */
export async function cancelEvent(
  services: Services,
  asked: OfEvent & { readonly why: string },
): Promise<Result<undefined, HoldProblem>> {
  const why = asked.why.trim()
  return await changing(services, asked, async (tx, fund, event) => {
    if (event.endsAt <= asked.at) return refused({ code: 'event-over' })
    if (why === '') return refused({ code: 'why-missing' })
    if (why.length > longestWhy) return refused({ code: 'why-too-long', most: longestWhy })
    await markEventCancelled(tx, event.id, why, asked.at)
    await recordEventDone(tx, fund, 'network.event-cancelled', asked, event.id)
    await tellAll(tx, services, { fund, event: { ...event, cancelledWhy: why }, news: 'cancelled', at: asked.at })
    return done(undefined)
  })
}

/** Keeps who came, once the event has begun. @throws {NotFound} */
export async function takeAttendance(
  services: Services,
  asked: OfEvent & { readonly came: readonly string[] },
): Promise<Result<undefined, HoldProblem>> {
  return await changing(services, asked, async (tx, fund, event) => {
    if (event.startsAt > asked.at) return refused({ code: 'not-begun' })
    await saveAttendance(tx, event.id, asked.came)
    await recordEventDone(tx, fund, 'network.attendance-taken', asked, event.id, { came: asked.came.length })
    return done(undefined)
  })
}

async function changing(
  services: Services,
  asked: OfEvent,
  change: (tx: Tx, fund: Fund, event: NetworkEvent) => Promise<Result<undefined, HoldProblem>>,
): Promise<Result<undefined, HoldProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { fund } = await openManagedEvent(tx, asked)
    const event = await lockEvent(tx, asked.event)
    if (event === undefined) throw notFound('event')
    return event.cancelledAt === null ? await change(tx, fund, event) : refused({ code: 'event-cancelled' })
  })
}

async function tellAll(
  tx: Tx,
  services: Services,
  {
    fund,
    event,
    news,
    at,
  }: { readonly fund: Fund; readonly event: NetworkEvent; readonly news: EventNews; readonly at: Date },
): Promise<void> {
  for (const reader of await placesOf(tx, event.id))
    if (reader.state !== 'declined')
      await sendEvent(tx, services, { fund, event, reader, news, hasPlace: reader.state === 'going', at })
}

const recordEventDone = async (
  tx: Tx,
  fund: Fund,
  action: string,
  { personId, at }: Pick<ByTeam, 'personId' | 'at'>,
  eventId: string,
  facts: Readonly<Record<string, number>> = {},
): Promise<void> =>
  await recordInNetwork(tx, {
    action,
    fundId: fund.id,
    by: personId,
    objectType: 'network-event',
    objectId: eventId,
    at,
    facts,
  })
