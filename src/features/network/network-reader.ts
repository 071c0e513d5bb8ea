import { fundsWith, type SignedIn } from '../../core/permissions/index.ts'
import { isoDay } from '../../core/time/day.ts'
import type { NetworkReader } from './members/members.store.ts'

/** Somebody as a reader of networks. */
export const networkReader = (actor: SignedIn, at: Date): NetworkReader => ({
  personId: actor.personId,
  runsFundIds: fundsWith(actor, 'network:run'),
  on: isoDay(at),
})
