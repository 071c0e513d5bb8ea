import { type Ask, param } from '../../../platform/http/route.ts'
import type { RoundPath } from '../../funds/index.ts'

/** Which round the address names. */
export const roundPathOf = (ask: Ask): RoundPath => ({ fundSlug: param(ask, 'fund'), roundSlug: param(ask, 'round') })

/** Who asks, of which round, and when. */
export const askedOf = (ask: Ask) => ({ actor: ask.actor, path: roundPathOf(ask), at: ask.receivedAt })
