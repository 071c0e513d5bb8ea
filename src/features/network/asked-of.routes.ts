import { type Ask, param } from '../../platform/http/route.ts'
import type { AskedOfNetwork } from './open-network.ts'

/** The network that an address is about, who asks and when. */
export const askedOf = (ask: Ask): AskedOfNetwork => ({
  actor: ask.actor,
  fund: param(ask, 'fund'),
  at: ask.receivedAt,
})

/** The id of whoever asks. @throws {Error} if nobody signed in: the route lets nobody else through */
export function askerId({ actor }: Ask): string {
  if (actor.kind !== 'person') throw new Error('only somebody signed in comes here')
  return actor.personId
}
